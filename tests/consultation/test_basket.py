import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from consultation.enums import Moderation
from consultation.records import Consultation, ConsultationComment, Contribution, ContributionFile
from consultation.selectors import visible_comments
from consultation.services import accept_comment, confirm_contribution
from portal.accounts.links import sign
from portal.accounts.models import Participant
from portal.notifications.models import Notice
from portal.stakeholders.models import StakeholderCategory
from tests.consultation.conftest import a_comment, move, provision_of
from tests.consultation.test_views import address, typed

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


def gathered(client, *, provision=True, **words):
    args = (1, 1, "p1") if provision else (1,)
    name = "comment_on_provision" if provision else "comment_on_whole"
    return client.post(address(name, *args), {"text": "Mendim.", "language": "sq", "basket": "1", **words})


def whole_form(**changes):
    return typed(category=StakeholderCategory.objects.get(code="academia").pk) | changes


def odt(*, mimetype="application/vnd.oasis.opendocument.text", **more):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("mimetype", mimetype)
        archive.writestr("content.xml", "<x/>")
        for name, content in more.items():
            archive.writestr(name, content)
    return kept.getvalue()


def test_several_comments_are_gathered_mended_and_sent_once_with_one_receipt(client, open_consultation):
    assert gathered(client).status_code == 302
    assert gathered(client, provision=False, text="Për tërësinë.", reason="Sepse.").status_code == 302
    assert not ConsultationComment.objects.exists()
    page = client.get(address("basket", 1))
    first = page.context["gathered"][0]
    assert [each.name for each in page.context["gathered"]] == ["Dispozita 1: Titulli 1", "I gjithë teksti"]

    mended = client.post(
        address("basket_item", 1, first.key),
        {"text": "a < b & c", "proposed_wording": "", "reason": "", "language": "en"},
    )
    assert mended.status_code == 302
    sent = client.post(address("basket", 1), whole_form())

    assert sent.status_code == 302
    contribution = Contribution.objects.get()
    assert list(contribution.comments.values_list("text", "reason", "is_on_whole")) == [
        ("a < b & c", "", False),
        ("Për tërësinë.", "Sepse.", True),
    ]
    letter = Notice.objects.get()
    assert "a < b & c" in letter.body_text
    assert "Për tërësinë." in letter.body_text
    receipt = client.get(sent["Location"]).content.decode()
    assert receipt.count("K-1-0001") >= 1
    assert client.get(address("basket", 1)).context["gathered"] == []


def test_an_empty_basket_leaves_no_session_behind(client, open_consultation):
    gathered(client)
    assert client.session.get("consultation.baskets")
    key = client.get(address("basket", 1)).context["gathered"][0].key

    client.post(address("basket", 1), {"remove": key})

    assert client.cookies["sessionid"].value == ""


def test_looking_into_the_basket_opens_no_session(client, open_consultation):
    assert client.get(address("basket", 1)).status_code == 200
    assert client.get(address("comment_on_whole", 1)).status_code == 200

    assert "sessionid" not in client.cookies


def test_what_waits_in_the_basket_is_said_where_one_reads(client, open_consultation):
    page = open_consultation.pages.get(locale__language_code="sq").get_url()
    assert address("basket", 1) not in client.get(page).content.decode()

    gathered(client)

    for one in (page, address("provision", 1, 1, "p1"), address("comments", 1)):
        assert address("basket", 1) in client.get(one).content.decode()


def test_only_the_words_are_needed_for_the_basket(client, open_consultation):
    answer = gathered(client, text=" ")

    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {"text"}


def test_a_basket_of_a_consultation_that_closed_meanwhile_keeps_its_words(client, open_consultation):
    gathered(client, text="Vonë por e shkruar.")
    move(open_consultation, closes_in=-open_consultation.closes_at.resolution)

    answer = client.post(address("basket", 1), whole_form())

    assert answer.status_code == 422
    assert "Vonë por e shkruar." in answer.content.decode()
    assert "Vonë por e shkruar." in client.get(address("basket", 1)).content.decode()
    assert not ConsultationComment.objects.exists()


def test_a_full_basket_says_so_and_loses_nothing(client, open_consultation):
    for _ in range(50):
        gathered(client)

    answer = gathered(client, text="Edhe një.")

    assert answer.status_code == 422
    assert "Edhe një." in answer.content.decode()


@pytest.mark.parametrize("name", ["qendrimi.pdf", "qendrimi.odt"])
def test_a_position_paper_is_private_until_its_comment_is_published(
    client, open_consultation, moderator, name, settings, tmp_path
):
    settings.DATA_DIR = tmp_path
    content = PDF if name.endswith("pdf") else odt()
    data = whole_form(papers=SimpleUploadedFile(name, content))
    assert client.post(address("comment_on_whole", 1), data).status_code == 302
    paper = ContributionFile.objects.get()
    comment = ConsultationComment.objects.get()
    there = address("paper", 1, comment.number, paper.pk)
    assert client.get(there).status_code == 404

    confirm_contribution(contribution=comment.contribution)
    accept_comment(comment=comment, by=moderator)

    answer = client.get(there)
    assert b"".join(answer.streaming_content) == content
    assert answer["Content-Disposition"].startswith("attachment")
    assert name in client.get(address("comment", 1, 1)).content.decode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.exe", b"MZ"),
        ("x.pdf", b"<html>"),
        ("x.odt", b"no zip"),
        ("x.odt", odt(mimetype="text/html")),
        ("x.odt", odt(**{"Basic/Standard/Module1.xml": "x"})),
        ("x.pdf", PDF + b" " * (10 * 1024 * 1024)),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused_and_the_words_are_kept(client, open_consultation, name, content):
    answer = client.post(
        address("comment_on_whole", 1), whole_form(text="Mbetet.", papers=SimpleUploadedFile(name, content))
    )

    assert answer.status_code == 422
    assert "papers" in answer.context["form"].errors
    assert "Mbetet." in answer.content.decode()
    assert not Contribution.objects.exists()


def test_a_section_can_be_commented_on_and_has_its_page(client, open_consultation):
    heading = open_consultation.versions.get().provisions.get(kind="heading")
    client.post(address("comment_on_provision", 1, 1, heading.anchor), whole_form())

    assert ConsultationComment.objects.get().provision == heading
    assert client.get(address("provision", 1, 1, heading.anchor)).status_code == 200


def test_each_comment_of_a_receipt_is_changed_and_withdrawn_by_itself(client, open_consultation):
    one = a_comment(open_consultation)
    two = ConsultationComment.objects.create(
        consultation=open_consultation,
        contribution=one.contribution,
        number=2,
        is_on_whole=True,
        text="I dyti.",
        language="sq",
        moderation=Moderation.ACCEPTED,
    )
    token = sign("consultation.manage", one.contribution.pk)
    assert "I dyti." in client.get(address("manage", 1, token)).content.decode()

    client.post(address("manage_one", 1, token, 2), {"text": "Ndryshe.", "language": "sq"})
    two.refresh_from_db()
    assert two.text == "Ndryshe."
    client.post(address("manage_one", 1, token, 1), {"withdraw": "1"})

    one.refresh_from_db()
    assert one.withdrawn_at is not None
    assert not Contribution.objects.get().is_withdrawn
    assert not visible_comments(None).exists()
    assert client.post(address("manage_one", 1, token, 1), {"text": "E re.", "language": "sq"}).status_code == 422
    client.post(address("manage_one", 1, token, 2), {"withdraw": "1"})
    assert Contribution.objects.get().is_withdrawn


def test_the_last_day_of_a_disowned_comment(client, open_consultation, moderator):
    comment = a_comment(open_consultation)
    there = address("disown", 1, sign("consultation.disown", comment.contribution.pk))
    assert client.get(there).status_code == 200
    assert visible_comments(None).exists()

    assert client.post(there).status_code == 302

    assert not visible_comments(None).exists()
    assert client.get(address("comment", 1, 1)).status_code == 410
    assert Notice.objects.get(template="consultation/comment_disowned").recipient == moderator.email
    assert client.get(there).status_code == 200


def test_where_moderators_read_afterwards_a_confirmed_comment_is_public_at_once(client, opened):
    consultation = opened(moderation_moment="after")
    client.post(address("comment_on_whole", 1), whole_form())
    assert not visible_comments(None).exists()

    confirm_contribution(contribution=Contribution.objects.get())

    assert visible_comments(None).get().consultation == consultation


def test_what_looks_like_a_machine_waits_for_a_moderator_and_is_not_refused(client, opened):
    opened(moderation_moment="after")
    sent = client.post(address("comment_on_whole", 1), whole_form(homepage="https://spam.example"))
    assert sent.status_code == 302

    confirm_contribution(contribution=Contribution.objects.get())

    assert not visible_comments(None).exists()
    assert Contribution.objects.get().suspicion >= 3


def test_in_an_hour_with_very_many_they_wait_for_a_moderator_and_are_not_refused(client, opened, monkeypatch):
    opened(moderation_moment="after")
    monkeypatch.setattr("consultation.services.suspicion.MANY_IN_AN_HOUR", 2)

    for number in range(4):
        sent = client.post(address("comment_on_whole", 1), whole_form(form_key=str(number), text=f"Mendimi {number}."))
        assert sent.status_code == 302

    assert [each.suspicion >= 3 for each in Contribution.objects.order_by("pk")] == [False, False, False, True]


def test_links_beyond_two_speak_against_it(client, open_consultation):
    text = "Shihni https://a.example https://b.example https://c.example www.d.example https://e.example"
    client.post(address("comment_on_whole", 1), whole_form(text=text, opened=""))

    assert Contribution.objects.get().suspicion == 1 + 3


def test_nearly_the_same_words_are_shown_once_with_their_number(client, open_consultation, provision):
    words = "Afati prej njëzet ditësh pune është shumë i shkurtër për organizatat e vogla"
    first = a_comment(open_consultation, provision, text=words)
    client.post(address("comment_on_provision", 1, 1, "p1"), whole_form(text=words + "!", email="b@example.al"))
    second = ConsultationComment.objects.exclude(pk=first.pk).get()
    assert second.same_as == first
    Contribution.objects.update(confirmed_at=open_consultation.opens_at)
    ConsultationComment.objects.update(moderation=Moderation.ACCEPTED)

    shown = client.get(address("provision", 1, 1, "p1")).context["comments"].object_list

    assert [(each.number, each.repeated) for each in shown] == [(1, 1)]
    assert client.get(address("comment", 1, 2)).status_code == 200


def test_members_only_means_members_only_and_their_address_is_known(client, opened, django_user_model):
    consultation = opened()
    Consultation.objects.update(who_may_comment="members")
    assert client.get(address("comment_on_whole", 1)).status_code == 302
    refused = client.post(address("comment_on_whole", 1), whole_form(text="Mbetet."))
    assert refused.status_code == 422
    assert "Mbetet." in refused.content.decode()
    user = django_user_model.objects.create_user(email="anetar@example.al", password="x")
    user.emailaddress_set.update_or_create(email=user.email, defaults={"verified": True, "primary": True})
    client.force_login(user)
    form = client.get(address("comment_on_whole", 1)).context["form"]
    assert form["email"].value() == user.email

    client.post(address("comment_on_whole", 1), whole_form(email=user.email))

    assert consultation.contributions.get().is_confirmed
    assert Participant.objects.get().is_confirmed


def test_a_reply_stands_under_its_comment_and_takes_no_reply_itself(client, open_consultation, provision):
    first = a_comment(open_consultation, provision)
    client.post(address("reply", 1, first.number), whole_form(text="Pajtohem."))
    reply = ConsultationComment.objects.get(reply_to=first)
    Contribution.objects.update(confirmed_at=open_consultation.opens_at)
    ConsultationComment.objects.update(moderation=Moderation.ACCEPTED)

    shown = client.get(address("provision", 1, 1, provision.anchor)).context["comments"].object_list

    assert [each.text for each in shown[0].replies] == ["Pajtohem."]
    assert client.get(address("reply", 1, reply.number)).status_code == 404
    assert provision_of(open_consultation) == provision
