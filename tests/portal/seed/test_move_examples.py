"""On any day something is open and something is ahead; what a person has touched keeps its days."""

from datetime import date, timedelta
from typing import Any

import pytest

from consultation.models import Consultation, ConsultationComment, OfficialResponse
from consultation.services import Author, submit_comment
from events.enums import RegistrationMoment
from events.models import Event
from events.services import RegistrationEntry, register
from library.reviews.models import PolicyChange, Recommendation, Review
from library.reviews.services import answer_recommendation
from portal.accounts.enums import Role
from portal.accounts.services import create_staff
from portal.home.pages import NewsPage
from portal.languages.enums import Language
from portal.pages.services import publish_page_pair, rewrite_page_pair
from portal.seed.dates import instant
from portal.seed.services.move_examples import move_examples
from portal.stakeholders.models import StakeholderCategory
from portal.work.clock import database_today

MONTHS_LATER = 100


@pytest.fixture
def today(seeded: Any) -> date:
    """The day of this test; the content may have been loaded on an earlier one."""
    move_examples(today=database_today())
    return database_today()


@pytest.fixture
def later(today: date) -> date:
    return today + timedelta(days=MONTHS_LATER)


def days_of_consultations() -> dict[str, Any]:
    return dict(Consultation.objects.values_list("code", "closes_at"))


def days_of_events() -> dict[Any, Any]:
    return dict(Event.objects.values_list("code", "starts_at"))


@pytest.mark.parametrize("number", [0, 1, 12, 19, 27, 40, 63, 100, 400])
def test_on_any_day_one_can_comment_and_register(today: date, number: int) -> None:
    day = today + timedelta(days=number)

    move_examples(today=day)

    noon = instant(day, "12:00")
    assert [each.code for each in Consultation.objects.all() if not each.is_open(noon)] == []
    assert {each.moment(noon) for each in Event.objects.all()} == {RegistrationMoment.OPEN}


def test_on_the_same_day_nothing_moves_twice(later: date) -> None:
    assert move_examples(today=later) > 0
    assert move_examples(today=later) == 0


def test_while_it_runs_nothing_moves(today: date) -> None:
    before = days_of_consultations(), days_of_events()

    assert move_examples(today=today + timedelta(days=2)) == 0
    assert (days_of_consultations(), days_of_events()) == before


def test_comments_and_answers_move_with_their_consultation(later: date) -> None:
    move_examples(today=later)

    for comment in ConsultationComment.objects.select_related("contribution", "consultation"):
        assert comment.consultation.opens_at < comment.contribution.sent_at < instant(later, "00:00")
    for answer in OfficialResponse.objects.prefetch_related("issue__comments__contribution"):
        for comment in answer.issue.comments.all():
            assert comment.contribution.sent_at < answer.answered_at < instant(later, "00:00")


def test_the_programme_moves_with_its_event(later: date) -> None:
    length = {each.code: each.ends_at - each.starts_at for each in Event.objects.all()}

    move_examples(today=later)

    for event in Event.objects.prefetch_related("programme"):
        items = list(event.programme.all())
        assert event.ends_at - event.starts_at == length[event.code]
        assert min(item.starts_at for item in items) == event.starts_at
        assert max(item.ends_at for item in items) == event.ends_at


def test_answers_to_a_review_are_due_ahead_again(later: date) -> None:
    move_examples(today=later)

    waiting = Recommendation.objects.filter(answer=None)
    assert waiting.exists()
    assert all(each.answer_due_on > later for each in waiting)
    assert PolicyChange.objects.get().changed_on == later - timedelta(days=7)


def test_news_of_an_example_moves_with_it_and_real_news_stays(later: date) -> None:
    real = list(NewsPage.objects.filter(is_example=False).order_by("pk").values_list("pk", "day"))

    move_examples(today=later)

    assert list(NewsPage.objects.filter(is_example=False).order_by("pk").values_list("pk", "day")) == real
    moved = set(NewsPage.objects.filter(is_example=True, live=True).values_list("slug", "day"))
    assert {day for slug, day in moved if slug in ("skica-ne-konsultim", "the-outline-is-open")} == {
        later - timedelta(days=3)
    }


def test_a_comment_holds_its_consultation_where_it_is(later: date) -> None:
    before = days_of_consultations()
    submit_comment(
        consultation=Consultation.objects.get(code="outline"),
        author=Author(email="lexues@shembull.al", category=StakeholderCategory.objects.get(code="academia")),
        text="Një koment i vërtetë.",
        language="sq",
    )

    move_examples(today=later)

    after = days_of_consultations()
    assert after["outline"] == before["outline"]
    assert after["review-findings"] > before["review-findings"]


def test_a_registration_holds_its_event_where_it_is(later: date) -> None:
    before = days_of_events()
    entry = RegistrationEntry(
        email="lexues@shembull.al",
        name="Lexues",
        category=StakeholderCategory.objects.get(code="academia"),
        language=Language.ALBANIAN,
    )
    register(event=Event.objects.get(code="workshop"), entry=entry)

    move_examples(today=later)

    after = days_of_events()
    assert after["workshop"] == before["workshop"]
    assert after["national-conference"] > before["national-conference"]


def test_an_editors_work_on_a_page_holds_its_event_where_it_is(later: date) -> None:
    before = days_of_events()
    editor = create_staff(email="redaktore@shembull.al", roles=[Role.EDITOR], password="një fjalëkalim i gjatë")
    page = Event.objects.get(code="workshop").pages.get(locale__language_code="sq")
    fields = {Language.ALBANIAN: {"summary": "Një fjali e re."}, Language.ENGLISH: {"summary": "A new sentence."}}
    rewrite_page_pair(page.specific, fields=fields, user=editor)
    publish_page_pair(page.specific, user=editor)

    move_examples(today=later)

    assert days_of_events()["workshop"] == before["workshop"]


def test_an_answer_that_somebody_gave_holds_the_review_where_it_is(later: date) -> None:
    before = Review.objects.get().published_on
    answer_recommendation(
        recommendation=Recommendation.objects.filter(answer=None)[0],
        facts={"verdict": "accepted", "reason_sq": "Po.", "reason_en": "Yes."},
    )

    move_examples(today=later)

    assert Review.objects.get().published_on == before
