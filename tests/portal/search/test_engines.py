"""All engines find the same. Run on PostgreSQL and beside an Elasticsearch, this file compares the three."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import text

from portal.languages.enums import Language
from portal.languages.models import GlossaryTerm
from portal.search.engines import Filters, Wish
from portal.search.query import understand
from portal.search.records import SearchRow, SearchText
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
    plan = {"date": date(2019, 6, 19), "institution": "mb"}
    decision = {"date": date(2019, 6, 19), "institution": "km"}
    law = {"date": date(2021, 6, 24), "institution": "kuvendi"}
    shelves.add(
        "publication",
        entry(1, "Strategjia Kombëtare për Migracionin 2019–2022", "Strategjia dhe plani.", **plan),
        entry(1, "National Strategy on Migration 2019–2022", "Strategy and plan.", "en", **plan),
        entry(1, "Strategjia Kombëtare për Migracionin 2019–2022", "Masa në bashki.", where="faqja 12", **plan),
        entry(2, "VKM nr. 400, datë 19.6.2019", "Për miratimin e strategjisë.", **decision),
        entry(2, "DCM No. 400, dated 19.6.2019", "On the approval of the strategy.", "en", **decision),
        entry(3, "Ligj nr. 79/2021 «Për të huajt»", "Leje qëndrimi dhe leje pune për të huajin.", **law),
        entry(3, "Law No. 79/2021 “On foreigners”", "Permits to stay and to work for a foreigner.", "en", **law),
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
    "masave": {("publication", 1)},
    "bashkive": {("publication", 1), ("event", 1)},
    "LEJEN": {("publication", 3)},
    "leje qendrimi": {("publication", 3)},
    "permits": {("publication", 3)},
    "municipality": {("event", 1)},
    "te": {("publication", 3), ("page", 1)},
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


def test_a_search_for_nothing_but_what_must_not_occur_is_none(library):
    assert not understand("-ligj")


def test_a_thing_is_shown_by_its_row_in_the_readers_language_and_others_after_it(library):
    rows = {text.row_id: (text.row.language, text.where) for text in SearchText.objects.select_related("row")}

    def shown(language):
        return [rows[row] for row in library.search("migration", language, kinds=("publication",)).hits[0].rows]

    assert shown("sq")[:2] == [("sq", ""), ("sq", "faqja 12")]
    assert shown("en")[0] == ("en", "")


def test_every_number_leaves_its_own_filter_aside(library):
    found = library.search("strategji", kinds=("publication",), institutions=("km",))

    assert found.total == 1
    assert found.unfiltered == 2
    assert found.counts.kinds == {"publication": 1}
    assert found.counts.institutions == {"km": 1, "mb": 1}
    assert found.counts.years == {2019: 1}
    assert found.counts.languages == {"sq": 1}


def test_numbers_count_things_however_many_of_their_rows_match(library):
    found = library.search("strategji")

    assert found.counts.kinds == {"publication": 2}
    assert found.counts.languages == {"sq": 2}


def test_a_period_is_a_first_and_a_last_year(library):
    assert library.keys("ligj", periods=((2021, 2021),)) == [3]
    assert sorted(library.keys("ligj", periods=((2011, 2020), (2021, 2030)))) == [3, 4]
    assert library.search("ligj", periods=((2011, 2020),)).counts.years == {2021: 1, 2022: 1}


def test_a_filter_by_language_asks_for_a_row_that_matches_in_it(library):
    assert library.keys("permits", languages=("sq",)) == []
    assert library.keys("permits", languages=("en",)) == [3]
    assert library.search("permits", languages=("sq",)).counts.languages == {"en": 1}
    [hit] = library.search("strategy", "sq", languages=("en",), institutions=("mb",)).hits
    languages = SearchRow.objects.filter(pk__in=hit.rows).values_list("language", flat=True)
    assert set(languages) == {"en"}


def test_pages_go_through_everything_once(shelves):
    shelves.add("page", *(entry(key, f"Leje {key}", date=date(2000 + key, 1, 1)) for key in range(1, 8)))

    pages = [shelves.keys("leje", offset=offset, limit=3) for offset in (0, 3, 6, 9)]

    assert [len(page) for page in pages] == [3, 3, 1, 0]
    assert sorted(key for page in pages for key in page) == list(range(1, 8))


def test_the_newest_come_first_when_asked_for_and_what_has_no_date_last(shelves):
    shelves.add("page", entry(1, "Leje", date=date(2020, 1, 1)), entry(2, "x", "leje", date=date(2024, 5, 2)))
    shelves.add("event", entry(3, "Leje leje leje"), entry(4, "Leje", date=date(2020, 1, 2)))

    assert shelves.keys("leje", newest_first=True) == [2, 4, 1, 3]


def test_of_equal_matches_the_newer_goes_first(shelves):
    shelves.add(
        "page", entry(1, "Leje", date=date(2020, 1, 1)), entry(2, "Leje", date=date(2024, 5, 2)), entry(3, "Leje")
    )

    assert shelves.keys("leje") == [2, 1, 3]


def test_a_title_goes_before_a_text(shelves):
    shelves.add("page", entry(1, "Tjetër", "Leje, leje dhe leje pa fund."), entry(2, "Leje për të tjerët", "Fjalë."))

    assert shelves.keys("leje") == [2, 1]


def test_the_very_form_goes_before_others_of_its_stem(shelves):
    shelves.add(
        "page", entry(1, "Leja e parë", "Fjalë."), entry(2, "Lejet e para", "Fjalë."), entry(3, "Leje e parë", "Fjalë.")
    )

    assert [shelves.keys(form)[0] for form in ("leja", "lejet", "leje")] == [1, 2, 3]


def test_what_was_typed_goes_before_its_synonyms(shelves):
    GlossaryTerm.objects.create(code="migration", term_sq="migracion", term_en="migration", synonyms_sq=["mërgim"])
    others = [entry(key, f"Migracioni {key}", "Fjalë.") for key in range(2, 8)]
    # Among many others, so that neither word is in most of the texts: such a word weighs nothing.
    noise = [entry(key, f"Tjetër {key}", "Fjalë.") for key in range(8, 80)]
    shelves.add("page", entry(1, "Mërgimi", "Fjalë."), *others, *noise)

    assert shelves.keys("migracion")[-1] == 1
    assert shelves.keys("mërgim")[0] == 1
    assert shelves.keys("mërgim", widen=False) == [1]


def test_the_readers_language_goes_before_the_other(shelves):
    shelves.add("page", entry(1, "Plan 2024", "Fjalë.", "en"), entry(2, "Plan 2024", "Fjalë.", "sq"))

    assert shelves.keys("plan 2024", language="sq") == [2, 1]
    assert shelves.keys("plan 2024", language="en") == [1, 2]


def test_an_unfinished_word_is_the_beginning_of_one(library):
    unfinished = understand("leje qënd").unfinished

    [hit] = library.engine.search(Wish(unfinished, Filters(), Language.ALBANIAN)).hits

    assert (hit.kind, hit.key) == ("publication", 3)
    assert understand("le").unfinished is None


def test_a_phrase_reaches_far_into_a_long_text_and_not_past_it(shelves):
    filling = "e dhe të një fjalë tjetër " * 20_000
    shelves.add("page", entry(1, "Gjatë", f"{filling} sporteli i parë {filling}"))

    assert shelves.keys('"sporteli i parë"') == [1]
    assert shelves.keys('"e dhe të"') == [1]
    assert shelves.keys('"gjatë e dhe"') == []


def test_what_is_written_anew_is_no_longer_found_as_it_was(shelves):
    shelves.add("page", entry(1, "Leje", "Fjalë."), entry(1, "Permit", "Words.", "en"))
    shelves.add("page", entry(1, "Dorëzim", "Fjalë."))

    assert shelves.keys("leje") == shelves.keys("permit") == []
    assert shelves.keys("dorëzim") == [1]


@given(text())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_can_be_typed_is_an_error(library, typed):
    query = understand(typed)
    for asked in filter(None, (query, query.unfinished, query.as_typed)):
        library.engine.search(Wish(asked, Filters(), Language.ALBANIAN))


FACETS = ("kinds", "years", "institutions", "languages")
NARROWED = [{}, {"kinds": ("publication",)}, {"languages": ("en",)}, {"periods": ((2019, 2019),), "languages": ("sq",)}]


@pytest.mark.parametrize("narrowed", NARROWED, ids=str)
@pytest.mark.parametrize("typed", ["strategji", "te", "migracion", "leje", "2019"])
def test_what_a_filter_promises_is_what_it_shows(library, typed, narrowed):
    """Ticking one more box of a group that has none shows as many things as stood beside the box."""
    counts = library.search(typed, **narrowed).counts

    for name in FACETS:
        asked = "periods" if name == "years" else name
        for value, count in getattr(counts, name).items() if asked not in narrowed else ():
            chosen = {asked: ((value, value),) if asked == "periods" else (value,)}
            found = library.search(typed, **narrowed, **chosen, limit=100)
            assert (name, value, found.total, len(found.hits)) == (name, value, count, count)
