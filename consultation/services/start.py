from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from wagtail.models import Page

from consultation.enums import Licence, ModerationMoment, Stage, WhoMayComment
from consultation.errors import AlreadyAnnounced, NotAllowed, NotComplex, TermTooLong, TermTooShort
from consultation.pages import ConsultationIndexPage, ConsultationPage
from consultation.policies import may_coordinate
from consultation.records import Consultation, DraftVersion
from consultation.selectors import working_calendar
from consultation.working_days import LEAST_DAYS, MOST_DAYS, day_of, end_of
from library.reviews.models import Review
from portal.accounts.models import User
from portal.accounts.services import record_audit
from portal.languages.enums import SOURCE_LANGUAGE, Language
from portal.pages.services import PageWords, create_page_pair
from portal.stakeholders.models import Institution, StakeholderCategory


@dataclass(frozen=True)
class ConsultationFacts:
    """What the coordinator decides about a consultation; the same in every language."""

    act_kind: str
    institution: Institution
    contact_role_sq: str
    contact_role_en: str
    contact_email: str
    opens_at: datetime
    working_days: int = LEAST_DAYS
    legal_basis_sq: str = ""
    legal_basis_en: str = ""
    is_informal: bool = False
    is_complex: bool = False
    is_prior_notice: bool = False
    follows: Consultation | None = None
    review: Review | None = None
    who_may_comment: str = WhoMayComment.ANYONE
    moderation_moment: str = ModerationMoment.BEFORE
    licence: str = Licence.CC_BY
    english_due_on: date | None = None
    answers_due_on: date | None = None
    is_example: bool = False
    invited_categories: Sequence[StakeholderCategory] = ()


@dataclass(frozen=True)
class ConsultationWords:
    """What the page says in one language. Without a slug, the title makes one."""

    title: str
    slug: str = ""
    summary: str = ""
    body: Sequence[Any] = field(default_factory=tuple)


@transaction.atomic
def start_consultation(
    *,
    by: Any,
    facts: ConsultationFacts,
    words: Mapping[Language, ConsultationWords],
    code: str = "",
    coordinator: User | None = None,
) -> Consultation:
    """Make the record, its first draft (empty) and both draft pages. Whoever starts it coordinates it, if nobody else.

    The list page is locked while the next number is taken. A `code` lets the seed find its own work again.
    """
    if not may_coordinate(by):
        raise NotAllowed
    index = ConsultationIndexPage.objects.get(locale__language_code=SOURCE_LANGUAGE)
    Page.objects.select_for_update(no_key=True, of=("self",)).get(pk=index.pk)
    number = (Consultation.objects.aggregate(last=Max("number"))["last"] or 0) + 1
    consultation = Consultation(number=number, code=code or f"k{number}", coordinator=coordinator or by)
    _keep_facts(consultation, facts)
    DraftVersion.objects.create(consultation=consultation, number=1)
    create_page_pair(
        ConsultationPage,
        parent=index,
        words={language: _page_words(each) for language, each in words.items()},
        facts={"consultation": consultation},
        user=by,
    )
    record_audit(actor=by, deed="consultation.start", about=consultation)
    return consultation


@transaction.atomic
def change_facts(*, consultation: Consultation, by: Any, facts: ConsultationFacts) -> Consultation:
    """Change what was decided, until it is announced. Afterwards only the deadline moves, by an extension."""
    if not may_coordinate(by):
        raise NotAllowed
    consultation = Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    if consultation.stage != Stage.PREPARING:
        raise AlreadyAnnounced
    _keep_facts(consultation, facts)
    record_audit(actor=by, deed="consultation.change", about=consultation)
    return consultation


def _keep_facts(consultation: Consultation, facts: ConsultationFacts) -> None:
    check_length(facts.working_days, is_informal=facts.is_informal, is_complex=facts.is_complex)
    if facts.follows is not None and not facts.follows.is_prior_notice:
        raise ValidationError({"follows": _("Choose a consultation that was a prior notice.")})
    for each in fields(facts):
        if each.name != "invited_categories":
            setattr(consultation, each.name, getattr(facts, each.name))
    set_term(consultation, facts.opens_at, facts.working_days)
    consultation.full_clean()
    consultation.save()
    consultation.invited_categories.set(facts.invited_categories)


def check_length(working_days: int, *, is_informal: bool, is_complex: bool) -> None:
    """The law's limits. An informal consultation may be shorter or longer, but lasts at least a day."""
    if is_informal:
        if working_days < 1:
            raise ValidationError({"working_days": _("A consultation lasts at least one working day.")})
        return
    if working_days < LEAST_DAYS:
        raise TermTooShort
    if working_days > MOST_DAYS:
        raise TermTooLong
    if working_days > LEAST_DAYS and not is_complex:
        raise NotComplex


def set_term(consultation: Consultation, opens_at: datetime, working_days: int) -> None:
    """Compute the term: its working days, and the instant at which the last of them ends."""
    days = working_calendar().term(day_of(opens_at), working_days)
    consultation.opens_at = opens_at
    consultation.working_days = working_days
    consultation.term = [day.isoformat() for day in days]
    consultation.closes_at = end_of(days[-1])


def _page_words(words: ConsultationWords) -> PageWords:
    """Numbers alone are no slug here: they are the addresses of records."""
    if words.slug.isdecimal():
        raise ValidationError(_("An address word needs at least one letter."))
    return PageWords(title=words.title, slug=words.slug, fields={"summary": words.summary, "body": list(words.body)})
