from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from consultation.enums import Channel, ShownAs
from consultation.errors import ConsultationClosed, ConsultationNotOpenYet
from consultation.policies import may_comment
from consultation.records import Consultation, ConsultationComment, Contribution, Issue, Provision
from consultation.services.telling import comment_words, write_to_author
from portal.accounts.links import sign
from portal.accounts.models import Participant
from portal.languages.enums import Language
from portal.stakeholders.models import StakeholderCategory
from portal.work.clock import database_now


@dataclass(frozen=True)
class Author:
    """Who sends a comment, and how the public may see them."""

    email: str
    category: StakeholderCategory
    name: str = ""
    organisation: str = ""
    shown_as: str = ShownAs.CATEGORY
    language: str = Language.ALBANIAN


@transaction.atomic
def submit_comment(
    *,
    consultation: Consultation,
    author: Author,
    text: str,
    language: str,
    provision: Provision | None = None,
    proposed_wording: str = "",
    form_key: str | None = None,
) -> Contribution:
    """Record a comment on a provision, or on the whole draft, and ask its author to confirm the address.

    The consultation row is locked so that no comment slips in after the closing instant, and the clock is read after
    the lock: a comment that waited past closing is late. The same form sent twice (`form_key`) is one comment with one
    receipt.
    """
    consultation = Consultation.objects.select_for_update(of=("self",), no_key=True).get(pk=consultation.pk)
    now = database_now()
    if form_key and (sent := Contribution.objects.filter(form_key=form_key, consultation=consultation).first()):
        return sent
    if not may_comment(consultation, now):
        raise ConsultationNotOpenYet if now < consultation.opens_at else ConsultationClosed

    contribution = _contribution(consultation, author, form_key)
    contribution.sent_at = now
    contribution.full_clean()
    contribution.save()
    comment = ConsultationComment(
        consultation=consultation,
        contribution=contribution,
        number=next_number(ConsultationComment, consultation, "number"),
        provision=provision,
        is_on_whole=provision is None,
        text=text,
        proposed_wording=proposed_wording,
        language=language,
    )
    comment.full_clean()
    comment.save()
    write_to_author(
        "comment_received",
        contribution,
        key=contribution.pk,
        context=comment_words(comment)
        | {
            "sent_at": now,
            "confirm_token": sign("consultation.confirm", contribution.pk),
            "manage_token": sign("consultation.manage", contribution.pk),
        },
    )
    return contribution


def _contribution(consultation: Consultation, author: Author, form_key: str | None) -> Contribution:
    participant = Participant(
        email=author.email.lower(), name=author.name, organisation=author.organisation, language=author.language
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
    )


def next_number(
    model: type[Contribution] | type[ConsultationComment] | type[Issue], consultation: Consultation, field: str
) -> int:
    """The next number within the consultation, whose row is locked."""
    return (model.objects.filter(consultation=consultation).aggregate(last=Max(field))["last"] or 0) + 1
