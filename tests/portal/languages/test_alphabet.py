import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.languages.alphabet import LETTERS, SORT_KEY_LENGTH, albanian_sort_key, fold

# Facts of the language, in the order that ICU's collation for Albanian gives them.
SORTED_WORDS = [
    *(
        "cak",
        "cikël",
        "Çështje",
        "çlirim",
        "diasporë",
        "drejtësi",
        "dhimbje",
        "emigracion",
        "ëmbël",
        "gusht",
        "gjykatë",
    ),
    *(
        "ligj",
        "lule",
        "lutje",
        "llogari",
        "numër",
        "njoftim",
        "punë",
        "ruajtje",
        "rregull",
        "rrugë",
        "sukses",
        "sundim",
    ),
    *("shtet", "tregti", "thirrje", "xixë", "xhami", "zyrë", "zhvillim"),
]

words = st.lists(st.sampled_from([*LETTERS, *map(str.title, LETTERS), "é", "Ö"]), min_size=1, max_size=12).map("".join)


def in_albanian_order(words: list[str]) -> list[str]:
    return sorted(words, key=albanian_sort_key)


def test_words_stand_in_the_order_of_the_albanian_alphabet():
    shuffled = random.Random(7).sample(SORTED_WORDS, len(SORTED_WORDS))

    assert in_albanian_order(shuffled) == SORTED_WORDS


def test_every_letter_follows_the_one_before_it():
    assert in_albanian_order(sorted(LETTERS)) == LETTERS


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("gusht", "gusht i nxehtë"),
        ("de Rada", "dea"),
        ("neni", "Neni 1"),
        ("shtet", "Shtet"),
        ("resume", "résumé"),
        ("Vlorë", "Washington"),
        ("Washington", "Xibër"),
        ("zyrë", "Ζάκυνθος"),
        ("dzët", "dhe"),
        ("sjell", "s'ka"),
    ],
)
def test_the_first_stands_before_the_second(earlier, later):
    assert albanian_sort_key(earlier) < albanian_sort_key(later)


def test_quotation_marks_do_not_move_a_title():
    assert albanian_sort_key("“Shtegtimi” ynë") == albanian_sort_key("Shtegtimi ynë")


def test_an_apostrophe_parts_two_letters_that_would_be_one():
    assert albanian_sort_key("s'hap") < albanian_sort_key("shap")


def test_a_very_long_title_has_a_key_that_fits_its_column():
    assert len(albanian_sort_key("zh" * 5000)) == SORT_KEY_LENGTH


@given(st.text())
def test_a_key_is_made_of_digits_alone(text):
    key = albanian_sort_key(text)

    assert key.isascii()
    assert key.isdecimal()


@given(st.text())
def test_both_unicode_forms_have_the_same_key(text):
    assert albanian_sort_key(unicodedata.normalize("NFC", text)) == albanian_sort_key(
        unicodedata.normalize("NFD", text)
    )


@given(words, words)
def test_a_word_stands_before_its_continuations(word, ending):
    assert albanian_sort_key(word) <= albanian_sort_key(f"{word} {ending}")


@given(words, words, words)
def test_what_follows_equal_words_does_not_change_which_of_two_stands_first(one, other, ending):
    if fold(one) != fold(other) and albanian_sort_key(one) < albanian_sort_key(other):
        assert albanian_sort_key(f"{one} {ending}") < albanian_sort_key(f"{other} {ending}")


@pytest.mark.parametrize(
    "typed", ["Çështje", "ceshtje", "CESHTJE", "C\N{COMBINING CEDILLA}e\N{COMBINING DIAERESIS}shtje"]
)
def test_a_hurried_spelling_folds_to_the_same(typed):
    assert fold(typed) == "ceshtje"


@pytest.mark.parametrize(
    ("text", "folded"),
    [("  dy \t fjalë ", "dy fjale"), ("Iğdır", "igdir"), ("İstanbul", "istanbul"), ("ﬁle", "file"), ("s’ka", "s'ka")],
)
def test_folding_drops_what_a_reader_may_not_type(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
