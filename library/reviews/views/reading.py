from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from library.reviews.selectors import find_finding, find_recommendation, finding_context, recommendation_context


@require_safe
def recommendation(request: HttpRequest, number: int) -> HttpResponse:
    return _told(request, number, find_recommendation, recommendation_context, "reviews/recommendation.html")


@require_safe
def finding(request: HttpRequest, number: int) -> HttpResponse:
    return _told(request, number, find_finding, finding_context, "reviews/finding.html")


def _told(
    request: HttpRequest,
    number: int,
    find: Callable[[Any, int], Any],
    context: Callable[[Any, HttpRequest], dict[str, Any]],
    template: str,
) -> HttpResponse:
    """Who asks is looked at only where the public may not read: what all may read can be shared."""
    public = find(AnonymousUser(), number)
    found = public or find(request.user, number)
    if found is None:
        raise Http404
    response = render(request, template, context(found, request))
    if public is None:
        patch_cache_control(response, private=True, no_store=True)
    return response
