"""What every template keeps to: no inline style or script, and every word translatable."""

import re

import pytest
from django.template.loader import get_template

from tests.architecture.house import ROOT, templates, text_of

INLINE = re.compile(r"<style|<script(?![^>]*\bsrc=)|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:", re.IGNORECASE)
FOREIGN = re.compile(r"(?:src|href|action)\s*=\s*[\"'](?:https?:)?//|url\(\s*[\"']?(?:https?:)?//", re.IGNORECASE)
COMMENT = re.compile(r"\{%\s*comment\b.*?%\}.*?\{%\s*endcomment\s*%\}|\{#.*?#\}|<!--.*?-->|<!doctype[^>]*>", re.DOTALL)
TRANSLATED = re.compile(r"\{%\s*blocktrans(?:late)?\b.*?%\}.*?\{%\s*endblocktrans(?:late)?\s*%\}", re.DOTALL)
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
SPOKEN_ATTRIBUTE = re.compile(r"\b(?:alt|title|aria-label|placeholder|label|summary)\s*=\s*([\"'])(.*?)\1", re.DOTALL)
ELEMENT = re.compile(r"<[^>]*>", re.DOTALL)
ENTITY = re.compile(r"&#?\w+;")
WORD = re.compile(r"[^\W\d_]{2,}")
UNTRIMMED = re.compile(r"\{%\s*blocktrans(?:late)?\b(?![^%]*\btrimmed\b)[^%]*%\}\s*\n")
# The same in every language.
NAMES = {"Wagtail", "PDF", "DOCX", "CSV", "XLIFF", "PO", "ELI", "IOM", "GIZ", "kB", "KB", "MB", "ISO"}

# Written for mail programs, which know no other style than inline style.
LETTERS = "letters/"
# Shows components with made-up words in both languages.
SHOWCASE = "portal/patterns"


def shown_templates():
    return [
        pytest.param(path, id=str(path).partition("/templates/")[2])
        for path in templates()
        if not str(path).partition("/templates/")[2].startswith((LETTERS, SHOWCASE)) and "/letters/" not in str(path)
    ]


@pytest.mark.parametrize("path", shown_templates())
def test_no_template_styles_or_scripts_inline_or_loads_from_elsewhere(path):
    text = COMMENT.sub("", text_of(path))

    assert INLINE.findall(text) == []
    assert FOREIGN.findall(text) == []


@pytest.mark.parametrize("path", shown_templates())
def test_every_word_of_a_template_can_be_translated(path):
    assert words_left_over(text_of(path)) == []


@pytest.mark.parametrize("path", shown_templates())
def test_translated_blocks_are_trimmed(path):
    assert UNTRIMMED.findall(text_of(path)) == []


@pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in templates()])
def test_every_template_compiles(path):
    get_template(str(path.relative_to(ROOT)).partition("/templates/")[2])


def words_left_over(text: str) -> list[str]:
    text = TRANSLATED.sub("", COMMENT.sub("", text))
    text = TAG.sub("", text)
    spoken = " ".join(found[1] for found in SPOKEN_ATTRIBUTE.findall(text))
    plain = ENTITY.sub("", ELEMENT.sub(" ", text))
    return [word for word in WORD.findall(f"{plain} {spoken}") if word not in NAMES]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<p>Forgotten</p>", ["Forgotten"]),
        ('<img alt="Harta">', ["Harta"]),
        ("<p>{% translate 'Said' %} {{ name }} &nbsp; 2022</p>", []),
        ("{% blocktranslate trimmed %}Said{% endblocktranslate %}", []),
        ('<a href="/sq/biblioteka/" class="link">{# note #}</a>', []),
    ],
)
def test_the_check_itself_sees_a_forgotten_word(text, left):
    assert words_left_over(text) == left
