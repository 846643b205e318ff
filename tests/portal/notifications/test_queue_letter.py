import pytest
from django.db import transaction

from portal.notifications.letter import LANGUAGE_RULE
from portal.notifications.models import Notice


def test_the_same_occasion_writes_to_an_address_once(write):
    first = write()

    assert write() == first
    assert Notice.objects.count() == 1


def test_a_deed_that_is_rolled_back_sends_nothing(write):
    @transaction.atomic
    def fail():
        write()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert not Notice.objects.exists()


def test_a_letter_speaks_the_readers_language_first(write):
    albanian, english = write("ana", language="sq"), write("beni", language="en")

    first, _rule, second = english.body_text.partition(LANGUAGE_RULE)

    assert "Migration Policy Portal" in first
    assert "Portali i Politikave të Migracionit" in second
    assert albanian.body_text.partition(LANGUAGE_RULE)[0].strip() == second.strip()


def test_plain_text_is_not_escaped_and_html_is(write):
    notice = write(context={"path": "/?a=1&b='x'<script>"})

    assert "/?a=1&b='x'<script>" in notice.body_text
    assert "/?a=1&amp;b=&#x27;x&#x27;&lt;script&gt;" in notice.body_html


def test_an_example_says_so_on_top_in_both_languages(write):
    notice = write("ana", context={"path": "/", "is_example": True})
    plain = write("beni")

    for text in (notice.body_text, notice.body_html):
        assert text.count("Ky është shembull") == 1
        assert text.count("This is an example") == 1
    for text in (plain.body_text, plain.body_html):
        assert "Ky është shembull" not in text


def test_a_letter_says_who_pays_and_whose_views_it_holds(write):
    notice = write()

    for text in (notice.body_text, notice.body_html):
        assert text.count("BMZ") == 2
        assert "do not necessarily reflect the views" in text
