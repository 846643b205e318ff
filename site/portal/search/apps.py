from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save


class SearchConfig(AppConfig):
    name = "portal.search"
    label = "search"

    def ready(self) -> None:
        from wagtail.models import PageViewRestriction, get_page_models
        from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

        from portal.search import checks, receivers  # noqa: F401 - registers its checks

        page_published.connect(receivers.on_page_change)
        page_unpublished.connect(receivers.on_page_change)
        page_slug_changed.connect(receivers.on_page_branch_change)
        post_page_move.connect(receivers.on_page_branch_change)
        post_save.connect(receivers.on_restriction_change, sender=PageViewRestriction)
        post_delete.connect(receivers.on_restriction_change, sender=PageViewRestriction)
        # Deleting a branch deletes each page of it by its own class, and only that still holds what it told.
        for model in get_page_models():
            post_delete.connect(receivers.on_page_change, sender=model)
