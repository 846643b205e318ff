from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.notifications.policies import may_see_outbox
from portal.notifications.viewsets import OutboxViewSet


class OutboxMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_outbox(request.user)


@hooks.register("register_admin_viewset")
def register_outbox() -> OutboxViewSet:
    return OutboxViewSet()


@hooks.register("register_admin_menu_item")
def register_outbox_menu_item() -> MenuItem:
    return OutboxMenuItem(_("Outbox"), reverse_lazy("outbox:index"), name="outbox", icon_name="mail", order=800)
