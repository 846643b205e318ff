from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save


class HomeConfig(AppConfig):
    name = "portal.home"
    label = "home"

    def ready(self) -> None:
        from wagtail.models import Page, PageViewRestriction
        from wagtail.signals import page_published, page_slug_changed, page_unpublished

        from portal.home.receivers import on_public_change
        from portal.languages.models import GlossaryTerm
        from portal.pages.models import Partner, ProjectWords
        from portal.stakeholders.models import Institution, StakeholderCategory

        for signal in (page_published, page_unpublished, page_slug_changed):
            signal.connect(on_public_change)
        shown_everywhere = (Partner, ProjectWords, GlossaryTerm, Institution, StakeholderCategory, PageViewRestriction)
        for model in shown_everywhere:
            post_save.connect(on_public_change, sender=model)
        for model in (*shown_everywhere, Page):
            post_delete.connect(on_public_change, sender=model)
