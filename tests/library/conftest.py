"""The library's cast: works made as editors make them."""

from collections.abc import Callable
from typing import Any

import pytest

from library.publications.enums import PublicationKind
from library.publications.records import Publication
from library.publications.services import keep_publication, plant_library_index, publish_publication
from portal.home.pages import HomePage
from portal.languages.enums import Language


@pytest.fixture
def library(home: HomePage) -> Any:
    return plant_library_index(home)


@pytest.fixture
def a_publication(library: Any) -> Callable[..., Publication]:
    """Make a publication in both languages; published unless told otherwise."""

    def make(code: str = "law-1-2020", *, published: bool = True, summary: str = "", **facts: Any) -> Publication:
        facts = {
            "title_sq": f"Titulli i {code}",
            "title_en": f"Title of {code}",
            "kind": PublicationKind.LAW,
            **facts,
        }
        words = {
            Language.ALBANIAN: {"summary": summary or f"Përmbledhja e {code}."},
            Language.ENGLISH: {"summary": summary or f"Summary of {code}."},
        }
        publication = keep_publication(code=code, facts=facts, words=words)
        if published:
            publish_publication(publication=publication)
        return publication

    return make
