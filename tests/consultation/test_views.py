from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from consultation.enums import Moderation
from consultation.records import ConsultationComment, Contribution
from consultation.services import announce_consultation, cancel_consultation, withdraw_contribution
from portal.accounts.links import sign
from portal.notifications.models import Notice
from portal.pages.services import unpublish_page_pair
from tests.consultation.conftest import a_comment, move


def address(name, *args, language="sq"):
    with override(language):
        return reverse(f"consultation:{name}", args=args)


def typed(**changes):
    return {
        "text": "a < b & c",
        "proposed_wording": "",
        "language": "en",
        "email": "arta@example.al",
        "organisation": "",
        "name": "",
        "shown_as": "category",
        "licence": "on",
        "form_key": "k",
    } | changes


@pytest.fixture
def form_of(client, categories):
    """Send the form on a provision, or on the whole."""

    def send(consultation, *, provision=True, language="sq", **changes):
        args = (consultation.number, 1, "p1") if provision else (consultation.number,)
        name = "comment_on_provision" if provision else "comment_on_whole"
        data = typed(category=categories["academia"].pk, **changes)
        return client.post(address(name, *args, language=language), data)

    return send


def test_a_stranger_comments_confirms_and_reads_the_receipt(client, open_consultation, form_of):
    answer = form_of(open_consultation, language="en")

    assert answer.status_code == 302
    receipt = client.get(answer["Location"])
    assert "K-1-0001" in receipt.content.decode()
    assert "a…@example.al" in receipt.content.decode()
    letter = Notice.objects.get()
    confirm = address("confirm", 1, sign("consultation.confirm", Contribution.objects.get().pk), language="en")
    assert confirm in letter.body_text
    assert client.get(confirm).status_code == 200
    assert not Contribution.objects.get().is_confirmed
    assert client.post(confirm).status_code == 302
    assert Contribution.objects.get().is_confirmed


def test_the_link_of_a_receipt_cannot_confirm_or_change(client, open_consultation, form_of):
    form_of(open_consultation)
    token = sign("consultation.receipt", Contribution.objects.get().pk)

    for name in ("confirm", "manage"):
        assert client.post(address(name, 1, token)).status_code == 404
    assert not Contribution.objects.get().is_confirmed


def test_a_link_of_one_consultation_opens_nothing_in_another(client, open_consultation, opened, form_of):
    other = opened()
    form_of(open_consultation)
    token = sign("consultation.confirm", Contribution.objects.get().pk)

    assert client.post(address("confirm", other.number, token)).status_code == 404


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text": "  \n "}, "text"),
        ({"text": "ë" * 10_001}, "text"),
        ({"text": "a\x00b"}, "text"),
        ({"proposed_wording": "x" * 5_001}, "proposed_wording"),
        ({"email": "arta.shembull"}, "email"),
        ({"email": ""}, "email"),
        ({"category": ""}, "category"),
        ({"category": "999999"}, "category"),
        ({"shown_as": "name"}, "name"),
        ({"shown_as": "organisation"}, "organisation"),
        ({"licence": ""}, "licence"),
        ({"language": "xx; DROP"}, "language"),
        ({"name": "x" * 121}, "name"),
    ],
)
def test_what_is_missing_or_wrong_is_said_at_its_field_and_nothing_is_lost(
    client, open_consultation, categories, changes, field
):
    data = typed(category=categories["academia"].pk) | {"text": "Teksti im <i>i gjatë</i>."} | changes

    answer = client.post(address("comment_on_provision", 1, 1, "p1"), data)

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    if field != "text":
        assert "Teksti im &lt;i&gt;i gjatë&lt;/i&gt;." in answer.content.decode()
    assert not ConsultationComment.objects.exists()


def test_an_empty_form_comes_back_with_its_errors(client, open_consultation):
    answer = client.post(address("comment_on_whole", 1), {})

    assert answer.status_code == 422
    assert {"text", "email", "category", "shown_as", "licence"} <= answer.context["form"].errors.keys()


@pytest.mark.parametrize(
    "text",
    [
        '"',
        "'; --",
        "=1+1",
        "\u202e mbrapsht \u202c",
        "<script>alert(1)</script>",
        "ç ë Ç Ë",
        "a\r\nb",
        "😀" * 10,
        "{{ x }}",
    ],
)
def test_every_text_comes_back_as_it_was_typed(client, open_consultation, form_of, text):
    assert form_of(open_consultation, text=text).status_code == 302

    assert ConsultationComment.objects.get().text == text.replace("\r\n", "\n")
    Contribution.objects.update(confirmed_at=open_consultation.opens_at)
    ConsultationComment.objects.update(moderation=Moderation.ACCEPTED)
    page = client.get(address("comment", 1, 1)).content.decode()
    assert "<script>alert" not in page


def test_ten_megabytes_come_back_as_an_error_of_the_form(client, open_consultation, form_of):
    answer = form_of(open_consultation, text="ë" * 5_000_000)

    assert answer.status_code == 422
    assert answer.content.decode().count("ë" * 1000) > 4_000


def test_a_form_sent_twice_leads_to_one_receipt(client, open_consultation, form_of):
    first, second = form_of(open_consultation), form_of(open_consultation)

    assert (first.status_code, second.status_code) == (302, 302)
    assert ConsultationComment.objects.count() == 1


def test_too_many_from_one_address_are_asked_to_wait(client, open_consultation, form_of):
    for number in range(30):
        assert form_of(open_consultation, form_key=str(number)).status_code == 302

    answer = form_of(open_consultation, form_key="31", text="Edhe një.")

    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0
    assert "Edhe një." in answer.content.decode()


def test_a_consultation_that_closed_meanwhile_gives_the_words_back(client, open_consultation, form_of):
    move(open_consultation, closes_in=timedelta())

    answer = form_of(open_consultation, text="Vonë por e shkruar.")

    assert answer.status_code == 422
    assert "Vonë por e shkruar." in answer.content.decode()
    assert not ConsultationComment.objects.exists()


def test_the_form_of_a_closed_consultation_leads_back_to_the_words(client, open_consultation):
    move(open_consultation, closes_in=timedelta())

    answer = client.get(address("comment_on_provision", 1, 1, "p1"))

    assert (answer.status_code, answer["Location"]) == (302, address("provision", 1, 1, "p1"))


def test_the_number_leads_to_the_page_in_each_language(client, open_consultation):
    assert client.get(address("consultation", 1))["Location"].endswith("/sq/konsultime/skice-e-politikes-se-re/")
    assert client.get(address("consultation", 1, language="en"))["Location"].endswith(
        "/en/consultations/outline-of-a-new-policy/"
    )


def test_a_comment_shows_in_both_languages_marked_with_its_own(client, open_consultation, provision):
    comment = a_comment(open_consultation, provision, text="Fifteen would do.", language="en")

    for language in ("sq", "en"):
        for name, args in (("provision", (1, 1, "p1")), ("comment", (1, comment.number))):
            page = client.get(address(name, *args, language=language)).content.decode()
            assert "Fifteen would do." in page
            assert ("status--lang" in page) is (language == "sq")


def test_no_page_shows_an_e_mail_address_or_a_name_that_was_not_to_be_shown(client, open_consultation, provision):
    comment = a_comment(open_consultation, provision)

    for name, args in (
        ("provision", (1, 1, "p1")),
        ("comment", (1, comment.number)),
        ("comments", (1,)),
        ("text", (1,)),
    ):
        page = client.get(address(name, *args)).content.decode()
        assert comment.contribution.participant.email not in page
        assert comment.contribution.participant.name not in page


def test_a_hidden_comment_keeps_its_address_and_tells_the_reason(client, open_consultation):
    comment = a_comment(
        open_consultation,
        moderation=Moderation.HIDDEN,
        text="Fyerje.",
        hidden_reason_sq="Fyen.",
        hidden_reason_en="Insults.",
    )

    answer = client.get(address("comment", 1, comment.number))

    assert answer.status_code == 410
    assert "Fyen." in answer.content.decode()
    assert "Fyerje." not in answer.content.decode()


def test_a_withdrawn_comment_keeps_its_address_without_words(client, open_consultation):
    comment = a_comment(open_consultation, text="E tërhequr.")
    withdraw_contribution(contribution=comment.contribution)

    answer = client.get(address("comment", 1, comment.number))

    assert answer.status_code == 410
    assert "E tërhequr." not in answer.content.decode()


@pytest.mark.parametrize("fields", [{"moderation": Moderation.PENDING}, {"confirmed": False}])
def test_what_is_not_public_yet_has_no_address(client, open_consultation, fields):
    comment = a_comment(open_consultation, **fields)

    assert client.get(address("comment", 1, comment.number)).status_code == 404


def public_addresses(consultation):
    number = consultation.number
    names = [("consultation", (number,)), ("text", (number,)), ("deadline", (number,)), ("comments", (number,))]
    return [address(name, *args) for name, args in [*names, ("provision", (number, 1, "p1"))]]


def test_before_the_announcement_strangers_find_nothing_and_coordinators_read(client, start, coordinator):
    consultation = start()
    for one in public_addresses(consultation):
        assert client.get(one).status_code == 404

    client.force_login(coordinator)
    for one in public_addresses(consultation)[1:]:
        assert client.get(one).status_code == 200


def test_a_page_published_ahead_of_the_announcement_stays_shut(client, start):
    consultation = start()
    for page in consultation.pages.all():
        page.get_latest_revision().publish()
        assert client.get(page.get_url()).status_code == 404


def test_an_english_page_that_is_not_out_shows_the_albanian_in_its_place(client, open_consultation):
    english = open_consultation.pages.get(locale__language_code="en")
    english.unpublish()

    page = client.get(english.get_url())

    assert page.status_code == 200
    assert "Skicë e politikës së re" in page.content.decode()


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_restricted_page_asks_its_readers_in(client, open_consultation, language):
    page = open_consultation.pages.get(locale__language_code=language)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    answer = client.get(page.get_url())

    assert answer.status_code == 302


def test_what_is_no_consultation_is_not_found(client, index):
    assert client.get("/sq/konsultime/nuk-ka/").status_code == 404


def test_records_go_down_with_their_source_page(client, open_consultation):
    unpublish_page_pair(open_consultation.pages.get(locale__language_code="sq"))

    for one in public_addresses(open_consultation):
        assert client.get(one).status_code == 404


@pytest.mark.parametrize("above", [False, True])
def test_records_are_restricted_with_their_source_page(client, open_consultation, index, above, coordinator):
    page = index if above else open_consultation.pages.get(locale__language_code="sq")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    for one in public_addresses(open_consultation):
        assert client.get(one).status_code == 404

    client.force_login(coordinator)
    assert client.get(public_addresses(open_consultation)[1]).status_code == 200


def test_the_author_changes_and_withdraws_by_the_signed_link(client, open_consultation):
    comment = a_comment(open_consultation)
    manage = address("manage", 1, sign("consultation.manage", comment.contribution.pk))

    assert comment.text in client.get(manage).content.decode()
    assert client.post(manage, {"text": " ", "language": "sq"}).status_code == 422
    assert client.post(manage, {"text": "E re.", "language": "sq"}).status_code == 302
    comment.refresh_from_db()
    assert (comment.text, comment.moderation) == ("E re.", "pending")

    assert client.post(manage, {"withdraw": "1"}).status_code == 302
    assert Contribution.objects.get().is_withdrawn
    assert client.get(manage).status_code == 200


def test_after_closing_the_signed_link_only_shows(client, open_consultation):
    comment = a_comment(open_consultation)
    manage = address("manage", 1, sign("consultation.manage", comment.contribution.pk))
    move(open_consultation, closes_in=timedelta())

    assert client.get(manage).status_code == 200
    assert client.post(manage, {"withdraw": "1"}).status_code == 422
    assert client.post(manage, {"text": "E re.", "language": "sq"}).status_code == 422
    assert not Contribution.objects.get().is_withdrawn


def test_a_cancelled_consultation_says_why(client, open_consultation):
    cancel_consultation(consultation=open_consultation, by=None, reason_sq="Gabim në tekst.", reason_en="An error.")

    page = client.get(open_consultation.pages.get(locale__language_code="sq").get_url())

    assert "Gabim në tekst." in page.content.decode()


def test_a_cancelled_preparation_was_never_public(client, start):
    consultation = start()
    cancel_consultation(consultation=consultation, by=None, reason_sq="Jo.", reason_en="No.")

    assert client.get(address("text", consultation.number)).status_code == 404


@pytest.mark.parametrize("name", ["text", "deadline", "comments", "consultation"])
def test_public_addresses_take_no_post(client, open_consultation, name):
    assert client.post(address(name, 1)).status_code == 405


def test_pages_that_are_shared_hold_no_form_token_and_ask_no_person(client, open_consultation, provision):
    a_comment(open_consultation, provision)
    page = open_consultation.pages.get(locale__language_code="sq").get_url()

    for one in [page, *public_addresses(open_consultation)[1:], address("comment", 1, 1)]:
        answer = client.get(one)
        assert answer.status_code == 200
        assert "csrfmiddlewaretoken" not in answer.content.decode()
        assert "Cookie" not in answer.get("Vary", "")
        assert not answer.cookies


def test_the_list_shows_open_ones_first_and_filters_by_plain_links(client, index, start, opened):
    later = opened(provisions=1)
    announce_consultation(consultation=start(opens_in=timedelta(days=40)), by=None)
    closed = move(opened(), closes_in=-timedelta(days=5))

    shown = client.get(index.get_url()).context["consultations"].object_list
    assert [(each["consultation"].number, each["state"]) for each in shown] == [
        (later.number, "open"),
        (2, "announced"),
        (closed.number, "closed"),
    ]

    filtered = client.get(index.get_url(), {"state": "closed", "institution": "example-ministry", "year": "x"})
    assert [each["consultation"] for each in filtered.context["consultations"].object_list] == [closed]
    counts = {each["value"]: each["count"] for each in filtered.context["groups"][0]["options"]}
    assert counts == {"open": 1, "announced": 1, "closed": 1}
