from django.apps import AppConfig
from django.db.models.signals import post_delete
from django.utils.translation import gettext_lazy as _


class LanguagesConfig(AppConfig):
    name = "portal.languages"
    label = "languages"
    verbose_name = _("languages")

    def ready(self) -> None:
        from wagtail.models import Page
        from wagtail.signals import page_published, page_unpublished

        from portal.languages import receivers

        page_published.connect(receivers.on_published)
        page_unpublished.connect(receivers.on_unpublished)
        post_delete.connect(receivers.on_deleted, sender=Page)
