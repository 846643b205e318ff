from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LanguagesConfig(AppConfig):
    name = "portal.languages"
    label = "languages"
    verbose_name = _("languages")

    def ready(self) -> None:
        from wagtail.signals import page_published, page_unpublished

        from portal.languages import receivers

        page_published.connect(receivers.on_published)
        page_unpublished.connect(receivers.on_unpublished)
