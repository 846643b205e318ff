import pytest

from library.strategy.records import IndicatorReading
from library.strategy.selectors import (
    indicators_visible_to,
    measures_visible_to,
    strategies_at_a_glance,
    strategy_at_a_glance,
    visible_to,
)
from library.strategy.services import unpublish_strategy
from portal.accounts.enums import Role


@pytest.mark.parametrize(
    ("roles", "sees"),
    [
        ((), False),
        ((Role.MODERATOR,), False),
        ((Role.SECRETARIAT,), True),
        ((Role.EDITOR,), True),
        ((Role.TRANSLATOR,), True),
    ],
)
def test_a_part_is_as_visible_as_its_strategy(a_strategy, somebody, roles, sees):
    a_strategy(published=False)
    user = somebody(*roles)

    for visible in (visible_to, measures_visible_to, indicators_visible_to):
        assert visible(user).exists() == sees
        assert not visible(None).exists()


def test_taken_down_it_takes_its_parts_along(a_strategy):
    strategy = a_strategy()
    assert measures_visible_to(None).count() == indicators_visible_to(None).count() == 1

    unpublish_strategy(strategy=strategy)

    assert not measures_visible_to(None).exists()
    assert strategies_at_a_glance() == []
    assert strategy_at_a_glance() is None


def test_the_glance_shows_a_strategy_that_has_measures(a_strategy):
    a_strategy("without", measures=0, position=0)
    a_strategy("with", measures=3, position=1)

    glance = strategy_at_a_glance()

    assert (glance.strategy.code, glance.measures, glance.url) == ("with", 3, "/sq/strategjia/strategjia-with/")
    assert [goal["code"] for goal in glance.goals] == ["A"]


def test_only_approved_readings_are_public(client, a_strategy):
    measure = a_strategy().objectives.get(code="A1").measures.get()
    assert IndicatorReading.objects.filter(state="draft", value=99).exists()

    told = client.get(f"/en/strategy/measures/{measure.pk}/").content.decode()

    assert "55.5 %" in told
    assert "99 %" not in told
