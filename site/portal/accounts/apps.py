from importlib import import_module

from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    name = "portal.accounts"
    label = "accounts"
    default = True

    def ready(self) -> None:
        import_module("portal.accounts.receivers")


class PeopleConfig(WagtailUsersAppConfig):  # type: ignore[misc]
    """Wagtail's accounts screen, with our forms."""

    user_viewset = "portal.accounts.viewsets.PeopleViewSet"
