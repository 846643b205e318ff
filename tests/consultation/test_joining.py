"""Replying aside, what readers do beside the comments: support, follow, report; and what followers are told."""

from datetime import timedelta

import pytest
from django.urls import reverse

from consultation.enums import Moderation, NewsKind
from consultation.records import (
    AbuseReport,
    CommentTranslation,
    Consultation,
    ConsultationComment,
    Follower,
    News,
    Support,
)
from consultation.services import (
    cancel_consultation,
    confirm_contribution,
    extend_deadline,
    submit_comment,
)
from consultation.services.extend import tell_of_unfinished_extension
from consultation.services.lapse import lapse_unconfirmed_joining
from consultation.services.tell_followers import note_news, tell_unfinished_news
from portal.accounts.links import sign
from portal.accounts.models import Participant
from portal.notifications.models import Notice
from portal.stakeholders.models import StakeholderCategory
from tests.consultation.conftest import a_comment, move
from tests.consultation.test_views import address


def supported(client, comment, **changes):
    category = StakeholderCategory.objects.get(code="business").pk
    data = {"email": "b@example.al", "category": category, "organisation": ""} | changes
    return client.post(address("support", 1, comment.number), data)


def followed(client, email="f@example.al"):
    assert client.post(address("follow", 1), {"email": email}).status_code == 302
    follower = Follower.objects.order_by("-pk")[0]
    client.post(address("join", 1, "follow", sign("consultation.follow", follower.pk)))
    return follower


def test_support_counts_once_an_address_from_its_confirmation(client, open_consultation, provision):
    comment = a_comment(open_consultation, provision)
    for _ in range(2):
        assert supported(client, comment, organisation="Shoqata Shembull").status_code == 302
    support = Support.objects.get()
    page = address("provision", 1, 1, "p1")
    assert client.get(page).context["comments"].object_list[0].supporters == 0
    link = address("join", 1, "support", sign("consultation.support", support.pk))
    assert client.get(link).status_code == 200
    assert not Support.objects.get().confirmed_at

    client.post(link)

    assert client.get(page).context["comments"].object_list[0].supporters == 1
    assert "Shoqata Shembull" in client.get(address("comment", 1, comment.number)).content.decode()
    assert Notice.objects.filter(template="consultation/support_asked").count() == 1


def test_a_closed_consultation_takes_no_support(client, open_consultation):
    comment = a_comment(open_consultation)
    move(open_consultation, closes_in=timedelta())

    assert client.get(address("support", 1, comment.number)).status_code == 302
    assert supported(client, comment).status_code == 422
    assert not Support.objects.exists()


@pytest.mark.parametrize("changes", [{"email": "x"}, {"category": ""}, {"organisation": "x" * 201}])
def test_what_is_wrong_with_a_support_is_said(client, open_consultation, changes):
    assert supported(client, a_comment(open_consultation), **changes).status_code == 422


@pytest.mark.parametrize("what", ["support", "follow", "stop"])
def test_an_altered_link_opens_nothing(client, open_consultation, what):
    assert client.post(address("join", 1, what, "abc:def")).status_code == 404


def test_a_reader_reports_a_comment_and_a_moderator_settles_it(client, open_consultation, moderator):
    comment = a_comment(open_consultation)
    assert client.post(address("report_abuse", 1, comment.number), {"reason": " "}).status_code == 422
    assert client.post(address("report_abuse", 1, comment.number), {"reason": "Fyerje."}).status_code == 302

    client.force_login(moderator)
    assert "Fyerje." in client.get(reverse("consultation_desk:reports")).content.decode()
    client.post(reverse("consultation_desk:settle_reports", args=[comment.pk]))

    assert AbuseReport.objects.get().settled_by == moderator
    comment.refresh_from_db()
    assert comment.moderation == Moderation.ACCEPTED


def test_followers_are_told_each_thing_once_and_can_stop(client, open_consultation):
    follower = followed(client)
    reasons = {"reason_sq": "Po.", "reason_en": "Yes."}
    extend_deadline(consultation=open_consultation, by=None, working_days=25, is_complex=True, **reasons)

    for _ in range(3):
        note_news()
        tell_unfinished_news()
    letter = Notice.objects.get(template="consultation/news")
    assert letter.recipient == "f@example.al"
    stop = address("join", 1, "stop", sign("consultation.stop", follower.pk))
    assert stop in letter.body_text

    client.post(stop)
    cancel_consultation(consultation=open_consultation, by=None, reason_sq="Jo.", reason_en="No.")
    note_news()
    tell_unfinished_news()

    assert Notice.objects.filter(template="consultation/news").count() == 1
    assert News.objects.filter(told_at=None).count() == 0


def test_three_days_before_closing_followers_are_told_once(client, open_consultation):
    followed(client)
    assert note_news() == 0
    move(open_consultation, closes_in=timedelta(days=2))

    assert [note_news(), note_news()] == [1, 0]
    tell_unfinished_news()

    assert News.objects.get().kind == NewsKind.CLOSING
    assert News.objects.get().told == 1


def test_whoever_takes_part_follows_and_whoever_stopped_is_left_alone(client, open_consultation, author):
    confirm_contribution(
        contribution=submit_comment(consultation=open_consultation, author=author, text="Po.", language="en")
    )
    follower = Follower.objects.get()
    assert (follower.participant.email, follower.language) == ("arta@example.al", "en")
    client.post(address("join", 1, "stop", sign("consultation.stop", follower.pk)))

    confirm_contribution(
        contribution=submit_comment(consultation=open_consultation, author=author, text="Jo.", language="en")
    )

    assert Follower.objects.get().stopped_at is not None


def test_who_took_part_is_told_of_an_extension_by_one_letter(client, open_consultation, author):
    confirm_contribution(
        contribution=submit_comment(consultation=open_consultation, author=author, text="Po.", language="en")
    )
    reasons = {"reason_sq": "Po.", "reason_en": "Yes."}
    extend_deadline(consultation=open_consultation, by=None, working_days=25, is_complex=True, **reasons)

    note_news()
    tell_unfinished_news()
    tell_of_unfinished_extension()

    letters = Notice.objects.exclude(template="consultation/comment_received")
    assert [each.template for each in letters] == ["consultation/deadline_changed"]


def test_what_nobody_confirmed_in_a_week_is_forgotten_with_its_address(client, open_consultation, author):
    comment = a_comment(open_consultation)
    contribution = submit_comment(consultation=open_consultation, author=author, text="Po.", language="en")
    confirm_contribution(contribution=contribution)
    followed(client, "kept@example.al")
    client.post(address("follow", 1), {"email": "f@example.al"})
    supported(client, comment)
    week_ago = open_consultation.opens_at - timedelta(days=8)
    Follower.objects.update(asked_at=week_ago)
    Support.objects.update(sent_at=week_ago)
    Follower.objects.filter(participant=contribution.participant).update(confirmed_at=None)

    assert lapse_unconfirmed_joining() == 3

    assert [each.participant.email for each in Follower.objects.all()] == ["kept@example.al"]
    assert not Support.objects.exists()
    assert not Participant.objects.filter(email__in=["f@example.al", "b@example.al"]).exists()
    assert Participant.objects.filter(pk=contribution.participant_id).exists()


def test_an_unconfirmed_follower_hears_nothing(client, open_consultation):
    client.post(address("follow", 1), {"email": "f@example.al"})
    cancel_consultation(consultation=open_consultation, by=None, reason_sq="Jo.", reason_en="No.")
    note_news()
    tell_unfinished_news()

    assert not Notice.objects.filter(template="consultation/news").exists()


@pytest.mark.parametrize("language", ["sq", "en"])
def test_published_comments_have_a_feed_without_addresses(client, open_consultation, provision, language):
    comment = a_comment(open_consultation, provision, text="a < b & c")
    a_comment(open_consultation, moderation=Moderation.PENDING, text="E papritur.")

    feed = client.get(address("comment_feed", 1, language=language)).content.decode()

    assert "a &lt; b &amp; c" in feed
    assert "E papritur." not in feed
    assert comment.contribution.participant.email not in feed


def test_an_example_has_no_feed(client, open_consultation):
    Consultation.objects.update(is_example=True)

    assert client.get(address("comment_feed", 1)).status_code == 404


def test_many_are_published_or_hidden_at_once_with_a_reason_in_both_languages(client, open_consultation, moderator):
    one, two, three = (a_comment(open_consultation, moderation=Moderation.PENDING) for _ in range(3))
    client.force_login(moderator)
    many = reverse("consultation_desk:decide_many")

    client.post(many, {"accept": "1", "comment": [one.pk, two.pk]})
    client.post(many, {"hide": "1", "comment": [three.pk]})
    assert ConsultationComment.objects.get(pk=three.pk).moderation == Moderation.PENDING
    client.post(many, {"hide": "1", "ready": "insult", "comment": [three.pk, "x"]})

    assert [each.moderation for each in ConsultationComment.objects.order_by("pk")] == [
        "accepted",
        "accepted",
        "hidden",
    ]
    hidden = ConsultationComment.objects.get(pk=three.pk)
    assert hidden.hidden_reason_sq
    assert hidden.hidden_reason_en == "The comment insults or threatens somebody."


def test_a_ready_reason_needs_no_typing(client, open_consultation, moderator):
    comment = a_comment(open_consultation, moderation=Moderation.PENDING)
    client.force_login(moderator)
    there = reverse("consultation_desk:hide", args=[comment.pk])

    assert client.post(there, {"ready": ""}).status_code == 422
    assert client.post(there, {"ready": "subject"}).status_code == 302
    comment.refresh_from_db()
    assert comment.moderation == Moderation.HIDDEN


def test_a_translation_stands_apart_and_goes_when_the_words_change(client, open_consultation, moderator):
    comment = a_comment(open_consultation, text="Teksti im.")
    client.force_login(moderator)
    there = reverse("consultation_desk:translate_comment", args=[comment.pk])
    assert client.get(there).status_code == 200
    assert client.post(there, {"language": "en", "text": "My text."}).status_code == 302
    client.logout()

    page = client.get(address("comment", 1, comment.number)).content.decode()
    assert "Teksti im." in page
    assert "My text." in page
    client.post(
        address("manage", 1, sign("consultation.manage", comment.contribution.pk)),
        {"text": "Tjetër.", "language": "sq"},
    )
    assert not CommentTranslation.objects.exists()


@pytest.mark.parametrize("name", ["reports", "decide_many"])
def test_only_moderators_moderate(client, open_consultation, coordinator, name):
    client.force_login(coordinator)
    ask = client.post if name == "decide_many" else client.get

    assert ask(reverse(f"consultation_desk:{name}")).status_code in {302, 403}


@pytest.mark.parametrize("state", ["", "accepted", "hidden"])
def test_the_queue_shows_what_was_decided_too(client, open_consultation, moderator, state):
    client.force_login(moderator)
    for moderation in Moderation:
        a_comment(open_consultation, moderation=moderation, text=f"I {moderation}.")

    page = client.get(reverse("consultation_desk:queue"), {"state": state}).content.decode()

    assert [f"I {each}." in page for each in Moderation] == [each == (state or "pending") for each in Moderation]
