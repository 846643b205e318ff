import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from library.publications.enums import (
    DateEvent,
    OfficialPage,
    Precision,
    PublicationKind,
    Stage,
    Status,
    TitleStatus,
    Topic,
)
from library.publications.records.sort_keys import AlbanianSortKeyField, EnglishSortKeyField
from portal.languages.bilingual import Bilingual, Words
from portal.languages.enums import Language, active_language
from portal.stakeholders.models import Institution


class Publication(models.Model):
    """A document as a work: what it is, whose, from when. Its pages tell it, its files hold it.

    Whether it holds is not written here: it follows from verified relations and dates, and where those are silent
    nobody has checked. A title in one language only is shown in both and marked.
    """

    code = models.SlugField(_("code"), max_length=80, unique=True)
    title_sq = models.CharField(_("title in Albanian"), max_length=500, blank=True)
    title_sq_status = models.CharField(
        _("wording of the Albanian title"), max_length=12, choices=TitleStatus, default=TitleStatus.OFFICIAL
    )
    title_en = models.CharField(_("title in English"), max_length=500, blank=True)
    title_en_status = models.CharField(
        _("wording of the English title"), max_length=12, choices=TitleStatus, default=TitleStatus.OFFICIAL
    )
    sort_key_sq = AlbanianSortKeyField("albanian_order")
    sort_key_en = EnglishSortKeyField("english_order")
    kind = models.CharField(_("kind"), max_length=30, choices=PublicationKind)
    stage = models.CharField(_("stage"), max_length=10, choices=Stage, default=Stage.PUBLISHED)
    number = models.CharField(_("number"), max_length=80, blank=True)
    date = models.DateField(_("date"), null=True, blank=True)
    date_precision = models.CharField(
        _("how exact the date is"), max_length=5, choices=Precision, default=Precision.DAY
    )
    period_start = models.DateField(_("period begins"), null=True, blank=True)
    period_end = models.DateField(_("period ends"), null=True, blank=True)
    period_precision = models.CharField(
        _("how exact the period is"), max_length=5, choices=Precision, default=Precision.YEAR
    )
    institution = models.ForeignKey(
        Institution,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="publications",
        verbose_name=_("issuing institution"),
    )
    eli = models.URLField(_("ELI address"), max_length=300, blank=True)
    gazette = models.CharField(_("official gazette"), max_length=60, blank=True)
    languages = models.CharField(
        _("languages of the text"), max_length=40, blank=True, help_text=_("Codes with a space between, e.g. sq en.")
    )
    topics = models.CharField(
        _("topics"), max_length=300, blank=True, help_text=_("Codes with a space between, e.g. return rights.")
    )
    is_verified = models.BooleanField(
        _("seen in a source"),
        default=True,
        help_text=_("That the document exists, under this title or number, was seen."),
    )
    adopted_by = models.CharField(
        _("act of adoption"), max_length=120, blank=True, help_text=_("The resolution or act that was seen, if any.")
    )
    in_force_on = models.DateField(
        _("in force on"),
        null=True,
        blank=True,
        help_text=_("The day on which somebody last saw in an official source that it holds."),
    )
    official_url = models.URLField(
        _("official address"),
        max_length=1000,
        blank=True,
        help_text=_("Only an address of the body that issued or publishes it. Empty: not found online."),
    )
    official_page = models.CharField(
        _("what stands there"), max_length=5, choices=OfficialPage, default=OfficialPage.TEXT
    )
    official_note_sq = models.CharField(_("note on the address in Albanian"), max_length=300, blank=True)
    official_note_en = models.CharField(_("note on the address in English"), max_length=300, blank=True)
    official_seen_on = models.DateField(_("official address seen on"), null=True, blank=True)
    provenance = models.TextField(
        _("other sources"), blank=True, help_text=_("For editors only: copies, press, notes. Never shown or searched.")
    )
    is_example = models.BooleanField(_("is an example"), default=False)

    official_note = Bilingual("official_note")

    class Meta:
        ordering = [F("date").desc(nulls_first=True), "id"]
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        constraints = [
            models.CheckConstraint(name="publication_has_a_title", condition=~Q(title_sq="", title_en="")),
            models.CheckConstraint(
                name="publication_period_begins_before_it_ends",
                condition=Q(period_start=None, period_end=None) | Q(period_start__lte=F("period_end")),
            ),
            models.CheckConstraint(
                name="publication_planned_has_no_date", condition=~Q(stage=Stage.PLANNED) | Q(date=None, number="")
            ),
        ]
        indexes = [models.Index(fields=["kind", "date"]), models.Index(fields=["date"])]

    # Told by `selectors.with_status`; a record fetched otherwise has none.
    status: Status

    def __str__(self) -> str:
        return self.title or self.code

    @property
    def title(self) -> Words:
        """The title in the language being read, else in the one there is."""
        here = active_language()
        language = here if self.title_in(here) else here.other
        return Words(self.title_in(language), language)

    def title_in(self, language: Language) -> str:
        return self.title_sq if language is Language.ALBANIAN else self.title_en

    @property
    def title_status(self) -> str:
        """Whose wording the title is that is being read."""
        return self.title_sq_status if self.title.language is Language.ALBANIAN else self.title_en_status

    @property
    def date_text(self) -> str:
        """The date with as much of it as was seen."""
        return _dated(self.date, self.date_precision) if self.date else ""

    @property
    def period_text(self) -> str:
        """`2019–2022`, `January–August 2020`: the period, in years or months as its source tells it."""
        if self.period_start is None or self.period_end is None:
            return ""
        start, end = self.period_start, self.period_end
        if self.period_precision == Precision.YEAR:
            return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
        if self.period_precision == Precision.MONTH and start.year == end.year:
            return f"{date_format(start, 'F')}–{_dated(end, Precision.MONTH)}"
        return f"{_dated(start, self.period_precision)} – {_dated(end, self.period_precision)}"

    @property
    def topic_names(self) -> list[str]:
        return [str(Topic(code).label) for code in self.topics.split() if code in Topic.values]

    @property
    def language_codes(self) -> list[str]:
        return self.languages.split()

    @property
    def albanian_order(self) -> str:
        return self.title_sq or self.title_en

    @property
    def english_order(self) -> str:
        return self.title_en or self.title_sq


def _dated(day: datetime.date, precision: str) -> str:
    if precision == Precision.YEAR:
        return str(day.year)
    return date_format(day, "YEAR_MONTH_FORMAT" if precision == Precision.MONTH else "DATE_FORMAT")


class PublicationDate(models.Model):
    """A day in a document's life beside its own date: signed, ratified, entered into force."""

    publication = models.ForeignKey(
        Publication, on_delete=models.CASCADE, related_name="events", verbose_name=_("publication")
    )
    event = models.CharField(_("what happened"), max_length=10, choices=DateEvent)
    date = models.DateField(_("date"))
    precision = models.CharField(_("how exact the date is"), max_length=5, choices=Precision, default=Precision.DAY)

    class Meta:
        ordering = ["date", "id"]
        verbose_name = _("date of a publication")
        verbose_name_plural = _("dates of publications")
        constraints = [models.UniqueConstraint(fields=["publication", "event"], name="date_once_an_event")]

    def __str__(self) -> str:
        return f"{self.get_event_display()}: {self.date:%Y-%m-%d}"

    @property
    def date_text(self) -> str:
        return _dated(self.date, self.precision)
