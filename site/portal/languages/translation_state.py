"""How far the English of a page has come: the one place that says so, for notices, search engines and translators.

wagtail-localize alone cannot tell: its progress stays at "all translated" while the Albanian has moved on.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Count, F, Max, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail_localize.models import StringSegment, StringTranslation

from portal.languages.enums import SOURCE_LANGUAGE, Language

TARGET_LANGUAGE = Language.ENGLISH


class TranslationState(models.TextChoices):
    NONE = "none", _("not translated")
    PARTIAL = "partial", _("partly translated")
    STALE = "stale", _("older than the Albanian")
    COMPLETE = "complete", _("up to date")


@dataclass(frozen=True)
class TranslatedText:
    """An Albanian page, its English, and how much of the one stands in the other."""

    source: Page
    target: Page | None
    strings: int = 0
    translated: int = 0
    source_taken_at: datetime | None = None
    last_translated_at: datetime | None = None

    @property
    def state(self) -> TranslationState:
        """None and partial: English is not out. Stale: it is out, and tells what the Albanian no longer says."""
        if self.target is None or not self.target.live or self.target.alias_of_id is not None:
            return TranslationState.PARTIAL if self.translated else TranslationState.NONE
        return TranslationState.STALE if self._is_behind(self.target) else TranslationState.COMPLETE

    @property
    def is_whole(self) -> bool:
        """Every string of the Albanian has its English, though it may not be published yet."""
        return self.translated == self.strings

    @property
    def due(self) -> date | None:
        """The deadline of the page, if its kind names one: `translation_due`, a date or a method that tells it."""
        due = getattr(self.source.specific, "translation_due", None)
        return due() if callable(due) else due

    def _is_behind(self, target: Page) -> bool:
        if self.source_taken_at is None:  # the English was written by hand
            return _is_later(self.source.last_published_at, target.last_published_at)
        return (
            not self.is_whole
            or _is_later(self.source.last_published_at, self.source_taken_at)
            or _is_later(self.last_translated_at, target.last_published_at)
        )


def translated_text(page: Page) -> TranslatedText | None:
    """The text that a page tells, asked in either language; nothing where no Albanian page stands behind it."""
    return next(iter(_translated_texts([page.translation_key])), None)


def translation_state(page: Page) -> TranslationState:
    text = translated_text(page)
    return text.state if text else TranslationState.NONE


def translations_to_do(user: Any = None) -> list[TranslatedText]:
    """What translators have before them: live Albanian pages whose English is missing or behind.

    The nearest deadline first, then the longest waiting. With a user, only the English pages that this user may change.
    """
    sources = Page.objects.live().filter(locale__language_code=SOURCE_LANGUAGE, depth__gt=1)
    texts = [
        text
        for text in _translated_texts(sources.values_list("translation_key", flat=True))
        if text.state is not TranslationState.COMPLETE
    ]
    if user is not None:
        changeable = set(_changeable_by(user))
        texts = [text for text in texts if text.target is not None and text.target.pk in changeable]
    return sorted(_with_their_kinds(texts), key=_urgency)


def _with_their_kinds(texts: list[TranslatedText]) -> list[TranslatedText]:
    """Each source as a page of its kind, fetched together: the kind may know a deadline."""
    kinds = {page.pk: page for page in Page.objects.filter(pk__in=[text.source.pk for text in texts]).specific()}
    return [replace(text, source=kinds[text.source.pk]) for text in texts]


def _changeable_by(user: Any) -> QuerySet[Page, int]:
    pages: QuerySet[Page, int] = page_permission_policy.instances_user_has_permission_for(user, "change")
    return pages.values_list("pk", flat=True)


def _translated_texts(keys: Iterable[UUID] | QuerySet[Page, UUID]) -> list[TranslatedText]:
    versions: dict[UUID, dict[str, Page]] = {}
    for page in Page.objects.filter(translation_key__in=keys).select_related("locale"):
        versions.setdefault(page.translation_key, {})[page.locale.language_code] = page
    progress = {each.pop("source__object_id"): each for each in _progress(keys)}
    return [
        TranslatedText(source=pages[SOURCE_LANGUAGE], target=pages.get(TARGET_LANGUAGE), **progress.get(key, {}))
        for key, pages in versions.items()
        if SOURCE_LANGUAGE in pages
    ]


def _progress(keys: Iterable[UUID] | QuerySet[Page, UUID]) -> Iterable[dict[str, Any]]:
    """One row for each Albanian page that has a translation under way."""
    translations = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale__language_code=TARGET_LANGUAGE,
        has_error=False,
    )
    rows: Iterable[dict[str, Any]] = (
        StringSegment.objects.filter(
            source__object_id__in=keys,
            source__locale__language_code=SOURCE_LANGUAGE,
            source__translations__target_locale__language_code=TARGET_LANGUAGE,
            source__translations__enabled=True,
        )
        .annotate(translated_at=Subquery(translations.values("updated_at")[:1]))
        .values("source__object_id", source_taken_at=F("source__last_updated_at"))
        .annotate(strings=Count("pk"), translated=Count("translated_at"), last_translated_at=Max("translated_at"))
    )
    return rows


def _is_later(moment: datetime | None, than: datetime | None) -> bool:
    return moment is not None and than is not None and moment > than


def _urgency(text: TranslatedText) -> tuple[date, datetime]:
    changed = text.source.last_published_at or text.source.latest_revision_created_at
    return text.due or date.max, changed or datetime.max.replace(tzinfo=UTC)
