import pytest

from portal.delivery import memo
from portal.delivery.generation import current_generation, write_new_generation
from portal.delivery.memo import until_next_generation


@pytest.fixture
def question():
    """A read that counts how often it is really asked."""
    asked: list[object] = []

    @until_next_generation
    def ask(word: str) -> int:
        asked.append(word)
        return len(asked)

    return ask


def test_an_answer_is_known_until_the_generation_is_raised(question):
    assert [question("a"), question("a"), question("b")] == [1, 1, 2]

    write_new_generation()

    assert question("a") == 3


def test_an_answer_is_asked_again_after_a_while_though_no_generation_came(question, monkeypatch):
    monkeypatch.setattr(memo, "LONGEST_SECONDS", 0.0)

    assert [question("a"), question("a")] == [1, 2]


def test_only_so_many_answers_are_kept(question, monkeypatch):
    monkeypatch.setattr(memo, "MOST_ANSWERS", 2)

    assert [question(word) for word in "abca"] == [1, 2, 3, 4]


def test_an_answer_overtaken_by_a_change_is_asked_again():
    asked: list[str] = []

    @until_next_generation
    def ask() -> int:
        asked.append(current_generation())
        if len(asked) == 1:
            write_new_generation()
        return len(asked)

    assert [ask(), ask(), ask()] == [1, 2, 2]
