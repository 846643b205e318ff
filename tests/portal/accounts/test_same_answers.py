"""A stranger cannot learn whether an address has an account: the same status, the same page, one letter each."""

import re

import pytest

from portal.notifications.models import Notice

KNOWN, UNKNOWN = "anetar@example.al", "askush@example.al"


def told(client, address, data):
    answer = client.post(address, data, follow=True)
    page = answer.content.decode()
    for word in (KNOWN, UNKNOWN):
        page = page.replace(word, "*")
    page = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)
    return answer.status_code, [step[0] for step in answer.redirect_chain], page


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("/en/account/signup/", "email"),
        ("/en/account/login/code/", "email"),
        ("/en/account/password/reset/", "email"),
        ("/en/account/my-data/", "email"),
    ],
)
def test_known_and_unknown_addresses_get_the_same_answer_and_a_letter_each(member, client, address, field):
    known = told(client, address, {field: KNOWN})
    client.cookies.clear()
    unknown = told(client, address, {field: UNKNOWN})

    assert known == unknown
    assert sorted(Notice.objects.values_list("recipient", flat=True)) == sorted([KNOWN, UNKNOWN])


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(member, client):
    known = told(client, "/en/account/login/", {"login": KNOWN, "password": "gabim"})
    unknown = told(client, "/en/account/login/", {"login": UNKNOWN, "password": "gabim"})

    assert known == unknown
    assert not Notice.objects.exists()
