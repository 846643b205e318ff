"""Who gets a place. The one rule that registration, cancelling, the waiting list and every drawing of places go by.

1. An event has so many places. Some are reserved for categories; the others are open to all.
2. Whoever registers takes a reserved place of their category. When those are full, an open one. When those are full too,
   they wait, in the order of registering within their category.
3. A reserved place is never given to another category before the release instant. From that instant on nothing is reserved.
4. A place that comes free goes to the first in the queue who may take it: nobody is overtaken within their category, and an
   open place goes to whoever has waited longest, of any category. A newcomer comes after them.

Pure numbers: no clock, no database. `released` is the clock's answer, given by the caller.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True)
class Places:
    """The places of one event at one instant. Categories are keys; a category without reserved places is not in `reserved`."""

    capacity: int
    reserved: Mapping[int, int] = field(default_factory=dict)
    taken: Mapping[int, int] = field(default_factory=dict)
    waiting: Mapping[int, int] = field(default_factory=dict)
    released: bool = False

    @property
    def taken_in_all(self) -> int:
        return sum(self.taken.values())

    @property
    def waiting_in_all(self) -> int:
        return sum(self.waiting.values())

    @property
    def free_in_all(self) -> int:
        return max(0, self.capacity - self.taken_in_all)

    def reserved_for(self, category: int) -> int:
        return 0 if self.released else self.reserved.get(category, 0)

    def reserved_free(self, category: int) -> int:
        return max(0, self.reserved_for(category) - self.taken.get(category, 0))

    @property
    def spoken_for(self) -> int:
        """Places that somebody has or that are reserved and not taken yet. Never more than the capacity."""
        return sum(
            max(self.taken.get(category, 0), self.reserved_for(category))
            for category in self.reserved.keys() | self.taken.keys()
        )

    @property
    def open_free(self) -> int:
        return max(0, self.capacity - self.spoken_for)

    @property
    def open_in_all(self) -> int:
        """Places that belong to no category."""
        return max(0, self.capacity - sum(self.reserved_for(category) for category in self.reserved))

    def free_for(self, category: int) -> int:
        """How many people of the category could take a place now, one after the other."""
        return self.reserved_free(category) + self.open_free

    def has_place_for_newcomer(self, category: int) -> bool:
        """Whether somebody who registers now gets a place. Nobody does while others of the same category wait."""
        return self.free_for(category) > 0 and not self.waiting.get(category, 0)

    def with_one_more(self, category: int) -> "Places":
        """The places after one person of the category came off the waiting list into a place."""
        return Places(
            capacity=self.capacity,
            reserved=self.reserved,
            taken={**self.taken, category: self.taken.get(category, 0) + 1},
            waiting={**self.waiting, category: max(0, self.waiting.get(category, 0) - 1)},
            released=self.released,
        )


class Waiting(NamedTuple):
    """Somebody in the queue."""

    key: int
    category: int


def next_in_line(places: Places, queue: Iterable[Waiting]) -> Iterator[Waiting]:
    """Those of the queue (first come, first) who get a place now, in the order in which they get it."""
    for waiting in queue:
        if places.free_for(waiting.category) > 0:
            places = places.with_one_more(waiting.category)
            yield waiting
