"""Something behind each parameter of the rooms' own addresses, made through their services."""

from typing import Any

from consultation.models import Consultation
from consultation.services import Author, accept_comment, confirm_contribution, submit_comment
from events.models import Event
from events.services import MANAGE, RegistrationEntry, register
from library.publications.models import PublicationFile
from library.reviews.models import Finding, Recommendation
from library.strategy.models import Measure
from portal.accounts.links import sign
from portal.languages.enums import Language
from portal.stakeholders.models import StakeholderCategory


def things_of_rooms() -> dict[str, Any]:
    return of_consultations() | of_events() | of_library() | of_accounts()


def of_accounts() -> dict[str, Any]:
    token = sign("accounts.my_data", "qytetar@cast.example.al")
    return {f"my_data_{deed}:token": token for deed in ("held", "download", "erase")}


def of_consultations() -> dict[str, Any]:
    """An open consultation with an accepted comment, and the links of its author."""
    consultation = an_open_consultation()
    version = consultation.versions.order_by("-number").first()
    provision = version.provisions.exclude(kind="heading").order_by("position").first()
    contribution = a_comment(consultation, "Një koment i pranuar.")
    confirm_contribution(contribution=contribution)
    comment = contribution.comments.get()
    accept_comment(comment=comment, by=None)
    return {
        "consultation:number": consultation.number,
        "consultation:slug": consultation.pages.get(locale__language_code=Language.ALBANIAN).slug,
        "consultation:version": version.number,
        "consultation:anchor": provision.anchor,
        "consultation:comment": comment.number,
        "consultation:receipt:token": sign("consultation.receipt", contribution.pk),
        "consultation:confirm:token": sign("consultation.confirm", contribution.pk),
        "consultation:manage:token": sign("consultation.manage", contribution.pk),
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
