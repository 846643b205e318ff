from django.db import transaction

from consultation.enums import Stage
from consultation.records import DraftVersion
from portal.delivery.generation import raise_generation
from portal.work.clock import database_now


@transaction.atomic
def note_openings() -> int:
    """Note on each draft that it was frozen by its opening. The freeze itself needs no note: policies ask the clock."""
    noted = (
        DraftVersion.objects.filter(
            frozen_at=None, number=1, consultation__stage=Stage.ANNOUNCED, consultation__opens_at__lte=database_now()
        )
        .select_related("consultation")
        .order_by("pk")[:50]
    )
    count = 0
    for version in noted:
        version.frozen_at = version.consultation.opens_at
        version.save(update_fields=["frozen_at"])
        count += 1
    if count:
        raise_generation()
    return count
