"""Everything about a consultation in one ZIP, for a complaint or an archive, with a manifest that anybody can check."""

import hashlib
import json
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO, Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from consultation.errors import NotAllowed
from consultation.policies import may_coordinate
from consultation.records import (
    Consultation,
    ConsultationComment,
    ConsultationReport,
    Contribution,
    ContributionFile,
    NoticeGiven,
    SuppliedDocument,
)
from consultation.selectors.draft_paper import draft_paper
from consultation.selectors.matrix_files import matrix_paper, matrix_table
from consultation.selectors.open_data import consultation_json
from consultation.selectors.report_paper import report_paper
from consultation.working_days import day_of
from portal.accounts.models import AuditEntry
from portal.accounts.services import record_audit
from portal.delivery.papers import Paper, write_pdf
from portal.delivery.spreadsheets import write_xlsx
from portal.languages.enums import Language
from portal.work.clock import database_now

MANIFEST = "manifest.sha256"
IN_MEMORY = 4 * 1024 * 1024
PORTION = 1024 * 1024
MOST_PRINTED = 800

Piece = tuple[str, Iterable[bytes]]


@transaction.atomic
def make_dossier(*, consultation: Consultation, by: Any) -> IO[bytes]:
    """Write the ZIP. It is for the coordinator: it holds hidden comments and scans, but no address of a person."""
    if not may_coordinate(by):
        raise NotAllowed
    record_audit(actor=by, deed="consultation.dossier", about=consultation)
    content = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the response closes it
    sums: list[str] = []
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, portions in _pieces(consultation):
            digest = hashlib.sha256()
            with archive.open(name, "w") as file:
                for portion in portions:
                    digest.update(portion)
                    file.write(portion)
            sums.append(f"{digest.hexdigest()}  {name}\n")
        archive.writestr(MANIFEST, "".join(sums))
    content.seek(0)
    return content


def _pieces(consultation: Consultation) -> Iterator[Piece]:
    yield "README.txt", [_readme(consultation).encode()]
    yield "consultation.json", consultation_json(consultation)
    yield "contributions.json", _contributions(consultation)
    yield "deeds.json", [_deeds(consultation)]
    yield from _papers(consultation)
    yield from _files(consultation)


def _readme(consultation: Consultation) -> str:
    parts = []
    for language in Language:
        with override(language):
            parts.append(
                "\n".join(
                    [
                        settings.PORTAL_NAME[language],
                        _("Dossier of consultation no. %(number)s") % {"number": consultation.number},
                        _("Made on %(instant)s") % {"instant": database_now().isoformat()},
                        _(
                            "consultation.json: drafts, published comments, answers. contributions.json: all that came in."
                        ),
                        _("deeds.json: what was done and when. Beside them: papers, documents, proofs and scans."),
                        _("Check it with: manage.py check_dossier FILE, or sha256sum -c manifest.sha256"),
                        _("It holds hidden comments and scans: it is not for publication."),
                    ]
                )
            )
    return "\n\n".join(parts) + "\n"


def _contributions(consultation: Consultation) -> Iterator[bytes]:
    """All that came in and was confirmed, hidden and withdrawn too, with what moderators did. No name that is not public."""
    rows = (
        Contribution.objects.filter(consultation=consultation, confirmed_at__isnull=False)
        .select_related("category", "participant")
        .prefetch_related("comments__moderation_events", "files")
        .order_by("serial")
    )
    separator = b"[\n"
    for row in rows.iterator(chunk_size=500):
        yield separator + json.dumps(_contribution(row), ensure_ascii=False).encode()
        separator = b",\n"
    yield b"[]" if separator == b"[\n" else b"\n]\n"


def _contribution(row: Contribution) -> dict[str, Any]:
    return {
        "receipt": row.receipt,
        "channel": row.channel,
        "category": row.category.code,
        "who": row.shown_name,
        "sent_at": row.sent_at.isoformat(),
        "received_on": row.received_on and row.received_on.isoformat(),
        "confirmed_at": row.confirmed_at and row.confirmed_at.isoformat(),
        "withdrawn_at": row.withdrawn_at and row.withdrawn_at.isoformat(),
        "edited_at": row.edited_at and row.edited_at.isoformat(),
        "files": [{"name": file.name, "sha256": file.sha256, "is_scan": file.is_scan} for file in row.files.all()],
        "comments": [
            _comment(comment) for comment in row.comments.all() if comment.withdrawn_at is None and not row.is_withdrawn
        ],
    }


def _comment(comment: ConsultationComment) -> dict[str, Any]:
    return {
        "number": comment.number,
        "text": comment.text,
        "proposed_wording": comment.proposed_wording,
        "reason": comment.reason,
        "language": comment.language,
        "moderation": comment.moderation,
        "hidden_reason_sq": comment.hidden_reason_sq,
        "hidden_reason_en": comment.hidden_reason_en,
        "events": [
            {"at": event.at.isoformat(), "before": event.before, "after": event.after, "reason": event.reason_sq}
            for event in comment.moderation_events.all()
        ],
    }


def _deeds(consultation: Consultation) -> bytes:
    entries = AuditEntry.objects.filter(about_type=consultation._meta.label, about_key=str(consultation.pk)).order_by(
        "done_at", "pk"
    )
    told = {
        "deeds": [
            {"at": each.done_at.isoformat(), "deed": each.deed, "roles": each.roles, "detail": each.detail}
            for each in entries
        ],
        "extensions": [
            {
                "old": each.old_closes_at.isoformat(),
                "new": each.new_closes_at.isoformat(),
                "decided_at": each.decided_at.isoformat(),
                "letters": each.told,
                "everyone_told_at": each.told_at and each.told_at.isoformat(),
            }
            for each in consultation.deadline_changes.all()
        ],
        "publications_of_answers": [
            {"at": each.published_at.isoformat(), "answers": each.answers, "letters": each.told}
            for each in consultation.answer_releases.all()
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _papers(consultation: Consultation) -> Iterator[Piece]:
    today = day_of(database_now())
    many = ConsultationComment.objects.published().filter(consultation=consultation).count() > MOST_PRINTED
    report = ConsultationReport.objects.filter(consultation=consultation, published_at__isnull=False).first()
    for language in Language:
        with override(language):
            papers: dict[str, Paper] = {
                f"draft-{version.number}": draft_paper(consultation, version) for version in consultation.versions.all()
            }
            papers["answers"] = matrix_paper(consultation, cites_only=many)
            if report is not None:
                papers["report"] = report_paper(consultation, report)
            for name, paper in papers.items():
                yield f"papers/{name}-{language}.pdf", [write_pdf(paper, today)]
            yield f"papers/answers-{language}.xlsx", _read(write_xlsx((_("Answers"), matrix_table(consultation))))


def _files(consultation: Consultation) -> Iterator[Piece]:
    """Documents, proofs of notice, papers and scans. One that is missing on the disk is named and has no bytes."""
    for document in SuppliedDocument.objects.filter(consultation=consultation):
        for language in Language:
            if stored := getattr(document, f"file_{language}"):
                yield _stored(f"documents/{document.pk}-{language}", stored)
    for notice in NoticeGiven.objects.filter(consultation=consultation).exclude(proof=""):
        yield _stored(f"notices/{notice.pk}", notice.proof)
    kept = ContributionFile.objects.filter(
        contribution__consultation=consultation,
        contribution__confirmed_at__isnull=False,
        contribution__withdrawn_at=None,
    ).select_related("contribution")
    for file in kept:
        folder = "scans" if file.is_scan else "position-papers"
        yield _stored(f"{folder}/{file.contribution.receipt}-{file.pk}", file.file)


def _stored(place: str, stored: Any) -> Piece:
    name = stored.name.rpartition("/")[2]
    try:
        return f"{place}-{name}", _read(stored.open("rb"))
    except FileNotFoundError:
        return f"{place}-{name}.missing", []


def _read(content: IO[bytes]) -> Iterator[bytes]:
    with content:
        while portion := content.read(PORTION):
            yield portion


def check_dossier(content: IO[bytes]) -> list[str]:
    """What is wrong with a dossier; nothing, if it holds exactly what its manifest says, byte for byte."""
    try:
        with zipfile.ZipFile(content) as archive:
            names = archive.namelist()
            if MANIFEST not in names:
                return [f"{MANIFEST}: missing"]
            lines = archive.read(MANIFEST).decode().splitlines()
            promised = {name: digest for digest, _space, name in (line.partition("  ") for line in lines)}
            faults = [f"{name}: not in the manifest" for name in names if name not in promised and name != MANIFEST]
            faults += [f"{name}: twice in the ZIP" for name in sorted(set(names)) if names.count(name) > 1]
            for name, digest in promised.items():
                if name not in names:
                    faults.append(f"{name}: missing")
                elif _sum_of(archive, name) != digest:
                    faults.append(f"{name}: changed")
            return faults
    except (zipfile.BadZipFile, UnicodeDecodeError, EOFError, NotImplementedError) as failure:
        return [f"no readable dossier: {failure}"]


def _sum_of(archive: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    try:
        with archive.open(name) as file:
            while portion := file.read(PORTION):
                digest.update(portion)
    except zipfile.BadZipFile:
        return ""
    return digest.hexdigest()
