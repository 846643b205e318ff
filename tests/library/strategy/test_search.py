from library.strategy.records import Indicator, Measure, Strategy
from library.strategy.search import SEARCHABLES
from library.strategy.services import unpublish_strategy

STRATEGIES, MEASURES, INDICATORS = SEARCHABLES


def test_strategies_measures_and_indicators_are_found_in_both_languages(a_strategy):
    a_strategy()
    measure, indicator = Measure.objects.get(), Indicator.objects.get()

    found = {(entry.language, entry.title, entry.url) for each in SEARCHABLES for entry in each.entries()}

    assert found == {
        ("sq", "Strategjia strategy-1", "/sq/strategjia/strategjia-strategy-1/"),
        ("en", "Strategy strategy-1", "/en/strategy/strategy-strategy-1/"),
        ("sq", "A.1.1 Masa A.1.1", f"/sq/strategjia/masa/{measure.pk}/"),
        ("en", "A.1.1 Measure A.1.1", f"/en/strategy/measures/{measure.pk}/"),
        ("sq", "A.1.1-1 Treguesi A.1.1", f"/sq/strategjia/masa/{measure.pk}/#i{indicator.pk}"),
        ("en", "A.1.1-1 Indicator A.1.1", f"/en/strategy/measures/{measure.pk}/#i{indicator.pk}"),
    }


def test_what_is_taken_down_is_neither_told_nor_shown(a_strategy):
    unpublish_strategy(strategy=a_strategy())

    assert [entry for each in SEARCHABLES for entry in each.entries()] == []
    assert STRATEGIES.visible(None, [Strategy.objects.get().pk]) == set()
    assert MEASURES.visible(None, [Measure.objects.get().pk]) == set()
    assert INDICATORS.visible(None, [Indicator.objects.get().pk]) == set()


def test_a_page_names_the_strategy_and_all_that_hangs_from_it(a_strategy):
    strategy = a_strategy(measures=2)
    page = strategy.pages.first()

    assert list(STRATEGIES.keys_of(page)) == [strategy.pk]
    assert set(MEASURES.keys_of(page)) == set(Measure.objects.values_list("pk", flat=True))
    assert set(INDICATORS.keys_of(page)) == set(Indicator.objects.values_list("pk", flat=True))
