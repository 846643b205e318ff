import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from library.publications.enums import PublicationKind
from library.strategy.records import (
    BudgetYear,
    FundingSource,
    Indicator,
    IndicatorReading,
    Measure,
    StrategyLine,
    Target,
)
from library.strategy.services import ObjectiveDraft, StrategyDraft, keep_strategy, publish_strategy
from portal.accounts.enums import Role


def queries(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def more_measures(count):
    """More of the same below the same objective."""
    first = Measure.objects.get()
    for number in range(2, count + 1):
        measure = Measure.objects.create(
            objective=first.objective,
            code=f"A.1.{number}",
            name_sq="Masë",
            name_en="Measure",
            lead_institution=first.lead_institution,
        )
        BudgetYear.objects.create(measure=measure, year=2025, planned=1)
        indicator = Indicator.objects.create(measure=measure, code=f"{number}-1", name_sq="T", name_en="I")
        Target.objects.create(indicator=indicator, year=2026, value=2)
        IndicatorReading.objects.create(indicator=indicator, year=2025, value=1, state="approved")


@pytest.mark.parametrize("count", [3, 300])
@pytest.mark.parametrize(("url", "ceiling"), [("/sq/strategjia/", 5), ("/sq/strategjia/strategjia-strategy-1/", 10)])
def test_a_strategy_asks_no_more_for_many_measures_than_for_few(client, a_strategy, url, ceiling, count):
    a_strategy()
    more_measures(count)

    assert queries(client, url) <= ceiling


def test_a_measure_asks_a_fixed_number_of_questions(client, a_strategy):
    a_strategy()
    measure = Measure.objects.get()
    measure.funding_sources.add(FundingSource.objects.create(code="budget", name_sq="Buxheti", name_en="Budget"))

    assert queries(client, f"/sq/strategjia/masa/{measure.pk}/") <= 12


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("/sq/strategjia/", ["Strategjia strategy-1", "Koordinimi", "A.1.1"]),
        ("/en/strategy/", ["Strategy strategy-1", "Coordination", "A.1.1"]),
        ("/en/strategy/strategy-strategy-1/", ["Measure A.1.1", "Indicator A.1.1-1: Indicator A.1.1", "1,000,000"]),
    ],
)
def test_a_strategy_is_read_in_both_languages(client, a_strategy, url, words):
    a_strategy()

    told = client.get(url).content.decode()

    assert [word for word in words if word not in told] == []


def test_a_measure_shows_its_money_its_indicator_and_what_speaks_of_it(client, a_review):
    a_review()

    told = client.get(f"/en/strategy/measures/{Measure.objects.get().pk}/").content.decode()

    for words in ["600,000", "1,000,000", "–", "55.5 %", "70 %", "First step", "One person responsible 1"]:
        assert words in told


def test_where_sources_are_silent_nothing_is_invented(client, strategies):
    strategy = keep_strategy(
        code="nsm",
        draft=StrategyDraft(
            facts={"name_sq": "SKM", "name_en": "NSM", "start_year": 2019, "end_year": 2022},
            lines=[
                {
                    "kind": "part",
                    "number": "I",
                    "text_sq": "Konteksti",
                    "text_en": "Strategic context",
                    "own_translation": "sq",
                }
            ],
            objectives=[ObjectiveDraft(facts={"code": "A", "label_sq": "Objektivi A", "label_en": "Objective A"})],
        ),
    )
    publish_strategy(strategy=strategy)

    told = client.get("/en/strategy/nsm/").content.decode()

    assert "period ended" in told
    assert "Objective A: its wording was not found" in told
    assert "were not found in the sources; nothing is invented." in told
    assert "(our translation)" not in told
    assert "(our translation)" in client.get("/sq/strategjia/skm/").content.decode() or StrategyLine.objects.get()


def test_an_example_says_so_on_every_page(client, a_strategy):
    a_strategy(is_example=True)
    measure = Measure.objects.get()

    for url in ["/en/strategy/strategy-strategy-1/", f"/en/strategy/measures/{measure.pk}/"]:
        told = client.get(url).content.decode()
        assert '<meta name="robots" content="noindex">' in told
        assert "notice--strip" in told
    assert "status--example" in client.get("/en/strategy/").content.decode()


def test_the_document_and_the_strategy_lead_to_each_other(client, a_publication, a_strategy):
    publication = a_publication("doc", kind=PublicationKind.STRATEGY)
    a_strategy(publication=publication)

    assert "/en/library/title-of-doc/" in client.get("/en/strategy/strategy-strategy-1/").content.decode()
    assert "/en/strategy/strategy-strategy-1/" in client.get("/en/library/title-of-doc/").content.decode()


def test_a_hidden_measure_is_not_found_and_its_keepers_see_it_unshared(client, a_strategy, somebody):
    a_strategy(published=False)
    url = f"/sq/strategjia/masa/{Measure.objects.get().pk}/"

    assert client.get(url).status_code == 404
    client.force_login(somebody(Role.SECRETARIAT))
    answer = client.get(url)
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"


def test_a_measure_is_only_read(client, a_strategy):
    a_strategy()

    assert client.post(f"/sq/strategjia/masa/{Measure.objects.get().pk}/").status_code == 405
    assert client.get("/sq/strategjia/masa/999999/").status_code == 404
