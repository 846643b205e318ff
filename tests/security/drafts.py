"""Behind the doors of preparing a consultation: documents, notices, a second draft, and a third in work."""

from datetime import date
from typing import Any

from django.core.files.base import ContentFile

from consultation.models import Consultation, DraftVersion, NoticeGiven, SuppliedDocument
from consultation.services import begin_version, confirm_pairs, lay_ready, publish_version


def put_out_second_draft(consultation: Consultation) -> DraftVersion:
    version = begin_version(consultation=consultation, by=None, copies=True)
    confirm_pairs(version=version, by=None)
    return publish_version(version=version, by=None, changes_sq="Asgjë.", changes_en="Nothing.")


def of_drafts(consultation: Consultation) -> dict[str, Any]:
    in_work = begin_version(consultation=consultation, by=None, copies=True)
    document = SuppliedDocument(consultation=consultation, kind="draft", file_sq=ContentFile(b"%PDF-1.4", name="p.pdf"))
    notice = NoticeGiven(
        consultation=consultation,
        channel="newspaper",
        where_sq="Gazeta",
        given_on=date(2026, 11, 20),
        proof=ContentFile(b"%PDF-1.4", name="prova.pdf"),
    )
    lay_ready(record=document, by=None)
    lay_ready(record=notice, by=None)
    row = in_work.provisions.order_by("position").first()
    assert row is not None  # the draft was copied
    of_a_draft = ("import_english", "check_english", "pairs", "publish_version", "drop_version")
    return {f"consultation_desk:{name}:pk": in_work.pk for name in of_a_draft} | {
        "consultation_desk:arrange:pk": row.pk,
        "consultation_desk:arrange:deed": "down",
        "consultation_desk:add_beside:kind": "document",
        "consultation_desk:edit_beside:kind": "document",
        "consultation_desk:edit_beside:pk": document.pk,
        "consultation_desk:remove_beside:kind": "document",
        "consultation_desk:remove_beside:pk": document.pk,
        "consultation_desk:proof:pk": notice.pk,
        "consultation:document:document": document.pk,
        "consultation:document:language": "sq",
        "consultation:draft_file:kind": "pdf",
        "consultation:compare:old": 1,
        "consultation:compare:new": 2,
    }
