from typing import Any

from django.db import models, transaction

from portal.accounts.records import AuditEntry, Participant, User


@transaction.atomic
def record_audit(*, actor: Any, deed: str, about: models.Model, detail: dict[str, Any] | None = None) -> AuditEntry:
    """Write down a deed of staff, in the transaction of the deed itself. `deed` is `consultation.close_early`, a verb of a room.

    `detail` holds what changed, never text or addresses of visitors: these entries outlive an erasure.
    """
    known = isinstance(actor, User)
    entry = AuditEntry(
        actor=actor if known else None,
        roles=", ".join(sorted(actor.roles)) if known else "",
        deed=deed,
        about_type=about._meta.label,
        about_key=str(about.pk),
        about=_named(about)[:300],
        detail=detail or {},
    )
    entry.full_clean()
    entry.save()
    return entry


def _named(about: models.Model) -> str:
    """A record by its own name; people by number, so that the journal holds no address after they were erased."""
    if isinstance(about, User | Participant):
        return f"{about._meta.verbose_name} {about.pk}"
    return str(about)
