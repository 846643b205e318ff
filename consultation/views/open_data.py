"""The consultations as open data, and the page that says what its fields mean."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from consultation.enums import ActKind, Channel, Decision, State
from consultation.selectors import next_instant
from consultation.selectors.open_data import SCHEMA, consultation_json, consultation_table, listed_for_data, listed_json
from consultation.selectors.reading import list_url
from consultation.selectors.visibility import title_of
from consultation.views.finding import consultation_or_404
from consultation.views.matrix import JSON, spooled
from portal.delivery.expiry import expire_at
from portal.delivery.spreadsheets import CSV, csv_lines
from portal.stakeholders.selectors import top_categories
from portal.work.clock import database_now


@require_safe
def data_file(request: HttpRequest, number: int, kind: str) -> HttpResponseBase:
    found = consultation_or_404(request, number)
    if kind == "json":
        content, media_type = spooled(consultation_json(found)), JSON
    elif kind == "csv":
        content, media_type = spooled(csv_lines(consultation_table(found))), CSV
    else:
        raise Http404
    return FileResponse(content, content_type=media_type, filename=f"consultation-{number}.{kind}")


@require_safe
def data_list(request: HttpRequest) -> HttpResponse:
    expire_at(request, next_instant(database_now()))
    return JsonResponse(listed_json(), json_dumps_params={"ensure_ascii": False})


@require_safe
def codebook(request: HttpRequest) -> HttpResponse:
    """What is in the data, field by field, under which licence, and how to cite it."""
    return render(
        request,
        "consultation/codebook.html",
        {
            "schema": SCHEMA,
            "list_url": list_url(),
            "consultations": [
                {
                    "title": title_of(each),
                    "number": each.number,
                    "json": reverse("consultation:data_file", args=[each.number, "json"]),
                    "csv": reverse("consultation:data_file", args=[each.number, "csv"]),
                }
                for each in listed_for_data()
            ],
            "columns": [_("Field"), _("Meaning")],
            "fields": [{"cells": row} for row in _fields()],
            "value_columns": [_("Value"), _("Meaning")],
            "values": [
                {"field": name, "rows": [{"cells": (value, str(label))} for value, label in values]}
                for name, values in _values()
            ],
        },
    )


def _values() -> list[tuple[str, list[tuple[str, object]]]]:
    return [
        ("decision", list(Decision.choices)),
        ("channel", list(Channel.choices)),
        ("category", [(each.code, each.name) for each in top_categories()]),
        ("state", list(State.choices)),
        ("act_kind", list(ActKind.choices)),
    ]


def _fields() -> list[tuple[str, str]]:
    return [
        ("comment", _("Number of the comment within its consultation. It never changes.")),
        ("sent_on", _("Day on which it was sent, in Albania.")),
        ("channel", _("How it came.")),
        ("category", _("Stakeholder category that its author speaks for.")),
        ("who", _("Name or organisation, only where its author chose to show it; otherwise empty.")),
        ("language", _("Language it is written in, as a BCP 47 code; und: unknown.")),
        (
            "provision, draft",
            _("Anchor of the provision it is on, and the draft it was made on; empty: on something else."),
        ),
        ("measure", _("Code of the measure it is on.")),
        ("reply_to", _("Number of the comment that it replies to.")),
        ("text, proposed_wording, reason", _("What its author wrote, character by character.")),
        ("supports", _("Confirmed signs of support.")),
        (
            "issue, issue_title_sq, issue_title_en",
            _("Issue it was gathered into; a title is empty where it stands alone."),
        ),
        ("decision", _("Decision of the institution; empty: no answer published yet.")),
        ("official_reason_sq, official_reason_en", _("The reason, in both languages.")),
        ("changed_provision", _("Anchor of the provision that changed because of it.")),
        ("drafts", _("In JSON: each public draft, its provisions in both languages in their order.")),
        ("issues", _("In JSON: each answered issue.")),
        (
            "extensions, meetings, term",
            _("In JSON: moves of the deadline, public meetings, the working days of the term."),
        ),
        ("read_at", _("When the file was made. The portal goes on changing; the file does not.")),
    ]
