from library.reviews.selectors.addresses import finding_address, recommendation_address
from library.reviews.selectors.detail import (
    find_finding,
    find_recommendation,
    finding_context,
    recommendation_context,
    review_context,
)
from library.reviews.selectors.listing import RecommendationFilters, recommendation_chain
from library.reviews.selectors.mentions import mentions_of_measure
from library.reviews.selectors.visibility import findings_visible_to, recommendations_visible_to, visible_to

__all__ = [
    "RecommendationFilters",
    "find_finding",
    "find_recommendation",
    "finding_address",
    "finding_context",
    "findings_visible_to",
    "mentions_of_measure",
    "recommendation_address",
    "recommendation_chain",
    "recommendation_context",
    "recommendations_visible_to",
    "review_context",
    "visible_to",
]
