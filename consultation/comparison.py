"""What changed between two texts, word by word. Pure: for readers, so paragraphs stay and marks are in words too."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import unescape

KEPT, ADDED, REMOVED = "kept", "added", "removed"
MOST_TOKENS = 6_000
"""Beyond it words that stand everywhere are passed over in the search for what stayed, or it takes minutes."""

_BLOCK_END = re.compile(r"</(?:p|li|tr|th|td|table|ul|ol)>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]+>")
_TOKEN = re.compile(r"\w+|\n|[^\w\s]")
_SPACED = re.compile(r"[^\S\n]+")


@dataclass(frozen=True)
class Piece:
    """A run of words that stayed, came or went."""

    kind: str
    text: str


def plain(html: str) -> str:
    """The words of a provision; each paragraph, list item and table cell on a line of its own."""
    text = unescape(_TAG.sub("", _BLOCK_END.sub("\n", html)))
    lines = (_SPACED.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def word_changes(old: str, new: str) -> list[Piece]:
    """Two plain texts as one, with what went before what came."""
    before, after = _tokens(old), _tokens(new)
    matcher = SequenceMatcher(
        None,
        [token for token, _shown in before],
        [token for token, _shown in after],
        autojunk=len(before) + len(after) > MOST_TOKENS,
    )
    pieces: list[Piece] = []
    for deed, i, i_end, j, j_end in matcher.get_opcodes():
        if deed == "equal":
            pieces.append(Piece(KEPT, _shown(after[j:j_end])))
            continue
        if i < i_end:
            pieces.append(Piece(REMOVED, _shown(before[i:i_end])))
        if j < j_end:
            pieces.append(Piece(ADDED, _shown(after[j:j_end])))
    return pieces


def _tokens(text: str) -> list[tuple[str, str]]:
    """Words and signs, each with how it is shown: with the space before it."""
    found = []
    end = 0
    for match in _TOKEN.finditer(text):
        found.append((match[0], text[end : match.end()]))
        end = match.end()
    return found


def _shown(tokens: list[tuple[str, str]]) -> str:
    return "".join(shown for _token, shown in tokens)
