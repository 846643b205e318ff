from django.utils.translation import override

from consultation.enums import Moderation
from consultation.search import SEARCHABLES
from consultation.services import announce_consultation, hide_comment
from portal.search.models import SearchChange
from tests.consultation.conftest import a_comment

CONSULTATIONS, PROVISIONS, COMMENTS = SEARCHABLES


def told(searchable, keys=None):
    return [(entry.language, entry.title, entry.url) for entry in searchable.entries(keys)]


def test_a_consultation_and_its_provisions_are_found_in_both_languages(opened, start):
    consultation = opened(provisions=1)
    start()

    assert told(CONSULTATIONS) == [
        ("sq", "Skicë e politikës së re", "/sq/konsultime/1/"),
        ("en", "Outline of a new policy", "/en/consultations/1/"),
    ]
    assert [(entry.language, entry.text.strip(), entry.url) for entry in PROVISIONS.entries()] == [
        ("sq", "Teksti 1.", "/sq/konsultime/1/versioni/1/p1/"),
        ("en", "Text 1.", "/en/consultations/1/version/1/p1/"),
    ]
    with override("en"):
        assert CONSULTATIONS.visible(None, [1, 2]) == {consultation.pk}


def test_only_published_comments_are_found_in_the_language_they_were_written_in(open_consultation):
    shown = a_comment(open_consultation, text="Fifteen would do.", language="en")
    third = a_comment(open_consultation, text="Quindici bastano.", language="it")
    hidden = a_comment(open_consultation, moderation=Moderation.HIDDEN)
    pending = a_comment(open_consultation, moderation=Moderation.PENDING)
    unconfirmed = a_comment(open_consultation, confirmed=False)

    assert [(entry.key, entry.language) for entry in COMMENTS.entries()] == [(shown.pk, "en"), (third.pk, "sq")]
    everything = [each.pk for each in (shown, third, hidden, pending, unconfirmed)]
    assert COMMENTS.visible(None, everything) == {shown.pk, third.pk}


def test_nothing_is_found_before_the_announcement(start, coordinator):
    consultation = start()

    assert [list(searchable.entries()) for searchable in SEARCHABLES] == [[], [], []]
    assert CONSULTATIONS.visible(None, [consultation.pk]) == set()
    assert CONSULTATIONS.visible(coordinator, [consultation.pk]) == {consultation.pk}


def test_what_is_announced_or_hidden_is_read_anew(start, moderator):
    consultation = announce_consultation(consultation=start(), by=None)
    assert SearchChange.objects.filter(kind="consultation", key=consultation.pk).exists()
    assert SearchChange.objects.filter(kind="provision").exists()

    comment = a_comment(consultation)
    hide_comment(comment=comment, by=moderator, reason_sq="Fyen.", reason_en="Insults.")
    assert SearchChange.objects.filter(kind="comment", key=comment.pk).exists()
