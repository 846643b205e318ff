"""What the database holds, as one number a table: to see that nothing was changed, and where."""

import hashlib

from django.db import connection


def fingerprint(without: frozenset[str] = frozenset()) -> dict[str, str]:
    """A digest of each table's rows, in no particular order."""
    found = {}
    with connection.cursor() as cursor:
        for table in sorted(set(connection.introspection.table_names(cursor)) - without):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows = sorted(repr(row) for row in cursor.fetchall())
            found[table] = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    return found


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {table for table in before.keys() | after.keys() if before.get(table) != after.get(table)}
