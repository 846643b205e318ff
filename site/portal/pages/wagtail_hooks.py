"""The editors' side wears the portal's mark and inks, and shows each of its users what they may read."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.models import Page
from wagtail.permissions import page_permission_policy


@hooks.register("insert_global_admin_css")
def inks_of_the_portal() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("portal/admin.css"))


@hooks.register("construct_page_chooser_queryset")
def choose_among_what_they_may_read(pages: Any, request: HttpRequest) -> Any:
    """Wagtail's chooser shows every page to all who may enter: titles of drafts, too, and of pages behind a password.

    It is for those who work on pages: they choose among what is public and what they may edit. Raises `PermissionDenied`
    for everybody else.
    """
    if not page_permission_policy.user_has_any_permission(request.user, {"add", "change", "publish"}):
        raise PermissionDenied
    mine = page_permission_policy.explorable_instances(request.user)
    return pages.filter(Q(pk__in=Page.objects.live().public().values("pk")) | Q(pk__in=mine.values("pk")))
