"""All engines find the same. Run on PostgreSQL and beside an Elasticsearch, this file compares the three."""

from datetime import date

import pytest

from portal.languages.models import GlossaryTerm
from tests.portal.search.conftest import Library, entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def library(shelves: Library) -> Library:
    GlossaryTerm.objects.create(
        code="nsm",
        term_sq="strategji kombëtare për migracionin",
        term_en="national strategy on migration",
        acronym_en="NSM",
        synonyms_sq=["SKM"],
        is_verified=True,
    )
    GlossaryTerm.objects.create(code="remittances", term_sq="remitanca", term_en="remittances", is_verified=True)
    migration = GlossaryTerm.objects.create(
        code="migration", term_sq="migracion", term_en="migration", is_verified=True
    )
    GlossaryTerm.objects.create(code="shtegtim", term_sq="shtegtim", use_instead=migration)
    shelves.add(
        "publication",
        entry(
            1,
            "Strategjia Kombëtare për Migracionin 2019–2022",
            "Strategjia dhe plani.",
            date=date(2019, 6, 19),
            institution="mb",
        ),
        entry(
            1,
            "National Strategy on Migration 2019–2022",
            "Strategy and plan.",
            "en",
            date=date(2019, 6, 19),
            institution="mb",
        ),
        entry(
            1,
            "Strategjia Kombëtare për Migracionin 2019–2022",
            "Masa për të kthyerit në bashki.",
            date=date(2019, 6, 19),
            institution="mb",
            where="faqja 12",
        ),
        entry(
            2, "VKM nr. 400, datë 19.6.2019", "Për miratimin e strategjisë.", date=date(2019, 6, 19), institution="km"
        ),
        entry(
            2,
            "DCM No. 400, dated 19.6.2019",
            "On the approval of the strategy.",
            "en",
            date=date(2019, 6, 19),
            institution="km",
        ),
        entry(
            3,
            "Ligj nr. 79/2021 «Për të huajt»",
            "Leje qëndrimi dhe leje pune për të huajin.",
            date=date(2021, 6, 24),
            institution="kuvendi",
        ),
        entry(
            3,
            "Law No. 79/2021 “On foreigners”",
            "Residence permits and work permits for a foreigner.",
            "en",
            date=date(2021, 6, 24),
            institution="kuvendi",
        ),
        entry(4, "Ligj nr. 2021/79", "Diçka tjetër.", date=date(2022, 1, 1), institution="kuvendi"),
    )
    shelves.add(
        "event",
        entry(1, "Punëtori për kthimin dhe riintegrimin", "Në Tiranë, për bashkitë.", date=date(2026, 3, 1)),
        entry(1, "Workshop on return and reintegration", "In Tirana, for municipalities.", "en", date=date(2026, 3, 1)),
        entry(2, "Dita e diasporës", "Remitancat e emigrantëve, dhe si dërgohen.", date=date(2025, 12, 18)),
        entry(2, "Diaspora day", "What emigrants send home.", "en", date=date(2025, 12, 18)),
    )
    shelves.add(
        "page", entry(1, "Fjalë të çuditshme", "Straße, Ærø, naïve, Ёлка, 東京, 𝒜stral, e-mail, dhe C2H5OH; ı.")
    )
    return shelves


FOUND = {
    # words, whatever their case, number and diacritics
    "riintegrimit": {("event", 1)},
    "CESHTJE": set(),
    "kthyer": {("publication", 1)},
    "bashkive": {("publication", 1), ("event", 1)},
    "LEJEN": {("publication", 3)},
    "leje qendrimi": {("publication", 3)},
    "permits": {("publication", 3)},
    "municipality": {("event", 1)},
    "te": {("publication", 1), ("publication", 3), ("page", 1)},
    "çuditshme": {("page", 1)},
    "cuditshme": {("page", 1)},
    "c\u0327uditshme": {("page", 1)},
    # all words, in one language or over a title and a page below it
    "strategjia plani": {("publication", 1)},
    "strategjia bashkitë": {("publication", 1)},
    "leje emigrant": set(),
    "leje workshop": set(),
    # phrases
    '"leje pune"': {("publication", 3)},
    '"pune leje"': set(),
    '"return and reintegration"': {("event", 1)},
    '"huajt leje"': set(),
    "“leje pune”": {("publication", 3)},
    "«leje pune»": {("publication", 3)},
    # minus
    "strategji -miratim": {("publication", 1)},
    'leje -"leje pune"': set(),
    "ligj −79": set(),
    # acts by their numbers
    "79/2021": {("publication", 3)},
    "law 79/2021": {("publication", 3)},
    "ligji nr. 79/2021": {("publication", 3)},
    "Ligj nr.79/2021": {("publication", 3)},
    "VKM 400": {("publication", 2)},
    "vkm nr. 400": {("publication", 2)},
    "VKM-400": {("publication", 2)},
    "19.6.2019": {("publication", 2)},
    # the glossary: both languages, acronyms, words that readers type instead
    "NSM": {("publication", 1)},
    "SKM": {("publication", 1)},
    "shtegtim": {("publication", 1)},
    "strategji kombetare per migracionin": {("publication", 1)},
    "migracion strategji kombëtare": {("publication", 1)},
    "remittances": {("event", 2)},
    "remitancave": {("event", 2)},
    # letters from elsewhere
    "strasse": {("page", 1)},
    "aero": {("page", 1)},
    "naive": {("page", 1)},
    "ЕЛКА": {("page", 1)},
    "東京": {("page", 1)},
    "astral": {("page", 1)},
    "email": set(),
    "e-mail": {("page", 1)},
    "c2h5oh": {("page", 1)},
}  # fmt: skip


@pytest.mark.parametrize("typed", FOUND)
def test_the_same_is_found_by_every_engine(library, typed):
    found = library.search(typed)

    assert {(hit.kind, hit.key) for hit in found.hits} == FOUND[typed]
    assert found.total == found.unfiltered == len(FOUND[typed])
