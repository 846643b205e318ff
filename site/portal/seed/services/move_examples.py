"""Examples that nobody has touched begin anew when their time is over: on any day something is open and something ahead."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from consultation.enums import Stage
from consultation.models import Consultation
from consultation.services.start import set_term
from consultation.services.telling import tell_search
from events.enums import EventStage
from events.models import Event
from events.services import revise_event
from library.reviews.models import PolicyChange, Review
from library.reviews.services import change_review, keep_part
from portal.delivery.generation import raise_generation
from portal.home.pages import NewsPage
from portal.languages.enums import Language
from portal.pages.services import publish_page_pair, rewrite_page_pair
from portal.seed.content_files import content
from portal.seed.dates import instant, working_day_ago, working_days_ahead
from portal.seed.services.load_consultations import OPENS, answers_due_on, date_talk
from portal.seed.services.load_events import event_dates
from portal.seed.services.load_reviews import days_from
from portal.seed.untouched import is_untouched

Row = Mapping[str, Any]


@transaction.atomic
def move_examples(*, today: date) -> int:
    """Give examples whose time is over the days that they would have if they were loaded today; return how many moved.

    Over is a consultation that has closed, an event that takes no more registrations, a review whose answers are late.
    What somebody commented on, registered for or edited keeps its days. News moves with what it tells of.
    """
    morning = instant(today, "00:00")
    moved = [*_consultations(morning, today), *_events(morning, today), *_reviews(today)]
    return len(moved) + sum(_news(row, today) for row in content("news")["news"] if row.get("tells") in moved)


def _consultations(morning: datetime, today: date) -> Iterable[str]:
    rows = {row["key"]: row for row in content("consultations")["consultations"]}
    over = Consultation.objects.filter(
        is_example=True, code__in=rows, stage=Stage.ANNOUNCED, closes_at__lte=morning
    ).select_for_update(no_key=True, of=("self",))
    for consultation in over:
        contributions = list(consultation.contributions.all())
        is_ours = len(contributions) == len(rows[consultation.code]["comments"])
        if is_ours and is_untouched(consultation, pages=consultation.pages.all(), parts=contributions):
            _begin_again(consultation, rows[consultation.code], today)
            yield consultation.code


def _begin_again(consultation: Consultation, row: Row, today: date) -> None:
    opens_at = instant(working_day_ago(row["opens_working_days_ago"], today=today), OPENS)
    set_term(consultation, opens_at, row["term_working_days"])
    consultation.announced_at = opens_at
    consultation.answers_due_on = answers_due_on(row, opens_at)
    consultation.full_clean()
    consultation.save()
    consultation.versions.exclude(frozen_at=None).update(frozen_at=opens_at)
    date_talk(consultation)
    tell_search(consultation)
    raise_generation()


def _events(morning: datetime, today: date) -> Iterable[str]:
    rows = {row["key"]: row for row in content("events")["events"]}
    over = Event.objects.filter(
        is_example=True, code__in=rows, stage=EventStage.ANNOUNCED, registration_closes_at__lte=morning
    )
    for event in over:
        if not event.registrations.exists() and is_untouched(event, pages=event.pages.all()):
            _hold_again(event, rows[str(event.code)], today)
            yield str(event.code)


def _hold_again(event: Event, row: Row, today: date) -> None:
    days = working_days_ahead(row["days_ahead"], row["days"], today=today)
    for name, value in event_dates(row, days, today).items():
        setattr(event, name, value)
    items = sorted(event.programme.all(), key=lambda item: item.position)
    for item, written in zip(items, row["programme"], strict=True):
        day = days[written["day"] - 1]
        item.starts_at, item.ends_at = instant(day, written["starts"]), instant(day, written["ends"])
    event.programme = items  # type: ignore[misc]
    revise_event(event=event)


def _reviews(today: date) -> Iterable[str]:
    rows = {row["key"]: row for row in content("review")["reviews"]}
    for review in Review.objects.filter(is_example=True, code__in=rows):
        row = rows[review.code]
        due = today - timedelta(days=row["published_days_ago"] + _days_to_answer(row))
        if review.published_on is None or review.published_on >= due:
            continue
        if _answers_are_ours(review, row) and is_untouched(review, pages=review.pages.all()):
            _publish_again(review, row, today)
            yield review.code


def _days_to_answer(row: Row) -> int:
    return max(each["due_days_ahead"] or 0 for each in row["recommendations"])


def _answers_are_ours(review: Review, row: Row) -> bool:
    """Whether each recommendation has the answer that was loaded, or none: answers of people leave no other trace."""
    written = {each["number"]: each["answer"] and each["answer"]["reason"]["sq"] for each in row["recommendations"]}
    given = {each.number: _reason(each) for each in review.recommendations.select_related("answer")}
    return given == written


def _reason(recommendation: Any) -> str | None:
    answer = getattr(recommendation, "answer", None)
    return answer.reason_sq if answer else None


def _publish_again(review: Review, row: Row, today: date) -> None:
    change_review(review=review, facts={"published_on": today - timedelta(days=row["published_days_ago"])})
    for each in row["recommendations"]:
        recommendation = review.recommendations.get(number=each["number"])
        keep_part(part=recommendation, facts={"answer_due_on": days_from(today, each["due_days_ahead"])})
        if answer := each["answer"]:
            facts = {
                "answered_on": today - timedelta(days=answer["days_ago"]),
                "due_on": days_from(today, answer["carried_out_by_days_ahead"]),
            }
            keep_part(part=recommendation.answer, facts=facts)
    for change in row["policy_changes"]:
        code = f"{row['key']}/{change['recommendation']}"
        for told in PolicyChange.objects.filter(recommendation__code=code, text_sq=change["what"]["sq"]):
            keep_part(part=told, facts={"changed_on": today - timedelta(days=change["days_ago"])})


def _news(row: Row, today: date) -> int:
    page = NewsPage.objects.filter(
        slug=row["slug"]["sq"], is_example=True, live=True, locale__language_code=Language.ALBANIAN
    ).first()
    if page is None or not is_untouched(page, pages=page.get_translations(inclusive=True)):
        return 0
    day = today - timedelta(days=row["days_ago"])
    rewrite_page_pair(page, fields={language: {"day": day} for language in Language})
    publish_page_pair(page)
    return 1
