from collections.abc import Callable, Iterator

from portal.home.pages import HomePage
from portal.home.services import plant_trees
from portal.seed.links import INDEXES
from portal.seed.services.load_consultations import load_consultations
from portal.seed.services.load_events import load_events
from portal.seed.services.load_pages import load_front_page, load_index, load_news, load_standing_pages
from portal.seed.services.load_publications import load_publications, make_sheets
from portal.seed.services.load_vocabularies import (
    load_categories,
    load_glossary,
    load_institutions,
    load_project_words,
)

def load_everything(*, with_examples: bool) -> Iterator[tuple[str, int]]:
    """Load all content in the order that its parts lean on each other; yield each part's name and how many things are new."""
    home = plant_trees()
    for name, step in _steps(home, with_examples):
        yield name, step()


def _steps(home: HomePage, with_examples: bool) -> list[tuple[str, Callable[[], int]]]:
    steps: list[tuple[str, Callable[[], int]]] = [
        ("stakeholder categories", load_categories),
        ("institutions", lambda: load_institutions(with_examples=with_examples)),
        ("glossary", load_glossary),
        ("words about the project", load_project_words),
        ("lists", lambda: sum(load_index(home, page_class, key) for key, page_class in INDEXES.items())),
        ("publications", lambda: load_publications(with_examples=with_examples)),
        ("information sheets", make_sheets),
        ("standing pages", lambda: load_standing_pages(home)),
        ("front page", lambda: load_front_page(home)),
    ]
    if with_examples:
        steps += [
            ("example consultations", load_consultations),
            ("example events", load_events),
        ]
    return [*steps, ("news", lambda: load_news(with_examples=with_examples))]
