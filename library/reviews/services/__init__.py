from library.reviews.services.drafts import FindingDraft, RecommendationDraft, ReviewDraft
from library.reviews.services.keep_part import answer_recommendation, keep_part, note_change, remove_part
from library.reviews.services.keep_review import (
    change_review,
    keep_review,
    publish_review,
    remove_review,
    unpublish_review,
)
from library.reviews.services.plant_recommendation_index import plant_recommendation_index

__all__ = [
    "FindingDraft",
    "RecommendationDraft",
    "ReviewDraft",
    "answer_recommendation",
    "change_review",
    "keep_part",
    "keep_review",
    "note_change",
    "plant_recommendation_index",
    "publish_review",
    "remove_part",
    "remove_review",
    "unpublish_review",
]
