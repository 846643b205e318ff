import pytest

from portal.search.analysis import stem, stems, words

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
    assert stems(words("Çështje për riintegrimin"), "sq") == stems(words("ceshtje per riintegrimin"), "sq")


def test_an_act_has_the_same_words_with_and_without_its_number_sign():
    assert words("Ligj nr. 79/2021") == words("Law No. 79/2021".replace("Law", "Ligj")) == ["ligj", "79", "2021"]
    assert words("nr i ri, no entry") == ["nr", "i", "ri", "no", "entry"]


def test_english_is_cut_by_its_own_rules():
    assert stem("policies", "en") == stem("policy", "en")
