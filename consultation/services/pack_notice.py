"""What the public register for consultations asks for, in one ZIP."""

import tempfile
import zipfile
from collections.abc import Iterator
from typing import IO

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from consultation.records import Consultation
from consultation.selectors.draft_paper import draft_paper
from consultation.selectors.versions import latest_published
from consultation.selectors.visibility import page_of, title_of
from consultation.working_days import ALBANIA, day_of
from portal.delivery.papers import write_docx, write_pdf
from portal.languages.enums import Language

IN_MEMORY = 4 * 1024 * 1024


def pack_notice(*, consultation: Consultation) -> IO[bytes]:
    """The notice as text, the draft as PDF and Word, in both languages, and the documents that were supplied."""
    content = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the response closes it
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, read in _files(consultation):
            archive.writestr(name, read)
    content.seek(0)
    return content


def _files(consultation: Consultation) -> Iterator[tuple[str, bytes]]:
    version = latest_published(consultation).get()
    for language in Language:
        with override(language):
            yield f"{slugify(_('Notice'))}-{language}.txt", notice_text(consultation, language).encode()
            if version.provisions.exists():
                paper = draft_paper(consultation, version)
                name = f"{slugify(_('Draft'))}-{version.number}-{language}"
                yield f"{name}.pdf", write_pdf(paper, timezone.localdate())
                with write_docx(paper) as written:
                    yield f"{name}.docx", written.read()
    for number, document in enumerate(consultation.documents.all(), start=1):
        for language in Language:
            stored = getattr(document, f"file_{language}")
            if stored:
                with stored.open() as file:
                    yield f"{number:02}-{language}-{stored.name.rpartition('/')[2]}", file.read()


def notice_text(consultation: Consultation, language: Language) -> str:
    """The notice in one language: what, who, on what ground, until when, where and how to comment, who decides."""
    page = page_of(consultation, language)
    closes = consultation.closes_at.astimezone(ALBANIA)
    address = page.get_full_url() if page is not None else None
    lines = [
        (_("Title"), title_of(consultation, language)),
        (_("Kind of act"), str(consultation.get_act_kind_display())),
        (_("Institution"), consultation.institution.name),
        (_("Legal basis"), consultation.legal_basis),
        (_("Summary"), getattr(page, "summary", "")),
        (pgettext("consultation", "Opens on"), date_format(day_of(consultation.opens_at))),
        (
            pgettext("consultation", "Closes on"),
            _("%(day)s at %(time)s, Albanian time") % {"day": date_format(closes.date()), "time": f"{closes:%H:%M}"},
        ),
        (_("Working days"), str(consultation.working_days)),
        (_("Who may comment"), str(consultation.get_who_may_comment_display())),
        (_("Invited categories"), ", ".join(str(each.name) for each in consultation.invited_categories.all())),
        (_("Where to comment"), address or settings.BASE_URL),
        (_("Contact"), f"{consultation.contact_role}, {consultation.contact_email}"),
    ]
    documents = [
        f"- {each}: " + (_("supplied") if each.is_supplied else f"{_('not supplied')}: {each.missing_reason}")
        for each in consultation.documents.all()
    ]
    written = "\n".join(f"{name}: {words}" for name, words in lines if words)
    example = _("This is an example. It is no text of an institution.") + "\n\n" if consultation.is_example else ""
    told = "\n\n" + _("Documents:") + "\n" + "\n".join(documents) if documents else ""
    return f"{example}{written}{told}\n"
