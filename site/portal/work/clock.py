"""The one clock that decides deadlines: the database's."""

from datetime import UTC, date, datetime

from django.db import connection
from django.utils import timezone


def database_now() -> datetime:
    """The database's time at this statement, in UTC.

    Ask for it in a statement of its own after taking a lock: read inside the locking statement it is the time before the
    wait. On PostgreSQL `clock_timestamp()`, since `now()` stands still for the length of the transaction.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT clock_timestamp()")
            told: datetime = cursor.fetchone()[0]
            return told.astimezone(UTC)
        cursor.execute("SELECT strftime('%Y-%m-%dT%H:%M:%f', 'now')")
        return datetime.fromisoformat(cursor.fetchone()[0]).replace(tzinfo=UTC)


def database_today() -> date:
    """The day it is in Albania by the database's clock."""
    return timezone.localdate(database_now(), timezone.get_default_timezone())
