"""A word of its own in everything that is not public, planted through the services that editors use."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site

from consultation.models import Consultation
from consultation.services import (
    ConsultationFacts,
    ConsultationWords,
    confirm_contribution,
    hide_comment,
    start_consultation,
)
from events.models import Event
from events.services import register, start_event
from library.publications.models import Publication
from library.publications.services import keep_publication
from portal.languages.enums import Language
from portal.pages.models import StandardPage
from portal.pages.services import PageWords, create_page_pair, publish_page_pair
from portal.stakeholders.models import Institution
from portal.work.clock import database_now
from tests.security.rooms import a_comment, an_entry, an_open_consultation


def word(place: str) -> str:
    """A word that stands nowhere else: no part of it is Albanian or English."""
    return f"xq{place.replace('_', '')}zv"


def plant_secrets() -> list[str]:
    """Plant a word in each hidden place; return the words."""
    for place, plant in HIDDEN_PLACES.items():
        plant(word(place))
    return [word(place) for place in HIDDEN_PLACES]


def _page(secret: str, *, is_live: bool, english: str = "") -> StandardPage:
    root = Site.objects.get(is_default_site=True).root_page.specific
    page: StandardPage = create_page_pair(
        StandardPage,
        parent=root,
        words={
            Language.ALBANIAN: PageWords(title=f"Faqe {'' if english else secret}", slug=f"faqe-{secret}"),
            Language.ENGLISH: PageWords(title=f"Page {english or secret}", slug=f"page-{secret}"),
        },
    )
    if is_live:
        publish_page_pair(page)
    return StandardPage.objects.get(pk=page.pk)


def draft_page(secret: str) -> None:
    _page(secret, is_live=False)


def unpublished_change(secret: str) -> None:
    page = _page("publike", is_live=True)
    page.title = f"Ndryshim {secret}"
    page.save_revision()


def private_page(secret: str) -> None:
    page = _page(secret, is_live=True)
    for each in page.get_translations(inclusive=True):
        PageViewRestriction.objects.create(page=each, restriction_type=PageViewRestriction.LOGIN)


def page_with_a_password(secret: str) -> None:
    page = _page(secret, is_live=True)
    for each in page.get_translations(inclusive=True):
        PageViewRestriction.objects.create(page=each, restriction_type="password", password="fjalë")


def expired_page(secret: str) -> None:
    page = _page(secret, is_live=True)
    for each in page.get_translations(inclusive=True):
        Page.objects.get(pk=each.pk).specific.unpublish(set_expired=True)


def unpublished_translation(secret: str) -> None:
    page = _page("shqip", is_live=False, english=secret)
    page.save_revision().publish()


def private_document(secret: str) -> None:
    get_document_model().objects.create(
        title=secret, collection=_private_collection(secret), file=ContentFile(b"%PDF-1.4", name=f"{secret}.pdf")
    )


def private_image(secret: str) -> None:
    get_image_model().objects.create(
        title=secret,
        collection=_private_collection(secret).add_child(name=f"Brenda {secret}"),
        file=get_test_image_file(filename=f"{secret}.png"),
    )


def _private_collection(secret: str) -> Collection:
    collection = Collection.get_first_root_node().add_child(name=f"Koleksioni {secret}")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    return collection


def consultation_in_preparation(secret: str) -> None:
    start_consultation(
        by=None,
        facts=ConsultationFacts(
            act_kind=Consultation._meta.get_field("act_kind").choices[0][0],
            institution=Institution.objects.order_by("pk").first(),
            contact_role_sq="Koordinatori",
            contact_role_en="The coordinator",
            contact_email="koordinator@example.al",
            opens_at=database_now() + timedelta(days=30),
        ),
        words={
            Language.ALBANIAN: ConsultationWords(title=f"Konsultim {secret}"),
            Language.ENGLISH: ConsultationWords(title=f"Consultation {secret}"),
        },
    )


def unconfirmed_comment(secret: str) -> None:
    a_comment(an_open_consultation(), f"Koment {secret}", email=f"{secret}@cast.example.al")


def comment_in_the_queue(secret: str) -> None:
    confirm_contribution(contribution=a_comment(an_open_consultation(), f"Koment {secret}"))


def hidden_comment(secret: str) -> None:
    contribution = a_comment(an_open_consultation(), f"Koment {secret}")
    confirm_contribution(contribution=contribution)
    hide_comment(comment=contribution.comments.get(), by=None, reason_sq="Fyese.", reason_en="Insulting.")


def event_in_preparation(secret: str) -> None:
    pattern = Event.objects.order_by("pk").first()
    own = {"id", "number", "code", "calendar_uid", "state", "announced_at", "called_off_at", "closed_at"}
    facts = {field.attname: getattr(pattern, field.attname) for field in Event._meta.concrete_fields}
    start_event(
        event=Event(**{name: value for name, value in facts.items() if name not in own}),
        words={
            Language.ALBANIAN: PageWords(title=f"Punëtori {secret}", fields={"summary": secret}),
            Language.ENGLISH: PageWords(title=f"Workshop {secret}", fields={"summary": secret}),
        },
        reserved={},
    )


def registered_person(secret: str) -> None:
    register(event=Event.objects.order_by("pk").first(), entry=an_entry(f"{secret}@cast.example.al", name=secret))


def draft_publication(secret: str) -> None:
    pattern = Publication.objects.order_by("pk").first()
    keep_publication(
        code=secret,
        facts={"kind": pattern.kind, "title_sq": f"Dokument {secret}", "title_en": f"Document {secret}"},
        words={Language.ALBANIAN: {"summary": secret}, Language.ENGLISH: {"summary": secret}},
    )


HIDDEN_PLACES: dict[str, Callable[[str], Any]] = {
    plant.__name__: plant
    for plant in (
        draft_page,
        unpublished_change,
        private_page,
        page_with_a_password,
        expired_page,
        unpublished_translation,
        private_document,
        private_image,
        consultation_in_preparation,
        unconfirmed_comment,
        comment_in_the_queue,
        hidden_comment,
        event_in_preparation,
        registered_person,
        draft_publication,
    )
}
