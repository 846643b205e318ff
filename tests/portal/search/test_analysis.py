import pytest

from portal.search.analysis import index_words, stem, words

PARADIGMS = [
    "migracion migracioni migracionit migracionin migracionet migracioneve migracione",
    "strategji strategjia strategjisë strategjinë strategjitë strategjive",
    "politikë politika politikës politikën politikat politikave",
    "leje leja lejes lejen lejet lejeve lejesh",
    "ligj ligji ligjit ligjin ligje ligjet ligjeve",
    "fëmijë fëmija fëmijët fëmijëve fëmijës",
    "punë puna punës punën punëve",
    "kthim kthimi kthimit kthimin kthimet kthimeve",
    "huaj huajt huajve huajit",
    "migrant migranti migrantë migrantët migrantëve migrantit",
    "vendim vendimi vendime vendimet vendimeve",
    "shtet shteti shtetit shtetet shteteve",
    "komitet komiteti komitetit komitete komiteteve",
    "tregues treguesi treguesit treguesve",
    "plan plani planit planin plane planet planeve",
    "gjetje gjetja gjetjet gjetjeve",
]


@pytest.mark.parametrize("paradigm", PARADIGMS)
def test_all_cases_of_an_albanian_noun_share_a_stem(paradigm):
    assert len({stem(word, "sq") for word in words(paradigm)}) == 1


def test_different_nouns_keep_different_stems():
    stems = {stem(words(paradigm)[0], "sq") for paradigm in PARADIGMS}

    assert len(stems) == len(PARADIGMS)


def test_words_are_found_with_and_without_diacritics():
    assert index_words("Çështje për riintegrimin", "sq") == index_words("ceshtje per riintegrimin", "sq")


def test_numbers_of_acts_stay_whole():
    assert words("Ligj nr. 79/2021") == ["ligj", "nr", "79", "2021"]


def test_english_is_cut_by_its_own_rules():
    assert stem("policies", "en") == stem("policy", "en")
