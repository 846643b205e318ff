import pytest
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from portal.languages.translation_state import TranslationState, translation_state
from portal.pages.pages import StandardPage

pytestmark = pytest.mark.django_db


def test_a_new_albanian_page_gets_an_english_draft(untranslated, english):
    assert not english(untranslated).live
    assert Translation.objects.get(source__object_id=untranslated.translation_key).enabled


def test_a_page_below_an_untranslated_one_waits_for_its_parent(home):
    parent = StandardPage(title="Mbi", slug="mbi", live=False)
    home.add_child(instance=parent)
    page = StandardPage(title="Nën", slug="nen", live=False)
    parent.add_child(instance=page)

    page.save_revision().publish()

    assert Page.objects.filter(translation_key=page.translation_key).count() == 1


def test_a_page_whose_copy_would_lose_its_record_waits_for_its_service(home, monkeypatch):
    monkeypatch.setattr(StandardPage, "exclude_fields_in_copy", ["code"])
    page = StandardPage(title="Konsultimi", slug="konsultimi", live=False)
    home.add_child(instance=page)

    page.save_revision().publish()

    assert Page.objects.filter(translation_key=page.translation_key).count() == 1


def test_an_english_text_that_is_not_out_is_not_put_out_by_the_albanian(untranslated, english, rewrite):
    segment = StringSegment.objects.get(source__object_id=untranslated.translation_key)
    StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=Locale.objects.get(language_code="en"),
        data="Workshop",
    )

    rewrite(untranslated, is_example=True)

    assert not english(untranslated).live


def test_a_pair_is_out_without_a_draft_left_over(page, english):
    assert not english(page).has_unpublished_changes
    assert not page.has_unpublished_changes


def test_what_both_languages_share_reaches_the_english_at_once(page, english, rewrite):
    rewrite(page, is_example=True)

    assert english(page).is_example
    assert translation_state(page) == TranslationState.COMPLETE


def test_a_paragraph_that_the_albanian_loses_leaves_the_english_too(page, english, rewrite):
    rewrite(page, body=[])

    assert len(english(page).body) == 0
    assert translation_state(page) == TranslationState.COMPLETE


def test_a_complete_english_stays_as_it_was_while_the_new_one_is_awaited(page, english, rewrite):
    rewrite(page, title="Rregullat e reja")

    assert english(page).title == "Rules"
    assert english(page).live


def test_a_translation_that_was_cut_is_left_alone(page, english, rewrite):
    Translation.objects.filter(source__object_id=page.translation_key).update(enabled=False)

    rewrite(page, is_example=True)

    assert not english(page).is_example


def test_english_is_taken_down_with_the_albanian(page, english):
    page.unpublish()

    assert not english(page).live


def test_english_is_taken_down_when_the_albanian_is_deleted(page, english):
    translation = english(page)

    page.delete()

    translation.refresh_from_db()
    assert not translation.live


def test_taking_down_the_english_leaves_the_albanian(page, english):
    english(page).unpublish()

    page.refresh_from_db()
    assert page.live
