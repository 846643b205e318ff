"""Which drafts of a consultation there are, and which of them the public reads."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from consultation.records import Consultation, DraftVersion, Provision

SHOWN = Q(number=1) | Q(published_at__isnull=False)
"""The first draft is shown by the notice, a later one once it is put out."""


def published_versions(consultation: Consultation) -> QuerySet[DraftVersion]:
    return DraftVersion.objects.filter(SHOWN, consultation=consultation).order_by("number")


def latest_published(consultation: Consultation) -> QuerySet[DraftVersion]:
    """The draft that stands now, as a query of one row. Before the notice that is the first."""
    return published_versions(consultation).reverse()[:1]


def provisions_of(version: DraftVersion) -> list[Provision]:
    return list(version.provisions.select_related("version").order_by("position"))


def provisions_of_number(consultation: Consultation, number: int) -> list[Provision]:
    """A published draft by its number; nothing where the public may not read it."""
    version = published_versions(consultation).filter(number=number).values("pk")
    return list(Provision.objects.filter(version__in=version).select_related("version").order_by("position"))


def version_in_work(consultation: Consultation) -> DraftVersion | None:
    """A later draft that is being written and not shown yet."""
    return consultation.versions.exclude(SHOWN).order_by("number").first()


def predecessor(version: DraftVersion) -> DraftVersion | None:
    """The draft that the public read before this one."""
    earlier = DraftVersion.objects.filter(SHOWN, consultation=version.consultation_id, number__lt=version.number)
    return earlier.order_by("-number").first()


def standing_provisions(consultations: QuerySet[Consultation]) -> QuerySet[Provision]:
    """The provisions of the drafts that stand now: what can be found, and commented on while it is open."""
    newer = DraftVersion.objects.filter(
        consultation=OuterRef("version__consultation"),
        number__gt=OuterRef("version__number"),
        published_at__isnull=False,
    )
    shown = Q(version__number=1) | Q(version__published_at__isnull=False)
    return Provision.objects.filter(shown, ~Exists(newer), version__consultation__in=consultations)


def is_overtaken(provision: Provision) -> bool:
    """Whether a newer draft is out."""
    newer = DraftVersion.objects.filter(
        consultation=provision.version.consultation_id,
        number__gt=provision.version.number,
        published_at__isnull=False,
    )
    return newer.exists()
