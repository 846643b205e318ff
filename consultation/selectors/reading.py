"""Everything that one language's page of a consultation shows, in as few questions as it takes."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.core.paginator import Page as PageOfRows
from django.core.paginator import Paginator
from django.db.models import Subquery
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from consultation.enums import State
from consultation.records import Consultation, ConsultationComment, DraftVersion, Provision
from consultation.selectors.comments import CommentCounts, comment_counts, first_comments, public_answers
from consultation.selectors.lineage import carry, lineage_of, shown_at
from consultation.selectors.showing import ShownAnswer, ShownComment, shown_answer, shown_comment
from consultation.selectors.versions import latest_published
from consultation.working_days import day_of
from portal.delivery.memo import until_next_generation
from portal.languages.enums import Language, active_language
from portal.stakeholders.models import StakeholderCategory
from portal.stakeholders.selectors import top_categories

ROWS_PER_PAGE = 60


@dataclass(frozen=True)
class ShownProvision:
    """What components/provision.html takes, and what a heading needs."""

    is_heading: bool
    anchor: str
    number: str
    label: str
    heading: str
    text: str
    lang: str
    level: int
    other_heading: str = ""
    other_text: str = ""
    other_lang: str = ""
    other_name: str = ""
    here_name: str = ""
    other_url: str = ""
    other_link: str = ""
    comments: int = 0
    answers: int = 0
    comment_url: str = ""
    page_url: str = ""
    closed: str = ""
    shown: list[ShownComment] = field(default_factory=list)
    all_url: str = ""
    replies: list[ShownAnswer] = field(default_factory=list)


@dataclass(frozen=True)
class TocEntry:
    number: str
    name: str
    url: str
    count: int | str
    lang: str


@dataclass(frozen=True)
class Reading:
    """A consultation at one moment."""

    consultation: Consultation
    state: State
    now: datetime
    counts: CommentCounts
    rows: "PageOfRows[Any]"
    toc: list[TocEntry]
    tally: list[dict[str, Any]]
    on_whole: list[ShownComment]
    english_missing: int
    version: DraftVersion | None = None
    has_shelf: bool = False

    @property
    def today(self) -> date:
        return day_of(self.now)

    @property
    def is_open(self) -> bool:
        return self.state == State.OPEN

    @property
    def days_left(self) -> int:
        """Nights until the last day: none on the day itself."""
        return (self.consultation.term_days[-1] - self.today).days if self.consultation.term else 0


def reading(consultation: Consultation, now: datetime, page_number: Any = None) -> Reading:
    state = consultation.state(now)
    provisions = latest_provisions(consultation)
    counts = comment_counts(consultation)
    lineage = lineage_of(consultation)
    carry(counts, lineage, provisions)
    paginator: Paginator[Any] = Paginator(provisions, ROWS_PER_PAGE)
    rows: PageOfRows[Any] = paginator.get_page(page_number)
    first = first_comments(consultation, shown_at(lineage, rows.object_list)) if counts.total else {}
    show = _Showing(consultation, state, counts)
    rows.object_list = [show.row(each, first.get(each.pk, [])) for each in rows.object_list]
    return Reading(
        consultation=consultation,
        state=state,
        now=now,
        counts=counts,
        rows=rows,
        toc=_toc(provisions, counts, rows.number),
        tally=[{"code": each.code, "name": each.name, "count": counts.by_category[each.pk]} for each in _categories()],
        on_whole=[shown_comment(each) for each in first.get(None, [])],
        english_missing=sum(1 for each in provisions if each.english_is_behind),
        version=provisions[0].version if provisions else None,
        has_shelf=lineage.drops_commented(counts.by_provision),
    )


def latest_provisions(consultation: Consultation) -> list[Provision]:
    """The draft that stands now, from beginning to end."""
    latest = latest_published(consultation).values("pk")
    return list(Provision.objects.filter(version=Subquery(latest)).select_related("version").order_by("position"))


@until_next_generation
def _categories() -> tuple[StakeholderCategory, ...]:
    return tuple(top_categories())


@dataclass(frozen=True)
class _Showing:
    """Turns provisions into rows for the template; what all rows share is worked out once."""

    consultation: Consultation
    state: State
    counts: CommentCounts

    def row(self, provision: Provision, comments: list[Any]) -> ShownProvision:
        here = active_language()
        other = here.other
        heading, text = provision.heading, provision.text
        language = (text or heading).language
        label = provision_label(provision)
        has_other = (
            bool(getattr(provision, f"text_{other}") or getattr(provision, f"heading_{other}")) and language is here
        )
        shown = [replace(shown_comment(each, answered=False), state_text=made_on(each, provision)) for each in comments]
        number = self.counts.by_provision[provision.pk]
        return ShownProvision(
            is_heading=provision.is_heading,
            anchor=provision.anchor,
            number=provision.label,
            label=label,
            heading=heading,
            text=mark_safe(text),  # noqa: S308 - cleaned when it was written
            lang=language if language is not here else "",
            level=3,
            other_heading=getattr(provision, f"heading_{other}") if has_other else "",
            other_text=mark_safe(getattr(provision, f"text_{other}")) if has_other else "",  # noqa: S308 - cleaned when written
            other_lang=other.value,
            other_name=other.label,
            here_name=here.label,
            other_url=self._address(provision, other) if has_other else "",
            other_link=_other_link(provision, other) if has_other else "",
            comments=number,
            answers=self.counts.answers[provision.pk],
            comment_url=self._write_url(provision),
            page_url=self._address(provision, here),
            closed="" if self.state == State.OPEN else closed_sentence(self.state),
            shown=shown,
            all_url=self._address(provision, here) if number > len(shown) else "",
            replies=[shown_answer(each, answer) for each in comments for answer in public_answers(each)],
        )

    def _address(self, provision: Provision, language: Language) -> str:
        with override(language):
            return provision_url(self.consultation, provision)

    def _write_url(self, provision: Provision) -> str:
        if self.state != State.OPEN:
            return ""
        return reverse(
            "consultation:comment_on_provision",
            args=[self.consultation.number, provision.version.number, provision.anchor],
        )


def list_url() -> str:
    """Where the list of all consultations is, in the reader's language: what every address of this room begins with."""
    return reverse("consultation:consultation", args=[0]).removesuffix("0/")


def provision_url(consultation: Consultation, provision: Provision) -> str:
    return reverse("consultation:provision", args=[consultation.number, provision.version.number, provision.anchor])


def provision_label(provision: Provision) -> str:
    """What a provision is called to a screen reader and in links."""
    if provision.is_heading and provision.label:
        return _("Section %(label)s") % {"label": provision.label}
    if provision.label:
        return _("Provision %(label)s") % {"label": provision.label}
    return provision.heading or _("Provision")


def made_on(comment: ConsultationComment, shown_at: Provision) -> str:
    """A comment that is shown at a later text than its own says so."""
    own = comment.provision
    if own is None or own.version_id == shown_at.version_id:
        return ""
    if own.text_sq == shown_at.text_sq and own.heading_sq == shown_at.heading_sq:
        return _("made on draft %(number)s") % {"number": own.version.number}
    return _("made on draft %(number)s: the text has changed") % {"number": own.version.number}


def closed_sentence(state: State) -> str:
    if state == State.ANNOUNCED:
        return _("Comments open later.")
    return _("Comments are closed.")


def _other_link(provision: Provision, other: Language) -> str:
    """In the other language: whoever follows it reads that one."""
    with override(other):
        return (
            _("Read %(name)s in English") % {"name": provision_label(provision)}
            if other is Language.ENGLISH
            else (pgettext("of a provision", "Read %(name)s in Albanian") % {"name": provision_label(provision)})
        )


def _toc(provisions: list[Provision], counts: CommentCounts, here: int) -> list[TocEntry]:
    entries = []
    for place, provision in enumerate(provisions):
        number = place // ROWS_PER_PAGE + 1
        address = f"#{provision.anchor}" if number == here else f"?page={number}#{provision.anchor}"
        name = provision.heading or provision_label(provision)
        language = getattr(provision.heading, "language", active_language())
        entries.append(
            TocEntry(
                number=provision.label,
                name=name,
                url=address,
                count="" if provision.is_heading else counts.by_provision[provision.pk],
                lang=language if language is not active_language() else "",
            )
        )
    return entries


def road(consultation: Consultation, state: State) -> list[dict[str, Any]]:
    """The whole way of a consultation for components/process.html: what is done, what is now, what is to come."""
    order = [State.ANNOUNCED, State.OPEN, State.CLOSED, State.ANSWERED, State.REPORTED]
    reached = order.index(state) if state in order else -1

    def step(place: int, name: str, **details: Any) -> dict[str, Any]:
        return {"name": name, "state": "done" if place < reached else "now" if place == reached else ""} | details

    last = consultation.term_days[-1] if consultation.term else None
    answered_on = consultation.answered_at and day_of(consultation.answered_at)
    return [
        step(0, pgettext("step", "Notice"), date=consultation.announced_at and day_of(consultation.announced_at)),
        step(1, pgettext("step", "Open for comment"), text=_("until"), date=last),
        step(2, pgettext("step", "Review"), text=_("each comment is read within 2 working days")),
        step(
            3,
            pgettext("step", "Answers"),
            text="" if answered_on or not consultation.answers_due_on else _("by"),
            date=answered_on or consultation.answers_due_on,
        ),
        step(4, pgettext("step", "Report")),
    ]
