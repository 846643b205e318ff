from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReviewsConfig(AppConfig):
    name = "library.reviews"
    label = "reviews"
    verbose_name = _("reviews")

    def ready(self) -> None:
        from library.publications.selectors import MENTIONS_OF_PUBLICATIONS
        from library.reviews.selectors.mentions import mentions_of_measure, mentions_of_publication
        from library.strategy.selectors import MENTIONS_OF_MEASURES

        MENTIONS_OF_MEASURES.answer(mentions_of_measure)
        MENTIONS_OF_PUBLICATIONS.answer(mentions_of_publication)
