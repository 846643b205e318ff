from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from django.db import transaction

from portal.home.pages import HomePage
from portal.home.services import plant_trees
from portal.seed.indexing import indexed_once
from portal.seed.links import INDEXES
from portal.seed.services.load_consultations import load_consultations
from portal.seed.services.load_events import load_events
from portal.seed.services.load_pages import load_front_page, load_index, load_news, load_standing_pages
from portal.seed.services.load_publications import load_publications, make_sheets
from portal.seed.services.load_reviews import load_policy_changes, load_reviews
from portal.seed.services.load_strategies import load_frameworks, load_strategies
from portal.seed.services.load_vocabularies import (
    load_categories,
    load_glossary,
    load_institutions,
    load_project_words,
)
from portal.seed.services.move_examples import move_examples
from portal.work.clock import database_today

Step = tuple[str, Callable[[], int]]


def load_everything(*, with_examples: bool, today: date | None = None) -> Iterator[tuple[str, int]]:
    """Load all content in the order that its parts lean on each other; yield each part's name and how many things changed."""
    home = plant_trees()
    for name, step in _steps(home, with_examples, today or database_today()):
        yield name, step() if step is make_sheets else _in_one_piece(step)


def _in_one_piece(step: Callable[[], int]) -> int:
    """All of a part or nothing of it. Not for sheets: while one is set, nobody else should have to wait to write."""
    with transaction.atomic(), indexed_once():
        return step()


def _steps(home: HomePage, with_examples: bool, today: date) -> Iterator[Step]:
    yield "stakeholder categories", load_categories
    yield "institutions", partial(load_institutions, with_examples=with_examples)
    yield "glossary", load_glossary
    yield "words about the project", load_project_words
    yield "lists", lambda: sum(load_index(home, page_class, key) for key, page_class in INDEXES.items())
    yield "publications", partial(load_publications, with_examples=with_examples)
    yield "frameworks", load_frameworks
    yield "strategies", partial(load_strategies, with_examples=with_examples, today=today)
    yield "reviews", partial(load_reviews, with_examples=with_examples, today=today)
    yield "information sheets", make_sheets
    yield "standing pages", partial(load_standing_pages, home)
    yield "front page", partial(load_front_page, home)
    if with_examples:
        yield "example consultations", partial(load_consultations, today=today)
        yield "changes of policy", partial(load_policy_changes, today=today)
        yield "example events", partial(load_events, today=today)
    yield "news", partial(load_news, with_examples=with_examples, today=today)
    if with_examples:
        yield "days of examples", partial(move_examples, today=today)
