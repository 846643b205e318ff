"""One publication with all that its page shows."""

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from library.publications.enums import OfficialPage, TitleStatus
from library.publications.records import Publication, PublicationFile
from library.publications.selectors.listing_view import status_mark
from library.publications.selectors.mentions import MENTIONS_OF_PUBLICATIONS
from library.publications.selectors.relations import RelationLine, relations_of
from library.publications.selectors.status import with_status
from library.publications.selectors.telling import basis_of, citation_of, date_label, ended_plan, life_of
from library.publications.selectors.visibility import address_of
from portal.delivery.memo import until_next_generation
from portal.languages.address import LIBRARY
from portal.languages.enums import Language, active_language


def publication_context(key: int) -> dict[str, Any]:
    """All that is public of the record. Drafts of other publications do not show through relations."""
    return _told(key, active_language(), timezone.localdate())


@until_next_generation
def _told(key: int, language: Language, today: date) -> dict[str, Any]:
    publication = (
        with_status(Publication.objects.filter(pk=key))
        .select_related("institution")
        .prefetch_related("events", "files")
        .get()
    )
    lines = relations_of(publication, None)
    address = f"{settings.BASE_URL}{reverse('publications:number', args=[publication.pk])}"
    return {
        "publication": publication,
        "trail": [
            {"name": pgettext("room", "Library"), "url": f"/{active_language()}/{LIBRARY}/"},
            {"name": publication.title},
        ],
        "official_host": urlsplit(publication.official_url).hostname or "",
        "status": status_mark(publication),
        "basis": basis_of(publication, lines),
        "ended_plan": _linked(ended_plan(publication, lines)),
        "life": [vars(step) for step in life_of(publication, publication.events.all(), lines)],
        "relations": [relation_row(line) for line in lines],
        "files": [file_row(file) for file in publication.files.all()],
        "preview": next((file for file in publication.files.all() if file.preview), None),
        "mentions": MENTIONS_OF_PUBLICATIONS.of(publication),
        "facts": _facts(publication),
        "wording": _wording(publication),
        "shows_text": publication.official_page == OfficialPage.TEXT,
        "citation": citation_of(publication, address),
    }


def relation_row(line: RelationLine) -> dict[str, Any]:
    return {
        "label": line.label[:1].upper() + line.label[1:],
        "title": line.other.title,
        "url": address_of(line.other),
        "status": status_mark(line.other),
        "is_verified": line.is_verified,
    }


def file_row(file: PublicationFile) -> dict[str, Any]:
    note = [_("Made by this portal. It is not the official text.")] if file.is_information_sheet else []
    note.append(str(file.get_language_display()))
    return {
        "file": file,
        "url": reverse("publications:file", args=[file.pk, file.name]),
        "name": _("Information sheet in both languages") if file.is_information_sheet else file.name,
        "kind": file.get_media_type_display(),
        "note": note,
        "pages": file.page_count,
    }


def _facts(publication: Publication) -> list[dict[str, Any]]:
    institution = publication.institution.public_name if publication.institution else ""
    label = date_label(publication)
    facts: list[dict[str, Any]] = [
        {"name": _("Kind"), "text": publication.get_kind_display()},
        {"name": _("Number"), "text": publication.number},
        {"name": label[:1].upper() + label[1:], "text": publication.date_text, "strong": True},
        {"name": _("Period"), "text": publication.period_text},
        {"name": _("Issued by"), "text": institution},
        {"name": _("Official gazette"), "text": publication.gazette},
        {"name": _("ELI address"), "text": publication.eli, "url": publication.eli},
        {"name": _("Topics"), "text": ", ".join(publication.topic_names)},
    ]
    return [fact for fact in facts if fact["text"]]


def _wording(publication: Publication) -> str:
    """Said of a title that is not the official one; of an official one nothing needs saying."""
    status = TitleStatus(publication.title_status)
    return "" if status is TitleStatus.OFFICIAL else str(status.label)


def _linked(publication: Publication | None) -> dict[str, str] | None:
    if publication is None:
        return None
    return {"title": publication.title, "url": address_of(publication), "period": publication.period_text}
