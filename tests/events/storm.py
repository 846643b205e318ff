"""A storm of registrations on an SQLite file, in a process of its own: the suite's database in memory takes no second writer.

Run by `test_storm_on_sqlite.py` with the file's address as `DATABASE_URL`; prints what was left when it was over.
"""

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import django

PEOPLE, PLACES, AT_ONCE = 60, 10, 12


def main() -> None:
    from django.db import connection

    from events.enums import RegistrationState
    from events.records import Event
    from events.services import RegistrationEntry, announce_event, plant_event_index, register, start_event
    from portal.home.services import plant_trees
    from portal.languages.enums import Language
    from portal.stakeholders.models import StakeholderCategory
    from portal.work.clock import database_now
    from tests.events.conftest import an_event, words

    plant_event_index(plant_trees())
    kinds = [
        StakeholderCategory.objects.get_or_create(code=code, defaults={"name_sq": code, "name_en": code})[0]
        for code in ("government", "business", "academia")
    ]
    event = start_event(
        event=an_event(database_now() - timedelta(seconds=1), capacity=PLACES), words=words(), reserved={kinds[0]: 3}
    )
    announce_event(event=event)
    barrier = threading.Barrier(AT_ONCE)

    def come(worker: int) -> list[str]:
        barrier.wait(30)
        refused = []
        for n in range(PEOPLE // AT_ONCE):
            entry = RegistrationEntry(
                email=f"p{worker}-{n}@example.al",
                name="Njeri",
                category=kinds[(worker + n) % 3],
                language=Language.ALBANIAN,
            )
            try:
                register(event=event, entry=entry)
            except Exception as refusal:
                refused.append(repr(refusal))
        connection.close()
        return refused

    with ThreadPoolExecutor(AT_ONCE) as pool:
        refused = [each for answer in pool.map(come, range(AT_ONCE)) for each in answer]
    event = Event.objects.get()
    print(  # noqa: T201 - read by the test
        json.dumps(
            {
                "refused": refused,
                "registered": event.registrations.filter(state=RegistrationState.REGISTERED).count(),
                "all": event.registrations.count(),
            }
        )
    )


if __name__ == "__main__":
    django.setup()
    main()
