"""The order of a draft's rows, and which English stands beside which Albanian."""

from typing import Any

from django.db import transaction
from django.db.models import F

from consultation.errors import EnglishInTheWay, NotAllowed
from consultation.policies import may_coordinate
from consultation.records import DraftVersion, Provision
from consultation.records.drafts import source_hash
from consultation.services.draft import ProvisionRow, add_provisions, editable, tell_of_draft
from portal.accounts.services import record_audit

ASIDE = 1_000_000
"""Where rows wait while others take their places: positions are unique at every moment."""


@transaction.atomic
def insert_provision(*, version: DraftVersion, row: ProvisionRow, at: int, by: Any) -> Provision:
    """Put a new row at a position; whatever stands there and after it moves down by one."""
    version = editable(version, by)
    [made] = add_provisions(version=version, rows=[row], by=by)
    last = made.position
    at = max(1, min(at, last))
    if at < last:
        Provision.objects.filter(pk=made.pk).update(position=2 * ASIDE)
        after = version.provisions.filter(position__gte=at, position__lt=last)
        keys = list(after.values_list("pk", flat=True))
        after.update(position=F("position") + ASIDE)
        Provision.objects.filter(pk__in=keys).update(position=F("position") - ASIDE + 1)
        Provision.objects.filter(pk=made.pk).update(position=at)
    made.refresh_from_db()
    return made


@transaction.atomic
def move_provision(*, provision: Provision, by: Any, up: bool) -> Provision:
    """Change places with the row before or after, both languages together. At either end nothing happens."""
    if not may_coordinate(by):
        raise NotAllowed
    version = editable(provision.version, by)
    provision = version.provisions.get(pk=provision.pk)
    other = _neighbour(provision, up=up)
    if other is None:
        return provision
    here, there = provision.position, other.position
    Provision.objects.filter(pk=provision.pk).update(position=ASIDE)
    Provision.objects.filter(pk=other.pk).update(position=here)
    Provision.objects.filter(pk=provision.pk).update(position=there)
    provision.position = there
    tell_of_draft(version, [])
    return provision


@transaction.atomic
def move_english(*, provision: Provision, by: Any, up: bool) -> Provision | None:
    """Change the English of two neighbouring rows. Both pairs are to be looked at again."""
    version = editable(provision.version, by)
    provision = version.provisions.get(pk=provision.pk)
    other = _neighbour(provision, up=up)
    if other is None:
        return None
    words = [(provision.heading_en, provision.text_en), (other.heading_en, other.text_en)]
    for row, (heading, text) in zip((provision, other), reversed(words), strict=True):
        row.heading_en, row.text_en, row.source_hash = heading, text, ""
        row.save(update_fields=["heading_en", "text_en", "source_hash"])
    tell_of_draft(version, [provision, other])
    return other


@transaction.atomic
def shift_english(*, provision: Provision, by: Any, down: bool) -> None:
    """Move the English of this row and of all after it: down, which leaves this row without; or up, which needs it to be without.

    For a document in which one paragraph is too many or missing, so that all after it are one row off.
    """
    version = editable(provision.version, by)
    rows = list(version.provisions.filter(position__gte=provision.position).order_by("position"))
    words = [(row.heading_en, row.text_en) for row in rows]
    pushed_out = words[-1] if down else words[0]
    if any(pushed_out):
        raise EnglishInTheWay
    words = [("", ""), *words[:-1]] if down else [*words[1:], ("", "")]
    for row, (heading, text) in zip(rows, words, strict=True):
        row.heading_en, row.text_en, row.source_hash = heading, text, ""
    Provision.objects.bulk_update(rows, ["heading_en", "text_en", "source_hash"])
    record_audit(
        actor=by, deed="consultation.shift_english", about=version.consultation, detail={"anchor": provision.anchor}
    )
    tell_of_draft(version, rows)


@transaction.atomic
def check_english(*, version: DraftVersion, by: Any, provision: Provision | None = None) -> int:
    """Note that the English says what the Albanian says: of one row, or of all that have any."""
    version = editable(version, by)
    rows = [
        row
        for row in version.provisions.all()
        if (provision is None or row.pk == provision.pk) and (row.heading_en or row.text_en) and row.english_is_behind
    ]
    for row in rows:
        row.source_hash = source_hash(row.heading_sq, row.text_sq)
    Provision.objects.bulk_update(rows, ["source_hash"])
    record_audit(actor=by, deed="consultation.check_english", about=version.consultation, detail={"rows": len(rows)})
    tell_of_draft(version, rows)
    return len(rows)


def _neighbour(provision: Provision, *, up: bool) -> Provision | None:
    rows = Provision.objects.filter(version=provision.version_id)
    if up:
        return rows.filter(position__lt=provision.position).order_by("-position").first()
    return rows.filter(position__gt=provision.position).order_by("position").first()
