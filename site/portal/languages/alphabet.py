"""The Albanian alphabet: the order of words, and the spelling under which words are found.

Both work on plain strings, so that SQLite and PostgreSQL, whatever their collations, agree with each other and with
us.
"""

import re
import unicodedata

# Thirty-six letters, and the guest `w`, which only names bring along.
LETTERS = "a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v w x xh y z zh".split(" ")
SORT_KEY_LENGTH = 600

# Two digits a letter. Below the letters lie the end of the text, the space between two words and the numerals.
_END, _SPACE, _FIRST_NUMERAL, _FIRST_LETTER, _OTHER_SCRIPT = "00", "01", 10, 20, "99"
_WEIGHTS = {letter: str(weight) for weight, letter in enumerate(LETTERS, start=_FIRST_LETTER)}
_PIECE = re.compile("|".join([*sorted(LETTERS, key=len, reverse=True), "."]), re.IGNORECASE | re.DOTALL)
_QUOTATION_MARKS = frozenset("\"'`´‘’‚‛“”„‟«»‹›")
_OWN_MARKS = re.compile("[cC]\N{COMBINING CEDILLA}|[eE]\N{COMBINING DIAERESIS}")
_INDIVISIBLE = str.maketrans(
    {"ı": "i", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE"}
)


def albanian_sort_key(text: str) -> str:
    """A string of digits that sorts as the text does in the Albanian alphabet, to be kept in an indexed column.

    `ç` follows `c`, and `dh` all of `d`. Spaces and punctuation part words, quotation marks count for nothing. What
    is then equal is told apart by foreign accents and at last by capitals, small letters first.

    It is made of digits because no database's collation disturbs them. Letters it may (`aa` in Danish, `dh` in
    Albanian itself), and punctuation (some collations skip it). Keys may be equal: end an ordering with the primary
    key.
    """
    weights, accents, capitals = [_SPACE], "", ""
    for piece in _PIECE.findall(_decomposed(text)):
        if piece in _QUOTATION_MARKS:
            continue
        if unicodedata.combining(piece[0]):
            accents = accents[:-1] + "2"
            continue
        weight = _weight(piece)
        if weight == _SPACE == weights[-1]:
            continue
        weights.append(weight)
        accents += "1"
        capitals += "1" if piece == piece.lower() else "2" if piece.istitle() else "3"

    letters = "".join(weights[1:]).removesuffix(_SPACE if weights[-1] == _SPACE else "")
    return f"{letters}{_END}{accents.rstrip('1')}0{capitals.rstrip('1')}"[:SORT_KEY_LENGTH]


def fold(text: str) -> str:
    """The text as a hurried reader types it: without diacritics and capitals, on single spaces.

    For finding, and for telling duplicates. `Çështje` and `ceshtje` fold to the same, in whichever Unicode form
    they come.
    """
    decomposed = unicodedata.normalize("NFKD", text.translate(_INDIVISIBLE))
    lowered = unicodedata.normalize("NFKD", decomposed.casefold())
    bare = "".join(character for character in lowered if not unicodedata.combining(character))
    return " ".join(bare.replace("’", "'").replace("‘", "'").split())


def _decomposed(text: str) -> str:
    """Foreign accents parted from their letters; `ç` and `ë`, letters of their own, kept whole."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_INDIVISIBLE))
    return _OWN_MARKS.sub(lambda letter: unicodedata.normalize("NFC", letter[0]), decomposed)


def _weight(piece: str) -> str:
    if weight := _WEIGHTS.get(piece.lower()):
        return weight
    if piece.isdecimal():
        return str(_FIRST_NUMERAL + unicodedata.decimal(piece))
    if piece.isalnum():
        return f"{_OTHER_SCRIPT}{ord(piece.casefold()[0]):08d}"
    return _SPACE
