from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from consultation.enums import Moderation, Stage
from consultation.records import Consultation, DeadlineChange, OfficialResponse, Provision
from portal.accounts.enums import Role
from portal.accounts.models import AuditEntry
from portal.accounts.services import sync_roles
from tests.consultation.conftest import a_comment, move, provision_of, staff
from tests.consultation.docx import docx


def desk(name, *args):
    return reverse(f"consultation_desk:{name}", args=args)


def typed(ministry, **changes):
    return {
        "title_sq": "Projektligj",
        "title_en": "Draft law",
        "summary_sq": "",
        "summary_en": "",
        "slug_sq": "",
        "slug_en": "",
        "act_kind": "draft_law",
        "institution": ministry.pk,
        "review": "",
        "legal_basis_sq": "",
        "legal_basis_en": "",
        "contact_role_sq": "Koordinatori",
        "contact_role_en": "The coordinator",
        "contact_email": "k@example.al",
        "who_may_comment": "anyone",
        "moderation_moment": "before",
        "licence": "cc-by-4.0",
        "opens_at": (timezone.now() + timedelta(days=3)).strftime("%Y-%m-%d 09:00"),
        "working_days": "20",
        "answers_due_on": "",
    } | changes


@pytest.fixture
def as_coordinator(client, coordinator, index):
    sync_roles()
    client.force_login(coordinator)
    return client


@pytest.fixture
def as_moderator(client, moderator, index):
    sync_roles()
    client.force_login(moderator)
    return client


def test_one_form_makes_the_record_the_draft_and_both_pages(as_coordinator, ministry):
    assert as_coordinator.get(desk("add")).status_code == 200

    answer = as_coordinator.post(desk("add"), typed(ministry))

    consultation = Consultation.objects.get()
    assert answer["Location"] == desk("desk", consultation.pk)
    pages = {page.locale.language_code: page for page in consultation.pages.all()}
    assert (pages["sq"].title, pages["en"].title) == ("Projektligj", "Draft law")
    assert (pages["sq"].slug, pages["en"].slug) == ("projektligj", "draft-law")
    assert not pages["sq"].live
    assert consultation.versions.count() == 1
    assert len(consultation.term) == 20
    assert AuditEntry.objects.filter(deed="consultation.start").count() == 1


@pytest.mark.parametrize(
    "changes",
    [{"working_days": "19"}, {"working_days": "41"}, {"slug_sq": "2030"}, {"title_sq": ""}, {"contact_email": "x"}],
)
def test_what_the_law_or_the_form_refuses_is_said_on_the_form(as_coordinator, ministry, changes):
    answer = as_coordinator.post(desk("add"), typed(ministry, **changes))

    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not Consultation.objects.exists()


def test_a_consultation_outside_the_law_may_be_shorter(as_coordinator, ministry):
    as_coordinator.post(desk("add"), typed(ministry, working_days="5", is_informal="on"))

    assert len(Consultation.objects.get().term) == 5


def test_facts_change_until_the_announcement(as_coordinator, start, ministry):
    consultation = start()
    facts = typed(ministry, working_days="30", is_complex="on")

    assert as_coordinator.post(desk("edit", consultation.pk), facts).status_code == 302
    consultation.refresh_from_db()
    assert (consultation.working_days, len(consultation.term)) == (30, 30)

    as_coordinator.post(desk("announce", consultation.pk))
    consultation.refresh_from_db()
    assert consultation.stage == Stage.ANNOUNCED
    answer = as_coordinator.post(desk("edit", consultation.pk), facts | {"working_days": "35"})
    assert answer.context["form"].non_field_errors()


def test_the_deadline_is_extended_with_a_reason(as_coordinator, open_consultation):
    before = open_consultation.closes_at

    short = {"working_days": "41", "is_complex": "on", "reason_sq": "Kompleks.", "reason_en": "Complex."}
    assert as_coordinator.post(desk("extend", open_consultation.pk), short).status_code == 422
    assert as_coordinator.post(desk("extend", open_consultation.pk), short | {"working_days": "40"}).status_code == 302

    open_consultation.refresh_from_db()
    assert open_consultation.closes_at > before
    assert DeadlineChange.objects.get().old_closes_at == before


def test_a_word_document_becomes_provisions_in_two_columns(as_coordinator, start):
    consultation = start(provisions=1)
    version = consultation.versions.get()
    files = {
        "albanian": SimpleUploadedFile("sq.docx", docx([("Heading1", "I. Parime"), ("", "1. Qëllimi i politikës.")])),
        "english": SimpleUploadedFile("en.docx", docx([("Heading1", "I. Principles"), ("", "1. The aim.")])),
    }

    assert as_coordinator.get(desk("import_document", version.pk)).status_code == 200
    answer = as_coordinator.post(desk("import_document", version.pk), files)

    assert answer.status_code == 302
    last = version.provisions.order_by("-position").first()
    assert (last.label, last.text_sq, last.text_en) == ("1", "<p>Qëllimi i politikës.</p>", "<p>The aim.</p>")
    page = as_coordinator.get(desk("draft", version.pk)).content.decode()
    assert "Qëllimi i politikës." in page


def test_what_is_no_word_document_is_an_error_of_the_form(as_coordinator, start):
    version = start().versions.get()
    before = Provision.objects.count()

    for content in (b"", b"not a zip", BytesIO(docx([])).getvalue()):
        answer = as_coordinator.post(
            desk("import_document", version.pk), {"albanian": SimpleUploadedFile("x.docx", content)}
        )
        assert answer.status_code == 422
    assert Provision.objects.count() == before


def test_one_row_is_edited_in_both_columns_until_it_opens(as_coordinator, start):
    consultation = start()
    row = provision_of(consultation)
    words = {"label": "1", "heading_sq": "Ri", "heading_en": "New", "text_sq": "Tekst i ri.", "text_en": "New text."}

    assert as_coordinator.get(desk("edit_provision", row.pk)).status_code == 200
    assert as_coordinator.post(desk("edit_provision", row.pk), words).status_code == 302
    row.refresh_from_db()
    assert (row.text_sq, row.english_is_behind) == ("<p>Tekst i ri.</p>", True)
    assert as_coordinator.post(desk("edit_provision", row.pk), words | {"english_checked": "on"}).status_code == 302
    row.refresh_from_db()
    assert not row.english_is_behind

    as_coordinator.post(desk("announce", consultation.pk))
    move(consultation, closes_in=timedelta(days=3))
    assert as_coordinator.post(desk("edit_provision", row.pk), words).status_code == 422
    as_coordinator.post(desk("remove_provision", row.pk))
    assert Provision.objects.filter(pk=row.pk).exists()


def test_rows_are_added_and_removed(as_coordinator, start):
    version = start().versions.get()
    words = {"kind": "provision", "label": "4", "heading_sq": "Katër", "text_sq": "Teksti."}

    assert as_coordinator.get(desk("add_provision", version.pk)).status_code == 200
    assert as_coordinator.post(desk("add_provision", version.pk), words).status_code == 302
    row = version.provisions.get(label="4")
    assert row.anchor == "p4"

    as_coordinator.post(desk("remove_provision", row.pk))
    assert not version.provisions.filter(label="4").exists()


def test_a_moderator_reads_the_queue_accepts_and_hides(as_moderator, open_consultation):
    first = a_comment(open_consultation, moderation=Moderation.PENDING, text="I pari.")
    second = a_comment(open_consultation, moderation=Moderation.PENDING, text="I dyti.")
    a_comment(open_consultation, moderation=Moderation.PENDING, confirmed=False, text="I pavërtetuar.")

    page = as_moderator.get(desk("queue")).content.decode()
    assert "I pari." in page
    assert "I pavërtetuar." not in page
    as_moderator.post(desk("accept", first.pk))
    assert as_moderator.get(desk("hide", second.pk)).status_code == 200
    assert as_moderator.post(desk("hide", second.pk), {"reason_sq": "Fyen.", "reason_en": ""}).status_code == 422
    as_moderator.post(desk("hide", second.pk), {"reason_sq": "Fyen.", "reason_en": "Insults."})

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.moderation, second.moderation) == ("accepted", "hidden")


def test_the_queue_says_what_has_waited_too_long(as_moderator, open_consultation):
    comment = a_comment(open_consultation, moderation=Moderation.PENDING)
    comment.contribution.confirmed_at = timezone.now() - timedelta(days=20)
    comment.contribution.save()

    answer = as_moderator.get(desk("queue"))

    assert answer.context["overdue"] == 1


def test_a_coordinator_answers_published_comments_and_closes_the_answers(as_coordinator, open_consultation):
    comment = a_comment(open_consultation)
    page = as_coordinator.get(desk("answers", open_consultation.pk)).content.decode()
    assert comment.text in page
    assert as_coordinator.get(desk("answer", comment.pk)).status_code == 200
    assert as_coordinator.post(desk("answer", comment.pk), {"decision": "accepted"}).status_code == 422

    move(open_consultation, closes_in=-timedelta(days=4))
    as_coordinator.post(desk("finish_answers", open_consultation.pk))
    open_consultation.refresh_from_db()
    assert open_consultation.stage == Stage.ANNOUNCED

    answer = {"decision": "accepted", "reason_sq": "Po.", "reason_en": "Yes."}
    assert as_coordinator.post(desk("answer", comment.pk), answer).status_code == 302
    assert OfficialResponse.objects.get().decision == "accepted"
    as_coordinator.post(desk("finish_answers", open_consultation.pk))
    open_consultation.refresh_from_db()
    assert open_consultation.stage == Stage.ANSWERED


def test_cancelling_asks_for_a_reason(as_coordinator, open_consultation):
    assert as_coordinator.get(desk("cancel", open_consultation.pk)).status_code == 200
    assert as_coordinator.post(desk("cancel", open_consultation.pk), {}).status_code == 422

    as_coordinator.post(desk("cancel", open_consultation.pk), {"reason_sq": "Gabim.", "reason_en": "Error."})

    open_consultation.refresh_from_db()
    assert open_consultation.stage == Stage.CANCELLED


def test_the_list_and_the_desk_show_where_each_stands(as_coordinator, open_consultation):
    assert "Skicë e politikës së re" in as_coordinator.get(desk("index")).content.decode()
    assert as_coordinator.get(desk("desk", open_consultation.pk)).status_code == 200


FORBIDDEN_TO_MODERATORS = ["announce", "extend", "cancel", "finish_answers", "answers"]


@pytest.mark.parametrize("name", FORBIDDEN_TO_MODERATORS)
def test_a_moderator_does_not_coordinate(as_moderator, open_consultation, name):
    data = {"reason_sq": "x", "reason_en": "x", "working_days": "40"}

    answers = [
        as_moderator.get(desk(name, open_consultation.pk)),
        as_moderator.post(desk(name, open_consultation.pk), data),
    ]

    assert {answer.status_code for answer in answers} <= {302, 403, 405}
    open_consultation.refresh_from_db()
    assert (open_consultation.stage, open_consultation.working_days) == (Stage.ANNOUNCED, 20)


@pytest.mark.parametrize("roles", [(), (Role.EDITOR,), (Role.ORGANISER,), (Role.TRANSLATOR,)])
def test_others_do_not_moderate(client, open_consultation, roles):
    comment = a_comment(open_consultation, moderation=Moderation.PENDING)
    sync_roles()
    client.force_login(staff(*roles))

    client.post(desk("accept", comment.pk))
    client.post(desk("hide", comment.pk), {"reason_sq": "x", "reason_en": "x"})

    comment.refresh_from_db()
    assert comment.moderation == "pending"
