from typing import Any

from django.db import transaction

from events.errors import DoorClosed, NoPlaceAtTheDoor
from events.policies import is_door_open, may_check_in
from events.records import Attendance, Registration
from events.services.lock_event import lock_event
from portal.work.clock import database_now


@transaction.atomic
def check_in(*, registration: Registration, user: Any = None) -> Attendance:
    """Note that somebody has arrived. A second time returns the first: the door is told when that was."""
    event = lock_event(registration.event)
    now = database_now()
    standing = Registration.objects.get(pk=registration.pk)
    standing.event = event
    if not is_door_open(event, now):
        raise DoorClosed
    if not may_check_in(standing, now):
        raise NoPlaceAtTheDoor
    attendance, _ = Attendance.objects.get_or_create(
        registration=standing, defaults={"arrived_at": now, "noted_by": user}
    )
    return attendance


@transaction.atomic
def undo_check_in(*, registration: Registration) -> None:
    """Take back an arrival that was noted by mistake."""
    event = lock_event(registration.event)
    if not is_door_open(event, database_now()):
        raise DoorClosed
    Attendance.objects.filter(registration=registration).delete()
