"""The next draft of a consultation: begun, paired with the one before, put out."""

from collections.abc import Collection, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from consultation.enums import LineageKind
from consultation.errors import DraftChanged, NotAllowed, NothingToPutOut, PairsMissing, ReasonMissing, VersionInWork
from consultation.policies import may_begin_version, may_coordinate, may_edit_draft, may_publish_version
from consultation.records import Consultation, DraftVersion, Provision, ProvisionLineage
from consultation.selectors.pairing import Pair, likeness, proposed_pairs
from consultation.selectors.versions import latest_published, predecessor, provisions_of, version_in_work
from consultation.services.telling import tell_search
from portal.accounts.services import record_audit
from portal.delivery.generation import raise_generation
from portal.work.clock import database_now


@transaction.atomic
def begin_version(*, consultation: Consultation, by: Any, copies: bool) -> DraftVersion:
    """Begin the next draft: empty, to be imported, or a copy of the one that stands, to be edited."""
    consultation = Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    if not may_begin_version(by, consultation):
        raise NotAllowed
    if version_in_work(consultation) is not None:
        raise VersionInWork
    last = consultation.versions.aggregate(last=Max("number"))["last"] or 0
    version = DraftVersion.objects.create(consultation=consultation, number=last + 1)
    if copies:
        _copy(latest_published(consultation).get(), version)
    record_audit(
        actor=by,
        deed="consultation.begin_version",
        about=consultation,
        detail={"draft": version.number, "copy": copies},
    )
    return version


def _copy(source: DraftVersion, version: DraftVersion) -> None:
    rows = list(source.provisions.prefetch_related("measures").order_by("position"))
    measures = [list(row.measures.all()) for row in rows]
    for row in rows:
        row.pk, row.version = None, version
        row._state.adding = True
    made = Provision.objects.bulk_create(rows)
    link = Provision.measures.through
    link.objects.bulk_create(
        link(provision_id=provision.pk, measure_id=measure.pk)
        for provision, named in zip(made, measures, strict=True)
        for measure in named
    )


@transaction.atomic
def drop_version(*, version: DraftVersion, by: Any) -> None:
    """Give up a draft that was never shown."""
    Consultation.objects.select_for_update(no_key=True).get(pk=version.consultation_id)
    version = DraftVersion.objects.select_related("consultation").get(pk=version.pk)
    if not may_publish_version(by, version):
        raise NotAllowed
    record_audit(
        actor=by, deed="consultation.drop_version", about=version.consultation, detail={"draft": version.number}
    )
    ProvisionLineage.objects.filter(earlier__version=predecessor(version)).delete()
    version.delete()


def confirm_pairs(
    *,
    version: DraftVersion,
    by: Any,
    refused: Collection[tuple[int, int]] = (),
    by_hand: Mapping[int, int] | None = None,
) -> list[ProvisionLineage]:
    """Keep what became of each provision of the draft before: as proposed, but for what the editor says.

    `refused` are pairs (earlier, later) that are none; `by_hand` names a successor for an earlier provision that has none.
    The alignment is worked out before the row is locked.
    """
    pairs = proposed_pairs(version)
    return keep_pairs(version, by, pairs, set(refused), dict(by_hand or {}))


@transaction.atomic
def keep_pairs(
    version: DraftVersion, by: Any, pairs: list[Pair], refused: set[tuple[int, int]], by_hand: dict[int, int]
) -> list[ProvisionLineage]:
    """Keep pairs that were worked out from the draft as it was: whoever changed it meanwhile is noticed."""
    Consultation.objects.select_for_update(no_key=True).get(pk=version.consultation_id)
    version = DraftVersion.objects.select_related("consultation").get(pk=version.pk)
    before = predecessor(version)
    if not may_coordinate(by) or not may_edit_draft(by, version, database_now()) or before is None:
        raise NotAllowed
    seen = {(each.pk, each.heading_sq, each.text_sq) for pair in pairs if (each := pair.later)}
    if seen != set(version.provisions.values_list("pk", "heading_sq", "text_sq")):
        raise DraftChanged
    links = _links(pairs, refused, by_hand, before, version)
    ProvisionLineage.objects.filter(earlier__version=before).delete()
    for link in links:
        link.confirmed_by = by
    made = ProvisionLineage.objects.bulk_create(links)
    _keep_anchors(version, before, links)
    record_audit(
        actor=by,
        deed="consultation.confirm_pairs",
        about=version.consultation,
        detail={"draft": version.number, "refused": len(refused), "by_hand": len(by_hand)},
    )
    return made


def _links(
    pairs: list[Pair],
    refused: set[tuple[int, int]],
    by_hand: dict[int, int],
    before: DraftVersion,
    version: DraftVersion,
) -> list[ProvisionLineage]:
    kept = [pair for pair in pairs if pair.earlier and pair.later and pair.key not in refused]
    links = [
        ProvisionLineage(
            earlier=pair.earlier, later=pair.later, kind=pair.kind, score=pair.score, is_primary=pair.is_primary
        )
        for pair in kept
        if pair.earlier and pair.later
    ]
    later = {each.pk: each for each in provisions_of(version)}
    living = {link.earlier_id for link in links}
    for earlier in provisions_of(before):
        if earlier.pk in living:
            continue
        successor = later.get(by_hand.get(earlier.pk, 0))
        if earlier.pk in by_hand and (successor is None or successor.kind != earlier.kind):
            raise ValidationError(_("A successor must be a row of this draft, and of the same kind."))
        links.append(
            ProvisionLineage(
                earlier=earlier,
                later=successor,
                kind=LineageKind.EDITED if successor else LineageKind.DROPPED,
                score=likeness(earlier, successor) if successor else 0.0,
            )
        )
    _one_primary_each(links)
    return links


def _one_primary_each(links: list[ProvisionLineage]) -> None:
    """Where the first successor was refused, the next one takes its place."""
    with_primary = {link.earlier_id for link in links if link.is_primary}
    for link in links:
        if link.earlier_id not in with_primary:
            link.is_primary = True
            with_primary.add(link.earlier_id)


def _keep_anchors(version: DraftVersion, before: DraftVersion, links: list[ProvisionLineage]) -> None:
    """The text that lives on keeps the end of its address; a new text never takes that of another."""
    rows = provisions_of(version)
    old = dict(before.provisions.values_list("pk", "anchor"))
    heirs: dict[int, str] = {}
    for link in sorted(links, key=lambda link: (-link.score, link.earlier_id)):
        if link.later_id and link.is_primary:
            heirs.setdefault(link.later_id, old[link.earlier_id])
    taken = set(old.values())
    own = {row.pk: row.anchor for row in rows}
    for row in rows:
        row.anchor = f"x-{row.pk}"
    Provision.objects.bulk_update(rows, ["anchor"])
    for row in rows:
        row.anchor = heirs.get(row.pk) or _free(own[row.pk], taken)
        taken.add(row.anchor)
    Provision.objects.bulk_update(rows, ["anchor"])


def _free(wanted: str, taken: set[str]) -> str:
    if wanted not in taken:
        return wanted
    return next(each for number in range(2, 10_000) if (each := f"{wanted[:15]}-{number}") not in taken)


@transaction.atomic
def publish_version(*, version: DraftVersion, by: Any, changes_sq: str, changes_en: str) -> DraftVersion:
    """Put the next draft out, with what changed in both languages. From now on it stands still.

    Comments stay on the words they were made on; they are shown where those words live on.
    """
    if not (changes_sq.strip() and changes_en.strip()):
        raise ReasonMissing
    Consultation.objects.select_for_update(no_key=True).get(pk=version.consultation_id)
    now = database_now()
    version = DraftVersion.objects.select_related("consultation").get(pk=version.pk)
    if not may_publish_version(by, version):
        raise NotAllowed
    if not version.provisions.exists():
        raise NothingToPutOut
    _check_pairs(version)
    version.changes_sq, version.changes_en = changes_sq, changes_en
    version.published_at = version.frozen_at = now
    version.full_clean()
    version.save()
    consultation = version.consultation
    record_audit(actor=by, deed="consultation.publish_version", about=consultation, detail={"draft": version.number})
    tell_search(consultation)
    raise_generation()
    return version


def _check_pairs(version: DraftVersion) -> None:
    """Each provision of the draft before has its lineage, and what it says of the words still holds.

    Rows that were added since must not carry the anchor of a text that was dropped.
    """
    before = predecessor(version)
    if before is None:
        raise PairsMissing
    if before.provisions.filter(lineage_onward__isnull=True).exists():
        raise PairsMissing
    links = ProvisionLineage.objects.filter(
        earlier__version=before, kind__in=[LineageKind.SAME, LineageKind.EDITED], later__isnull=False
    ).select_related("earlier", "later")
    for link in links:
        assert link.later is not None  # asked for above
        score = likeness(link.earlier, link.later)
        kind = LineageKind.SAME if score == 1.0 else LineageKind.EDITED
        if (kind, score) != (link.kind, link.score):
            link.kind, link.score = kind, score
            link.save(update_fields=["kind", "score"])
    _keep_anchors(version, before, list(ProvisionLineage.objects.filter(earlier__version=before)))
