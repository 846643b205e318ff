from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from .patterns import patterns_context


@require_safe
def patterns(request: HttpRequest) -> HttpResponse:
    """Every component in every state, in the language of the page: what editors choose from and what axe scans."""
    return render(request, "portal/patterns.html", patterns_context() | {"is_example": True})
