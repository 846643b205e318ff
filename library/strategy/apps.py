from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StrategyConfig(AppConfig):
    name = "library.strategy"
    label = "strategy"
    verbose_name = _("strategy")

    def ready(self) -> None:
        from wagtail.signals import page_published, page_unpublished

        from library.publications.selectors import MENTIONS_OF_PUBLICATIONS
        from library.strategy.pages import StrategyPage
        from library.strategy.selectors.mentions import mentions_of_publication

        MENTIONS_OF_PUBLICATIONS.answer(mentions_of_publication)
        page_published.connect(_tell, sender=StrategyPage)
        page_unpublished.connect(_tell, sender=StrategyPage)


def _tell(sender: Any, instance: Any, **details: Any) -> None:
    """A strategy comes and goes with its page, by whichever screen, and so do its measures and indicators."""
    from library.strategy.services.keep_strategy import tell_strategy

    tell_strategy(instance.record)
