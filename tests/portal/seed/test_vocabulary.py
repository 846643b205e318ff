import pytest

from portal.seed.services.strategy_parts import objective_drafts
from portal.seed.vocabulary import UnmappedValue, mapped


def test_a_word_becomes_the_portals_value() -> None:
    assert mapped("publication_kind", "dcm", at="publications.yaml[0].kind") == "decision"


def test_nothing_stays_nothing() -> None:
    assert mapped("indicator_direction", None, at="strategy.yaml[0]") == ""


def test_an_unknown_word_stops_the_loading_and_says_where() -> None:
    with pytest.raises(UnmappedValue) as stopped:
        objective_drafts([{"code": "A", "level": "storey", "name": None}], by=0, at="strategy.yaml[1]")

    assert str(stopped.value) == (
        "strategy.yaml[1].objectives[0].level: 'storey' is no value of the vocabulary 'strategy_level' "
        "in vocabulary_map.yaml"
    )
