"""One review, finding or recommendation with all that its page shows."""

from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from library.publications.models import Publication
from library.publications.selectors import address_of, pages_ahead
from library.publications.selectors import visible_to as publications_visible_to
from library.reviews.enums import AnswerState, EvidenceKind
from library.reviews.records import Evidence, Finding, Recommendation, Review
from library.reviews.selectors.addresses import finding_address
from library.reviews.selectors.listing_view import SIGNS, change_row, row_of
from library.reviews.selectors.visibility import findings_visible_to, recommendations_visible_to
from library.strategy.selectors import measure_address, measures_visible_to
from portal.languages.address import RECOMMENDATIONS
from portal.languages.enums import active_language


def review_context(key: int, request: HttpRequest) -> dict[str, Any]:
    review = Review.objects.select_related("institution", "strategy").get(pk=key)
    recommendations = (
        review.recommendations.select_related("review", "finding", "answer__institution", "addressee")
        .prefetch_related("changes__measure")
        .order_by("position", "pk")
    )
    return {
        "review": review,
        "trail": [_index_step(), {"name": review.name}],
        "facts": _review_facts(review),
        "publication": _publication(review.publication_id, request),
        "findings": [
            {"finding": finding, "url": finding_address(finding)}
            for finding in review.findings.order_by("position", "pk")
        ],
        "rows": [row_of(recommendation) for recommendation in recommendations],
    }


def find_recommendation(user: Any, key: int) -> Recommendation | None:
    return (
        recommendations_visible_to(user)
        .filter(pk=key)
        .select_related("review", "finding", "answer__institution", "addressee")
        .prefetch_related("changes__measure")
        .first()
    )


def find_finding(user: Any, key: int) -> Finding | None:
    return findings_visible_to(user).filter(pk=key).select_related("review").first()


def recommendation_context(recommendation: Recommendation, request: HttpRequest) -> dict[str, Any]:
    review = recommendation.review
    review_url = _review_address(review, request)
    answer = getattr(recommendation, "answer", None)
    state = AnswerState(answer.verdict) if answer else AnswerState.WAITING
    return {
        "recommendation": recommendation,
        "review": review,
        "review_url": review_url,
        "is_example": review.is_example,
        "trail": [
            _index_step(),
            {"name": review.name, "url": review_url},
            {"name": _("Recommendation %(number)s") % {"number": recommendation.number}},
        ],
        "finding_url": finding_address(recommendation.finding) if recommendation.finding else "",
        "state": {"sign": SIGNS[state], "text": str(state.label)},
        "answer": answer
        and {
            "verdict": str(state.label),
            "reason": answer.reason,
            "lang": answer.reason.language if answer.reason.language != active_language() else "",
            "who": answer.institution.public_name if answer.institution else "",
            "given": answer.answered_on,
            "due_on": answer.due_on,
            "example": review.is_example,
        },
        "changes": [change_row(change) for change in recommendation.changes.all()],
        "facts": _recommendation_facts(recommendation),
        "measures": _measures(recommendation.measures.all()),
    }


def finding_context(finding: Finding, request: HttpRequest) -> dict[str, Any]:
    review = finding.review
    following = finding.recommendations.select_related("review", "finding", "answer__institution", "addressee")
    return {
        "finding": finding,
        "review": review,
        "is_example": review.is_example,
        "trail": [
            _index_step(),
            {"name": review.name, "url": _review_address(review, request)},
            {"name": _("Finding %(number)s") % {"number": finding.number}},
        ],
        "evidence": _evidence(finding, request),
        "rows": [row_of(each) for each in following.prefetch_related("changes__measure").order_by("position", "pk")],
    }


def _evidence(finding: Finding, request: HttpRequest) -> list[dict[str, Any]]:
    """Each piece with a link to where it can be seen, if the public may see it there."""
    rows = list(finding.evidence.select_related("indicator__measure", "measure"))
    measures = {each.indicator.measure_id if each.indicator else each.measure_id for each in rows} - {None}
    open_measures = set(measures_visible_to(None).filter(pk__in=measures).values_list("pk", flat=True))
    publications = {
        each.pk: each
        for each in publications_visible_to(None)
        .filter(pk__in={row.publication_id for row in rows} - {None})
        .prefetch_related(pages_ahead(Publication), "files")
    }
    return [
        {
            "kind": str(EvidenceKind(row.kind).label),
            "text": row.text,
            "url": _seen_at(row, open_measures, publications, request),
        }
        for row in rows
    ]


def _seen_at(row: Evidence, open_measures: set[int], publications: dict[int, Publication], request: HttpRequest) -> str:
    if row.indicator is not None and row.indicator.measure_id in open_measures:
        return f"{measure_address(row.indicator.measure)}#i{row.indicator_id}"
    if row.measure is not None and row.measure_id in open_measures:
        return measure_address(row.measure)
    publication = publications.get(row.publication_id or 0)
    if publication is None:
        return ""
    file = next((each for each in publication.files.all() if not each.is_information_sheet), None)
    if row.page and file is not None:
        return f"{reverse('publications:file', args=[file.pk, file.name])}#page={row.page}"
    return address_of(publication, request)


def _measures(measures: Any) -> list[dict[str, Any]]:
    visible = measures_visible_to(None).filter(pk__in=measures.values("pk")).order_by("objective__position", "position")
    return [{"measure": measure, "url": measure_address(measure)} for measure in visible]


def _recommendation_facts(recommendation: Recommendation) -> list[dict[str, Any]]:
    answer = getattr(recommendation, "answer", None)
    facts: list[dict[str, Any]] = [
        {"name": _("Addressee"), "text": recommendation.addressee.public_name if recommendation.addressee else ""}
    ]
    if answer is None and recommendation.answer_due_on:
        facts.append({"name": _("Answer due on"), "date": recommendation.answer_due_on, "strong": True})
    if answer is not None and answer.due_on:
        facts.append({"name": _("To be done by"), "date": answer.due_on, "strong": True})
    return [fact for fact in facts if fact.get("text") or fact.get("date")]


def _review_facts(review: Review) -> list[dict[str, Any]]:
    institution = review.institution.public_name if review.institution else ""
    facts = [
        {"name": _("Carried out by"), "text": institution},
        {"name": _("Published on"), "text": date_format(review.published_on) if review.published_on else ""},
        {"name": pgettext("room", "Strategy"), "text": review.strategy.name if review.strategy else ""},
    ]
    return [fact for fact in facts if fact["text"]]


def _publication(key: int | None, request: HttpRequest) -> dict[str, str] | None:
    if key is None:
        return None
    publication = publications_visible_to(None).filter(pk=key).prefetch_related(pages_ahead(Publication)).first()
    return {"title": publication.title, "url": address_of(publication, request)} if publication else None


def _index_step() -> dict[str, str]:
    return {"name": _("Findings and recommendations"), "url": f"/{active_language()}/{RECOMMENDATIONS}/"}


def _review_address(review: Review, request: HttpRequest) -> str:
    prefetch_related_objects([review], pages_ahead(Review))
    return address_of(review, request)
