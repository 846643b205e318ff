"""The text of a draft: versions, provisions, and the cleaning of what is imported or typed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

import nh3
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.html import escape
from django.utils.text import slugify

from consultation.enums import ProvisionKind
from consultation.errors import NotAllowed, VersionFrozen
from consultation.policies import is_frozen, may_coordinate, may_edit_draft
from consultation.records import Consultation, DraftVersion, Provision
from consultation.records.drafts import source_hash
from library.reviews.models import Finding, Recommendation
from library.strategy.models import Measure
from portal.accounts.services import record_audit
from portal.delivery.generation import raise_generation
from portal.search.services import queue_reindex
from portal.work.clock import database_now

ALLOWED_TAGS = {"p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td"}
ALLOWED_ATTRIBUTES = {"th": {"scope", "colspan", "rowspan"}, "td": {"colspan", "rowspan"}}
ANCHOR_LENGTH = 20
_TAG = re.compile(r"<([a-z]+)")


@dataclass(frozen=True)
class ProvisionWords:
    """A provision in both languages, as typed or imported: HTML or plain text."""

    heading_sq: str = ""
    heading_en: str = ""
    text_sq: str = ""
    text_en: str = ""

    def cleaned(self) -> "ProvisionWords":
        return replace(self, text_sq=clean_text(self.text_sq), text_en=clean_text(self.text_en))


@dataclass(frozen=True)
class ProvisionRow:
    """A row to add to a draft. Without an anchor its label makes one; without words it copies what it stands for."""

    words: ProvisionWords = ProvisionWords()
    kind: str = ProvisionKind.PROVISION
    label: str = ""
    depth: int = 1
    anchor: str = ""
    finding: Finding | None = None
    recommendation: Recommendation | None = None
    measures: Sequence[Measure] = ()

    def full_words(self) -> ProvisionWords:
        source = self.finding or self.recommendation
        if source is None or self.words != ProvisionWords():
            return self.words
        return ProvisionWords(source.title_sq, source.title_en, source.text_sq, source.text_en)


def clean_text(text: str) -> str:
    """Paragraphs, lists and tables, nothing else. Plain text becomes one paragraph for each block of lines."""
    if not text.strip():
        return ""
    if not _TAG.search(text):
        blocks = [" ".join(block.split()) for block in text.replace("\r\n", "\n").split("\n\n")]
        return "".join(f"<p>{escape(block)}</p>" for block in blocks if block)
    cleaned = nh3.clean(text, tags=ALLOWED_TAGS, attributes=ALLOWED_ATTRIBUTES, link_rel=None).strip()
    return cleaned if cleaned.startswith("<") else f"<p>{cleaned}</p>"


def as_typed(text: str) -> str:
    """The text of a provision for a plain field: paragraphs alone need no marks, lists and tables keep theirs."""
    if set(_TAG.findall(text)) - {"p"}:
        return text
    return unescape("\n\n".join(paragraph.removeprefix("<p>") for paragraph in text.split("</p>")).strip())


@transaction.atomic
def add_draft_version(*, consultation: Consultation, by: Any) -> DraftVersion:
    """Begin the next numbered text of a consultation, empty."""
    if not may_coordinate(by):
        raise NotAllowed
    consultation = Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    last = consultation.versions.aggregate(last=Max("number"))["last"] or 0
    return DraftVersion.objects.create(consultation=consultation, number=last + 1)


@transaction.atomic
def add_provisions(*, version: DraftVersion, rows: Sequence[ProvisionRow], by: Any) -> list[Provision]:
    """Append rows to a draft, in order. Both languages of a row are taken as checked against each other."""
    version = editable(version, by)
    last = version.provisions.aggregate(last=Max("position"))["last"] or 0
    taken = set(version.provisions.values_list("anchor", flat=True))
    made = []
    for position, row in enumerate(rows, start=last + 1):
        provision = Provision(
            version=version,
            position=position,
            kind=row.kind,
            label=row.label,
            depth=row.depth,
            anchor=_free_anchor(row, position, taken),
            finding=row.finding,
            recommendation=row.recommendation,
        )
        _set_words(provision, row.full_words().cleaned(), english_checked=True)
        provision.clean_fields()
        made.append(provision)
    Provision.objects.bulk_create(made)
    _link_measures(made, rows)
    tell_of_draft(version, made)
    return made


@transaction.atomic
def edit_provision(
    *, provision: Provision, by: Any, label: str, words: ProvisionWords, english_checked: bool = True
) -> Provision:
    """Change one row, until the draft opens.

    `english_checked` says that the English was held against this Albanian; otherwise it shows as behind.
    """
    version = editable(provision.version, by)
    provision = Provision.objects.select_for_update(of=("self",), no_key=True).get(pk=provision.pk)
    provision.label = label
    _set_words(provision, words.cleaned(), english_checked=english_checked)
    provision.full_clean()
    provision.save()
    record_audit(
        actor=by, deed="consultation.edit_provision", about=version.consultation, detail={"anchor": provision.anchor}
    )
    tell_of_draft(version, [provision])
    return provision


@transaction.atomic
def remove_provision(*, provision: Provision, by: Any) -> None:
    version = editable(provision.version, by)
    queue_reindex("provision", provision.pk)
    record_audit(
        actor=by, deed="consultation.remove_provision", about=version.consultation, detail={"anchor": provision.anchor}
    )
    provision.delete()
    tell_of_draft(version, [])


def editable(version: DraftVersion, by: Any) -> DraftVersion:
    """The draft, its consultation's row held, if this person may change it now."""
    Consultation.objects.select_for_update(no_key=True).get(versions=version)
    now = database_now()
    version = DraftVersion.objects.select_related("consultation").get(pk=version.pk)
    if is_frozen(version, now):
        raise VersionFrozen
    if not may_edit_draft(by, version, now):
        raise NotAllowed
    return version


def _link_measures(made: Sequence[Provision], rows: Sequence[ProvisionRow]) -> None:
    link = Provision.measures.through
    link.objects.bulk_create(
        link(provision_id=provision.pk, measure_id=measure.pk)
        for provision, row in zip(made, rows, strict=True)
        for measure in row.measures
    )


def _set_words(provision: Provision, words: ProvisionWords, *, english_checked: bool) -> None:
    if not any([words.heading_sq, words.text_sq]):
        raise ValidationError({"text_sq": Provision._meta.get_field("text_sq").error_messages["blank"]})
    provision.heading_sq, provision.heading_en = words.heading_sq, words.heading_en
    provision.text_sq, provision.text_en = words.text_sq, words.text_en
    if english_checked and (words.heading_en or words.text_en):
        provision.source_hash = source_hash(words.heading_sq, words.text_sq)


def _free_anchor(row: ProvisionRow, position: int, taken: set[str]) -> str:
    """Short and lasting: "p5" for provision 5, "s2" for section 2, a number behind it where that is taken."""
    letter = "s" if row.kind == ProvisionKind.HEADING else "p"
    wanted = row.anchor or f"{letter}{slugify(row.label) or position}"[: ANCHOR_LENGTH - 4]
    anchor = next(each for each in _numbered(wanted) if each not in taken)
    taken.add(anchor)
    return anchor


def _numbered(wanted: str) -> Iterable[str]:
    yield wanted
    number = 2
    while True:
        yield f"{wanted}-{number}"
        number += 1


def tell_of_draft(version: DraftVersion, changed: Sequence[Provision]) -> None:
    """What the public can read already is read anew: search and the page store hear of it."""
    if version.consultation.announced_at is not None:
        queue_reindex("provision", *(each.pk for each in changed))
        raise_generation()
