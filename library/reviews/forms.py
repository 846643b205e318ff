"""The secretariat's forms."""

from library.publications.forms import RecordForm, StartsRecord


class ReviewForm(RecordForm):
    """Names, facts and summaries of a review."""


class StartReviewForm(StartsRecord):
    """The one form that a review begins with. Findings and recommendations are added afterwards."""
