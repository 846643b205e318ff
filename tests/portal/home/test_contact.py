from datetime import timedelta
from urllib.parse import urlencode

import pytest

from portal.home.records import ContactMessage
from portal.home.services.forget_messages import KEPT_FOR, forget_old_messages
from portal.notifications.models import Notice
from portal.work.clock import database_now

FORM = {"sq": "/sq/kontakt/shkruani/", "en": "/en/contact/write/"}
MESSAGE = {"subject": "Pyetje", "text": "A mund të marr dokumentin?", "email": "lexues@example.al", "name": ""}


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_message_is_kept_passed_on_and_acknowledged(client, home, language):
    response = client.post(FORM[language], MESSAGE)

    assert response.status_code == 302
    assert ContactMessage.objects.get().language == language
    assert set(Notice.objects.values_list("template", flat=True)) == {"home/message_for_team", "home/message_received"}


def test_errors_come_back_in_the_readers_language_with_what_was_typed(client, home):
    response = client.post(FORM["sq"], MESSAGE | {"email": "jo adresë"})

    assert response.status_code == 422
    page = response.content.decode()
    assert "A mund të marr dokumentin?" in page
    assert "Gabim:" in page
    assert not ContactMessage.objects.exists()


@pytest.mark.parametrize("text", [b"a\x00b", b"x" * 11_000])
def test_bad_text_comes_back_with_a_form_error(client, home, text):
    response = client.post(
        FORM["en"], urlencode(MESSAGE | {"text": text}), content_type="application/x-www-form-urlencoded"
    )

    assert response.status_code == 422
    assert text.replace(b"\x00", b"").decode()[:50] in response.content.decode().replace("\x00", "")
    assert not ContactMessage.objects.exists()


def test_the_eleventh_message_within_an_hour_is_refused_with_its_text_kept(client, home):
    for _each in range(10):
        assert client.post(FORM["en"], MESSAGE).status_code == 302

    response = client.post(FORM["en"], MESSAGE)

    assert response.status_code == 422
    assert MESSAGE["text"] in response.content.decode()


def test_old_messages_are_forgotten(home):
    ContactMessage.objects.create(**MESSAGE, language="sq", sent_at=database_now() - KEPT_FOR - timedelta(seconds=1))
    recent = ContactMessage.objects.create(**MESSAGE, language="sq")

    forget_old_messages()

    assert list(ContactMessage.objects.all()) == [recent]
