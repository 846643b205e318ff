from django.apps import AppConfig
from django.db.models.signals import post_delete


class SearchConfig(AppConfig):
    name = "portal.search"
    label = "search"

    def ready(self) -> None:
        from wagtail.models import Page
        from wagtail.signals import page_published, page_slug_changed, page_unpublished

        from portal.search.receivers import on_page_change

        for signal in (page_published, page_unpublished, page_slug_changed):
            signal.connect(on_page_change, dispatch_uid=f"search.{id(signal)}")
        post_delete.connect(_on_delete, dispatch_uid="search.deleted")


def _on_delete(sender: type, instance: object, **details: object) -> None:
    from wagtail.models import Page

    from portal.search.receivers import on_page_change

    if isinstance(instance, Page):
        on_page_change(sender, instance)
