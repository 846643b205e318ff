"""What is invented says so and touches nothing real; what is real claims no more than was checked."""

from typing import Any

import pytest

from portal.seed.content_files import content
from tests.portal.seed.walking import at, measures, walk

ROWS = [
    (f"{name}: {row['key']}", row)
    for name, group in (
        ("publications", "publications"),
        ("strategy", "strategies"),
        ("review", "reviews"),
        ("consultations", "consultations"),
        ("events", "events"),
    )
    for row in content(name)[group]
]
EXAMPLES = [pytest.param(row, id=name) for name, row in ROWS if row["example"]]
REAL = [pytest.param(row, id=name) for name, row in ROWS if not row["example"]]
INSTITUTION_FIELDS = ("institution", "lead", "addressee", "carried_out_by")


def _institutions(row: Any) -> set[str]:
    single = {
        value for place, value in walk(row) if place.rpartition(".")[2] in INSTITUTION_FIELDS and isinstance(value, str)
    }
    several = {
        key
        for place, value in walk(row)
        if place.rpartition(".")[2] in ("supporting", "institutions") and isinstance(value, list)
        for key in value
        if isinstance(key, str)
    }
    return single | several


def _invented() -> set[str]:
    return {row["key"] for row in content("institutions")["institutions"] if row["example"]}


@pytest.mark.parametrize("row", EXAMPLES)
def test_an_example_names_invented_institutions_only(row: dict[str, Any]) -> None:
    assert _institutions(row) - _invented() == set()


@pytest.mark.parametrize("row", REAL)
def test_what_is_real_names_no_invented_institution(row: dict[str, Any]) -> None:
    assert _institutions(row) & _invented() == set()


@pytest.mark.parametrize("row", EXAMPLES)
def test_an_example_prints_no_real_institutions_name(row: dict[str, Any]) -> None:
    real = {
        row["names"][language]["text"]
        for row in content("institutions")["institutions"]
        if not row["example"] and row["kind"] in ("government", "independent", "international", "donor")
        for language in ("sq", "en")
    } - {"Bashkia", "Municipality", "Kryeministri", "Prime Minister"}
    printed = [text for _place, text in walk(row) if isinstance(text, str)]

    assert [(name, text) for text in printed for name in real if name in text] == []


def test_every_invented_institution_says_so_in_its_name() -> None:
    names = [
        (row["names"]["sq"]["text"], row["names"]["en"]["text"]) for row in _rows("institutions") if row["example"]
    ]

    assert [pair for pair in names if "hembull" not in pair[0] or "Example" not in pair[1]] == []


def _rows(name: str) -> list[dict[str, Any]]:
    return list(content(name)[name])


def test_no_measure_figure_or_budget_stands_under_the_real_strategy() -> None:
    assert measures("nsm-2019-2022") == {}
    assert len(measures("example-strategy")) == 24


def test_planned_outputs_have_no_date_and_no_author() -> None:
    planned = [row for row in _rows("publications") if row.get("stage") == "planned"]

    assert len(planned) == 4
    assert [row["key"] for row in planned if row["date"] or row["institution"] or row["number"]] == []


def test_a_status_rests_on_something_checked() -> None:
    needs_none = {"published", "planned", "draft", "illustrative"}
    relations = {
        (relation["to"], verb)
        for row in _rows("publications")
        for relation in row["relations"]
        if relation["verified"]
        for verb in ({"repeals": "repealed_by", "succeeds": "succeeded_by"}.get(relation["verb"]),)
    }
    unfounded = [
        row["key"]
        for row in _rows("publications")
        if row["status"] and row["status"] not in needs_none
        if not any(_holds(row, basis, relations) for basis in row["status_basis"] or ())
    ]

    assert unfounded == []


def _holds(row: dict[str, Any], basis: dict[str, str], relations: set[tuple[str, str | None]]) -> bool:
    if basis["by"] == "period":
        return row["period"] is not None
    if basis["by"] == "act":
        return basis["act"] == row["number"]
    return (row["key"], basis["by"]) in relations


def test_whatever_belongs_to_2019_2022_says_that_its_period_ended() -> None:
    rows = {row["key"]: row for row in _rows("publications")}

    for key in ("nsm-2019-2022", "vkm-400-2019"):
        assert "ka përfunduar" in rows[key]["summary"]["sq"]
        assert "has ended" in rows[key]["summary"]["en"]
    assert rows["nsm-2019-2022"]["status"] == "expired"


def test_the_outline_has_thirty_provisions_or_more() -> None:
    (outline,) = [row for row in content("consultations")["consultations"] if row["key"] == "outline"]
    kinds = [provision["kind"] for provision in outline["provisions"]]

    assert kinds.count("provision") >= 32
    assert kinds.count("heading") in (6, 7)


def test_places_kept_for_categories_fill_the_hall() -> None:
    top = {row["key"] for row in _rows("categories") if row["parent"] is None}

    for event in _rows("events"):
        assert {quota["category"] for quota in event["quotas"]} == top
        assert sum(quota["reserved"] for quota in event["quotas"]) == event["capacity"]


def test_a_comment_is_made_in_the_top_categories() -> None:
    top = {row["key"] for row in _rows("categories") if row["parent"] is None}
    used = {category for _place, category in at("consultations.yaml consultations[].comments[].category")}

    assert used == top


def test_an_acronym_that_no_source_shows_is_not_among_the_glossary_s() -> None:
    acronyms = {
        text for row in content("glossary")["terms"] for text in (row.get("acronym") or {}).values() if text is not None
    }

    assert acronyms & {"SKM", "OZHQ", "MKR", "VT", "STM", "KTM", "GDM"} == set()
