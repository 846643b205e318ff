"""What a coordinator decides and lays ready, and what the public sees of it."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override

from consultation.errors import NotACoordinator, NotAllowed, NotComplex
from consultation.records import Consultation, NoticeGiven, SuppliedDocument
from consultation.services import announce_consultation, extend_deadline, hand_over, remove_example
from portal.accounts.enums import Role
from portal.accounts.models import AuditEntry
from portal.accounts.services import create_staff, sync_roles
from portal.notifications.models import Notice
from tests.consultation.docx import docx
from tests.consultation.test_admin import as_coordinator, desk, typed

REASONS = {"reason_sq": "Akt kompleks.", "reason_en": "A complex act."}

__all__ = ["as_coordinator"]


def page_of(client, consultation, language="sq"):
    with override(language):
        return client.get(consultation.pages.get(locale__language_code=language).get_url()).content.decode()


def a_file(name="relacion.docx"):
    return SimpleUploadedFile(name, docx([("Normal", "Përmbledhje.")]))


def test_more_than_twenty_days_need_a_complex_act(start, opened):
    with pytest.raises(NotComplex):
        start(working_days=30)
    assert len(start(working_days=30, is_complex=True).term_days) == 30

    running = opened()
    with pytest.raises(NotComplex):
        extend_deadline(consultation=running, by=None, working_days=30, **REASONS)
    extend_deadline(consultation=running, by=None, working_days=30, **REASONS, is_complex=True)
    running.refresh_from_db()
    assert (running.is_complex, running.working_days) == (True, 30)


def test_the_form_keeps_who_takes_part_and_who_coordinates(as_coordinator, coordinator, ministry, categories):
    sync_roles()
    other = create_staff(email="tjetri@example.al", roles=[Role.COORDINATOR], password="a long enough one 42")

    as_coordinator.post(
        desk("add"),
        typed(
            ministry,
            who_may_comment="members",
            moderation_moment="after",
            licence="cc0-1.0",
            english_due_on="2027-01-10",
            invited_categories=[categories["academia"].pk, categories["business"].pk],
            coordinator=other.pk,
        ),
    )

    made = Consultation.objects.get()
    assert (made.who_may_comment, made.moderation_moment, made.licence) == ("members", "after", "cc0-1.0")
    assert {each.code for each in made.invited_categories.all()} == {"academia", "business"}
    assert made.coordinator == other

    as_coordinator.post(desk("edit", made.pk), typed(ministry, invited_categories=[categories["academia"].pk]))
    made.refresh_from_db()
    assert ([each.code for each in made.invited_categories.all()], made.coordinator) == (["academia"], other)


def test_whoever_starts_it_coordinates_it(as_coordinator, coordinator, ministry):
    as_coordinator.post(desk("add"), typed(ministry))

    assert Consultation.objects.get().coordinator == coordinator


def test_a_prior_notice_opens_without_a_draft_and_leads_to_one(client, start, as_coordinator, ministry):
    notice = start(provisions=0, is_prior_notice=True)
    notice.versions.get().provisions.all().delete()
    notice = announce_consultation(consultation=notice, by=None)
    draft = announce_consultation(consultation=start(follows=notice), by=None)
    client.logout()

    assert "Ky është një njoftim paraprak" in page_of(client, notice) or "prior notice" in page_of(client, notice, "en")
    with override("sq"):
        assert reverse("consultation:consultation", args=[draft.number]) in page_of(client, notice)
        assert reverse("consultation:consultation", args=[notice.number]) in page_of(client, draft)


def test_only_a_prior_notice_leads_to_a_draft(start):
    with pytest.raises(ValidationError):
        start(follows=start())


def test_a_document_is_supplied_or_said_to_be_missing(client, as_coordinator, open_consultation):
    add = desk("add_beside", open_consultation.pk, "document")
    words = {"kind": "memorandum", "title_sq": "Relacion", "title_en": "Memorandum", "position": "0"}
    assert as_coordinator.post(add, words).status_code == 422
    assert as_coordinator.post(add, words | {"file_sq": SimpleUploadedFile("x.pdf", b"<html>")}).status_code == 422
    assert as_coordinator.post(add, words | {"file_sq": a_file()}).status_code == 302
    missing = {
        "kind": "impact",
        "position": "1",
        "missing_reason_sq": "Nuk kërkohet.",
        "missing_reason_en": "Not asked.",
    }
    assert as_coordinator.post(add, missing).status_code == 302

    client.logout()
    kept = SuppliedDocument.objects.get(kind="memorandum")
    shown = page_of(client, open_consultation, "en")
    assert "Not asked." in shown
    assert "Memorandum" in shown
    with override("en"):
        address = reverse("consultation:document", args=[open_consultation.number, kept.pk, "sq"])
        none = reverse("consultation:document", args=[open_consultation.number, kept.pk, "en"])
    assert address in shown
    answer = client.get(address)
    assert answer["Content-Disposition"].startswith("attachment")
    assert b"".join(answer.streaming_content)[:2] == b"PK"
    assert client.get(none).status_code == 404


def test_documents_of_an_unannounced_consultation_stay_shut(client, start, as_coordinator):
    consultation = start()
    add = desk("add_beside", consultation.pk, "document")
    as_coordinator.post(add, {"kind": "draft", "position": "0", "file_sq": a_file()})
    address = reverse("consultation:document", args=[consultation.number, SuppliedDocument.objects.get().pk, "sq"])
    assert as_coordinator.get(address).status_code == 200

    client.logout()

    assert client.get(address).status_code == 404


def test_a_replaced_file_goes(as_coordinator, open_consultation, django_capture_on_commit_callbacks):
    as_coordinator.post(
        desk("add_beside", open_consultation.pk, "document"), {"kind": "draft", "position": "0", "file_sq": a_file()}
    )
    kept = SuppliedDocument.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        as_coordinator.post(
            desk("edit_beside", "document", kept.pk), {"kind": "draft", "position": "0", "file_sq": a_file("ri.docx")}
        )
    new = SuppliedDocument.objects.get().file_sq
    assert (kept.file_sq.storage.exists(kept.file_sq.name), new.storage.exists(new.name)) == (False, True)
    with django_capture_on_commit_callbacks(execute=True):
        as_coordinator.post(desk("remove_beside", "document", kept.pk))
    assert not new.storage.exists(new.name)


def test_an_example_goes_with_its_files(as_coordinator, opened, django_capture_on_commit_callbacks):
    example = opened(is_example=True)
    as_coordinator.post(
        desk("add_beside", example.pk, "document"), {"kind": "draft", "position": "0", "file_sq": a_file()}
    )
    kept = SuppliedDocument.objects.get().file_sq

    with django_capture_on_commit_callbacks(execute=True):
        remove_example(consultation=example)

    assert not kept.storage.exists(kept.name)


def test_notices_and_meetings_stand_on_the_page_and_the_proof_does_not(client, as_coordinator, open_consultation):
    as_coordinator.post(
        desk("add_beside", open_consultation.pk, "notice"),
        {
            "channel": "register",
            "where_sq": "Regjistri",
            "where_en": "The register",
            "url": "https://example.al/1",
            "given_on": "2026-11-20",
            "proof": a_file("prova.docx"),
        },
    )
    as_coordinator.post(
        desk("add_beside", open_consultation.pk, "meeting"),
        {"held_on": "2026-12-01", "title_sq": "Takim", "title_en": "Meeting", "attended": "31", "place": "Tiranë"},
    )
    bad = {"held_on": "2026-12-01", "title_sq": "Takim", "event_url": "javascript:alert(1)"}
    assert as_coordinator.post(desk("add_beside", open_consultation.pk, "meeting"), bad).status_code == 422
    assert as_coordinator.get(desk("beside", open_consultation.pk)).status_code == 200
    proof = desk("proof", NoticeGiven.objects.get().pk)
    assert as_coordinator.get(proof).status_code == 200

    client.logout()

    shown = page_of(client, open_consultation, "en")
    assert "https://example.al/1" in shown
    assert "Meeting" in shown
    assert "31" in shown
    assert "prova" not in shown
    assert client.get(proof).status_code == 302


def test_handing_over_moves_the_duties_and_writes_to_the_colleague(start, coordinator, moderator, django_user_model):
    consultation = start()
    colleague = create_staff(email="kolegu@example.al", roles=[Role.COORDINATOR], password="a long enough one 42")

    with pytest.raises(NotACoordinator):
        hand_over(consultation=consultation, to=moderator, by=coordinator)
    with pytest.raises(NotAllowed):
        hand_over(consultation=consultation, to=colleague, by=moderator)
    hand_over(consultation=consultation, to=colleague, by=coordinator)
    hand_over(consultation=consultation, to=colleague, by=coordinator)

    consultation.refresh_from_db()
    assert consultation.coordinator == colleague
    assert Notice.objects.get().recipient == "kolegu@example.al"
    assert AuditEntry.objects.filter(deed="consultation.hand_over").count() == 1


def test_handing_over_by_the_form(as_coordinator, start):
    consultation = start()
    colleague = create_staff(email="kolegu@example.al", roles=[Role.COORDINATOR], password="a long enough one 42")
    sync_roles()

    assert as_coordinator.get(desk("hand_over", consultation.pk)).status_code == 200
    assert as_coordinator.post(desk("hand_over", consultation.pk), {"to": "0"}).status_code == 422
    assert as_coordinator.post(desk("hand_over", consultation.pk), {"to": colleague.pk}).status_code == 302
