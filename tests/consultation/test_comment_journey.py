from datetime import timedelta

import pytest

from consultation.enums import Moderation
from consultation.errors import (
    AlreadyWithdrawn,
    ChangeTooLate,
    ConfirmationTooLate,
    ConsultationClosed,
    ConsultationNotOpenYet,
    NotAllowed,
    ReasonMissing,
)
from consultation.records import ConsultationComment, Contribution, ModerationEvent
from consultation.selectors import moderation_queue, public_answers, visible_comments
from consultation.services import (
    accept_comment,
    announce_consultation,
    answer_comment,
    confirm_contribution,
    edit_own_comment,
    hide_comment,
    submit_comment,
    withdraw_contribution,
)
from portal.notifications.models import Notice
from tests.consultation.conftest import a_comment, move, provision_of


def sent(consultation, author, provision=None, **words):
    return submit_comment(
        consultation=consultation,
        provision=provision,
        author=author,
        **({"text": "a < b & c", "language": "en"} | words),
    )


def test_a_comment_is_received_confirmed_accepted_and_answered(
    open_consultation, provision, author, coordinator, moderator
):
    contribution = sent(open_consultation, author, provision)
    assert not visible_comments(None).exists()

    confirm_contribution(contribution=contribution)
    assert not visible_comments(None).exists()
    assert [queued.comment.contribution for queued in moderation_queue()] == [contribution]

    comment = accept_comment(comment=contribution.comments.get(), by=moderator)
    assert visible_comments(None).get().text == "a < b & c"

    answer_comment(comment=comment, by=coordinator, decision="accepted", reason_sq="Po.", reason_en="Yes.")
    assert [answer.reason_en for answer in public_answers(visible_comments(None).get())] == ["Yes."]
    assert list(Notice.objects.order_by("pk").values_list("template", "recipient", "language")) == [
        ("consultation/comment_received", "arta@example.al", "en"),
        ("consultation/comment_published", "arta@example.al", "en"),
        ("consultation/comment_answered", "arta@example.al", "en"),
    ]


def test_the_receipt_carries_the_numbers_of_consultation_and_contribution(open_consultation, author):
    assert [sent(open_consultation, author).receipt for _ in range(2)] == ["K-1-0001", "K-1-0002"]


def test_a_form_sent_twice_is_one_comment_with_one_receipt(open_consultation, author):
    first = sent(open_consultation, author, form_key="same")
    move(open_consultation, closes_in=-timedelta(seconds=1))

    again = sent(open_consultation, author, form_key="same")

    assert again == first
    assert ConsultationComment.objects.count() == 1


def test_a_closed_consultation_takes_no_comments(open_consultation, author):
    move(open_consultation, closes_in=timedelta())

    with pytest.raises(ConsultationClosed):
        sent(open_consultation, author, text="Vonë.")

    assert not ConsultationComment.objects.exists()
    assert not Notice.objects.exists()


def test_a_consultation_that_opens_tomorrow_takes_none_yet(start, author):
    consultation = announce_consultation(consultation=start(), by=None)

    with pytest.raises(ConsultationNotOpenYet):
        sent(consultation, author)


def test_two_comments_of_one_address_do_not_share_a_person(open_consultation, author):
    first, second = sent(open_consultation, author), sent(open_consultation, author)

    assert first.participant != second.participant


def test_an_address_can_be_confirmed_until_72_hours_after_closing(open_consultation, author):
    early, late = sent(open_consultation, author), sent(open_consultation, author)
    move(open_consultation, closes_in=-timedelta(hours=72) + timedelta(minutes=1))
    assert confirm_contribution(contribution=early).is_confirmed

    move(open_consultation, closes_in=-timedelta(hours=72))
    with pytest.raises(ConfirmationTooLate):
        confirm_contribution(contribution=late)


def test_confirming_twice_keeps_the_first_moment(open_consultation, author):
    contribution = confirm_contribution(contribution=sent(open_consultation, author))

    again = confirm_contribution(contribution=contribution)

    assert again.confirmed_at == contribution.confirmed_at


def test_hiding_needs_a_reason_in_both_languages_which_the_author_is_told(open_consultation, moderator):
    comment = a_comment(open_consultation, moderation=Moderation.PENDING)
    with pytest.raises(ReasonMissing):
        hide_comment(comment=comment, by=moderator, reason_sq="Fyerje.", reason_en=" ")

    hide_comment(comment=comment, by=moderator, reason_sq="Fyerje.", reason_en="An insult.")

    assert not visible_comments(None).exists()
    event = ModerationEvent.objects.get()
    assert (event.before, event.after, event.by, event.reason_en) == ("pending", "hidden", moderator, "An insult.")
    assert "Fyerje." in Notice.objects.get().body_text


def test_only_a_moderator_moderates_and_only_a_coordinator_answers(open_consultation, moderator, coordinator):
    pending = a_comment(open_consultation, moderation=Moderation.PENDING)
    accepted = a_comment(open_consultation)

    with pytest.raises(NotAllowed):
        accept_comment(comment=pending, by=coordinator)
    with pytest.raises(NotAllowed):
        answer_comment(comment=accepted, by=moderator, decision="noted", reason_sq="Po.", reason_en="Yes.")


def test_a_changed_comment_leaves_the_page_until_it_is_read_again(open_consultation):
    comment = a_comment(open_consultation)

    edit_own_comment(comment=comment, text="Ndryshe.", proposed_wording="", language="sq")

    assert not visible_comments(None).exists()
    assert [queued.comment.text for queued in moderation_queue()] == ["Ndryshe."]
    assert Contribution.objects.get().edited_at is not None


def test_a_withdrawn_comment_is_gone_for_good(open_consultation, moderator):
    comment = a_comment(open_consultation)

    withdraw_contribution(contribution=comment.contribution)

    assert not visible_comments(None).exists()
    with pytest.raises(AlreadyWithdrawn):
        withdraw_contribution(contribution=comment.contribution)
    comment.refresh_from_db()
    with pytest.raises(AlreadyWithdrawn):
        accept_comment(comment=comment, by=moderator)


def test_after_closing_an_author_changes_nothing(open_consultation):
    comment = a_comment(open_consultation)
    move(open_consultation, closes_in=timedelta())

    with pytest.raises(ChangeTooLate):
        edit_own_comment(comment=comment, text="Ndryshe.", proposed_wording="", language="sq")
    with pytest.raises(ChangeTooLate):
        withdraw_contribution(contribution=comment.contribution)


def test_a_comment_stands_on_exactly_one_thing(open_consultation, author):
    provision = provision_of(open_consultation, "2")

    on_provision = sent(open_consultation, author, provision).comments.get()
    on_whole = sent(open_consultation, author).comments.get()

    assert (on_provision.provision, on_provision.is_on_whole) == (provision, False)
    assert (on_whole.provision, on_whole.is_on_whole) == (None, True)
