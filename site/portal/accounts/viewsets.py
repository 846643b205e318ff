"""In the editors' admin: accounts with their roles, and the journal of deeds, which is read and never changed."""

from typing import Any

from django import forms
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.base import ViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.users.views.users import UserViewSet

from portal.accounts.forms import ChangeAccountForm, OpenAccountForm
from portal.accounts.records import AuditEntry


class JournalView(IndexView):
    model = AuditEntry
    page_title = _("Journal of deeds")
    permission_policy = ModelPermissionPolicy(AuditEntry)
    any_permission_required = ["view"]
    default_ordering = "-done_at"
    list_filter = ["deed", "about_type", "actor"]
    search_fields = ["about", "deed"]
    search_backend_name = None
    list_export = ["done_at", "actor", "roles", "deed", "about_type", "about_key", "about", "detail"]
    columns = [
        DateColumn("done_at", label=_("When"), sort_key="done_at"),
        Column("actor", label=_("Who")),
        Column("roles", label=_("Roles")),
        Column("deed", label=_("Deed"), sort_key="deed"),
        Column("about", label=_("Record")),
        Column("detail", label=_("Details")),
    ]

    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("actor")


class JournalViewSet(ViewSet):
    name = "journal"
    url_prefix = "journal"
    icon = "history"

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_common_view_kwargs(**kwargs) | {
            "index_url_name": "journal:index",
            "index_results_url_name": "journal:results",
            "header_icon": self.icon,
        }

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", self.construct_view(JournalView), name="index"),
            path("results/", self.construct_view(JournalView, results_only=True), name="results"),
        ]


class PeopleViewSet(UserViewSet):
    """No account is deleted here: its deeds would lose their author. It is closed, or loses its roles and erases itself."""

    template_prefix = ""
    create_template_name = "wagtailadmin/generic/create.html"
    edit_template_name = "wagtailadmin/generic/edit.html"
    index_template_name = "wagtailusers/users/index.html"
    index_results_template_name = "wagtailusers/users/index_results.html"
    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return ChangeAccountForm if for_update else OpenAccountForm

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_common_view_kwargs(**kwargs) | {"delete_url_name": None}

    def get_urlpatterns(self) -> list[Any]:
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "delete"]
