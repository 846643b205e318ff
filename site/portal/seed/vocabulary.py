from typing import Any

from portal.seed.content_files import content


class UnmappedValue(Exception):
    """A content file uses a word that `vocabulary_map.yaml` does not know: loading stops, and says where."""

    def __init__(self, vocabulary: str, value: Any, at: str) -> None:
        super().__init__(f"{at}: {value!r} is no value of the vocabulary {vocabulary!r} in vocabulary_map.yaml")


def mapped(vocabulary: str, value: Any, *, at: str) -> Any:
    """The portal's value for a word of the content files; nothing stays nothing (an empty string).

    Raises `UnmappedValue` with the file and the place.
    """
    if value is None:
        return ""
    try:
        return content("vocabulary_map")["vocabularies"][vocabulary]["values"][value]["to"]
    except KeyError as missing:
        raise UnmappedValue(vocabulary, value, at) from missing
