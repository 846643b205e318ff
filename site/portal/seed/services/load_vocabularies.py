"""Categories, institutions, the glossary and the words about the project: what every room leans on."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from portal.languages.models import GlossaryTerm
from portal.pages.models import Partner, ProjectWords
from portal.seed.content_files import content
from portal.seed.vocabulary import mapped
from portal.stakeholders.models import Institution, StakeholderCategory


@transaction.atomic
def load_categories() -> int:
    """The six groups, then the finer ones below them. Returns how many are new."""
    new = 0
    for position, row in enumerate(content("categories")["categories"]):
        parent = StakeholderCategory.objects.get(code=row["parent"]) if row["parent"] else None
        _category, is_new = StakeholderCategory.objects.get_or_create(
            code=row["key"],
            defaults={
                "parent": parent,
                "name_sq": row["name"]["sq"]["text"],
                "name_en": row["name"]["en"]["text"],
                "help_sq": (row.get("help") or {}).get("sq", ""),
                "help_en": (row.get("help") or {}).get("en", ""),
                "position": position,
            },
        )
        new += is_new
    return new


@transaction.atomic
def load_institutions(*, with_examples: bool) -> int:
    """Institutions, invented ones only `with_examples`. An acronym that no source shows is not loaded: it is never printed."""
    new = 0
    categories = {category.code: category for category in StakeholderCategory.objects.all()}
    for place, row in enumerate(content("institutions")["institutions"]):
        if row["example"] and not with_examples:
            continue
        _institution, is_new = Institution.objects.get_or_create(
            code=row["key"],
            defaults={
                "name_sq": row["names"]["sq"]["text"],
                "name_en": row["names"]["en"]["text"],
                "name_sq_verified": row["names"]["sq"]["verified"],
                "name_en_verified": row["names"]["en"]["verified"],
                "acronym_sq": _verified(row["acronyms"], "sq"),
                "acronym_en": _verified(row["acronyms"], "en"),
                "kind": mapped("institution_kind", row["kind"], at=f"institutions.yaml[{place}].kind"),
                "level": mapped("institution_level", row["level"], at=f"institutions.yaml[{place}].level"),
                "category": categories.get(row["category"] or ""),
                "is_example": row["example"],
            },
        )
        new += is_new
    return new


def _verified(wordings: Mapping[str, Any] | None, language: str) -> str:
    wording = (wordings or {}).get(language) or {}
    return wording["text"] if wording.get("verified") else ""


@transaction.atomic
def load_project_words() -> int:
    project = content("home")["project"]
    _words, is_new = ProjectWords.objects.get_or_create(
        pk=1,
        defaults={
            f"{field}_{language}": project[source][language]
            for field, source in (
                ("name", "name"),
                ("line", "line"),
                ("funding", "funding_line"),
                ("disclaimer", "disclaimer"),
            )
            for language in ("sq", "en")
        },
    )
    if not Partner.objects.exists():
        pairs: Iterable[Any] = zip(project["names"]["sq"], project["names"]["en"], strict=True)
        Partner.objects.bulk_create(
            Partner(role_sq=sq[0], name_sq=sq[1], role_en=en[0], name_en=en[1], position=position)
            for position, (sq, en) in enumerate(pairs)
        )
    return int(is_new)


@transaction.atomic
def load_glossary() -> int:
    """Terms to show and words that only widen searches; what to use instead is tied in a second pass."""
    glossary = content("glossary")
    new = 0
    for row, is_verified in [*((r, True) for r in glossary["terms"]), *((r, False) for r in glossary["search_only"])]:
        fields = _term_fields(row) | {"is_verified": is_verified and not row.get("use_instead")}
        _term, is_new = GlossaryTerm.objects.get_or_create(code=row["key"], defaults=fields)
        new += is_new
    for row in glossary["terms"]:
        if row.get("use_instead"):
            GlossaryTerm.objects.filter(code=row["key"], use_instead=None).update(
                use_instead=GlossaryTerm.objects.get(code=row["use_instead"])
            )
    return new


def _term_fields(row: Mapping[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for language in ("sq", "en"):
        fields[f"term_{language}"] = (row.get("term") or {}).get(language) or ""
        fields[f"acronym_{language}"] = (row.get("acronym") or {}).get(language) or ""
        fields[f"synonyms_{language}"] = (row.get("synonyms") or {}).get(language) or []
        fields[f"explanation_{language}"] = (row.get("explanation") or {}).get(language) or ""
    return fields
