from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from portal.languages.translation_state import (
    TranslationState,
    translated_text,
    translation_state,
    translations_to_do,
)
from portal.pages.pages import StandardPage

pytestmark = pytest.mark.django_db


def translate(page: Page, **words: str) -> None:
    """What a translator types into the two columns, not yet published."""
    for path, text in words.items():
        segment = StringSegment.objects.get(source__object_id=page.translation_key, context__path=path)
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=Locale.objects.get(language_code="en"),
            defaults={"data": text},
        )


def test_a_page_published_in_both_languages_is_complete(page, english):
    assert translation_state(page) == TranslationState.COMPLETE
    assert translation_state(english(page)) == TranslationState.COMPLETE


def test_a_page_that_nobody_translated_has_no_english(untranslated):
    assert translation_state(untranslated) == TranslationState.NONE


def test_english_that_is_typed_but_not_out_is_partial(untranslated):
    translate(untranslated, title="Workshop")

    assert translation_state(untranslated) == TranslationState.PARTIAL


def test_english_is_stale_once_the_albanian_says_something_else(page, rewrite):
    rewrite(page, title="Rregullat e reja")

    assert translation_state(page) == TranslationState.STALE


def test_english_stays_complete_when_the_albanian_is_published_without_a_change(page, rewrite):
    rewrite(page)

    assert translation_state(page) == TranslationState.COMPLETE


def test_english_typed_for_a_new_albanian_is_stale_until_it_is_published(
    page, rewrite, django_capture_on_commit_callbacks
):
    rewrite(page, title="Rregullat e reja")
    translate(page, title="New rules")
    assert translation_state(page) == TranslationState.STALE

    with django_capture_on_commit_callbacks(execute=True):
        Translation.objects.get(source__object_id=page.translation_key).save_target(publish=True)

    assert translation_state(page) == TranslationState.COMPLETE


def test_the_state_does_not_believe_a_source_that_went_past_the_publishing_signal(page):
    Page.objects.filter(pk=page.pk).update(title="Tjetër", last_published_at=timezone.now())

    assert translation_state(page) == TranslationState.STALE


def test_an_english_text_that_was_cut_from_its_source_goes_by_the_dates(page, rewrite):
    Translation.objects.filter(source__object_id=page.translation_key).update(enabled=False)
    assert translation_state(page) == TranslationState.COMPLETE

    rewrite(page, title="Rregullat e reja")

    assert translation_state(page) == TranslationState.STALE


def test_an_english_text_that_was_cut_catches_up_by_being_published(page, english, rewrite):
    Translation.objects.filter(source__object_id=page.translation_key).update(enabled=False)
    rewrite(page, title="Rregullat e reja")

    rewrite(english(page), title="New rules")

    assert translation_state(page) == TranslationState.COMPLETE


def test_a_string_with_an_error_is_not_translated(page):
    StringTranslation.objects.filter(data="Rules").update(has_error=True)

    assert translation_state(page) == TranslationState.STALE


def test_an_alias_is_no_translation(home):
    source = StandardPage(title="Seminari", slug="seminari")
    home.add_child(instance=source)
    source.copy_for_translation(Locale.objects.get(language_code="en"), alias=True)

    assert translation_state(source) == TranslationState.NONE


def test_progress_is_counted_in_strings(page, rewrite):
    rewrite(page, title="Rregullat e reja")

    text = translated_text(page)

    assert (text.strings, text.translated, text.is_whole) == (2, 1, False)


def test_a_state_costs_two_queries(page, django_assert_num_queries):
    with django_assert_num_queries(2):
        translation_state(page)


def test_the_list_names_what_is_missing_and_what_is_behind(page, untranslated, rewrite):
    assert [text.source.title for text in translations_to_do()] == ["Seminari"]

    rewrite(page, title="Rregullat e reja")

    assert [text.source.title for text in translations_to_do()] == ["Seminari", "Rregullat e reja"]


def test_a_page_that_is_not_public_waits(untranslated):
    Page.objects.filter(pk=untranslated.pk).update(live=False)

    assert translations_to_do() == []


def test_the_nearest_deadline_stands_first(page, untranslated, rewrite, monkeypatch):
    rewrite(page, title="Rregullat e reja")
    monkeypatch.setattr(
        StandardPage,
        "translation_due",
        lambda self: date(2026, 12, 4) if self.slug == "rregullat" else None,
        raising=False,
    )

    assert [text.due for text in translations_to_do()] == [date(2026, 12, 4), None]


def test_a_translator_without_rights_has_nothing_to_do(untranslated):
    stranger = get_user_model().objects.create(email="stranger@example.al")

    assert translations_to_do(stranger) == []


def test_an_administrator_may_do_everything(untranslated):
    administrator = get_user_model().objects.create(email="admin@example.al", is_superuser=True)

    assert [text.source for text in translations_to_do(administrator)] == [untranslated]


@pytest.mark.parametrize("pages", [1, 3])
def test_the_list_asks_as_often_for_many_pages_as_for_one(home, pages, django_assert_num_queries):
    for number in range(pages):
        home.add_child(instance=StandardPage(title=f"Faqja {number}", slug=f"faqja-{number}"))

    with django_assert_num_queries(4):
        assert len(translations_to_do()) == pages
