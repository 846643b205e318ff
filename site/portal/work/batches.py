"""How much the worker may write at once, so that people at the site never wait for it."""

import time
from collections.abc import Callable, Iterable
from typing import TypeVar

from django.db import transaction

Row = TypeVar("Row")

MOST_ROWS = 50
MOST_SECONDS = 0.02


def in_one_batch(rows: Iterable[Row], deed: Callable[[Row], object]) -> int:
    """Do the deed to the first rows, in one transaction of at most 50 rows or 20 ms; return how many were done.

    The rest is left for the next call, so `rows` is best a query for what is still to do.
    """
    done = 0
    with transaction.atomic():
        began = time.monotonic()
        for row in rows:
            deed(row)
            done += 1
            if done >= MOST_ROWS or time.monotonic() - began >= MOST_SECONDS:
                break
    return done
