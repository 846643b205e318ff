from dataclasses import dataclass

import pytest
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.utils import translation

from portal.languages.bilingual import Bilingual, check_both_languages
from portal.languages.enums import Language


@dataclass
class Room:
    name_sq: str = "Salla e madhe"
    name_en: str = "Great hall"
    note_sq: str = ""
    note_en: str = ""
    name = Bilingual("name")


@pytest.mark.parametrize(("language", "name"), [("sq", "Salla e madhe"), ("en", "Great hall")])
def test_a_label_is_read_in_the_reader_s_language(language, name):
    with translation.override(language):
        assert Room().name == name
        assert Room().name.language == language


def test_a_label_without_english_is_read_in_albanian_and_says_so():
    with translation.override("en"):
        name = Room(name_en="").name

    assert name == "Salla e madhe"
    assert name.language is Language.ALBANIAN


def test_without_any_language_the_albanian_is_read():
    with translation.override(None):
        assert Room().name == "Salla e madhe"


def test_a_foreign_label_is_marked_and_escaped_in_a_template():
    with translation.override("en"):
        html = Template("{% load languages %}{{ room.name|marked }}").render(
            Context({"room": Room("<b>Salla</b>", "")})
        )

    assert html == '<span lang="sq">&lt;b&gt;Salla&lt;/b&gt;</span>'


def test_a_label_in_the_reader_s_language_is_escaped_and_not_marked():
    with translation.override("sq"):
        html = Template("{% load languages %}{{ room.name|marked }}").render(Context({"room": Room("<b>Salla</b>")}))

    assert html == "&lt;b&gt;Salla&lt;/b&gt;"


@pytest.mark.parametrize(("sq", "en", "missing"), [("Shënim", "", "note_en"), ("", "Note", "note_sq")])
def test_half_a_pair_is_refused_at_the_half_that_is_missing(sq, en, missing):
    with pytest.raises(ValidationError) as refusal:
        check_both_languages(Room(note_sq=sq, note_en=en), "name", "note")

    assert list(refusal.value.message_dict) == [missing]


def test_a_pair_may_be_whole_or_empty():
    check_both_languages(Room(), "name", "note")
