from datetime import timedelta
from urllib.parse import urlencode

from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.errors import LinkNotValid, Refusal, TooOften
from portal.accounts.forms import EraseForm, LanguageForm, MyDataForm
from portal.accounts.limits import check_limit, check_request_limit
from portal.accounts.links import read_signed, sign
from portal.accounts.policies import is_member
from portal.accounts.retention import RETENTION
from portal.accounts.services import ask_for_my_data, choose_language, erase_person, everything_held
from portal.accounts.services.my_data import PURPOSE
from portal.languages.enums import active_language

LINK_VALID_FOR = timedelta(hours=24)


@never_cache
@require_safe
def to_sign_in(request: HttpRequest) -> HttpResponse:
    """To the one sign-in page, which brings the person back to `next`, as long as that is an address of ours."""
    target = request.GET.get("next", "")
    door = reverse("account_login")
    if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        door = f"{door}?{urlencode({'next': target})}"
    return HttpResponseRedirect(door)


@never_cache
@require_safe
def to_new_password(request: HttpRequest, rest: str = "") -> HttpResponse:
    return redirect("account_reset_password")


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def account_home(request: HttpRequest) -> HttpResponse:
    """My account: what it is called, the language of its letters, its roles and the way to everything else."""
    user = request.user
    assert is_member(user)
    form = LanguageForm(_sent(request), initial={"language": user.language})
    if form.is_valid():
        choose_language(user=user, language=form.cleaned_data["language"])
        return redirect("account_home")
    return render(
        request,
        "accounts/account_home.html",
        {"form": form, "roles": sorted(user.roles)},
        status=422 if form.errors else 200,
    )


@never_cache
@require_http_methods(["GET", "POST"])
def my_data(request: HttpRequest) -> HttpResponse:
    """Ask for the link to everything that is held about an address. A member needs no letter."""
    if is_member(request.user):
        return redirect("my_data_held", sign(PURPOSE, request.user.email.lower()))
    form = MyDataForm(_sent(request))
    if form.is_valid():
        email = form.cleaned_data["email"]
        try:
            check_request_limit("my_data", request, times=10, per=timedelta(hours=1))
            check_limit("my_data.address", email.lower(), times=3, per=timedelta(hours=1))
        except TooOften as refusal:
            form.add_error(None, str(refusal.message))
            return _too_often(render(request, "accounts/my_data.html", {"form": form}, status=429), refusal)
        ask_for_my_data(email=email, language=active_language())
        return redirect("my_data_sent")
    return render(request, "accounts/my_data.html", {"form": form}, status=422 if form.errors else 200)


@never_cache
@require_safe
def my_data_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/my_data_sent.html")


@never_cache
@require_safe
def my_data_held(request: HttpRequest, token: str) -> HttpResponse:
    """Everything that is held about the address inside the token, to read."""
    try:
        email = _email_of(token)
    except LinkNotValid as refusal:
        return _not_valid(request, refusal)
    return render(
        request,
        "accounts/my_data_held.html",
        {"email": email, "holdings": everything_held(email), "retention": RETENTION, "token": token},
    )


@never_cache
@require_safe
def my_data_download(request: HttpRequest, token: str) -> HttpResponse:
    try:
        email = _email_of(token)
    except LinkNotValid as refusal:
        return _not_valid(request, refusal)
    return JsonResponse(
        {"address": email, "held": everything_held(email)},
        json_dumps_params={"ensure_ascii": False, "indent": 2},
        headers={"Content-Disposition": 'attachment; filename="my-data.json"'},
    )


@never_cache
@require_http_methods(["GET", "POST"])
def my_data_erase(request: HttpRequest, token: str) -> HttpResponse:
    """Ask once more, then erase everything that is held about the address."""
    try:
        email = _email_of(token)
    except LinkNotValid as refusal:
        return _not_valid(request, refusal)
    form = EraseForm(_sent(request))
    is_own = is_member(request.user) and request.user.email.lower() == email
    if form.is_valid():
        try:
            erase_person(email=email)
        except Refusal as refusal:
            form.add_error(None, str(refusal.message))
        else:
            if is_own:
                logout(request)
            return redirect("my_data_erased")
    return render(
        request,
        "accounts/my_data_erase.html",
        {"form": form, "email": email, "token": token},
        status=422 if form.errors else 200,
    )


@never_cache
@require_safe
def my_data_erased(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/my_data_erased.html")


def _sent(request: HttpRequest) -> QueryDict | None:
    """What was sent: nothing for a visit, and an empty form for a form sent empty."""
    return request.POST if request.method == "POST" else None


def _email_of(token: str) -> str:
    return read_signed(PURPOSE, token, valid_for=LINK_VALID_FOR)


def _not_valid(request: HttpRequest, refusal: LinkNotValid) -> HttpResponse:
    return render(request, "accounts/link_not_valid.html", {"refusal": refusal}, status=404)


def _too_often(response: HttpResponse, refusal: TooOften) -> HttpResponse:
    response.headers["Retry-After"] = str(refusal.seconds)
    return response
