"""Every letter that a room declares is written in both languages; every letter that is sent is declared."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from portal.languages.enums import Language
from portal.notifications.letter import declared_letters
from portal.notifications.rendering import render_letter

ROOT = Path(settings.ROOT)
CASES = [
    pytest.param(letter.name, example, language, id=f"{letter.name}-{number}-{language}")
    for letter in declared_letters()
    for number, example in enumerate(letter.examples)
    for language in Language
]


def folders():
    """The folders below `letters/` in the templates of our apps: one is one letter."""
    found = set()
    for app in apps.get_app_configs():
        letters = Path(app.path) / "templates" / "letters"
        if Path(app.path).is_relative_to(ROOT) and letters.exists():
            found |= {str(file.parent.relative_to(letters)) for file in letters.rglob("subject.txt")}
    return found


def test_every_folder_of_a_letter_is_declared_and_every_declared_letter_has_a_folder():
    assert folders() == {letter.name for letter in declared_letters()}


@pytest.mark.parametrize(("name", "example", "language"), CASES)
def test_a_declared_letter_is_written_in_both_languages(db, home, name, example, language):
    letter = render_letter(name, language=language, context=example)

    assert letter.subject
    first, rule, second = letter.text.partition("— — —")
    assert rule
    assert settings.PORTAL_NAME[language] in first
    assert settings.PORTAL_NAME[language.other] in second
    for text in (letter.text, letter.html, letter.subject):
        assert "{{" not in text
        assert "{%" not in text
        assert "None" not in re.findall(r"\w+", text)
    assert "&amp;" not in letter.text, "plain text must not be escaped"
    assert f'<html lang="{language}">' in letter.html
    assert f'<div lang="{language.other}"' in letter.html
    for outside in re.findall(r'(?:src|href)="(https?://[^"]+)"', letter.html):
        assert outside.startswith((settings.BASE_URL, "https://example.al")), "a letter links to the portal alone"
    assert "<script" not in letter.html
    assert "<img" not in letter.html


@pytest.mark.parametrize(("name", "example", "language"), CASES)
def test_an_example_is_marked_on_top_in_both_languages(db, home, name, example, language):
    letter = render_letter(name, language=language, context={**example, "is_example": True})

    for text in (letter.text, letter.html):
        assert text.count("Ky është shembull: askush nuk do t’i përgjigjet.") == 1
        assert text.count("This is an example: nobody will answer it.") == 1
