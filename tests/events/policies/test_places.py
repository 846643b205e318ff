"""The one rule of places, tried with any sequence of people who come and go."""

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from events.policies import Places, Waiting, next_in_line

CATEGORIES = (1, 2, 3)


def test_the_first_takes_a_place_reserved_for_their_category():
    places = Places(capacity=3, reserved={1: 1, 2: 1})

    assert places.has_place_for_newcomer(1)
    assert places.reserved_free(1) == 1
    assert places.open_free == 1


def test_when_the_reserved_places_are_full_an_open_one_is_taken_and_then_nobody_gets_one():
    assert Places(capacity=3, reserved={1: 1, 2: 1}, taken={1: 1}).has_place_for_newcomer(1)
    assert not Places(capacity=3, reserved={1: 1, 2: 1}, taken={1: 2}).has_place_for_newcomer(1)


def test_a_place_reserved_for_others_is_not_given_away_before_the_release():
    full_but_for_the_second = Places(capacity=3, reserved={1: 1, 2: 1}, taken={1: 2})

    assert not full_but_for_the_second.has_place_for_newcomer(3)
    assert full_but_for_the_second.has_place_for_newcomer(2)


def test_from_the_release_on_every_free_place_is_open_to_all():
    assert Places(capacity=3, reserved={1: 1, 2: 1}, taken={1: 2}, released=True).has_place_for_newcomer(3)


def test_a_newcomer_comes_after_those_who_wait():
    assert not Places(capacity=9, taken={1: 1}, waiting={1: 1}).has_place_for_newcomer(1)


def test_an_open_place_goes_to_whoever_has_waited_longest_and_a_reserved_one_to_its_category():
    open_place = Places(capacity=3, reserved={2: 1}, taken={1: 1, 2: 1}, waiting={1: 1, 3: 1})
    reserved_place = Places(capacity=3, reserved={2: 1}, taken={1: 2}, waiting={1: 1, 2: 1})

    assert list(next_in_line(open_place, [Waiting(10, 3), Waiting(11, 1)])) == [Waiting(10, 3)]
    assert list(next_in_line(reserved_place, [Waiting(10, 1), Waiting(11, 2)])) == [Waiting(11, 2)]


@dataclass
class Hall:
    """An event kept in lists instead of numbers, that lets people in by the rule and remembers the order."""

    capacity: int
    reserved: dict[int, int]
    released: bool = False
    seated: list[Waiting] = field(default_factory=list)
    queue: list[Waiting] = field(default_factory=list)
    people: int = 0

    @property
    def places(self) -> Places:
        return Places(
            self.capacity, self.reserved, self._count(self.seated), self._count(self.queue), released=self.released
        )

    def _count(self, people: list[Waiting]) -> dict[int, int]:
        return {category: sum(person.category == category for person in people) for category in CATEGORIES}

    def come(self, category: int) -> None:
        self.serve()
        self.people += 1
        into = self.seated if self.places.has_place_for_newcomer(category) else self.queue
        into.append(Waiting(self.people, category))

    def leave(self, which: int) -> None:
        people = self.seated + self.queue
        if people:
            gone = people[which % len(people)]
            self.seated = [person for person in self.seated if person != gone]
            self.queue = [person for person in self.queue if person != gone]
            self.serve()

    def change(self, capacity: int) -> None:
        """As the service does: refused when places that are taken or reserved would not fit."""
        if Places(capacity, self.reserved, self._count(self.seated), released=self.released).spoken_for <= capacity:
            self.capacity = capacity
            self.serve()

    def release(self) -> None:
        self.released = True

    def serve(self) -> None:
        lucky = list(next_in_line(self.places, self.queue))
        self.queue = [person for person in self.queue if person not in lucky]
        self.seated += lucky


@st.composite
def halls(draw):
    reserved = draw(st.dictionaries(st.sampled_from(CATEGORIES), st.integers(1, 4)))
    return Hall(capacity=sum(reserved.values()) + draw(st.integers(0, 5)) or 1, reserved=reserved)


deeds = st.lists(
    st.one_of(
        st.tuples(st.just("come"), st.sampled_from(CATEGORIES)),
        st.tuples(st.just("leave"), st.integers(0, 30)),
        st.tuples(st.just("change"), st.integers(1, 20)),
        st.tuples(st.just("release")),
    ),
    max_size=60,
)


@settings(max_examples=300, deadline=None)
@given(hall=halls(), deeds=deeds)
def test_whatever_happens_the_rule_is_kept(hall, deeds):
    for name, *details in deeds:
        before = set(hall.seated)
        queue_before = list(hall.queue)

        getattr(hall, name)(*details)

        places = hall.places
        assert len(hall.seated) <= hall.capacity, "never one too many"
        assert places.spoken_for <= hall.capacity, "whatever is reserved is really there"
        assert all(category_queue_is_in_order(hall.queue, category) for category in CATEGORIES)
        for person in set(hall.seated) - before:
            overtaken = [
                other
                for other in queue_before
                if other.category == person.category and other.key < person.key and other in hall.queue
            ]
            assert not overtaken, "nobody is overtaken within their category"
        if not hall.released:
            for category, kept in hall.reserved.items():
                others = sum(
                    max(places.taken[each] - hall.reserved.get(each, 0), 0) for each in CATEGORIES if each != category
                )
                assert others <= hall.capacity - sum(hall.reserved.values()), "others took no reserved place"
                assert places.reserved_free(category) == max(kept - places.taken[category], 0)


@settings(max_examples=200, deadline=None)
@given(hall=halls(), deeds=deeds)
def test_once_the_queue_is_served_no_place_stands_free_for_anybody_in_it(hall, deeds):
    for name, *details in deeds:
        getattr(hall, name)(*details)

    hall.serve()

    assert all(hall.places.free_for(person.category) == 0 for person in hall.queue)


def category_queue_is_in_order(queue: list[Waiting], category: int) -> bool:
    keys = [person.key for person in queue if person.category == category]
    return keys == sorted(keys)
