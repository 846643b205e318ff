"""Drafts beside each other, and what was said on text that no later draft holds."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from consultation.enums import LineageKind
from consultation.records import Consultation, DraftVersion
from consultation.selectors import shown_comment
from consultation.selectors.lineage import Row, comparison, shelf
from consultation.selectors.reading import provision_label, provision_url
from consultation.selectors.showing import provision_name
from consultation.selectors.versions import published_versions
from consultation.views.finding import consultation_or_404, frame
from portal.languages.enums import active_language

ROWS_PER_PAGE = 100


@require_safe
def compare(request: HttpRequest, number: int, old: int, new: int) -> HttpResponse:
    """What changed from one published draft to another, in the reader's language."""
    consultation = consultation_or_404(request, number)
    versions = {each.number: each for each in published_versions(consultation)}
    if old not in versions or new not in versions or old >= new:
        raise Http404
    rows = comparison(consultation, versions[old], versions[new], active_language())
    only_changes = request.GET.get("show") != "all"
    shown = [row for row in rows if row.kind != LineageKind.SAME] if only_changes else rows
    page: Page[Any] = Paginator(shown, ROWS_PER_PAGE).get_page(request.GET.get("page"))
    page.object_list = [_told(consultation, row) for row in page.object_list]
    return render(
        request,
        "consultation/compare.html",
        frame(consultation, (_("Compare drafts"), ""))
        | {
            "old": versions[old],
            "new": versions[new],
            "rows": page,
            "only_changes": only_changes,
            "changed": sum(row.kind != LineageKind.SAME for row in rows),
            "total": len(rows),
            "others": _pairs(consultation, list(versions.values()), old, new),
        },
    )


@require_safe
def dropped(request: HttpRequest, number: int) -> HttpResponse:
    """The shelf: comments on text that is in no later draft, with the old words."""
    consultation = consultation_or_404(request, number)
    return render(
        request,
        "consultation/dropped.html",
        frame(consultation, (_("Comments on text that was dropped"), ""))
        | {
            "shelf": [
                {
                    "name": provision_name(each.provision),
                    "url": provision_url(consultation, each.provision),
                    "provision": each.provision,
                    "comments": [shown_comment(comment) for comment in each.comments],
                }
                for each in shelf(consultation)
            ]
        },
    )


def _told(consultation: Consultation, row: Row) -> dict[str, Any]:
    anchor = row.later or row.earlier[0]
    kind = pgettext("provision", "new") if row.kind == "new" else LineageKind(row.kind).label
    return {
        "row": row,
        "kind": kind,
        "name": provision_name(anchor),
        "url": provision_url(consultation, anchor),
        "earlier": [
            {"name": provision_label(each), "url": provision_url(consultation, each)}
            for each in row.earlier
            if row.later
        ],
        "words": anchor.text or anchor.heading,
        "is_cleaned": bool(anchor.text),  # a heading is plain text: nobody cleaned it
        "causes": [
            {"number": each.number, "url": reverse("consultation:comment", args=[consultation.number, each.number])}
            for each in row.causes
        ],
    }


def _pairs(consultation: Consultation, versions: list[DraftVersion], old: int, new: int) -> list[dict[str, Any]]:
    """The other pairs of drafts that can be compared, as links."""
    return [
        {
            "name": _("Draft %(old)s and draft %(new)s") % {"old": one.number, "new": other.number},
            "url": reverse("consultation:compare", args=[consultation.number, one.number, other.number]),
        }
        for one in versions
        for other in versions
        if one.number < other.number and (one.number, other.number) != (old, new)
    ]
