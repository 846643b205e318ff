"""The whole content, loaded as `make run` loads it: complete, in both languages, and the same after a second time."""

import re
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from wagtail.models import Page

from consultation.models import Consultation, ConsultationComment, OfficialResponse, Provision
from events.models import Event, ProgrammeItem
from library.publications.models import Publication, Relation
from library.publications.selectors.status import with_status
from library.reviews.models import Answer, Evidence, Finding, PolicyChange, Recommendation, Review
from library.strategy.models import BudgetYear, FrameworkGoal, Indicator, IndicatorReading, Measure, Strategy, Target
from portal.home.pages import NewsPage
from portal.languages.models import GlossaryTerm
from portal.languages.translation_state import TranslationState, translation_state
from portal.notifications.models import Notice
from portal.pages.models import StandardPage
from portal.seed.content_files import content
from portal.seed.services.load_everything import load_everything
from portal.seed.vocabulary import mapped
from portal.stakeholders.models import Institution, StakeholderCategory
from tests.portal.seed.walking import at
from tests.security.fingerprint import changed, fingerprint

MEASURES = "strategy.yaml strategies[].objectives[].children[].measures[]"
INDICATORS = f"{MEASURES}.indicators[]"
COUNTS: list[tuple[Any, str]] = [
    (StakeholderCategory, "categories.yaml categories[]"),
    (Institution, "institutions.yaml institutions[]"),
    (Publication, "publications.yaml publications[]"),
    (Relation, "publications.yaml publications[].relations[]"),
    (FrameworkGoal, "frameworks.yaml frameworks[].items[]"),
    (Strategy, "strategy.yaml strategies[]"),
    (Measure, MEASURES),
    (BudgetYear, f"{MEASURES}.budget.years[]"),
    (Indicator, INDICATORS),
    (Target, f"{INDICATORS}.targets[]"),
    (IndicatorReading, f"{INDICATORS}.readings[]"),
    (Review, "review.yaml reviews[]"),
    (Finding, "review.yaml reviews[].findings[]"),
    (Evidence, "review.yaml reviews[].findings[].evidence[]"),
    (Recommendation, "review.yaml reviews[].recommendations[]"),
    (Answer, "review.yaml reviews[].recommendations[].answer"),
    (PolicyChange, "review.yaml reviews[].policy_changes[]"),
    (Consultation, "consultations.yaml consultations[]"),
    (Provision, "consultations.yaml consultations[].provisions[]"),
    (ConsultationComment, "consultations.yaml consultations[].comments[]"),
    (OfficialResponse, "consultations.yaml consultations[].responses[]"),
    (Event, "events.yaml events[]"),
    (ProgrammeItem, "events.yaml events[].programme[]"),
]


def test_everything_that_the_files_hold_is_there(seeded: Any) -> None:
    written = {model._meta.label: len(list(at(path))) for model, path in COUNTS}
    glossary = content("glossary")

    assert {model._meta.label: model.objects.count() for model, _path in COUNTS} == written
    assert GlossaryTerm.objects.count() == len(glossary["terms"]) + len(glossary["search_only"])
    assert NewsPage.objects.count() == 2 * len(content("news")["news"])
    # The contact page is of a kind of its own.
    assert StandardPage.objects.count() == 2 * (len(content("pages")["pages"]) - 1)


def test_what_follows_from_verified_facts_is_what_was_written_down(seeded: Any) -> None:
    """A status that nobody could check is null in the file; on the site it says so."""
    written = {
        row["key"]: mapped("publication_status", row["status"] or "not_checked", at=row["key"])
        for row in content("publications")["publications"]
    }

    assert {each.code: str(each.status) for each in with_status(Publication.objects.all())} == written


def test_every_page_is_out_in_both_languages_and_up_to_date(seeded: Any) -> None:
    pages = list(Page.objects.filter(depth__gt=1).select_related("locale"))
    sources = [page for page in pages if page.locale.language_code == "sq"]

    assert len(sources) >= 90
    assert [page for page in pages if not page.live or page.has_unpublished_changes] == []
    assert [page.slug for page in sources if translation_state(page) is not TranslationState.COMPLETE] == []


def test_every_inner_link_leads_to_a_page_that_is_out(seeded: Any) -> None:
    live = set(Page.objects.live().values_list("pk", flat=True))
    linked = [
        (page.slug, int(key))
        for page in Page.objects.live().specific()
        if hasattr(page, "body")
        for key in re.findall(r'linktype="page" id="(\d+)"', str(page.body.get_prep_value()))
    ]

    assert len(linked) >= 30
    assert [(slug, key) for slug, key in linked if key not in live] == []


def test_a_change_of_policy_names_an_address_that_answers(seeded: Any, client: Any) -> None:
    change = PolicyChange.objects.get()

    assert client.get(change.place_url_sq).status_code == 200
    assert client.get(change.place_url_en).status_code == 200


def test_comments_and_answers_stand_on_days_that_have_passed(seeded: Any) -> None:
    consultations = {each.pk: each for each in Consultation.objects.all()}
    comments = ConsultationComment.objects.select_related("contribution")
    answers = OfficialResponse.objects.prefetch_related("issue__comments__contribution")

    for each in comments:
        assert consultations[each.consultation_id].opens_at < each.contribution.sent_at
    assert answers
    for answer in answers:
        for each in answer.issue.comments.all():
            assert each.contribution.sent_at < each.moderated_at < answer.answered_at


def test_no_letter_waits_for_example_authors(seeded: Any) -> None:
    assert not Notice.objects.exists()


def test_a_second_time_changes_nothing(seeded: Any) -> None:
    list(load_everything(with_examples=True))  # the copy may be some days old: its examples move first
    before = fingerprint()

    made = dict(load_everything(with_examples=True))

    assert set(made.values()) == {0}
    assert changed(before, fingerprint()) == set()


def test_where_settings_allow_no_examples_only_real_content_comes(db: None, settings: Any, tmp_path: Any) -> None:
    settings.EXAMPLES_ALLOWED = False
    settings.MEDIA_ROOT = tmp_path

    call_command("load_content", verbosity=0)

    real = [row["key"] for row in content("publications")["publications"] if not row["example"]]
    assert sorted(Publication.objects.values_list("code", flat=True)) == sorted(real)
    assert list(Strategy.objects.values_list("code", flat=True)) == ["nsm-2019-2022"]
    for model in (Review, Consultation, Event):
        assert not model.objects.exists()
    for model in (Institution, Publication, Strategy, NewsPage):
        assert not model.objects.filter(is_example=True).exists()


def test_examples_cannot_be_asked_for_where_settings_allow_none(settings: Any) -> None:
    settings.EXAMPLES_ALLOWED = False

    with pytest.raises(CommandError, match="allow no examples"):
        call_command("load_content", "--examples")
