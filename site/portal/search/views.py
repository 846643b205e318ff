from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.languages.enums import active_language
from portal.search.analysis import legible
from portal.search.engines import Wish
from portal.search.facets import filters_of
from portal.search.query import LONGEST_TYPED, understand
from portal.search.selectors import changes_wait, find
from portal.search.showing import search_context

NEWEST = "newest"


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """One box over everything. Nothing that can be typed into the address is an error.

    A stranger's page is shared, so the person is looked at only where there is a session. While changes wait for the
    index no page is kept: it would outlive them.
    """
    typed = request.GET.get("q", "")
    wish = Wish(
        query=understand(typed, widen="exact" not in request.GET),
        filters=filters_of(request.GET),
        language=active_language(),
        newest_first=request.GET.get("sort") == NEWEST,
    )
    person = request.user if settings.SESSION_COOKIE_NAME in request.COOKIES else None
    waits = changes_wait()
    shown = legible(typed[:LONGEST_TYPED])
    results = find(person, wish, _number(request.GET.get("page")), changes_wait=waits)
    response = render(
        request, "search/search.html", search_context(request.GET, shown, wish, results, changes_wait=waits)
    )
    if waits:
        response["Cache-Control"] = "private, no-cache"
    return response


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 1
