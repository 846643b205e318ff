"""What came by post, e-mail, telephone or in a meeting, entered by the coordinator into the one stream."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db import transaction

from consultation.enums import Channel, Moderation, ShownAs
from consultation.errors import NotAllowed, NotFromThisPaper, NothingToEnter, ReceivedLate
from consultation.policies import may_enter
from consultation.records import Consultation, ConsultationComment, Contribution, ContributionFile
from consultation.services.papers import Paper, store_papers
from consultation.services.remark import Remark
from consultation.services.submit import Author, next_number
from consultation.working_days import ALBANIA, day_of
from library.publications.services.inspect_upload import inspect_upload
from portal.accounts.models import Participant
from portal.accounts.services import record_audit
from portal.work.clock import database_now


@dataclass(frozen=True)
class Arrival:
    """How and when it came. `scan` is the proof of what came on paper, and never public."""

    channel: str
    received_on: date
    scan: Paper | None = None
    papers: Sequence[Paper] = ()


@transaction.atomic
def enter_contribution(*, consultation: Consultation, by: Any, author: Author, arrival: Arrival) -> Contribution:
    """Make the contribution with its receipt; its comments are entered one by one.

    It needs no confirmation: somebody of the institution had it in hand. It must have come while the consultation was
    open, as every other. Without an e-mail address nobody is written to, and no name is kept.
    """
    consultation = Consultation.objects.select_for_update(of=("self",), no_key=True).get(pk=consultation.pk)
    now = database_now()
    if not may_enter(by, consultation, now):
        raise NotAllowed
    first, last = day_of(consultation.opens_at), day_of(consultation.closes_at - datetime.resolution)
    if not first <= arrival.received_on <= min(last, day_of(now)):
        raise ReceivedLate
    serial = next_number(Contribution, consultation, "serial")
    contribution = Contribution(
        consultation=consultation,
        participant=_participant(author),
        category=author.category,
        shown_as=author.shown_as if author.email or author.shown_as != ShownAs.NAME else ShownAs.CATEGORY,
        organisation_name=author.organisation,
        channel=arrival.channel,
        serial=serial,
        receipt=f"K-{consultation.number}-{serial:04d}",
        language=author.language,
        sent_at=min(now, datetime.combine(arrival.received_on, time(12), ALBANIA)),
        confirmed_at=now,
        received_on=arrival.received_on,
        entered_by=by,
    )
    contribution.full_clean()
    contribution.save()
    store_papers(contribution=contribution, papers=arrival.papers, at=now)
    if arrival.scan is not None:
        store_papers(contribution=contribution, papers=[arrival.scan], at=now)
        contribution.files.filter(pk=contribution.files.latest("pk").pk).update(is_scan=True)
    record_audit(
        actor=by,
        deed="consultation.enter",
        about=contribution,
        detail={"channel": arrival.channel, "received_on": arrival.received_on.isoformat()},
    )
    return contribution


def _participant(author: Author) -> Participant | None:
    if not author.email:
        return None
    participant = Participant(
        email=author.email.lower(), name=author.name, organisation=author.organisation, language=author.language
    )
    participant.full_clean()
    participant.save()
    return participant


@transaction.atomic
def enter_comment(
    *,
    contribution: Contribution,
    by: Any,
    remark: Remark,
    paper: ContributionFile | None = None,
    paper_page: int | None = None,
) -> ConsultationComment:
    """One comment out of what came in: typed from a letter, or clipped from a position paper with its page.

    What was sent through the website says itself what it comments on: of that only a paper is clipped. A moderator reads
    the comment as every other.
    """
    consultation = Consultation.objects.select_for_update(of=("self",), no_key=True).get(
        pk=contribution.consultation_id
    )
    if not may_enter(by, consultation, database_now()) or contribution.is_withdrawn:
        raise NotAllowed
    if paper is None and contribution.channel == Channel.WEBSITE:
        raise NothingToEnter
    if paper is not None and not _is_page_of(contribution, paper, paper_page):
        raise NotFromThisPaper
    comment = ConsultationComment(
        consultation=consultation,
        contribution=contribution,
        number=next_number(ConsultationComment, consultation, "number"),
        provision=remark.provision,
        measure=remark.measure,
        is_on_whole=remark.is_on_whole,
        text=remark.text,
        proposed_wording=remark.proposed_wording,
        reason=remark.reason,
        language=remark.language,
        paper=paper,
        paper_page=paper_page if paper else None,
    )
    comment.full_clean()
    comment.save()
    record_audit(actor=by, deed="consultation.enter_comment", about=contribution, detail={"comment": comment.number})
    return comment


def _is_page_of(contribution: Contribution, paper: ContributionFile, page: int | None) -> bool:
    """A PDF has pages that can be counted; in other papers the page is what their reader saw."""
    if paper.contribution_id != contribution.pk or paper.is_scan or page is None:
        return False
    if not paper.name.endswith(".pdf"):
        return True
    with paper.file.open("rb") as content:
        pages = inspect_upload(content, paper.name).page_count
    return pages is None or page <= pages


@transaction.atomic
def remove_entered(*, comment: ConsultationComment, by: Any) -> None:
    """Take away what was entered by mistake, as long as nobody has read it for publication."""
    comment = ConsultationComment.objects.select_for_update(of=("self",), no_key=True).get(pk=comment.pk)
    entered = comment.paper_id is not None or comment.contribution.channel != Channel.WEBSITE
    if not may_enter(by, comment.consultation, database_now()) or not entered:
        raise NotAllowed
    if comment.moderation != Moderation.PENDING:
        raise NotAllowed
    record_audit(
        actor=by, deed="consultation.remove_entered", about=comment.contribution, detail={"comment": comment.number}
    )
    comment.delete()
