"""The content files say the same in both languages, in words that the portal knows."""

import re
from typing import Any

import pytest

from portal.pages.placeholders import NAMES
from portal.seed.content_files import CONTENT, content
from tests.portal.seed.walking import FILES, Tags, at, everything, loads, texts, walk

LANGUAGES = {"sq", "en"}
ONE_LANGUAGE_MAY_LACK_THEM = ("acronym", "acronyms")
ALLOWED_TAGS = {"p", "a", "strong", "ul", "ol", "li"}
BLOCKS = {"heading", "paragraph", "quote", "facts", "steps", "notice"}
PLACEHOLDER = re.compile(r"{(\w+)}")


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_read_and_names_its_shape(name: str) -> None:
    assert loads(CONTENT / f"{name}.yaml")["schema"] == f"{name}/1"


def test_the_readme_tells_of_each_file() -> None:
    readme = (CONTENT / "README.md").read_text(encoding="utf-8")

    assert [name for name in FILES if f"`{name}.yaml`" not in readme] == []


def test_both_languages_stand_everywhere() -> None:
    lacking = [place for place, value in everything() if _is_pair(value) and _lacks_a_language(place, value)]

    assert lacking == []


def _is_pair(value: Any) -> bool:
    is_vocabulary = isinstance(value, dict) and any(isinstance(v, dict) and "to" in v for v in value.values())
    return isinstance(value, dict) and bool(LANGUAGES & value.keys()) and not is_vocabulary


def _lacks_a_language(place: str, pair: dict[str, Any]) -> bool:
    if place.endswith(ONE_LANGUAGE_MAY_LACK_THEM) or _is_avoided(place):
        return False
    if not pair.keys() >= LANGUAGES:
        return True
    if place.endswith(".synonyms"):
        return False
    return any(not _words(pair[language]) for language in LANGUAGES)


def _is_avoided(place: str) -> bool:
    """A word that readers type and the site does not use may be one language's alone."""
    match = re.match(r"glossary\.yaml: terms\[(\d+)\]", place)
    return match is not None and "use_instead" in content("glossary")["terms"][int(match[1])]


def _words(value: Any) -> Any:
    return value["text"] if isinstance(value, dict) and "text" in value else value


def test_lists_in_both_languages_are_equally_long() -> None:
    uneven = [
        place
        for place, value in everything()
        if _is_pair(value) and isinstance(value.get("sq"), list) and not place.endswith(".synonyms")
        if len(value["sq"]) != len(value["en"])
    ]

    assert uneven == []


@pytest.mark.parametrize(
    ("key", "body"),
    [(row["key"], row["body"]) for name in ("pages", "news") for row in content(name)[name]],
)
def test_a_body_has_the_same_blocks_in_both_languages(key: str, body: dict[str, list[dict[str, Any]]]) -> None:
    assert _shape(body["sq"]) == _shape(body["en"])
    assert {kind for kind, _size, _tags in _shape(body["sq"])} <= BLOCKS


def _shape(blocks: list[dict[str, Any]]) -> list[tuple[str, int, str]]:
    """Each block's kind, how many rows it has, and the tags of a paragraph in their order."""
    shape = []
    for block in blocks:
        ((kind, value),) = block.items()
        rows = len(value) if isinstance(value, list) else 0
        tags = " ".join(re.findall(r"<(\w+)", value)) if kind == "paragraph" else ""
        shape.append((kind, rows, tags))
    return shape


def test_provisions_have_the_same_tags_in_both_languages() -> None:
    differing = [
        place
        for place, pair in everything()
        if isinstance(pair, dict) and pair.keys() >= LANGUAGES and str(pair["sq"]).lstrip().startswith("<")
        if re.findall(r"</?\w+", pair["sq"]) != re.findall(r"</?\w+", pair["en"])
    ]

    assert differing == []


def test_markup_is_small_and_closed() -> None:
    wrong = [place for place, text in texts() if not _is_small_and_closed(text)]

    assert wrong == []


def _is_small_and_closed(text: str) -> bool:
    tags = Tags(text)
    return tags.seen <= ALLOWED_TAGS and tags.is_balanced


def test_every_value_of_a_vocabulary_is_mapped() -> None:
    unmapped = [
        (place, value)
        for vocabulary in content("vocabulary_map")["vocabularies"].values()
        for path in vocabulary["at"]
        for place, value in at(path)
        if value not in vocabulary["values"]
    ]

    assert unmapped == []


def test_every_path_of_a_vocabulary_leads_somewhere() -> None:
    """A path with a slip in it would check nothing and never fail."""
    empty = [
        path
        for vocabulary in content("vocabulary_map")["vocabularies"].values()
        for path in vocabulary["at"]
        if not list(at(path))
    ]

    assert empty == []


def test_quotations_stand_in_the_marks_of_their_language() -> None:
    straight = [place for place, text in texts() if '"' in re.sub(r"<[^>]*>", "", text) or "'" in text]
    foreign = [
        place
        for place, text in texts()
        if ("«" in text and ".en" in place) or ("‘" in text and ".sq" in place and ".en" not in place)
    ]

    assert (straight, foreign) == ([], [])


def test_placeholders_are_known_settings() -> None:
    unknown = [(place, name) for place, text in texts() for name in PLACEHOLDER.findall(text) if name not in NAMES]

    assert unknown == []


def test_slugs_are_plain_and_not_taken_twice() -> None:
    for language in LANGUAGES:
        slugs = [
            value[language] for place, value in everything() if place.endswith(".slug") and not place.startswith("news")
        ]

        assert sorted(set(slugs)) == sorted(slugs)
        assert [slug for slug in slugs if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)] == []


def test_no_file_holds_a_day_that_the_loader_must_compute() -> None:
    """Dates of examples follow from the day of loading: a written date would grow old."""
    for name in ("consultations", "events", "review", "news"):
        written = [
            place for place, _value in walk(content(name)) if re.search(r"(^|\.)(date|day_of|opens|closes)$", place)
        ]

        assert written == []
