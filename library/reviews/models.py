from library.reviews.pages import RecommendationIndexPage, ReviewPage
from library.reviews.records import Answer, Evidence, Finding, PolicyChange, Recommendation, Review

__all__ = [
    "Answer",
    "Evidence",
    "Finding",
    "PolicyChange",
    "Recommendation",
    "RecommendationIndexPage",
    "Review",
    "ReviewPage",
]
