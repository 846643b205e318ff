import pytest

from portal.languages.glossary import terms_in
from portal.languages.records import GlossaryTerm

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _glossary():
    GlossaryTerm.objects.create(code="draft-law", term_sq="projektligj", term_en="draft law", is_verified=True)
    GlossaryTerm.objects.create(
        code="travel-document", term_sq="dokument udhëtimi", term_en="travel document", is_verified=True
    )
    GlossaryTerm.objects.create(code="visa", term_sq="vizë", term_en="visa", is_verified=True)
    GlossaryTerm.objects.create(code="bill", term_sq="projektakt", term_en="draft act", is_verified=False)


def test_terms_are_found_however_they_are_inflected():
    texts = ["Projektligjit i bashkohen", "dokumentet e udhëtimit dhe vizat."]

    assert [term.term_en for term in terms_in(texts)] == ["travel document", "draft law", "visa"]


def test_terms_are_found_in_text_typed_without_diacritics():
    assert [term.term_en for term in terms_in(["dokument udhetimi"])] == ["travel document"]


def test_a_term_that_is_not_verified_is_not_recommended():
    assert terms_in(["projektakti"]) == []


def test_a_word_that_only_begins_inside_another_is_no_term():
    assert terms_in(["televizioni"]) == []
