from library.reviews.pages import RecommendationIndexPage, ReviewPage
from library.reviews.records import Answer, Finding, PolicyChange, Recommendation, Review

__all__ = ["Answer", "Finding", "PolicyChange", "Recommendation", "RecommendationIndexPage", "Review", "ReviewPage"]
