import pytest
from django.urls import reverse

from library.strategy.records import BudgetYear, Indicator, IndicatorReading, Measure, Objective, Strategy, Target
from portal.accounts.enums import Role

STRATEGY = {
    "name_sq": "Strategjia e re",
    "name_en": "New strategy",
    "summary_sq": "Shqip.",
    "summary_en": "English.",
    "start_year": "2026",
    "end_year": "2030",
    "currency": "ALL",
    "position": "0",
    "slug_sq": "",
    "slug_en": "",
    "code": "",
}


@pytest.fixture
def secretariat(client, strategies, somebody):
    client.force_login(somebody(Role.SECRETARIAT))
    return client


def test_one_form_starts_a_strategy_and_the_button_publishes_it(secretariat):
    secretariat.post(reverse("followed_strategy:add"), STRATEGY)

    strategy = Strategy.objects.get()
    assert (strategy.code, strategy.pages.count()) == ("strategjia-e-re", 2)
    secretariat.post(reverse("followed_strategy:publish", args=[strategy.pk]))
    assert strategy.pages.filter(live=True).count() == 2
    secretariat.post(reverse("followed_strategy:edit", args=[strategy.pk]), STRATEGY | {"name_sq": "Tjetër"})
    assert strategy.pages.get(locale__language_code="sq").title == "Tjetër"
    secretariat.post(reverse("followed_strategy:unpublish", args=[strategy.pk]))
    assert not strategy.pages.filter(live=True).exists()
    secretariat.post(reverse("followed_strategy:delete", args=[strategy.pk]))
    assert not Strategy.objects.exists()


def test_every_part_has_its_form(secretariat, a_strategy, an_institution):
    strategy = a_strategy()
    lead = an_institution("agency")
    secretariat.post(reverse("objective:add"), {"strategy": strategy.pk, "code": "B", "position": "1", "name_sq": "B"})
    objective = Objective.objects.get(code="B")
    secretariat.post(
        reverse("measure:add"),
        {
            "objective": objective.pk,
            "code": "B.1",
            "position": "0",
            "state": "not_started",
            "name_sq": "Masa",
            "name_en": "Measure",
            "lead_institution": lead.pk,
            "supporting_institutions": [lead.pk],
        },
    )
    measure = Measure.objects.get(code="B.1")
    secretariat.post(reverse("budgetyear:add"), {"measure": measure.pk, "year": "2026", "planned": "10"})
    secretariat.post(
        reverse("indicator:add"),
        {
            "measure": measure.pk,
            "code": "B.1-1",
            "position": "0",
            "kind": "number",
            "name_sq": "T",
            "name_en": "I",
            "disaggregation": ["sex", "age"],
        },
    )
    indicator = Indicator.objects.get(code="B.1-1")
    secretariat.post(reverse("target:add"), {"indicator": indicator.pk, "year": "2027", "value": "5"})
    reading = {"indicator": indicator.pk, "year": "2026", "value": "3", "state": "submitted"}
    secretariat.post(reverse("indicatorreading:add"), reading)
    key = IndicatorReading.objects.get(indicator=indicator).pk
    secretariat.post(reverse("indicatorreading:edit", args=[key]), reading | {"state": "approved"})

    assert list(measure.supporting_institutions.all()) == [lead]
    assert indicator.disaggregation == "sex age"
    assert BudgetYear.objects.filter(measure=measure, planned=10).exists()
    assert Target.objects.filter(indicator=indicator, value=5).exists()
    assert IndicatorReading.objects.get(indicator=indicator).state == "approved"

    secretariat.post(reverse("measure:delete", args=[measure.pk]))
    assert not Indicator.objects.filter(code="B.1-1").exists()


@pytest.mark.parametrize("typed", [{"value": "many"}, {"year": "x"}, {"state": "returned"}, {"words_sq": "fjalë"}])
def test_a_wrong_reading_comes_back(secretariat, a_strategy, typed):
    a_strategy()
    reading = {"indicator": Indicator.objects.get().pk, "year": "2027", "value": "3", "state": "draft"}

    answer = secretariat.post(reverse("indicatorreading:add"), reading | typed)

    assert answer.status_code == 200
    assert not IndicatorReading.objects.filter(year=2027).exists()


def test_what_a_review_names_is_kept_with_a_sentence(secretariat, a_review):
    a_review()
    strategy = Strategy.objects.get()

    secretariat.post(reverse("followed_strategy:delete", args=[strategy.pk]))

    assert Strategy.objects.filter(pk=strategy.pk).exists()


@pytest.mark.parametrize(
    "name",
    ["followed_strategy", "objective", "measure", "budgetyear", "indicator", "target", "indicatorreading"],
)
def test_the_lists_and_forms_open(secretariat, a_strategy, name):
    a_strategy()

    assert secretariat.get(reverse(f"{name}:index")).status_code == 200
    assert secretariat.get(reverse(f"{name}:add")).status_code == 200
