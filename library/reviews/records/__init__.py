from library.reviews.records.answer import Answer, PolicyChange
from library.reviews.records.recommendation import Recommendation
from library.reviews.records.review import Finding, Review

__all__ = ["Answer", "Finding", "PolicyChange", "Recommendation", "Review"]
