from library.reviews.records.answer import Answer, PolicyChange
from library.reviews.records.recommendation import Recommendation
from library.reviews.records.review import Evidence, Finding, Review

__all__ = ["Answer", "Evidence", "Finding", "PolicyChange", "Recommendation", "Review"]
