from datetime import timedelta

import pytest
from django.test import RequestFactory

from portal.accounts.errors import TooOften
from portal.accounts.limits import check_limit, check_request_limit, forget_old_uses
from portal.accounts.models import DailySalt, LimitUse

HOUR = timedelta(hours=1)


def test_a_sender_is_stopped_after_as_many_uses_as_are_allowed(db):
    for _time in range(3):
        check_limit("form", "sender", times=3, per=HOUR)

    with pytest.raises(TooOften) as refusal:
        check_limit("form", "sender", times=3, per=HOUR)

    assert 0 < refusal.value.seconds <= 3600


def test_another_sender_and_another_form_are_counted_apart(db):
    check_limit("form", "sender", times=1, per=HOUR)

    check_limit("form", "another sender", times=1, per=HOUR)
    check_limit("another form", "sender", times=1, per=HOUR)

    assert LimitUse.objects.count() == 3


def test_no_address_is_stored(db):
    check_request_limit("form", RequestFactory().get("/", REMOTE_ADDR="192.0.2.77"), times=1, per=HOUR)

    use = LimitUse.objects.get()
    assert "192.0.2.77" not in f"{use.name} {use.digest}"
    assert len(use.digest) == 64


def test_a_household_of_ipv6_addresses_is_one_sender(db):
    check_request_limit("form", RequestFactory().get("/", REMOTE_ADDR="2001:db8:1:2::1"), times=1, per=HOUR)

    with pytest.raises(TooOften):
        check_request_limit("form", RequestFactory().get("/", REMOTE_ADDR="2001:db8:1:2:ffff::9"), times=1, per=HOUR)


def test_ended_windows_and_old_salts_are_forgotten(db):
    check_limit("form", "sender", times=1, per=HOUR)
    LimitUse.objects.update(ends_at="2020-01-01T00:00Z")
    DailySalt.objects.update(day="2020-01-01")

    assert forget_old_uses() == 2

    assert not LimitUse.objects.exists()
    assert not DailySalt.objects.exists()
