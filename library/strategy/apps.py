from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StrategyConfig(AppConfig):
    name = "library.strategy"
    label = "strategy"
    verbose_name = _("strategy")

    def ready(self) -> None:
        from library.publications.selectors import MENTIONS_OF_PUBLICATIONS
        from library.strategy.selectors.mentions import mentions_of_publication

        MENTIONS_OF_PUBLICATIONS.answer(mentions_of_publication)
