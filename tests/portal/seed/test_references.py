"""What one content file says of another is there."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from portal.seed.content_files import content
from tests.portal.seed.walking import at, keys, links, measures

OFFICIAL_HOSTS = (
    "gov.al", "idp.al", "president.al", "kryeministria.al", "e-albania.al", "iom.int", "un.org", "europa.eu",
    "gazzettaufficiale.it", "ohchr.org", "worldbank.org", "migrationdataportal.org",
)  # fmt: skip

VERIFIED_DOCUMENTS = (Path(__file__).parent / "verified_documents.txt").read_text(encoding="utf-8").split()
"""The documents whose existence and identity were seen in a source when they were collected."""

MEASURES = "strategy.yaml strategies[].objectives[].children[].measures[]"
POINTERS = (
    [
        ("publications", "publications", path)
        for path in (
            "publications.yaml publications[].relations[].to",
            "publications.yaml publications[].status_basis[].publication",
            "frameworks.yaml frameworks[].publication",
            "strategy.yaml strategies[].publication",
            "strategy.yaml strategies[].approved_by",
            "strategy.yaml strategies[].facts[].concerns",
            "review.yaml reviews[].publication",
            "home.yaml sections.library.publications[]",
        )
    ]
    + [
        ("institutions", "institutions", path)
        for path in (
            "publications.yaml publications[].institution",
            "categories.yaml categories[].institutions[]",
            "institutions.yaml institutions[].predecessors[].key",
            "strategy.yaml strategies[].bodies[].institution",
            "strategy.yaml strategies[].institutions[].institution",
            f"{MEASURES}.lead",
            f"{MEASURES}.supporting[]",
            "review.yaml reviews[].carried_out_by",
            "review.yaml reviews[].recommendations[].addressee",
            "review.yaml reviews[].recommendations[].answer.institution",
            "consultations.yaml consultations[].institution",
        )
    ]
    + [
        ("categories", "categories", "categories.yaml categories[].parent"),
        ("glossary", "terms", "glossary.yaml terms[].use_instead"),
        ("glossary", "terms", "home.yaml search.often[]"),
        ("strategy", "strategies", "review.yaml reviews[].strategy"),
        ("review", "reviews", "consultations.yaml consultations[].review"),
        ("consultations", "consultations", "events.yaml events[].consultation"),
        ("consultations", "consultations", "review.yaml reviews[].policy_changes[].where.consultation"),
        ("frameworks", "frameworks", f"{MEASURES}.frameworks[].framework"),
        ("pages", "pages", "home.yaml footer[].entries[].page"),
        ("pages", "indexes", "home.yaml footer[].entries[].index"),
        ("pages", "indexes", "home.yaml menu[].index"),
    ]
)


@pytest.mark.parametrize(("name", "group", "path"), POINTERS, ids=[path for _name, _group, path in POINTERS])
def test_what_is_pointed_to_is_there(name: str, group: str, path: str) -> None:
    pointed = list(at(path))

    assert pointed
    assert [(place, key) for place, key in pointed if key not in keys(name, group)] == []


def test_every_verified_document_is_in_the_library() -> None:
    assert set(VERIFIED_DOCUMENTS) - keys("publications", "publications") == set()


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("publications", "publications"),
        ("institutions", "institutions"),
        ("categories", "categories"),
        ("glossary", "terms"),
    ],
)
def test_no_key_is_given_twice(name: str, group: str) -> None:
    assert len(keys(name, group)) == len(content(name)[group])


def test_measures_point_to_codes_of_the_frameworks() -> None:
    codes = {row["key"]: {item["code"] for item in row["items"]} for row in content("frameworks")["frameworks"]}
    missing = [
        (measure["code"], link)
        for measure in measures("example-strategy").values()
        for link in measure["frameworks"]
        if link["code"] not in codes[link["framework"]]
    ]

    assert missing == []


def test_reviews_and_provisions_point_to_measures_and_indicators() -> None:
    known = measures("example-strategy")
    indicators = {indicator["code"] for measure in known.values() for indicator in measure["indicators"]}
    codes = [
        *at("review.yaml reviews[].recommendations[].measures[]"),
        *at("review.yaml reviews[].findings[].evidence[].measure"),
        *at("consultations.yaml consultations[].provisions[].measures[]"),
    ]

    assert [(place, code) for place, code in codes if code not in known] == []
    cited = [code for _place, code in at("review.yaml reviews[].findings[].evidence[].indicator")]
    assert [code for code in cited if code not in indicators] == []


def test_recommendations_belong_to_findings_and_are_all_put_out() -> None:
    (review,) = content("review")["reviews"]
    findings = {row["key"] for row in review["findings"]}
    recommendations = {row["key"] for row in review["recommendations"]}
    (put_out,) = [row for row in content("consultations")["consultations"] if row.get("review")]

    assert {row["finding"] for row in review["recommendations"]} == findings
    assert {p["finding"] for p in put_out["provisions"] if "finding" in p} == findings
    assert {p["recommendation"] for p in put_out["provisions"] if "recommendation" in p} == recommendations
    assert {change["recommendation"] for change in review["policy_changes"]} <= recommendations


@pytest.mark.parametrize("row", content("consultations")["consultations"], ids=lambda row: row["key"])
def test_comments_and_answers_stand_on_something(row: dict[str, Any]) -> None:
    anchors = [provision["anchor"] for provision in row["provisions"]]
    commentable = {p["anchor"] for p in row["provisions"] if p["kind"] == "provision"} | {"whole"}
    comments = [comment["key"] for comment in row["comments"]]

    assert len(set(anchors)) == len(anchors)
    assert [anchor for anchor in anchors if not re.fullmatch(r"[a-z0-9-]{1,20}", anchor)] == []
    assert {comment["anchor"] for comment in row["comments"]} <= commentable
    assert {response["to"] for response in row["responses"]} <= set(comments)
    assert all(comment["working_days"] <= row["opens_working_days_ago"] for comment in row["comments"])


def test_a_change_of_policy_names_a_provision() -> None:
    provisions = {
        (row["key"], provision["anchor"])
        for row in content("consultations")["consultations"]
        for provision in row["provisions"]
    }
    where = [place for _path, place in at("review.yaml reviews[].policy_changes[].where")]

    assert [place for place in where if (place["consultation"], place["provision"]) not in provisions] == []


def test_inner_links_lead_somewhere() -> None:
    targets = {
        "page": keys("pages", "pages"),
        "index": keys("pages", "indexes"),
        "publication": keys("publications", "publications"),
        "consultation": keys("consultations", "consultations"),
        "event": keys("events", "events"),
    }
    inner = [
        (place, *link.split(":", 1))
        for place, link in links()
        if not link.startswith(("https://", "http://", "mailto:"))
    ]

    assert inner
    assert [(place, kind, key) for place, kind, key in inner if key not in targets.get(kind, ())] == []


def test_only_official_addresses_are_linked() -> None:
    addresses = [(place, link) for place, link in links() if link.startswith("http")]
    addresses += at("publications.yaml publications[].official_url")
    addresses += at("frameworks.yaml frameworks[].official_url")
    addresses += at("strategy.yaml strategies[].facts[].official_url")

    assert [(place, link) for place, link in addresses if not _is_official(link)] == []


def _is_official(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    return any(host == official or host.endswith(f".{official}") for official in OFFICIAL_HOSTS)
