from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from consultation.enums import Channel, Moderation, ShownAs
from consultation.errors import ConsultationClosed, ConsultationNotOpenYet, DraftOvertaken, NotAmongThose
from consultation.policies import is_among_commenters, may_comment
from consultation.records import Consultation, ConsultationComment, Contribution, Issue, Provision
from consultation.selectors.versions import latest_published
from consultation.services.follow import follow_by_taking_part
from consultation.services.papers import Paper, store_papers
from consultation.services.publish import publish_unread
from consultation.services.questions import Reply, store_answers
from consultation.services.remark import Remark
from consultation.services.suspicion import earlier_like, suspicion_of
from consultation.services.telling import comment_words, write_to_author
from portal.accounts.links import sign
from portal.accounts.models import Participant
from portal.delivery.generation import raise_generation
from portal.languages.enums import Language
from portal.stakeholders.models import StakeholderCategory
from portal.work.clock import database_now


@dataclass(frozen=True)
class Author:
    """Who sends a comment, and how the public may see them.

    `is_known` says that the address needs no confirmation: a member signed in with it, or it came by an invitation.
    """

    email: str
    category: StakeholderCategory
    name: str = ""
    organisation: str = ""
    shown_as: str = ShownAs.CATEGORY
    language: str = Language.ALBANIAN
    is_known: bool = False


def submit_comment(
    *,
    consultation: Consultation,
    author: Author,
    text: str,
    language: str,
    provision: Provision | None = None,
    proposed_wording: str = "",
    form_key: str | None = None,
    member: Any = None,
) -> Contribution:
    """Record one comment on a provision, or on the whole draft."""
    remark = Remark(text=text, language=language, provision=provision, proposed_wording=proposed_wording)
    return submit_contribution(
        consultation=consultation, author=author, remarks=[remark], form_key=form_key, member=member
    )


def submit_contribution(
    *,
    consultation: Consultation,
    author: Author,
    remarks: Sequence[Remark],
    papers: Sequence[Paper] = (),
    replies: Sequence[Reply] = (),
    form_key: str | None = None,
    form_points: int = 0,
    member: Any = None,
) -> Contribution:
    """Record everything that was sent at once, with one receipt, and ask its author to confirm the address.

    What may be compared beforehand is compared beforehand, so that the consultation's row is held for a moment only.
    """
    like = [None if each.reply_to else earlier_like(consultation, each) for each in remarks]
    suspicion = suspicion_of(consultation, remarks, is_repeated=any(like), form_points=form_points)
    return _submit(
        consultation, author, list(zip(remarks, like, strict=True)), papers, replies, form_key, suspicion, member
    )


@transaction.atomic
def _submit(
    consultation: Consultation,
    author: Author,
    remarks: Sequence[tuple[Remark, ConsultationComment | None]],
    papers: Sequence[Paper],
    replies: Sequence[Reply],
    form_key: str | None,
    suspicion: int,
    member: Any,
) -> Contribution:
    """The consultation row is locked so that no comment slips in after the closing instant, and the clock is read after
    the lock: a comment that waited past closing is late. The same form sent twice (`form_key`) is one contribution with
    one receipt.
    """
    consultation = Consultation.objects.select_for_update(of=("self",), no_key=True).get(pk=consultation.pk)
    now = database_now()
    if form_key and (sent := Contribution.objects.filter(form_key=form_key, consultation=consultation).first()):
        return sent
    if not may_comment(consultation, now):
        raise ConsultationNotOpenYet if now < consultation.opens_at else ConsultationClosed
    if _is_overtaken(consultation, [remark for remark, _same in remarks]):
        raise DraftOvertaken
    if not is_among_commenters(consultation, author.email, member):
        raise NotAmongThose

    contribution = _contribution(consultation, author, form_key, now)
    contribution.suspicion = suspicion
    contribution.full_clean()
    contribution.save()
    number = next_number(ConsultationComment, consultation, "number")
    comments = [
        _comment(contribution, remark, number + place, same_as) for place, (remark, same_as) in enumerate(remarks)
    ]
    store_papers(contribution=contribution, papers=papers, at=now)
    store_answers(contribution=contribution, replies=replies)
    if contribution.is_confirmed:
        follow_by_taking_part(contribution=contribution)
        publish_unread(contribution=contribution, at=now)
        raise_generation()
    _acknowledge(contribution, comments, now)
    return contribution


def _is_overtaken(consultation: Consultation, remarks: Sequence[Remark]) -> bool:
    """Whether a remark is on a draft that a newer one has taken the place of."""
    drafts = {remark.provision.version_id for remark in remarks if remark.provision is not None}
    return bool(drafts - set(latest_published(consultation).values_list("pk", flat=True))) if drafts else False


def _acknowledge(contribution: Contribution, comments: Sequence[ConsultationComment], now: datetime) -> None:
    words = [comment_words(comment) for comment in comments]
    write_to_author(
        "comment_received",
        contribution,
        key=contribution.pk,
        context=(words[0] if words else {})
        | {
            "comments": words,
            "papers": [kept.name for kept in contribution.files.all()],
            "sent_at": now,
            "confirm_token": "" if contribution.is_confirmed else sign("consultation.confirm", contribution.pk),
            "manage_token": sign("consultation.manage", contribution.pk),
            "disown_token": sign("consultation.disown", contribution.pk),
        },
    )


def _comment(
    contribution: Contribution, remark: Remark, number: int, same_as: ConsultationComment | None
) -> ConsultationComment:
    comment = ConsultationComment(
        consultation=contribution.consultation,
        contribution=contribution,
        number=number,
        provision=remark.provision,
        measure=remark.measure,
        reply_to=remark.reply_to,
        is_on_whole=remark.is_on_whole,
        text=remark.text,
        proposed_wording=remark.proposed_wording,
        reason=remark.reason,
        language=remark.language,
        same_as=same_as,
        moderation=Moderation.PENDING,
    )
    comment.full_clean()
    comment.save()
    return comment


def _contribution(consultation: Consultation, author: Author, form_key: str | None, now: datetime) -> Contribution:
    confirmed_at = now if author.is_known else None
    participant = Participant(
        email=author.email.lower(),
        name=author.name,
        organisation=author.organisation,
        language=author.language,
        confirmed_at=confirmed_at,
    )
    participant.full_clean()
    participant.save()
    serial = next_number(Contribution, consultation, "serial")
    return Contribution(
        consultation=consultation,
        participant=participant,
        category=author.category,
        shown_as=author.shown_as,
        organisation_name=author.organisation,
        channel=Channel.WEBSITE,
        serial=serial,
        receipt=f"K-{consultation.number}-{serial:04d}",
        language=author.language,
        form_key=form_key or None,
        sent_at=now,
        confirmed_at=confirmed_at,
    )


def next_number(
    model: type[Contribution] | type[ConsultationComment] | type[Issue], consultation: Consultation, field: str
) -> int:
    """The next number within the consultation, whose row is locked."""
    return (model.objects.filter(consultation=consultation).aggregate(last=Max(field))["last"] or 0) + 1
