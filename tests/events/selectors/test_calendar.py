"""What calendars read. The file is taken apart here by rules written out by hand, not by the library that wrote it."""

from datetime import UTC, datetime

import pytest

from events.records import Event
from events.selectors import calendar_file
from events.services import call_off_event

AT = datetime(2026, 11, 24, 12, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def content_lines(content: bytes) -> list[str]:
    """Unfolded lines (RFC 5545, 3.1): CRLF ends a line, CRLF and a space continue it, 75 octets are the most."""
    assert content.endswith(b"\r\n")
    raw = content.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in raw)
    return content.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")[:-1]


def values(content: bytes, name: str, component: str = "VEVENT") -> list[str]:
    inside, found = [], []
    for line in content_lines(content):
        key, _, value = line.partition(":")
        if key == "BEGIN":
            inside.append(value)
        elif key == "END":
            inside.pop()
        elif key.partition(";")[0] == name and inside[-1:] == [component]:
            found.append(value)
    return found


def test_an_event_is_published_with_its_day_in_tirana_time(announce):
    event = announce(
        starts_at=datetime(2027, 3, 28, 7, tzinfo=UTC),
        ends_at=datetime(2027, 3, 28, 15, tzinfo=UTC),
    )

    content = calendar_file([event], "sq", at=AT)

    assert values(content, "METHOD", "VCALENDAR") == ["PUBLISH"]
    assert values(content, "UID") == [str(event.calendar_uid)]
    assert values(content, "SUMMARY") == ["Punëtori për kthimin"]
    assert values(content, "DTSTART") == ["20270328T090000"]  # the clock has just gone forward: UTC+2
    assert "DTSTART;TZID=Europe/Tirane:20270328T090000" in content_lines(content)
    assert values(content, "TZID", "VTIMEZONE") == ["Europe/Tirane"]
    assert values(content, "STATUS") == ["CONFIRMED"]


def test_each_language_has_its_words_and_the_same_uid(workshop):
    albanian, english = (calendar_file([workshop], language, at=AT) for language in ("sq", "en"))

    assert values(english, "SUMMARY") == ["Workshop on return"]
    assert values(english, "LOCATION") == [r"The example hall\, 1 Example Street\, Tirana"]
    assert "/en/events/workshop-on-return/" in values(english, "URL")[0]
    assert values(albanian, "UID") == values(english, "UID")


@pytest.mark.parametrize(
    "poison", ["\r\nATTENDEE:mailto:x@example.al", "\nBEGIN:VALARM", "\rX:1", "\u2028X:1", "\x0bX:1"]
)
def test_what_was_typed_stays_one_value(announce, poison):
    event = announce(place_sq=f"Salla{poison}", titles=(f"Punëtori{poison}", "Workshop"))

    content = calendar_file([event], "sq", at=AT)

    assert values(content, "ATTENDEE") == []
    assert "BEGIN:VALARM" not in content_lines(content)
    assert [line for line in content_lines(content) if line.startswith("X:")] == []
    assert len(values(content, "SUMMARY")) == len(values(content, "LOCATION")) == 1


def test_long_names_and_signs_of_several_bytes_are_folded(announce):
    event = announce(place_sq="ë" * 200, titles=("Ç😀" * 100, "Workshop"))

    content = calendar_file([event], "sq", at=AT)

    assert values(content, "SUMMARY") == ["Ç😀" * 100]
    assert values(content, "LOCATION")[0].startswith("ë" * 200)


def test_an_example_says_so_in_the_calendar(announce):
    event = announce(is_example=True)

    assert values(calendar_file([event], "en", at=AT), "SUMMARY") == ["Example: Workshop on return"]


def test_a_cancelled_event_cancels_its_entry(workshop):
    call_off_event(event=workshop, reason_sq="Salla.", reason_en="The hall.")

    content = calendar_file([Event.objects.get()], "sq", at=AT)

    assert values(content, "STATUS") == ["CANCELLED"]
    assert values(content, "SEQUENCE") == ["1"]


def test_a_calendar_of_nothing_is_still_a_calendar():
    assert content_lines(calendar_file([], "sq", at=AT))[0] == "BEGIN:VCALENDAR"
