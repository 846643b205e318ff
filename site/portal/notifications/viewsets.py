"""The outbox in the editors' admin: which letters went out, which did not, and the button for those in doubt."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.base import ViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from portal.notifications.errors import CannotSendAgain
from portal.notifications.policies import may_be_sent_again, may_read_body, may_see_outbox, may_send_again
from portal.notifications.records import Notice
from portal.notifications.services import send_again


class OutboxView(IndexView):
    model = Notice
    page_title = gettext_lazy("Outbox")
    permission_policy = ModelPermissionPolicy(Notice)
    any_permission_required = ["view"]
    default_ordering = "-queued_at"
    list_filter = ["state", "template", "language"]
    search_fields = ["recipient", "subject"]
    search_backend_name = None
    list_export: list[str] = []
    columns = [
        TitleColumn("subject", label=gettext_lazy("Subject"), url_name="outbox:letter"),
        Column("recipient", label=gettext_lazy("To"), sort_key="recipient"),
        Column("get_state_display", label=gettext_lazy("State"), sort_key="state"),
        Column("attempts", label=gettext_lazy("Attempts"), sort_key="attempts"),
        DateColumn("queued_at", label=gettext_lazy("Queued"), sort_key="queued_at"),
        DateColumn("sent_at", label=gettext_lazy("Sent"), sort_key="sent_at"),
    ]


class OutboxViewSet(ViewSet):
    name = "outbox"
    url_prefix = "outbox"
    icon = "mail"

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_common_view_kwargs(**kwargs) | {
            "index_url_name": "outbox:index",
            "index_results_url_name": "outbox:results",
            "header_icon": self.icon,
        }

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", self.construct_view(OutboxView), name="index"),
            path("results/", self.construct_view(OutboxView, results_only=True), name="results"),
            path("<int:pk>/", letter, name="letter"),
            path("<int:pk>/send-again/", letter_again, name="send_again"),
        ]


@require_safe
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """One letter: where it stands and why. Its words only to those who may read them."""
    if not may_see_outbox(request.user):
        raise PermissionDenied
    notice = get_object_or_404(Notice.objects.prefetch_related("attachments"), pk=pk)
    return render(
        request,
        "notifications/letter.html",
        {
            "notice": notice,
            "may_read": may_read_body(request.user, notice),
            "may_send_again": may_send_again(request.user) and may_be_sent_again(notice),
        },
    )


@require_POST
def letter_again(request: HttpRequest, pk: int) -> HttpResponse:
    if not may_send_again(request.user):
        raise PermissionDenied
    notice = get_object_or_404(Notice, pk=pk)
    try:
        send_again(notice=notice, by=request.user)
    except CannotSendAgain as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The letter is queued again."))
    return redirect("outbox:letter", pk)
