from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say in the reader's language that the form was too old or came from elsewhere."""
    return render(request, "portal/csrf_failure.html", status=403)
