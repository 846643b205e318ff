"""A review as it is handed in. `facts` are always the fields of the record by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from library.strategy.models import Measure

Facts = Mapping[str, Any]


@dataclass(frozen=True)
class FindingDraft:
    """`evidence` is fields of `Evidence` without position."""

    facts: Facts
    evidence: Sequence[Facts] = ()


@dataclass(frozen=True)
class RecommendationDraft:
    """`finding` is the number of the finding it follows from; `answer` and `changes` are fields of their records."""

    facts: Facts
    finding: str = ""
    measures: Sequence[Measure] = ()
    answer: Facts | None = None
    changes: Sequence[Facts] = ()


@dataclass(frozen=True)
class ReviewDraft:
    facts: Facts
    findings: Sequence[FindingDraft] = ()
    recommendations: Sequence[RecommendationDraft] = ()
