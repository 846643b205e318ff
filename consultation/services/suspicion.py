"""Points against a contribution being a person's own words. They hold it for a moderator; they refuse nobody."""

import re
from collections.abc import Sequence
from datetime import timedelta

from consultation.records import Consultation, ConsultationComment, Contribution
from consultation.services.remark import Remark
from portal.work.clock import database_now

HELD_FROM = 3
"""Points from which a contribution waits for a moderator also where comments are published first."""

LIKE = 0.8
COMPARED = 200
MANY_IN_AN_HOUR = 300
_LINK = re.compile(r"https?://|www\.", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def suspicion_of(consultation: Consultation, remarks: Sequence[Remark], *, is_repeated: bool, form_points: int) -> int:
    """What the form itself betrayed, links beyond two, a text that was sent before, and an hour with very many."""
    links = sum(len(_LINK.findall(f"{each.text} {each.proposed_wording} {each.reason}")) for each in remarks)
    points = form_points + min(max(links - 2, 0), 3)
    points += is_repeated
    hour_ago = database_now() - timedelta(hours=1)
    lately = Contribution.objects.filter(consultation=consultation, sent_at__gt=hour_ago)
    if lately[: MANY_IN_AN_HOUR + 1].count() > MANY_IN_AN_HOUR:
        points += HELD_FROM
    return points


def earlier_like(consultation: Consultation, remark: Remark) -> ConsultationComment | None:
    """The first comment on the same thing with nearly the same words, among the latest ones."""
    words = frozenset(_WORD.findall(remark.text.casefold()))
    if len(words) < 5:
        return None
    rows = (
        ConsultationComment.objects.filter(
            consultation=consultation,
            provision=remark.provision,
            measure=remark.measure,
            reply_to=None,
            same_as=None,
            contribution__withdrawn_at=None,
        )
        .only("pk", "text")
        .order_by("-number")[:COMPARED]
    )
    like = [row for row in rows if likeness(words, frozenset(_WORD.findall(row.text.casefold()))) >= LIKE]
    return like[-1] if like else None


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of words that both have, of all words that either has."""
    return len(one & other) / len(one | other) if one or other else 1.0
