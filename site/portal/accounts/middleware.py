from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from portal.accounts.policies import needs_second_factor

GetResponse = Callable[[HttpRequest], HttpResponse]

OPEN_IN_THE_ADMIN = ("/admin/login/", "/admin/logout/", "/admin/password_reset/")


class SecondFactorMiddleware:
    """Where staff must have a second factor, nobody without one sees a page of the admin: each leads to its set-up.

    It stands after the sign-in middleware, and asks the database only on the admin's own addresses.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        inside = request.path.startswith("/admin/") and not request.path.startswith(OPEN_IN_THE_ADMIN)
        if settings.MFA_REQUIRED_FOR_STAFF and inside and needs_second_factor(request.user):
            messages.info(request, _("Staff need a second factor. Set it up, and the editors' door opens."))
            return redirect("mfa_activate_totp")
        return self.get_response(request)
