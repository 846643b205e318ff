"""From a letter's templates to the words that are sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template import Context
from django.template.loader import render_to_string, select_template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override

from portal.languages.enums import Language
from portal.notifications.letter import LANGUAGE_RULE

LONGEST_SUBJECT = 250


@dataclass(frozen=True)
class Rendered:
    subject: str
    text: str
    html: str


def render_letter(template: str, *, language: Language, context: Mapping[str, Any]) -> Rendered:
    """The letter in the reader's language, then in the other one, as plain text and as HTML."""
    values = {"base_url": settings.BASE_URL, "is_example": False, **context}
    first = _in_one_language(template, language, values)
    second = _in_one_language(template, language.other, values, short=True)
    with override(language):
        html = render_to_string("letters/letter.html", {**values, "first": first, "second": second})
    text = f"{first['whole_text']}\n\n{LANGUAGE_RULE}\n\n{second['whole_text']}\n"
    return Rendered(subject=first["subject"], text=text, html=html)


def _in_one_language(
    template: str, language: Language, values: Mapping[str, Any], *, short: bool = False
) -> dict[str, Any]:
    parts = ("short", "body") if short else ("body",)
    localised = {**values, "language": language.value, "portal_name": settings.PORTAL_NAME[language]}
    with override(language):
        text = _plain([f"letters/{template}/{part}.txt" for part in parts], localised)
        return localised | {
            "subject": " ".join(_plain([f"letters/{template}/subject.txt"], localised).split())[:LONGEST_SUBJECT],
            "whole_text": _plain(["letters/letter.txt"], {**localised, "text": text}),
            "html": _marked_up([f"letters/{template}/{part}.html" for part in parts], localised),
        }


def _plain(names: list[str], context: Mapping[str, Any]) -> str:
    """Text as it is: what HTML would escape must not reach a plain letter as `&amp;`."""
    template: Any = select_template(names)
    return str(template.template.render(Context(dict(context), autoescape=False))).strip()


def _marked_up(names: list[str], context: Mapping[str, Any]) -> SafeString:
    html: SafeString = mark_safe(select_template(names).render(dict(context)).strip())  # noqa: S308 - escaped by itself
    return html
