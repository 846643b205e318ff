"""Something behind each parameter of the rooms' own addresses, made through their services."""

from typing import Any

from django.core.files.base import ContentFile

from consultation.models import Consultation, ConsultationReport, ContributionFile, Issue, Question
from consultation.selectors.report import figures_of
from consultation.services import Author, Guest, accept_comment, confirm_contribution, follow, invite, submit_comment
from consultation.services.gather import gather_comments
from events.models import Event
from events.services import MANAGE, RegistrationEntry, register
from library.publications.models import PublicationFile
from library.reviews.models import Finding, Recommendation
from library.strategy.models import Measure
from portal.accounts.links import sign
from portal.languages.enums import Language
from portal.stakeholders.models import StakeholderCategory
from tests.security.drafts import of_drafts, put_out_second_draft


def things_of_rooms() -> dict[str, Any]:
    return of_consultations() | of_events() | of_library() | of_accounts()


def of_accounts() -> dict[str, Any]:
    token = sign("accounts.my_data", "qytetar@cast.example.al")
    return {f"my_data_{deed}:token": token for deed in ("held", "download", "erase")}


def of_consultations() -> dict[str, Any]:
    """An open consultation with an accepted comment, and the links of its author."""
    consultation = an_open_consultation()
    version = put_out_second_draft(consultation)
    provision = version.provisions.exclude(kind="heading").order_by("position").first()
    contribution = a_comment(consultation, "Një koment i pranuar.")
    confirm_contribution(contribution=contribution)
    comment = contribution.comments.get()
    accept_comment(comment=comment, by=None)
    issue = gather_comments(
        consultation=consultation, by=None, comments=[comment.pk], title_sq="Çështje", title_en="Issue"
    )
    ConsultationReport.objects.create(
        consultation=consultation, figures=figures_of(consultation), published_at=contribution.sent_at
    )
    return {
        **_of_answers(issue, comment),
        "consultation:number": consultation.number,
        "consultation:slug": consultation.pages.get(locale__language_code=Language.ALBANIAN).slug,
        "consultation:version": version.number,
        "consultation:anchor": provision.anchor,
        "consultation:comment": comment.number,
        "consultation:receipt:token": sign("consultation.receipt", contribution.pk),
        "consultation:confirm:token": sign("consultation.confirm", contribution.pk),
        "consultation:manage:token": sign("consultation.manage", contribution.pk),
        **of_drafts(consultation),
    } | of_joining(consultation, contribution)


def of_joining(consultation: Consultation, contribution: Any) -> dict[str, Any]:
    """What hangs on a comment and on a consultation: a paper, a follower, an invitation, and the author's other links."""
    paper = ContributionFile.objects.create(
        contribution=contribution,
        file=ContentFile(b"%PDF-1.4", name="qendrimi.pdf"),
        name="qendrimi.pdf",
        media_type="application/pdf",
        size=8,
        sha256="0" * 64,
        added_at=contribution.sent_at,
    )
    Question.objects.create(consultation=consultation, position=1, kind="text", text_sq="Një pyetje?")
    follower = follow(consultation=consultation, email="ndjekes@cast.example.al", language=Language.ALBANIAN)
    guest = Guest(email="i.ftuar@cast.example.al")
    invitation = invite(consultation=consultation, by=None, guests=[guest])[0]
    return {
        "consultation:paper:paper": paper.pk,
        "consultation_desk:paper:pk": paper.pk,
        "consultation:receipt_paper:token": sign("consultation.receipt", contribution.pk),
        "consultation:manage_one:token": sign("consultation.manage", contribution.pk),
        "consultation:disown:token": sign("consultation.disown", contribution.pk),
        "consultation:invitation:token": sign("consultation.invitation", invitation.pk),
        "consultation:join:token": sign("consultation.follow", follower.pk),
        "consultation:join:what": "follow",
        "consultation:sent:what": "follow",
    }


def _of_answers(issue: Issue, comment: Any) -> dict[str, Any]:
    """What lies on the desk of the response matrix, and the files that the answers are taken away in."""
    return {
        "consultation:matrix_file:kind": "json",
        "consultation:report_file:kind": "pdf",
        "consultation:data_file:kind": "json",
        "consultation:outcome:token": sign("consultation.outcome", comment.contribution_id),
        "consultation_desk:report_draft:kind": "pdf",
        "consultation_desk:issue:pk": issue.pk,
        "consultation_desk:edit_issue:pk": issue.pk,
        "consultation_desk:note:pk": issue.pk,
        "consultation_desk:ungather:pk": issue.pk,
        "consultation_desk:ungather:comment": comment.pk,
        "consultation_desk:contribution:pk": comment.contribution_id,
        "consultation_desk:remove_entered:pk": comment.pk,
    }


def an_open_consultation() -> Consultation:
    return next(each for each in Consultation.objects.order_by("pk") if each.announced_at)


def a_comment(consultation: Consultation, text: str, email: str = "qytetar@cast.example.al") -> Any:
    return submit_comment(
        consultation=consultation,
        author=Author(email=email, category=StakeholderCategory.objects.get(code="academia")),
        text=text,
        language="sq",
    )


def of_events() -> dict[str, Any]:
    """An event that takes registrations, and the link of somebody who is registered."""
    event = Event.objects.order_by("pk").first()
    registration = register(event=event, entry=an_entry("i.regjistruar@cast.example.al"))
    return {
        "events:number": event.number,
        "events:code": registration.code,
        "events:receipt:token": sign("events.receipt", f"{event.number} i***@cast.example.al"),
        "events:manage:token": sign(MANAGE, registration.pk),
    }


def an_entry(email: str, name: str = "Një pjesëmarrës") -> RegistrationEntry:
    return RegistrationEntry(
        email=email,
        name=name,
        category=StakeholderCategory.objects.get(code="academia"),
        language=Language.ALBANIAN,
    )


def of_library() -> dict[str, Any]:
    file = PublicationFile.objects.order_by("pk").first()
    return {
        "publications:number": file.publication_id,
        "publications:file:number": file.pk,
        "publications:file:name": file.name,
        "publications:preview:number": file.pk,
        "strategy:number": first_key(Measure),
        "reviews:recommendation:number": first_key(Recommendation),
        "reviews:finding:number": first_key(Finding),
    }


def first_key(model: Any) -> int:
    return model.objects.order_by("pk").values_list("pk", flat=True).first() or 999_999
