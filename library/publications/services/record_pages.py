"""The two pages of a record of the library's rooms: made, renamed, published and taken away together."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db import models
from django.utils.text import Truncator, slugify
from wagtail.models import Page

from portal.languages.enums import SOURCE_LANGUAGE, Language
from portal.languages.translation_state import translated_text
from portal.pages.services import PageWords, create_page_pair, rewrite_page_pair, unpublish_page_pair

P = TypeVar("P", bound=Page)

TITLE_LENGTH = 250
SLUG_LENGTH = 70

_PARTING = re.compile(r"[–—/.:,]")
"""Marks that part numbers: `2019–2022` must not become one year."""


def page_words(
    titles: Mapping[Language, str],
    words: Mapping[Language, Mapping[str, Any]],
    slugs: Mapping[Language, str],
    reserved: Iterable[str] = (),
) -> dict[Language, PageWords]:
    """What `create_page_pair` needs. A title that one language lacks is lent by the other."""
    return {
        language: PageWords(
            title=page_title(titles[language] or titles[language.other]),
            slug=_slug(slugs.get(language, "") or titles[language] or titles[language.other], set(reserved)),
            fields=words.get(language, {}),
        )
        for language in Language
    }


def page_title(title: str) -> str:
    return Truncator(title).chars(TITLE_LENGTH)


def make_pages(
    page_class: type[P], parent: Page, record: models.Model, words: Mapping[Language, PageWords], user: Any
) -> P:
    facts = {"record": record, "is_example": getattr(record, "is_example", False)}
    return create_page_pair(page_class, parent=parent, words=words, facts=facts, user=user)


def rename_pages(
    record: Any, titles: Mapping[Language, str], words: Mapping[Language, Mapping[str, Any]], user: Any
) -> None:
    """Give both pages the record's titles, and new words where some are given. What was live is published again."""
    source = source_page(record)
    if source is None:
        return
    fields = {
        language: {
            "title": page_title(titles[language] or titles[language.other]),
            "is_example": getattr(record, "is_example", False),
            **words.get(language, {}),
        }
        for language in Language
    }
    rewrite_page_pair(source, fields=fields, user=user)
    for page in source.get_translations(inclusive=True):
        if page.live:
            page.specific.get_latest_revision().publish(user=user, skip_permission_checks=True)


def publish_pages(record: Any, user: Any) -> None:
    """Publish the Albanian, and the English if it lacks nothing: half a translation stays a draft.

    Whether the person may was asked of the room's policy: the secretariat holds no rights in the page tree.
    """
    source = source_page(record)
    if source is None:
        return
    source.specific.get_latest_revision().publish(user=user, skip_permission_checks=True)
    text = translated_text(source)
    if text is not None and text.target is not None and text.is_whole:
        text.target.specific.get_latest_revision().publish(user=user, skip_permission_checks=True)


def unpublish_pages(record: Any, user: Any) -> None:
    source = source_page(record)
    if source is not None:
        unpublish_page_pair(source, user=user)


def delete_pages(record: Any) -> None:
    for page in list(record.pages.all()):
        page.delete()


def source_page(record: Any) -> Any:
    return record.pages.filter(locale__language_code=SOURCE_LANGUAGE).first()


def _slug(text: str, reserved: set[str]) -> str:
    """An address word: whole words, none that the room's own addresses use, never a bare number."""
    pieces = slugify(_PARTING.sub(" ", text)).split("-")
    slug = ""
    for piece in pieces:
        if slug and len(slug) + len(piece) + 1 > SLUG_LENGTH:
            break
        slug = f"{slug}-{piece}" if slug else piece[:SLUG_LENGTH]
    return f"d-{slug}" if not slug or slug.isdecimal() or slug in reserved else slug
