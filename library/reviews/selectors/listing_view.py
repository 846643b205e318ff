"""The chain as its template needs it: rows, facets, counts, the filters in force with links that take each away."""

from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from library.publications.selectors import address_of
from library.reviews.enums import AnswerState
from library.reviews.records import PolicyChange, Recommendation
from library.reviews.selectors.addresses import finding_address, recommendation_address
from library.reviews.selectors.listing import FACETS, Chain
from library.strategy.selectors import measure_address
from portal.languages.alphabet import albanian_sort_key

SIGNS = {
    AnswerState.ACCEPTED: "force",
    AnswerState.PARTLY: "planned",
    AnswerState.NOT_ACCEPTED: "repealed",
    AnswerState.WAITING: "unchecked",
}


def chain_context(chain: Chain, request: HttpRequest) -> dict[str, Any]:
    findings = sum(getattr(review, "findings_count", 0) for review in chain.reviews.values())
    total = sum(group.count for group in chain.groups)
    answers = chain.answers()
    return {
        "rows": [row_of(recommendation) for recommendation in chain.page],
        "results": chain.page,
        "reviews": list(chain.reviews.values()),
        "review_links": [
            {"name": review.name, "url": address_of(review, request)} for review in chain.reviews.values()
        ],
        "is_example": bool(chain.reviews) and all(review.is_example for review in chain.reviews.values()),
        "findings_count": ngettext("%(count)d finding", "%(count)d findings", findings) % {"count": findings},
        "found": ngettext("%(count)d recommendation", "%(count)d recommendations", chain.page.paginator.count)
        % {"count": chain.page.paginator.count},
        "total": ngettext("%(count)d recommendation", "%(count)d recommendations", total) % {"count": total},
        "answers": [
            _("%(count)d %(answer)s") % {"count": answers[state.value], "answer": state.label}
            for state in AnswerState
            if answers.get(state.value)
        ],
        "facets": [
            {"name": facet, "legend": legend, "options": _options(chain, facet)} for facet, legend in _legends().items()
        ],
        "chosen": _chosen(chain, request.GET),
    }


def row_of(recommendation: Recommendation) -> dict[str, Any]:
    """A recommendation with the finding before it and the answer and changes after it."""
    answer = getattr(recommendation, "answer", None)
    finding = recommendation.finding
    state = AnswerState(answer.verdict) if answer else AnswerState.WAITING
    return {
        "pk": recommendation.pk,
        "number": recommendation.number,
        "url": recommendation_address(recommendation),
        "title": recommendation.heading,
        "addressee": recommendation.addressee.public_name if recommendation.addressee else "",
        "finding": finding,
        "finding_url": finding_address(finding) if finding else "",
        "state": str(state.label),
        "sign": SIGNS[state],
        "reason": answer.reason if answer else "",
        "due_on": None if answer else recommendation.answer_due_on,
        "changes": [change_row(change) for change in recommendation.changes.all()],
        "is_example": recommendation.review.is_example,
    }


def change_row(change: PolicyChange) -> dict[str, Any]:
    """Where a change can be seen: the place that was cited, else the measure."""
    url, place = str(change.place_url), str(change.place)
    if not url and change.measure is not None:
        url, place = measure_address(change.measure), str(change.measure)
    return {"text": change.text, "place": place, "url": url, "changed_on": change.changed_on}


def _legends() -> dict[str, str]:
    return {"review": _("Review"), "answer": _("Answer"), "institution": _("Addressee")}


def _labels(chain: Chain, facet: str) -> dict[str, str]:
    if facet == "review":
        return {code: str(review.name) for code, review in chain.reviews.items()}
    if facet == "answer":
        return {str(value): str(label) for value, label in AnswerState.choices}
    named = {code: each.public_name for code, each in chain.institutions.items() if each.public_name}
    return dict(sorted(named.items(), key=lambda pair: albanian_sort_key(pair[1])))


def _options(chain: Chain, facet: str) -> list[dict[str, Any]]:
    chosen, counts = chain.filters.chosen(facet), chain.counts(facet)
    return [
        {"value": value, "label": label, "count": counts.get(value, 0), "checked": value in chosen}
        for value, label in _labels(chain, facet).items()
        if value in counts or value in chosen
    ]


def _chosen(chain: Chain, query: QueryDict) -> list[dict[str, str]]:
    chosen = []
    for facet in FACETS:
        labels = _labels(chain, facet)
        for value in chain.filters.chosen(facet):
            left = query.copy()
            left.setlist(facet, [each for each in chain.filters.chosen(facet) if each != value])
            left.pop("page", None)
            chosen.append({"name": labels.get(value, value), "url": f"?{left.urlencode()}"})
    return chosen
