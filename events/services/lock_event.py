from events.records import Event


def lock_event(event: Event) -> Event:
    """The event as it stands now, held until the transaction ends. The first statement of every deed about its places.

    One row is locked and no other before it, so no two deeds can wait for each other. `NO KEY`, so that rows which merely
    point to the event are written meanwhile. SQLite has taken its only write lock when the transaction began.
    """
    return Event.objects.select_for_update(of=("self",), no_key=True).get(pk=event.pk)
