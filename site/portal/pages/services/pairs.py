"""A page in both languages, made, published and taken down together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db import transaction
from django.utils.text import slugify
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.fields import StreamField
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    String,
    StringTranslation,
    Translation,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from portal.delivery.generation import raise_generation
from portal.languages.enums import SOURCE_LANGUAGE, Language

P = TypeVar("P", bound=Page)


@dataclass(frozen=True)
class PageWords:
    """What one language's page says: its title, its last address word (made from the title if empty) and its other fields."""

    title: str
    slug: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)


@transaction.atomic
def create_page_pair(
    page_class: type[P],
    *,
    parent: Page,
    words: Mapping[Language, PageWords],
    facts: Mapping[str, Any] | None = None,
    user: Any = None,
) -> P:
    """Make the Albanian draft below `parent` and its English draft below the parent's translation; return the Albanian one.

    `facts` are set on both (the record they tell, `is_example`). StreamField values of both languages must have the same
    blocks in the same order; the English takes the Albanian's block ids, as wagtail-localize expects. What was written in
    English is also stored as translated strings: otherwise the first "Translate" would write the Albanian over it.
    """
    source = _draft(page_class, parent, words[SOURCE_LANGUAGE], facts or {}, user)
    english = Locale.objects.get(language_code=Language.ENGLISH)
    target = _draft(
        page_class,
        parent.get_translation(english),
        words[Language.ENGLISH],
        facts or {},
        user,
        translation_key=source.translation_key,
        source=source,
    )
    remember_translation(source, target)
    return source


def _draft(
    page_class: type[P],
    parent: Page,
    words: PageWords,
    facts: Mapping[str, Any],
    user: Any,
    source: P | None = None,
    **identity: Any,
) -> P:
    page = page_class(
        title=words.title,
        slug=_free_slug(parent, words.slug or slugify(words.title)),
        live=False,
        owner=user,
        locale=parent.locale,
        **identity,
        **facts,
    )
    _write(page, words.fields, source)
    parent.add_child(instance=page)
    page.save_revision(user=user, log_action="wagtail.create")
    return page


@transaction.atomic
def rewrite_page_pair(source: Page, *, fields: Mapping[Language, Mapping[str, Any]], user: Any = None) -> None:
    """Give the latest draft of both languages new words in some fields; nothing is published by it."""
    draft = source.get_latest_revision_as_object()
    _write(draft, fields[SOURCE_LANGUAGE], None)
    draft.save_revision(user=user)
    target = source.get_translation(Locale.objects.get(language_code=Language.ENGLISH)).get_latest_revision_as_object()
    _write(target, fields[Language.ENGLISH], draft)
    target.save_revision(user=user)
    remember_translation(draft, target)


def _write(page: Page, fields: Mapping[str, Any], source: Page | None) -> None:
    for name, value in fields.items():
        setattr(page, name, value)
        field_ = page._meta.get_field(name)
        if isinstance(field_, StreamField):
            raw = getattr(page, name).get_prep_value()
            if source is not None:
                _copy_block_ids(getattr(source, name).get_prep_value(), raw)
            setattr(page, name, field_.to_python(raw))


def _copy_block_ids(source: Any, target: Any) -> None:
    """Give the blocks of `target` the ids of those at the same place in `source`; shapes must agree."""
    if isinstance(source, list):
        if len(source) != len(target):
            raise ValueError("Both languages must have the same blocks in the same order.")
        for one, other in zip(source, target, strict=True):
            _copy_block_ids(one, other)
    elif isinstance(source, dict):
        if "id" in source:
            target["id"] = source["id"]
        for key, value in source.items():
            if isinstance(value, list | dict):
                _copy_block_ids(value, target[key])


def remember_translation(source: Page, target: Page) -> Translation:
    """Record `target` as the translation of `source`, string by string, as if a translator had typed it."""
    origin, _ = TranslationSource.update_or_create_from_instance(source)
    translation, _ = Translation.objects.update_or_create(
        source=origin, target_locale=target.locale, defaults={"enabled": True}
    )
    written = {(s.path, s.order): s.string for s in _strings(target)}
    for segment in _strings(source):
        if (segment.path, segment.order) in written:
            StringTranslation.objects.update_or_create(
                translation_of=String.from_value(source.locale, segment.string),
                locale=target.locale,
                context=TranslationContext.objects.get(
                    object_id=source.translation_key, path_id=TranslationContext._get_path_id(segment.path)
                ),
                defaults={"data": written[segment.path, segment.order].data},
            )
    return translation


def _strings(page: Page) -> list[StringSegmentValue]:
    return [s for s in extract_segments(page) if isinstance(s, StringSegmentValue) and not s.is_empty()]


def _free_slug(parent: Page, wanted: str) -> str:
    """The wanted address word, with a number behind it if a sister page has it already."""
    taken = set(parent.get_children().values_list("slug", flat=True))
    if wanted not in taken:
        return wanted
    return next(f"{wanted}-{n}" for n in range(2, len(taken) + 3) if f"{wanted}-{n}" not in taken)


@transaction.atomic
def publish_page_pair(page: Page, *, user: Any = None) -> None:
    """Publish the latest draft of a page and of each of its translations. Whoever calls has asked a policy; `user` signs."""
    for each in page.get_translations(inclusive=True):
        each.specific.get_latest_revision().publish(user=user, skip_permission_checks=True)
    raise_generation()


@transaction.atomic
def unpublish_page_pair(page: Page, *, user: Any = None) -> None:
    """Take a page down in every language: Wagtail alone would leave the translation standing.

    Pages of records cannot be unpublished in the page tree by anybody, so Wagtail is not asked whether `user` may.
    """
    for each in page.get_translations(inclusive=True):
        if each.live:
            UnpublishPageAction(each.specific, user=user).execute(skip_permission_checks=True)
    raise_generation()
