from django.utils.translation import override

from consultation.enums import Moderation, ShownAs
from consultation.personal_data import PERSONAL_DATA
from consultation.records import ConsultationComment, Contribution
from consultation.selectors import shown_comment, visible_comments
from consultation.services import withdraw_contribution
from portal.accounts.models import Participant
from portal.accounts.services.my_data import erase_person
from tests.consultation.conftest import a_comment

CONTRIBUTIONS = PERSONAL_DATA[0]


def written_by(comment, email, **fields):
    Participant.objects.filter(pk=comment.contribution.participant_id).update(email=email)
    Contribution.objects.filter(pk=comment.contribution_id).update(**fields)
    return comment


def test_everyone_sees_their_own_comments_and_no_others(open_consultation):
    mine = written_by(a_comment(open_consultation), "Arta@example.al")
    a_comment(open_consultation)

    with override("en"):
        held = CONTRIBUTIONS.held("arta@example.al")

    assert [row["text"] for row in held] == [mine.text]
    assert CONTRIBUTIONS.held("nobody@example.al") == []


def test_erasing_a_person_leaves_published_words_without_a_name(open_consultation):
    shown = {"shown_as": ShownAs.NAME, "organisation_name": "Vetëm unë"}
    published = written_by(a_comment(open_consultation), "arta@example.al", **shown)
    pending = written_by(a_comment(open_consultation, moderation=Moderation.PENDING), "arta@example.al")
    hidden = written_by(a_comment(open_consultation, moderation=Moderation.HIDDEN), "arta@example.al")
    withdrawn = written_by(a_comment(open_consultation), "arta@example.al")
    withdraw_contribution(contribution=withdrawn.contribution)
    other = a_comment(open_consultation)

    erase_person(email="arta@example.al")

    assert set(ConsultationComment.objects.all()) == {published, other}
    with override("en"):
        public = shown_comment(visible_comments(None).get(pk=published.pk))
    assert (public.text, public.who) == (published.text, "Without a name")
    assert not Participant.objects.filter(email="arta@example.al").exists()
    assert pending.pk != hidden.pk


def test_an_organisation_keeps_its_name_when_its_writer_is_erased(open_consultation):
    shown = {"shown_as": ShownAs.ORGANISATION, "organisation_name": "Organizata Shembull"}
    comment = written_by(a_comment(open_consultation), "arta@example.al", **shown)

    erase_person(email="arta@example.al")

    assert shown_comment(visible_comments(None).get(pk=comment.pk)).who == "Organizata Shembull"
