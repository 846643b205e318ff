"""Questions beside the draft, invitations, and what is somebody's own."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from consultation.enums import QuestionKind
from consultation.records import Consultation, Contribution, Invitation, Question
from consultation.services import announce_consultation, confirm_contribution
from portal.accounts.links import sign
from portal.notifications.models import Notice
from portal.stakeholders.models import StakeholderCategory
from tests.consultation.conftest import a_comment, move
from tests.consultation.test_views import address, typed


@pytest.fixture
def asked(client, start, coordinator):
    """An open consultation with a question of each kind, written on the coordinator's screen."""
    consultation = start(opens_in=timedelta())
    client.force_login(coordinator)
    for kind in QuestionKind:
        options = "Po | Yes\nJo | No" if kind in {QuestionKind.CHOICE, QuestionKind.SEVERAL} else ""
        data = {"kind": kind.value, "text_sq": f"Pyetja {kind}", "text_en": f"Question {kind}", "options": options}
        answer = client.post(reverse("consultation_desk:add_question", args=[consultation.pk]), data)
        assert answer.status_code == 302
    announce_consultation(consultation=consultation, by=None)
    client.logout()
    return consultation


def answers(consultation, **changes):
    by_kind = {each.kind: each for each in consultation.questions.all()}
    first, _other = by_kind["choice"].options.all()
    several = [str(each.pk) for each in by_kind["several"].options.all()]
    given = {
        f"question_{by_kind['choice'].pk}": first.pk,
        f"question_{by_kind['several'].pk}": several,
        f"question_{by_kind['scale'].pk}": "4",
        f"question_{by_kind['text'].pk}": "Me fjalë.",
    }
    category = StakeholderCategory.objects.get(code="academia").pk
    return typed(category=category) | given | changes


def test_questions_are_answered_alone_and_their_results_are_told_by_category_after_closing(client, asked):
    page = address("questions", 1)
    assert client.get(page).status_code == 200
    sent = client.post(page, answers(asked))
    assert sent.status_code == 302
    assert client.get(sent["Location"]).status_code == 200
    contribution = Contribution.objects.get()
    assert contribution.answers.count() == 5
    assert not contribution.comments.exists()
    confirm_contribution(contribution=contribution)
    move(asked, closes_in=-timedelta(days=4))

    results = client.get(page).context["results"]

    academia = ("government", "international", "civil_society", "business", "academia").index("academia")
    by_kind = {each.question.kind: each for each in results}
    assert [row["cells"][1] for row in by_kind["choice"].rows] == [1, 0]
    assert [row["cells"][2 + academia] for row in by_kind["several"].rows] == [1, 1]
    assert [row["cells"][1] for row in by_kind["scale"].rows] == [0, 0, 0, 1, 0]
    assert by_kind["text"].words == 1


def test_a_comment_on_the_whole_answers_the_questions_too(client, asked):
    assert client.post(address("comment_on_whole", 1), answers(asked)).status_code == 302

    contribution = Contribution.objects.get()
    assert (contribution.comments.count(), contribution.answers.count()) == (1, 5)


def test_a_question_that_must_be_answered_says_so(client, asked):
    Question.objects.filter(kind="choice").update(is_required=True)
    question = Question.objects.get(kind="choice")

    answer = client.post(address("questions", 1), answers(asked, **{f"question_{question.pk}": ""}))

    assert answer.status_code == 422
    assert f"question_{question.pk}" in answer.context["form"].errors


def test_once_it_is_open_questions_stand(client, asked, coordinator):
    client.force_login(coordinator)
    question = asked.questions.first()
    data = {"kind": "text", "text_sq": "Tjetër", "text_en": "Other", "options": ""}

    assert client.post(reverse("consultation_desk:edit_question", args=[question.pk]), data).status_code == 422
    client.post(reverse("consultation_desk:remove_question", args=[question.pk]))

    assert asked.questions.count() == 4
    assert client.get(reverse("consultation_desk:questions", args=[asked.pk])).status_code == 200


@pytest.mark.parametrize("options", ["", "Po | Yes", "Po\nJo"])
def test_a_choice_needs_two_options_in_both_languages(client, start, coordinator, options):
    consultation = start()
    client.force_login(coordinator)
    data = {"kind": "choice", "text_sq": "Pyetja", "text_en": "Question", "options": options}

    answer = client.post(reverse("consultation_desk:add_question", args=[consultation.pk]), data)

    assert answer.status_code == 422
    assert not Question.objects.exists()


def test_a_consultation_without_questions_has_no_such_page(client, open_consultation):
    assert client.get(address("questions", 1)).status_code == 404


@pytest.fixture
def by_invitation(client, open_consultation, coordinator):
    Consultation.objects.update(who_may_comment="invited")
    client.force_login(coordinator)
    return reverse("consultation_desk:invitations", args=[open_consultation.pk])


LIST = "e-mail,name\nArta@example.al, Arta, Shoqata, business, en\nnobody\nb@example.al,,,nowhere\narta@example.al\n"


def test_people_are_invited_from_a_list_after_a_look_each_once(client, open_consultation, by_invitation):
    look = client.post(by_invitation, {"table": SimpleUploadedFile("list.csv", LIST.encode())})
    assert [guest.email for guest in look.context["preview"]["guests"]] == ["arta@example.al"]
    assert len(look.context["preview"]["wrong"]) == 2
    assert not Invitation.objects.exists()

    for _ in range(2):
        client.post(by_invitation, {"people": look.context["preview"]["text"], "send": "1"})

    assert Invitation.objects.count() == 1
    assert Notice.objects.filter(template="consultation/invited").count() == 1
    for _ in range(2):
        client.post(reverse("consultation_desk:remind", args=[open_consultation.pk]))
    assert Notice.objects.filter(template="consultation/invitation_reminder").count() == 1


def test_only_the_invited_comment_and_their_address_is_known(client, open_consultation, by_invitation):
    client.post(by_invitation, {"people": "arta@example.al, Arta", "send": "1"})
    client.logout()
    form = address("comment_on_whole", 1)
    data = typed(category=StakeholderCategory.objects.get(code="academia").pk)
    assert client.get(form).status_code == 403
    assert client.post(form, data | {"email": "other@example.al"}).status_code == 422
    link = address("invitation", 1, sign("consultation.invitation", Invitation.objects.get().pk))
    assert client.get(link).status_code == 200
    assert client.get(form).status_code == 403
    client.post(link)
    assert client.get(form).context["form"]["email"].value() == "arta@example.al"

    assert client.post(form, data).status_code == 302

    assert Contribution.objects.get().is_confirmed


def test_an_altered_invitation_opens_nothing(client, open_consultation):
    assert client.get(address("invitation", 1, "abc:def")).status_code == 404


def test_members_find_all_theirs_by_their_proved_address(client, open_consultation, django_user_model):
    mine = a_comment(open_consultation, text="E imja.")
    a_comment(open_consultation, text="E tjetrit.")
    user = django_user_model.objects.create_user(email=mine.contribution.participant.email, password="x")
    email, _is_new = user.emailaddress_set.update_or_create(email=user.email, defaults={"verified": False})
    assert client.get(address("my_comments")).status_code == 302
    client.force_login(user)
    assert "E imja." not in client.get(address("my_comments")).content.decode()
    email.verified = True
    email.save()

    page = client.get(address("my_comments")).content.decode()

    assert "E imja." in page
    assert "E tjetrit." not in page


@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_receipt_is_also_a_tagged_pdf(client, open_consultation, language):
    comment = a_comment(open_consultation, text="a < b & c", proposed_wording="Ndryshe.", reason="Sepse.")
    token = sign("consultation.receipt", comment.contribution.pk)

    answer = client.get(address("receipt_paper", 1, token, language=language))

    assert answer["Content-Type"] == "application/pdf"
    assert answer.content[:5] == b"%PDF-"
    assert client.get(address("receipt_paper", 1, "abc:def")).status_code == 404
