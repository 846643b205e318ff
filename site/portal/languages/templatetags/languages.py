"""Languages in templates: the switch, the head, and the notice above a text not quite in the reader's language."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django import template
from django.template import Context
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.models import Page

from portal.delivery.memo import until_next_generation
from portal.languages.bilingual import Words
from portal.languages.enums import active_language
from portal.languages.glossary import terms_in
from portal.languages.head import LanguageHead
from portal.languages.head import language_head as head_of
from portal.languages.records import GlossaryTerm
from portal.languages.switch import LanguageLink, page_language
from portal.languages.switch import language_links as links_of
from portal.languages.translation_state import TARGET_LANGUAGE, TranslatedText, TranslationState, translated_text

register = template.Library()


@register.simple_tag(takes_context=True)
def language_links(context: Context) -> list[LanguageLink]:
    """`{% language_links as languages %}`, for the masthead."""
    request = context.get("request")
    return links_of(request, _page(context), context.get("other_addresses")) if request else []


@register.inclusion_tag("languages/head.html", takes_context=True)
def language_head(context: Context) -> dict[str, LanguageHead | None]:
    """`{% language_head %}`, within `<head>`: canonical, `hreflang`, `noindex` where a text stands in for another."""
    request = context.get("request")
    return {"head": head_of(request, _page(context), context.get("other_addresses")) if request else None}


@register.inclusion_tag("languages/translation_notice.html", takes_context=True)
def translation_notice(context: Context, page: Any) -> dict[str, Any]:
    """`{% translation_notice page %}`, above the text: says that it is not translated yet, or older than its source."""
    if not isinstance(page, Page):
        return {}
    language = page_language(page)
    if language is not active_language():
        text = _text_of(page)
        return {"untranslated": True, "due": text.due if text else None}
    if language is TARGET_LANGUAGE and (text := _text_of(page)) and text.state is TranslationState.STALE:
        return {
            "stale": True,
            "changed_at": text.source.last_published_at,
            "translated_at": page.last_published_at,
            "source_url": text.source.get_url(context.get("request")),
            "due": text.due,
        }
    return {}


def _text_of(page: Page) -> TranslatedText | None:
    return _known_text(page.translation_key)


@until_next_generation
def _known_text(translation_key: UUID) -> TranslatedText | None:
    return translated_text(Page(translation_key=translation_key))


@register.simple_tag
def language_mark(thing: Any) -> SafeString:
    """`<article{% language_mark page %}>` gains a `lang` where page, words or language code are not the reader's."""
    language = page_language(thing) if isinstance(thing, Page) else getattr(thing, "language", thing)
    return format_html(' lang="{}"', language) if language and language != active_language() else SafeString("")


@register.simple_tag
def glossary_of(translation: Any) -> list[GlossaryTerm]:
    """`{% glossary_of translation as terms %}`, beside wagtail-localize's two columns."""
    return terms_in(translation.source.stringsegment_set.values_list("string__data", flat=True))


@register.filter
def marked(words: Any) -> Any:
    """The words of a record, within a `<span lang>` where they are not in the reader's language."""
    mark = language_mark(words) if isinstance(words, Words) else ""
    return format_html("<span{}>{}</span>", mark, words) if mark else words


@register.filter
def figure(number: int | float | Decimal, decimals: int | None = None) -> str:
    """A number with its thousands grouped: 1 234 567,5 or 1,234,567.5."""
    return number_format(number, decimals, use_l10n=True, force_grouping=True)


def _page(context: Context) -> Page | None:
    page = context.get("page")
    return page if isinstance(page, Page) else None
