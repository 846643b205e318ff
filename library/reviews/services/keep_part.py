"""Changing one part of a review: a finding, its evidence, a recommendation, the answer to it, what changed."""

from typing import Any, TypeVar

from django.db import models, transaction

from library.reviews.errors import NotTheSecretariat, StillConsulted
from library.reviews.policies import may_keep_reviews
from library.reviews.records import Answer, Evidence, Finding, PolicyChange, Recommendation
from library.reviews.services.drafts import Facts
from library.reviews.services.wording import cleaned
from portal.delivery.generation import raise_generation
from portal.search.services import queue_reindex

Part = TypeVar("Part", Finding, Evidence, Recommendation, Answer, PolicyChange)

RICH_TEXT = {Finding: ("text_sq", "text_en"), Recommendation: ("text_sq", "text_en")}


@transaction.atomic
def keep_part(*, part: Part, facts: Facts, user: Any = None) -> Part:
    """Write the fields of a new or an existing part; measures may be among them."""
    if not may_keep_reviews(user):
        raise NotTheSecretariat
    write_part(part, facts)
    _tell(part)
    return part


@transaction.atomic
def remove_part(*, part: Part, user: Any = None) -> None:
    if not may_keep_reviews(user):
        raise NotTheSecretariat
    _tell(part)
    try:
        part.delete()
    except (models.ProtectedError, models.RestrictedError) as refusal:
        raise StillConsulted from refusal


@transaction.atomic
def answer_recommendation(*, recommendation: Recommendation, facts: Facts, user: Any = None) -> Answer:
    """Set down the one answer to a recommendation, over an earlier one."""
    Recommendation.objects.select_for_update(of=("self",)).get(pk=recommendation.pk)
    answer = Answer.objects.filter(recommendation=recommendation).first() or Answer(recommendation=recommendation)
    return keep_part(part=answer, facts=facts, user=user)


@transaction.atomic
def note_change(*, recommendation: Recommendation, facts: Facts, user: Any = None) -> PolicyChange:
    """Set down what changed because of a recommendation. A change told twice in the same words stays one."""
    same = PolicyChange.objects.filter(recommendation=recommendation, text_sq=facts.get("text_sq", "")).first()
    return keep_part(part=same or PolicyChange(recommendation=recommendation), facts=facts, user=user)


def write_part(part: Part, facts: Facts) -> Part:
    many = {field.name for field in part._meta.many_to_many}
    rich = RICH_TEXT.get(type(part), ())
    for name, value in facts.items():
        if name not in many:
            setattr(part, name, cleaned(value) if name in rich else value)
    part.full_clean()
    part.save()
    for name in many & facts.keys():
        getattr(part, name).set(facts[name])
    return part


def _tell(part: Any) -> None:
    finding = part if isinstance(part, Finding) else getattr(part, "finding", None)
    recommendation = part if isinstance(part, Recommendation) else getattr(part, "recommendation", None)
    if finding is not None:
        queue_reindex("finding", finding.pk)
    if recommendation is not None:
        queue_reindex("recommendation", recommendation.pk)
    raise_generation()
