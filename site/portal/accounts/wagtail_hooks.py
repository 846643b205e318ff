from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.accounts.viewsets import JournalViewSet


class JournalMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("accounts.view_auditentry"))


@hooks.register("register_admin_viewset")
def register_journal() -> JournalViewSet:
    return JournalViewSet()


@hooks.register("register_reports_menu_item")
def register_journal_menu_item() -> MenuItem:
    return JournalMenuItem(
        _("Journal of deeds"), reverse_lazy("journal:index"), name="journal", icon_name="history", order=900
    )
