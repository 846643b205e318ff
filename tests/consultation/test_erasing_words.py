from consultation.enums import Moderation
from consultation.records import ConsultationComment, Contribution
from consultation.services import withdraw_contribution
from consultation.services.erase import erase_contributions
from tests.consultation.conftest import a_comment


def reply_to(comment, **fields):
    """A published reply from somebody else."""
    reply = a_comment(comment.consultation, **fields)
    ConsultationComment.objects.filter(pk=reply.pk).update(reply_to=comment, is_on_whole=False)
    return reply


def test_a_withdrawn_comment_that_others_replied_to_leaves_an_empty_place(open_consultation):
    comment = a_comment(open_consultation, text="Fjalët e mia.", reason="Sepse.")
    reply = reply_to(comment)
    withdraw_contribution(contribution=comment.contribution)

    comment.contribution.refresh_from_db()
    erase_contributions(contributions=[comment.contribution])

    comment = ConsultationComment.objects.select_related("contribution").get(pk=comment.pk)
    assert (comment.text, comment.reason, comment.contribution.participant) == ("", "", None)
    assert ConsultationComment.objects.get(pk=reply.pk).text


def test_published_words_with_replies_stay_without_a_name(open_consultation):
    comment = a_comment(open_consultation, text="Fjalët e mia.")
    reply_to(comment)

    comment.contribution.refresh_from_db()
    erase_contributions(contributions=[comment.contribution])

    assert ConsultationComment.objects.get(pk=comment.pk).text == "Fjalët e mia."


def test_of_several_comments_those_that_were_taken_back_go(open_consultation):
    kept = a_comment(open_consultation)
    ConsultationComment.objects.create(
        consultation=open_consultation,
        contribution=kept.contribution,
        number=2,
        is_on_whole=True,
        text="E tërhequr.",
        language="sq",
        moderation=Moderation.ACCEPTED,
        withdrawn_at=kept.contribution.sent_at,
    )

    erase_contributions(contributions=[kept.contribution])

    assert list(ConsultationComment.objects.all()) == [kept]
    assert Contribution.objects.get().participant is None
