"""The library's cast: works, strategies and reviews made as editors and the seed make them."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from PIL import Image

from library.publications.enums import PublicationKind
from library.publications.records import Publication
from library.publications.services import keep_publication, plant_library_index, publish_publication
from library.reviews.records import Review
from library.reviews.services import (
    FindingDraft,
    RecommendationDraft,
    ReviewDraft,
    keep_review,
    plant_recommendation_index,
    publish_review,
)
from library.strategy.records import Strategy
from library.strategy.services import (
    IndicatorDraft,
    MeasureDraft,
    ObjectiveDraft,
    StrategyDraft,
    keep_strategy,
    plant_strategy_index,
    publish_strategy,
    value_fields,
)
from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.accounts.services.sync_roles import sync_roles
from portal.home.pages import HomePage
from portal.languages.enums import Language
from portal.stakeholders.models import Institution


@pytest.fixture
def library(home: HomePage) -> Any:
    return plant_library_index(home)


@pytest.fixture
def strategies(home: HomePage, library: Any) -> Any:
    return plant_strategy_index(home)


@pytest.fixture
def reviews(home: HomePage, strategies: Any) -> Any:
    return plant_recommendation_index(home)


@pytest.fixture
def somebody(home: HomePage) -> Callable[..., User]:
    """An account with these roles, and with the doors that they open."""

    def make(*roles: Role) -> User:
        sync_roles()
        user = User.objects.create_user(f"{'-'.join(roles) or 'member'}@example.al", "një fjalëkalim i gjatë 1")
        user.groups.set(Group.objects.filter(name__in=[role.value for role in roles]))
        return user

    return make


@pytest.fixture
def an_institution(db: None) -> Callable[..., Institution]:
    def make(code: str, name: str = "", **facts: Any) -> Institution:
        names = {"name_sq": name or f"Institucioni {code}", "name_en": f"Institution {code}", "kind": "government"}
        return Institution.objects.create(code=code, **names | facts)

    return make


@pytest.fixture
def a_publication(library: Any) -> Callable[..., Publication]:
    """A publication in both languages; published unless told otherwise."""

    def make(code: str = "law-1", *, published: bool = True, summary: str = "", **facts: Any) -> Publication:
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


@pytest.fixture
def a_strategy(strategies: Any, an_institution: Callable[..., Institution]) -> Callable[..., Strategy]:
    """A strategy with a goal, an objective and measures, each with one indicator and readings in every state."""

    def make(code: str = "strategy-1", *, published: bool = True, measures: int = 1, **facts: Any) -> Strategy:
        lead = Institution.objects.filter(code="ministry").first() or an_institution("ministry", "Ministria Shembull")
        names = {"name_sq": f"Strategjia {code}", "name_en": f"Strategy {code}", "start_year": 2025, "end_year": 2028}
        objective = ObjectiveDraft(
            facts={"code": "A1", "name_sq": "Të dhënat", "name_en": "Data"},
            measures=[a_measure(f"A.1.{number}", lead) for number in range(1, measures + 1)],
        )
        goal = ObjectiveDraft(
            facts={"code": "A", "name_sq": "Koordinimi", "name_en": "Coordination"}, children=[objective]
        )
        strategy = keep_strategy(code=code, draft=StrategyDraft(facts=names | facts, objectives=[goal]))
        if published:
            publish_strategy(strategy=strategy)
        return strategy

    return make


def a_measure(code: str, lead: Institution) -> MeasureDraft:
    indicator = IndicatorDraft(
        facts={
            "code": f"{code}-1",
            "name_sq": f"Treguesi {code}",
            "name_en": f"Indicator {code}",
            "kind": "percent",
            "baseline_year": 2024,
        }
        | value_fields(40),
        targets=[{"year": 2026} | value_fields(70)],
        readings=[
            {"year": 2025, "state": "approved"} | value_fields(55.5),
            {"year": 2026, "half": 1, "state": "draft"} | value_fields(99),
        ],
    )
    return MeasureDraft(
        facts={
            "code": code,
            "name_sq": f"Masa {code}",
            "name_en": f"Measure {code}",
            "lead_institution": lead,
            "state": "in_progress",
        },
        supporting=[lead],
        activities=[("Hapi i parë", "First step")],
        budget=[
            {"year": 2025, "planned": 600_000, "committed": 500_000, "spent": 450_000},
            {"year": 2026, "planned": 400_000, "committed": None, "spent": None},
        ],
        indicators=[indicator],
    )


@pytest.fixture
def a_review(reviews: Any, a_strategy: Callable[..., Strategy]) -> Callable[..., Review]:
    """A review of a strategy: one finding, an answered recommendation and one that waits."""

    def make(code: str = "review-1", *, published: bool = True, recommendations: int = 2, **facts: Any) -> Review:
        strategy = Strategy.objects.first() or a_strategy()
        measure = strategy.objectives.get(code="A1").measures.first()
        names = {"name_sq": f"Rishikimi {code}", "name_en": f"Review {code}", "strategy": strategy}
        draft = ReviewDraft(
            facts=names | facts,
            findings=[
                FindingDraft(
                    facts={
                        "number": "1",
                        "title_sq": "Raportimi është i ndarë",
                        "title_en": "Reporting is divided",
                        "text_sq": "<p>Tri struktura kërkojnë të njëjtin raport.</p>",
                        "text_en": "<p>Three structures ask for the same report.</p>",
                    },
                    evidence=[
                        {"kind": "measure", "measure": measure, "text_sq": "Masa vonon.", "text_en": "It is late."}
                    ],
                )
            ],
            recommendations=[a_recommendation(number, measure) for number in range(1, recommendations + 1)],
        )
        review = keep_review(code=code, draft=draft)
        if published:
            publish_review(review=review)
        return review

    return make


def a_recommendation(number: int, measure: Any) -> RecommendationDraft:
    answer = {"verdict": "accepted", "reason_sq": "Bëhet me urdhër.", "reason_en": "It is done by order."}
    change = {"text_sq": "Skica e re e parashikon.", "text_en": "The new outline provides for it."}
    return RecommendationDraft(
        facts={
            "number": f"1.{number}",
            "title_sq": f"Një person përgjegjës {number}",
            "title_en": f"One person responsible {number}",
            "text_sq": "<p>Të caktohet një person.</p>",
            "text_en": "<p>One person should be named.</p>",
            "addressee": measure.lead_institution,
        },
        finding="1",
        measures=[measure],
        answer=answer if number == 1 else None,
        changes=[change] if number == 1 else [],
    )


def a_pdf(pages: int = 1) -> bytes:
    """A PDF without text: pictures of pages."""
    sheets = [Image.new("RGB", (60, 80), "white") for _ in range(pages)]
    stored = io.BytesIO()
    sheets[0].save(stored, "PDF", save_all=True, append_images=sheets[1:])
    return stored.getvalue()
