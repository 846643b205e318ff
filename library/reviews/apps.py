from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReviewsConfig(AppConfig):
    name = "library.reviews"
    label = "reviews"
    verbose_name = _("reviews")

    def ready(self) -> None:
        from wagtail.signals import page_published, page_unpublished

        from library.publications.selectors import MENTIONS_OF_PUBLICATIONS
        from library.reviews.pages import ReviewPage
        from library.reviews.selectors.mentions import mentions_of_measure, mentions_of_publication
        from library.strategy.selectors import MENTIONS_OF_MEASURES

        MENTIONS_OF_MEASURES.answer(mentions_of_measure)
        MENTIONS_OF_PUBLICATIONS.answer(mentions_of_publication)
        page_published.connect(_tell, sender=ReviewPage)
        page_unpublished.connect(_tell, sender=ReviewPage)


def _tell(sender: Any, instance: Any, **details: Any) -> None:
    """A review comes and goes with its page, by whichever screen, and so do its findings and recommendations."""
    from library.reviews.services.keep_review import tell_review

    tell_review(instance.record)
