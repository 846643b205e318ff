"""A PDF of two pages that the portal makes from a record, and that says what it is: no official text."""

import hashlib
import io
import json
from pathlib import Path
from typing import Any, cast

import typst
from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext as _

from library.publications.enums import FileLanguage, OfficialPage, Status, TitleStatus
from library.publications.errors import NotAnEditor
from library.publications.policies import may_edit_library
from library.publications.records import Publication, PublicationFile
from library.publications.selectors.relations import relations_of
from library.publications.selectors.status import with_status
from library.publications.selectors.telling import basis_of, date_label
from library.publications.selectors.visibility import address_of, pages_ahead, pages_by_language
from library.publications.services.inspect_upload import inspect_upload
from library.publications.services.keep_file import remove_file, store_file
from portal.languages.enums import Language
from portal.pages.selectors import project_words

TEMPLATE = Path(__file__).parent.parent / "templates" / "publications" / "information_sheet.typ"


def make_information_sheet(*, publication: Publication, user: Any = None) -> PublicationFile:
    """Attach the sheet in both languages, made from what is public now; an unchanged record keeps its sheet.

    It is PDF/UA-1, so that it can be read aloud. An older sheet goes when the new one stands.
    """
    if not may_edit_library(user):
        raise NotAnEditor
    told = _tell(publication.pk)
    digest = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
    older = list(PublicationFile.objects.filter(publication=publication, is_information_sheet=True))
    for sheet in older:
        if sheet.made_from == digest:
            return sheet
    name = f"{slugify(publication.title_sq or publication.title_en)[:60].strip('-')}-flete-informacioni.pdf"
    inspected = inspect_upload(io.BytesIO(_typeset(told)), name)
    with transaction.atomic():
        new = store_file(
            publication=publication,
            inspected=inspected,
            language=FileLanguage.MULTIPLE,
            is_information_sheet=True,
            made_from=digest,
        )
        for sheet in older:
            remove_file(file=sheet)
    return new


def _typeset(told: dict[str, Any]) -> bytes:
    today = timezone.localdate()
    sheet = told | {"date": {"year": today.year, "month": today.month, "day": today.day}}
    compiler = typst.Compiler(
        TEMPLATE, root=TEMPLATE.parent, ignore_system_fonts=True, sys_inputs={"sheet": json.dumps(sheet)}
    )
    return cast(bytes, compiler.compile(format="pdf", pdf_standards=["ua-1"]))


def _tell(key: int) -> dict[str, Any]:
    publication = (
        with_status(Publication.objects.filter(pk=key))
        .select_related("institution")
        .prefetch_related(pages_ahead(Publication))
        .get()
    )
    parts = []
    for language in Language:
        with translation.override(language):
            parts.append(_part(publication, language))
    return {"title": parts[0]["title"], "author": parts[0]["portal"], "parts": parts}


def _part(publication: Publication, language: Language) -> dict[str, Any]:
    lines = relations_of(publication, None)
    words = project_words()
    page = pages_by_language(publication).get(language)
    return {
        "lang": language.value,
        "portal": settings.PORTAL_NAME[language],
        "heading": _("Information sheet"),
        "not_official": _(
            "This sheet was made by the portal from its own record of the document. It is not the official text and "
            "does not replace it."
        ),
        "title": str(publication.title),
        "summary": getattr(page, "summary", "") if page is not None and page.live else "",
        "facts": [
            {"name": str(name), "text": str(text), "url": url} for name, text, url in _facts(publication, lines) if text
        ],
        "relations_heading": _("Relations to other documents"),
        "relations": [
            {"name": _capital(line.label), "text": str(line.other.title), "url": ""}
            for line in lines
            if line.is_verified
        ],
        "foot": "\n".join(str(text) for text in (words.funding, words.disclaimer) if text),
    }


def _facts(publication: Publication, lines: list[Any]) -> list[tuple[str, str, str]]:
    institution = publication.institution.public_name if publication.institution else ""
    address = address_of(publication)
    if address.startswith("/"):
        address = f"{settings.BASE_URL}{address}"
    return [
        (_("Wording of the title"), _wording(publication), ""),
        (_("Kind"), publication.get_kind_display(), ""),
        (_("Number"), publication.number, ""),
        (_capital(date_label(publication)), publication.date_text, ""),
        (_("Period"), publication.period_text, ""),
        (_("Issued by"), institution, ""),
        (_("Official gazette"), publication.gazette, ""),
        (_("Status"), str(Status(publication.status).label), ""),
        (_("Why this status"), basis_of(publication, lines).text.rstrip(":"), ""),
        *_official_text(publication),
        (_("In the library"), address, address),
    ]


def _wording(publication: Publication) -> str:
    return "" if publication.title_status == TitleStatus.OFFICIAL else str(TitleStatus(publication.title_status).label)


def _official_text(publication: Publication) -> list[tuple[str, str, str]]:
    if not publication.official_url:
        return [(_("Official text"), _("not found online"), "")]
    name = _("Official text") if publication.official_page == OfficialPage.TEXT else _("Official page")
    seen = date_format(publication.official_seen_on) if publication.official_seen_on else ""
    rows = [(name, publication.official_url, publication.official_url)]
    return [*rows, (_("Address recorded on"), seen, "")] if seen else rows


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
