"""The letters that this room sends."""

from datetime import UTC, datetime
from typing import Any

from consultation.enums import NewsKind
from portal.notifications.letter import Letter

_TITLES = {"sq": "Skicë shembull", "en": "Example outline"}
_REASONS = {"sq": "Arsye shembull.", "en": "An example reason."}
_CLOSES = datetime(2026, 12, 18, 23, tzinfo=UTC)
_COMMENT: dict[str, Any] = {
    "number": 1,
    "titles": _TITLES,
    "receipt": "K-1-0001",
    "closes_at": _CLOSES,
    "confirm_until": datetime(2026, 12, 21, 23, tzinfo=UTC),
    "comment_number": 1,
    "text": "Një fjali <shembull> & e dyta.",
    "provision_label": "5",
    "is_on_whole": False,
    "on": {"sq": "Dispozita 5", "en": "Provision 5"},
    "is_example": True,
}
_ON_WHOLE = _COMMENT | {"provision_label": "", "is_on_whole": True}
_TOKENS = {
    "sent_at": _CLOSES,
    "confirm_token": "shembull",
    "manage_token": "shembull",
    "disown_token": "shembull",
    "comments": [_COMMENT, _ON_WHOLE | {"on": {"sq": "Teksti në tërësi", "en": "The whole text"}}],
    "papers": ["qendrimi.pdf"],
}
_NEWS = _COMMENT | {"reasons": _REASONS, "stop_token": "shembull", "stop_number": 1}
_OUTCOME = {"outcome_token": "shembull"}

LETTERS = (
    Letter(
        "consultation/comment_received",
        examples=(_COMMENT | _TOKENS, _ON_WHOLE | _TOKENS | {"confirm_token": "", "papers": []}),
    ),
    Letter("consultation/comment_disowned", examples=(_COMMENT,)),
    Letter("consultation/follow_asked", examples=(_COMMENT | {"token": "shembull"},)),
    Letter("consultation/support_asked", examples=(_COMMENT | {"token": "shembull"},)),
    Letter("consultation/invited", examples=(_COMMENT | {"token": "shembull"},)),
    Letter("consultation/invitation_reminder", examples=(_COMMENT | {"token": "shembull"},)),
    Letter("consultation/news", examples=tuple(_NEWS | {"kind": kind.value} for kind in NewsKind)),
    Letter("consultation/handed_over", examples=(_COMMENT | {"key": 1},)),
    Letter("consultation/comment_published", examples=(_COMMENT, _ON_WHOLE)),
    Letter(
        "consultation/comment_hidden", examples=(_COMMENT | {"reasons": _REASONS}, _ON_WHOLE | {"reasons": _REASONS})
    ),
    Letter(
        "consultation/comment_answered", examples=(_COMMENT | {"reasons": _REASONS, "decision": "Accepted"} | _OUTCOME,)
    ),
    Letter(
        "consultation/deadline_changed",
        examples=(_COMMENT | {"reasons": _REASONS, "old_closes_at": _CLOSES, "new_closes_at": _CLOSES},),
    ),
    Letter("consultation/answers_published", examples=(_COMMENT | _OUTCOME,)),
    Letter("consultation/report_out", examples=(_COMMENT | _OUTCOME,)),
)
