"""Small drafts whose links are known, and a long changed one."""

import time

import pytest

from bench.anchoring import changed_document, judged
from consultation.alignment import SURE, Unit, align, similarity

PURPOSE = "Ky dokument përcakton objektivat e politikës së migracionit për pesë vitet e ardhshme"
RETURN = "Personat që kthehen kanë të drejtë për këshillim, strehim të përkohshëm dhe ndihmë për punësim"
DATA = "Institucionet shkëmbejnë të dhëna vetëm për qëllimet e lejuara me ligj dhe i fshijnë pas pesë vitesh"
BUDGET = "Buxheti i masave miratohet çdo vit nga ministria përgjegjëse për financat dhe botohet në portal"
REPORT = "Raporti vjetor botohet në portal në të dyja gjuhët brenda tremujorit të parë të vitit pasues"


def linked(earlier, later):
    return [
        (link.earlier, link.later, link.kind)
        for link in align([Unit(text) for text in earlier], [Unit(text) for text in later])
    ]


@pytest.mark.parametrize(
    ("earlier", "later", "links"),
    [
        ([], [], []),
        ([PURPOSE], [], [(0, None, "dropped")]),
        ([], [PURPOSE], [(None, 0, "new")]),
        ([PURPOSE, RETURN], [PURPOSE, RETURN], [(0, 0, "same"), (1, 1, "same")]),
        ([PURPOSE, RETURN], [PURPOSE, DATA, RETURN], [(0, 0, "same"), (None, 1, "new"), (1, 2, "same")]),
        ([PURPOSE, DATA, RETURN], [PURPOSE, RETURN], [(0, 0, "same"), (2, 1, "same"), (1, None, "dropped")]),
        ([PURPOSE, DATA], [PURPOSE.replace("pesë", "shtatë"), DATA], [(0, 0, "edited"), (1, 1, "same")]),
        (
            [PURPOSE, RETURN, DATA, BUDGET],
            [RETURN, DATA, BUDGET, PURPOSE],
            [(1, 0, "same"), (2, 1, "same"), (3, 2, "same"), (0, 3, "moved")],
        ),
        (
            [PURPOSE, f"{RETURN}. {DATA}.", BUDGET],
            [PURPOSE, f"{RETURN}.", f"{DATA}.", BUDGET],
            [(0, 0, "same"), (1, 1, "split"), (1, 2, "split"), (2, 3, "same")],
        ),
        (
            [PURPOSE, RETURN, DATA, BUDGET],
            [PURPOSE, f"{RETURN}. {DATA}.", BUDGET],
            [(0, 0, "same"), (1, 1, "merged"), (2, 1, "merged"), (3, 2, "same")],
        ),
        ([REPORT], [BUDGET], [(None, 0, "new"), (0, None, "dropped")]),
        (
            ["Shfuqizohet", PURPOSE, "Shfuqizohet"],
            ["Shfuqizohet", PURPOSE],
            [(0, 0, "same"), (1, 1, "same"), (2, None, "dropped")],
        ),
    ],
)
def test_each_paragraph_is_followed(earlier, later, links):
    assert linked(earlier, later) == links


def test_a_heading_never_becomes_a_provision():
    links = align([Unit(PURPOSE, "heading")], [Unit(PURPOSE, "provision")])

    assert [link.kind for link in links] == ["new", "dropped"]


def test_a_light_edit_is_sure_and_a_heavy_one_is_asked():
    light = similarity(Unit(PURPOSE), Unit(PURPOSE.replace("pesë", "shtatë")))
    heavy = similarity(Unit(PURPOSE), Unit("Ky dokument përcakton objektivat dhe masat e reja për shtatë vite"))

    assert light >= SURE > heavy >= 0.5


def test_comparing_is_blind_to_case_signs_and_spaces():
    assert similarity(Unit("Neni 1: Qëllimi."), Unit("neni  1 qëllimi")) == 1.0


def test_the_longest_piece_of_a_split_is_its_first_successor():
    links = align([Unit(f"{RETURN}. {DATA}. {BUDGET}.")], [Unit(RETURN), Unit(f"{DATA}. {BUDGET}.")])

    assert [(link.later, link.is_primary) for link in links] == [(0, False), (1, True)]


def test_a_long_changed_document_is_followed_and_nothing_is_wrong_unasked():
    changed = changed_document(1000, telling=0.02)

    scores = judged(changed, align(changed.earlier, changed.later))

    assert sum(score.wrong_unasked + score.revived for score in scores.values()) == 0
    living = sum(bool(truth) for _deed, truth in changed.truth)
    assert sum(score.right for deed, score in scores.items() if deed != "dropped") / living > 0.98
    assert scores["dropped"].right == sum(deed == "dropped" for deed, _truth in changed.truth)


def test_1400_paragraphs_take_less_than_ten_seconds():
    changed = changed_document(1400, changed=0.9)
    begun = time.perf_counter()

    align(changed.earlier, changed.later)

    assert time.perf_counter() - begun < 10
