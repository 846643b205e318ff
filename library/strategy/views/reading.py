from django.contrib.auth.models import AnonymousUser
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from library.publications.selectors import address_of, pages_ahead
from library.strategy.records import Strategy
from library.strategy.selectors import find_measure, measure_context
from portal.languages.address import STRATEGY
from portal.languages.enums import active_language


@require_safe
def measure(request: HttpRequest, number: int) -> HttpResponse:
    """A measure with its indicators. Who asks is looked at only where the public may not read."""
    public = find_measure(AnonymousUser(), number)
    found = public or find_measure(request.user, number)
    if found is None:
        raise Http404
    context = measure_context(found)
    prefetch_related_objects([context["strategy"]], pages_ahead(Strategy))
    trail = [
        {"name": pgettext("room", "Strategy"), "url": f"/{active_language()}/{STRATEGY}/"},
        {"name": context["strategy"].name, "url": address_of(context["strategy"], request)},
        {"name": _("Measure %(code)s") % {"code": found.code}},
    ]
    response = render(request, "strategy/measure.html", context | {"trail": trail})
    if public is None:
        patch_cache_control(response, private=True, no_store=True)
    return response
