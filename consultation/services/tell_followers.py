"""What followers are told, each once: noted from what the records say, written in batches by the worker."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from consultation.enums import NewsKind, Stage
from consultation.records import (
    Consultation,
    ConsultationReport,
    Contribution,
    DeadlineChange,
    DraftVersion,
    Follower,
    News,
)
from consultation.selectors import title_of
from portal.accounts.links import sign
from portal.languages.enums import Language
from portal.notifications.services import queue_letter
from portal.work.clock import database_now

CLOSING_SOON = timedelta(days=3)
LETTERS_AT_ONCE = 25
RECENT = timedelta(days=30)
TOLD_TO_CONTRIBUTORS = {NewsKind.EXTENDED, NewsKind.ANSWERED, NewsKind.REPORT}


def note_news() -> int:
    """Write down what happened since followers were last told. What is older than a month is no news."""
    now = database_now()
    found = [News(consultation_id=pk, kind=kind, key=str(key)) for kind, pk, key in _happened(now)]
    known = set(News.objects.filter(noted_at__gt=now - 3 * RECENT).values_list("consultation_id", "kind", "key"))
    fresh = [each for each in found if (each.consultation_id, each.kind, each.key) not in known]
    News.objects.bulk_create(fresh, ignore_conflicts=True)
    return len(fresh)


def _happened(now: datetime) -> Iterable[tuple[NewsKind, int, Any]]:
    since = now - RECENT
    announced = Consultation.objects.filter(announced_at__isnull=False)
    for pk, consultation in DeadlineChange.objects.filter(decided_at__gt=since).values_list("pk", "consultation_id"):
        yield NewsKind.EXTENDED, consultation, pk
    closing = announced.filter(stage=Stage.ANNOUNCED, opens_at__lte=now, closes_at__gt=now)
    for pk, closes_at in closing.filter(closes_at__lte=now + CLOSING_SOON).values_list("pk", "closes_at"):
        yield NewsKind.CLOSING, pk, int(closes_at.timestamp())
    for pk in announced.filter(cancelled_at__gt=since).values_list("pk", flat=True):
        yield NewsKind.CANCELLED, pk, pk
    for pk in announced.filter(answered_at__gt=since).values_list("pk", flat=True):
        yield NewsKind.ANSWERED, pk, pk
    for pk, prior in announced.filter(announced_at__gt=since, follows__isnull=False).values_list("pk", "follows_id"):
        yield NewsKind.DRAFT, prior, pk
    later = DraftVersion.objects.filter(number__gt=1, published_at__gt=since)
    for pk, consultation in later.values_list("pk", "consultation_id"):
        yield NewsKind.VERSION, consultation, pk
    for pk, consultation in ConsultationReport.objects.filter(published_at__gt=since).values_list(
        "pk", "consultation_id"
    ):
        yield NewsKind.REPORT, consultation, pk


def tell_unfinished_news() -> int:
    """Go on with the oldest news that not everybody has been told."""
    news = News.objects.filter(told_at=None).order_by("pk").first()
    if news is None:
        return 0
    tell_news(news=news)
    return 1


@transaction.atomic
def tell_news(*, news: News) -> int:
    """Write to the next followers who have not been told yet; return how many letters that were."""
    news = News.objects.select_for_update(of=("self",), no_key=True).select_related("consultation").get(pk=news.pk)
    rows = list(_to_tell(news).select_related("participant").order_by("pk")[:LETTERS_AT_ONCE])
    context = _context(news)
    for follower in rows:
        queue_letter(
            "consultation/news",
            to=follower.participant.email,
            language=Language(follower.language),
            occasion=f"consultation/news:{news.pk}",
            context=context | {"stop_token": sign("consultation.stop", follower.pk)},
            holds_secret=False,
        )
        news.told_up_to = follower.pk
        news.told += 1
    if len(rows) < LETTERS_AT_ONCE:
        news.told_at = database_now()
    news.save(update_fields=["told_up_to", "told", "told_at"])
    return len(rows)


def _to_tell(news: News) -> QuerySet[Follower]:
    """Followers who have not been told. Of what contributors are told by a letter of their own, they get no second."""
    followers = Follower.objects.filter(
        consultation=news.consultation, confirmed_at__isnull=False, stopped_at=None, pk__gt=news.told_up_to
    )
    if news.kind not in TOLD_TO_CONTRIBUTORS:
        return followers
    took_part = Contribution.objects.filter(
        consultation=news.consultation_id,
        participant__email__iexact=OuterRef("participant__email"),
        confirmed_at__isnull=False,
        withdrawn_at=None,
        disowned_at=None,
    )
    return followers.exclude(Exists(took_part))


def _context(news: News) -> dict[str, Any]:
    consultation = news.consultation
    told = Consultation.objects.get(pk=news.key) if news.kind == NewsKind.DRAFT else consultation
    return {
        "kind": str(news.kind),
        "number": told.number,
        "titles": {each.value: title_of(told, each) for each in Language},
        "closes_at": consultation.closes_at,
        "reasons": {"sq": consultation.cancel_reason_sq, "en": consultation.cancel_reason_en},
        "is_example": consultation.is_example,
        "stop_number": consultation.number,
    }
