from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.errors import Refusal
from portal.accounts.limits import check_request_limit
from portal.home.forms import ContactForm
from portal.home.services import send_message
from portal.home.sitemaps import listed_pages
from portal.languages.enums import active_language


@require_http_methods(["GET", "HEAD", "POST"])
def write_to_us(request: HttpRequest) -> HttpResponse:
    """The contact form. Lives apart from the contact page, which is shared between readers and has no form."""
    form = ContactForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            check_request_limit("contact", request, times=10, per=timedelta(hours=1))
            send_message(**form.cleaned_data, language=active_language())
        except Refusal as refusal:
            form.add_error(None, str(refusal.message))
        else:
            return redirect("message_sent")
    return render(request, "home/write_to_us.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def message_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "home/message_sent.html")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    return render(request, "home/sitemap.xml", {"pages": listed_pages(request)}, content_type="application/xml")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", "Disallow: /admin/", f"Sitemap: {settings.BASE_URL}{reverse('sitemap')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say in the reader's language that the form was too old or came from elsewhere."""
    return render(request, "portal/csrf_failure.html", {"title": _("The form was not accepted")}, status=403)
