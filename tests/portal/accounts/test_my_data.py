"""What is held about an address: asked for by letter, read, downloaded, erased. By its owner alone."""

import json
import re
from datetime import timedelta

import pytest
from django.core import signing
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from portal.accounts.enums import Role
from portal.accounts.errors import StaffAccountsAreClosedByHand
from portal.accounts.links import sign
from portal.accounts.models import Erasure, Participant, User
from portal.accounts.services import erase_person, everything_held
from portal.accounts.services.my_data import PURPOSE
from portal.notifications.models import Notice

MINE, NOISE = "ana@example.al", "beni@example.al"


@pytest.fixture
def people(home):
    Participant.objects.create(email="Ana@Example.al", name="Ana Shembulli", organisation="Shoqata")
    Participant.objects.create(email=NOISE, name="Beni Shembulli")


def link(name="my_data_held", email=MINE):
    return reverse(name, args=[sign(PURPOSE, email)])


def test_the_letters_link_opens_what_is_held(people, client):
    client.post(reverse("my_data"), {"email": "ANA@example.al"})

    notice = Notice.objects.get()
    address = re.search(r"http://127.0.0.1:8000(/sq/\S+)", notice.body_text).group(1)
    page = client.get(address).content.decode()
    assert notice.holds_secret
    assert "Ana Shembulli" in page
    assert "Beni Shembulli" not in page


def altered(token):
    return token[:-1] + ("B" if token.endswith("A") else "A")


@pytest.mark.parametrize("name", ["my_data_held", "my_data_download", "my_data_erase"])
@pytest.mark.parametrize(
    "token",
    [
        "x",
        altered(sign(PURPOSE, MINE)),
        sign("consultation.confirm", MINE),
        signing.dumps(MINE, salt="other"),
    ],
    ids=["nonsense", "altered", "of another purpose", "of another salt"],
)
def test_a_link_that_is_not_ours_opens_nothing(people, client, name, token):
    answer = client.get(reverse(name, args=[token]))

    assert answer.status_code == 404
    assert "Shembulli" not in answer.content.decode()


@pytest.mark.parametrize("name", ["my_data_held", "my_data_download", "my_data_erase"])
def test_a_link_is_valid_for_a_day(people, client, monkeypatch, name):
    address = link(name)
    monkeypatch.setattr(
        "time.time", lambda: timezone.now().timestamp() + timedelta(hours=24, seconds=5).total_seconds()
    )

    assert client.get(address).status_code == 404


def test_the_download_says_the_same_as_the_page(people, client):
    answer = client.get(link("my_data_download"))

    assert answer["Content-Disposition"] == 'attachment; filename="my-data.json"'
    told = json.loads(answer.content)
    assert told["address"] == MINE
    assert "Ana Shembulli" in json.dumps(told)
    assert "Beni" not in json.dumps(told)


def test_following_the_link_changes_nothing(people, client):
    client.get(link())
    client.get(link("my_data_erase"))
    client.get(link("my_data_download"))

    assert Participant.objects.count() == 2
    assert not Erasure.objects.exists()


def test_erasing_asks_once_more(people, client):
    answer = client.post(link("my_data_erase"), {})

    assert answer.status_code == 422
    assert Participant.objects.count() == 2


def test_erasing_takes_everything_of_one_person_and_nothing_of_another(people, client):
    client.post(reverse("my_data"), {"email": MINE})
    client.post(reverse("my_data"), {"email": NOISE})

    answer = client.post(link("my_data_erase"), {"understood": "on"}, follow=True)

    assert answer.status_code == 200
    assert list(Participant.objects.values_list("email", flat=True)) == [NOISE]
    assert list(Notice.objects.values_list("recipient", flat=True)) == [NOISE]
    assert everything_held(MINE) == []
    entry = Erasure.objects.get()
    assert MINE not in f"{entry.salt} {entry.digest}"


def test_a_member_needs_no_letter_and_is_signed_out_by_erasing(member, client):
    client.force_login(member)
    page = client.get(reverse("my_data"), follow=True)
    assert member.email in page.content.decode()

    client.post(link("my_data_erase", member.email), {"understood": "on"})

    assert not User.objects.filter(pk=member.pk).exists()
    assert "_auth_user_id" not in client.session
    assert client.get(reverse("account_home")).status_code == 302


@pytest.mark.parametrize("role", list(Role))
def test_an_account_with_a_role_is_not_erased_by_itself(staff, client, role):
    user = staff(role)

    with pytest.raises(StaffAccountsAreClosedByHand):
        erase_person(email=user.email)
    answer = client.post(link("my_data_erase", user.email), {"understood": "on"})

    assert answer.status_code == 422
    assert User.objects.filter(pk=user.pk).exists()


def test_asking_too_often_is_refused_with_a_time(home, client):
    answers = [client.post(reverse("my_data"), {"email": MINE}) for _time in range(4)]

    assert [answer.status_code for answer in answers] == [302, 302, 302, 429]
    assert int(answers[3]["Retry-After"]) > 0
    assert MINE in answers[3].content.decode()


@pytest.mark.parametrize("typed", ["", "no address", "a@example.al\x00", "a" * 300 + "@example.al", "x" * 2_000_000])
def test_a_bad_address_is_sent_back_with_words(home, client, typed):
    answer = client.post(reverse("my_data"), {"email": typed})

    assert answer.status_code in (400, 422)
    assert not Notice.objects.exists()


@pytest.mark.parametrize("name", ["my_data_sent", "my_data_erased"])
@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_pages_in_between_are_there_in_both_languages(home, client, name, language):
    with override(language):
        address = reverse(name)

    assert client.get(address).status_code == 200
    assert client.post(address).status_code == 405
