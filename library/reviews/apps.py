from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReviewsConfig(AppConfig):
    name = "library.reviews"
    label = "reviews"
    verbose_name = _("reviews")

    def ready(self) -> None:
        from library.reviews.selectors.mentions import mentions_of_measure
        from library.strategy.selectors import answer_mentions

        answer_mentions(mentions_of_measure)
