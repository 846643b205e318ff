"""What a consultation came to, counted: the figures of its report, which are kept as they stood when it was published."""

from collections import Counter
from typing import Any

from django.db.models import Count, Q
from django.db.models.functions import Coalesce, Lower
from django.utils.translation import override

from consultation.enums import Channel, Decision, Moderation
from consultation.records import Consultation, ConsultationComment, Contribution, Support
from consultation.selectors.matrix import changed_name, filtered_issues, issue_title
from consultation.working_days import day_of
from portal.languages.enums import Language
from portal.stakeholders.selectors import top_categories


def figures_of(consultation: Consultation) -> dict[str, Any]:
    """Everything the report counts and lists, in plain values that keep in a JSON column. No personal data."""
    return {
        "schema": "consultation-report/1",
        "course": _course(consultation),
        "part": _part(consultation),
        "issues": _issues(consultation),
    }


def _course(consultation: Consultation) -> dict[str, Any]:
    announced = consultation.announced_at
    return {
        "announced_on": day_of(announced).isoformat() if announced else None,
        "opened_on": day_of(consultation.opens_at).isoformat(),
        "last_day": consultation.term[-1] if consultation.term else None,
        "working_days": consultation.working_days,
        "extensions": [
            {
                "from": day_of(change.old_closes_at).isoformat(),
                "to": day_of(change.new_closes_at).isoformat(),
                "reason_sq": change.reason_sq,
                "reason_en": change.reason_en,
            }
            for change in consultation.deadline_changes.all()
        ],
        "meetings": [
            {
                "held_on": meeting.held_on.isoformat(),
                "title_sq": meeting.title_sq,
                "title_en": meeting.title_en,
                "place": meeting.place,
                "attended": meeting.attended,
            }
            for meeting in consultation.meetings.all()
        ],
        "notices": [
            {
                "channel": notice.channel,
                "where_sq": notice.where_sq,
                "where_en": notice.where_en,
                "given_on": notice.given_on.isoformat(),
                "url": notice.url,
            }
            for notice in consultation.notices_given.all()
        ],
    }


def _part(consultation: Consultation) -> dict[str, Any]:
    """People, organisations, comments: each counted apart. Looking at a page is no taking part and is not counted."""
    published = ConsultationComment.objects.published().filter(consultation=consultation).order_by()
    contributions = Contribution.objects.filter(pk__in=published.values("contribution")).order_by()
    by_category: Counter[str] = Counter()
    comments_by_category: Counter[str] = Counter()
    top = Coalesce("category__parent__code", "category__code")
    for code, _person in contributions.annotate(top=top, person=_person_key()).values_list("top", "person").distinct():
        by_category[code] += 1
    for row in published.values(
        top=Coalesce("contribution__category__parent__code", "contribution__category__code")
    ).annotate(n=Count("pk")):
        comments_by_category[row["top"]] = row["n"]
    channels = dict(published.values_list("contribution__channel").annotate(n=Count("pk")))
    organisations = contributions.exclude(organisation_name="").annotate(name=Lower("organisation_name"))
    meetings = list(consultation.meetings.all())
    received = ConsultationComment.objects.filter(consultation=consultation, contribution__confirmed_at__isnull=False)
    taken_back = Q(withdrawn_at__isnull=False) | Q(contribution__withdrawn_at__isnull=False)
    return {
        "followers": consultation.followers.filter(confirmed_at__isnull=False, stopped_at=None).count(),
        "commenters": contributions.annotate(person=_person_key()).values("person").distinct().count(),
        "organisations": organisations.values("name").distinct().count(),
        "comments": published.count(),
        "supports": Support.objects.filter(comment__in=published, confirmed_at__isnull=False).count(),
        "hidden": received.filter(moderation=Moderation.HIDDEN).exclude(taken_back).count(),
        "withdrawn": received.filter(taken_back).count(),
        "meetings": len(meetings),
        "attended": sum(meeting.attended or 0 for meeting in meetings),
        "categories": [
            {
                "code": each.code,
                "name_sq": each.name_sq,
                "name_en": each.name_en,
                "commenters": by_category[each.code],
                "comments": comments_by_category[each.code],
            }
            for each in top_categories()
        ],
        "channels": {channel.value: channels.get(channel.value, 0) for channel in Channel},
    }


def _person_key() -> Any:
    """One for each address; who gave none, or was erased, counts by what they sent."""
    return Coalesce(Lower("participant__email"), "receipt")


def _issues(consultation: Consultation) -> list[dict[str, Any]]:
    told = []
    for issue in filtered_issues(consultation, [], []).iterator(chunk_size=100):
        comments = issue.published_comments  # type: ignore[attr-defined]
        titles, changed = {}, {}
        for language in Language:
            with override(language):
                titles[language.value] = str(issue_title(issue, comments))
                changed[language.value] = changed_name(issue.response)
        told.append(
            {
                "number": issue.number,
                "title_sq": titles["sq"],
                "title_en": titles["en"],
                "theme": issue.theme,
                "comments": [comment.number for comment in comments],
                "decision": issue.response.decision,
                "reason_sq": issue.response.reason_sq,
                "reason_en": issue.response.reason_en,
                "changed_sq": changed["sq"],
                "changed_en": changed["en"],
            }
        )
    return told


def decisions_in(issues: list[dict[str, Any]]) -> list[tuple[Decision, int, int]]:
    """For each decision, how many issues and how many comments it was given to."""
    given = Counter(issue["decision"] for issue in issues)
    comments: Counter[str] = Counter()
    for issue in issues:
        comments[issue["decision"]] += len(issue["comments"])
    return [(each, given[each], comments[each]) for each in Decision if given[each]]
