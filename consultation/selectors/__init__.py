from consultation.selectors.comments import (
    CommentCounts,
    comment_counts,
    comments_on_provision,
    comments_on_whole,
    first_comments,
    own_answer,
    public_answers,
    visible_comments,
)
from consultation.selectors.desk import awaiting_answer, moderation_queue, published_for_answer
from consultation.selectors.lists import Listed, consultation_list, open_consultations
from consultation.selectors.moments import (
    Moment,
    UpcomingDate,
    ahead,
    dates_of,
    next_instant,
    next_of,
    upcoming_dates,
    working_calendar,
)
from consultation.selectors.people import coordinators
from consultation.selectors.showing import ShownComment, shown_comment
from consultation.selectors.visibility import page_of, shut_above, title_of, visible_to

__all__ = [
    "CommentCounts",
    "Listed",
    "Moment",
    "ShownComment",
    "UpcomingDate",
    "ahead",
    "awaiting_answer",
    "comment_counts",
    "comments_on_provision",
    "comments_on_whole",
    "consultation_list",
    "coordinators",
    "dates_of",
    "first_comments",
    "moderation_queue",
    "next_instant",
    "next_of",
    "open_consultations",
    "own_answer",
    "page_of",
    "public_answers",
    "published_for_answer",
    "shown_comment",
    "shut_above",
    "title_of",
    "upcoming_dates",
    "visible_comments",
    "visible_to",
    "working_calendar",
]
