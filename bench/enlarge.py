"""Makes a seeded portal as large as it may become: a long draft with many comments, and a library of ten thousand works.

Written past the services, in bulk: what is measured is reading.
"""

from datetime import timedelta
from itertools import cycle, islice
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from django.core.management import call_command
from django.db import transaction
from wagtail.models import Page

from consultation.enums import Moderation
from consultation.models import Consultation, ConsultationComment, Contribution, Provision
from library.publications.models import Publication, PublicationPage
from portal.delivery.generation import raise_generation
from portal.stakeholders.models import StakeholderCategory

PROVISIONS = 300
COMMENTS = 5_000
PUBLICATIONS = 10_000
WORDS = "kthim riintegrim diasporë punësim kufi azil statistikë remitanca arsim shëndetësi bashki strehim gjuhë".split()


def enlarge() -> None:
    lengthen_the_draft()
    fill_the_library()
    call_command("update_search", rebuild=True)


@transaction.atomic
def lengthen_the_draft() -> Consultation:
    """Three hundred provisions and five thousand accepted comments on the first open consultation."""
    consultation = the_consultation()
    version = consultation.versions.latest("number")
    have = list(version.provisions.order_by("position"))
    copies = islice(cycle(have), max(PROVISIONS - len(have), 0))
    Provision.objects.bulk_create(
        copy_of(each, version=version, position=number, anchor=f"b{number}", finding=None, recommendation=None)
        for number, each in enumerate(copies, start=have[-1].position + 1)
    )
    add_comments(consultation, list(version.provisions.exclude(kind="heading")))
    raise_generation()
    return consultation


def the_consultation() -> Consultation:
    return next(each for each in Consultation.objects.order_by("pk") if each.announced_at)


def add_comments(consultation: Consultation, provisions: list[Provision]) -> None:
    categories = list(StakeholderCategory.objects.order_by("pk")[:6])
    last = Contribution.objects.filter(consultation=consultation).count()
    contributions = Contribution.objects.bulk_create(
        Contribution(
            consultation=consultation,
            category=categories[number % len(categories)],
            serial=number,
            receipt=f"BENCH-{number}",
            language="sq",
            sent_at=consultation.opens_at + timedelta(seconds=number),
            confirmed_at=consultation.opens_at + timedelta(seconds=number + 60),
        )
        for number in range(last + 1, COMMENTS + 1)
    )
    ConsultationComment.objects.bulk_create(
        ConsultationComment(
            consultation=consultation,
            contribution=contribution,
            number=10_000 + contribution.serial,
            provision=provisions[contribution.serial % len(provisions)],
            text=f"Koment për {WORDS[contribution.serial % len(WORDS)]}, me arsye dhe propozim. " * 4,
            language="sq" if contribution.serial % 5 else "en",
            moderation=Moderation.ACCEPTED,
            moderated_at=contribution.confirmed_at,
        )
        for contribution in contributions
    )


@transaction.atomic
def fill_the_library() -> None:
    """Copies of the publications, each with live pages in both languages."""
    patterns = [each for each in Publication.objects.order_by("pk") if each.pages.count() == 2]
    missing = range(Publication.objects.count(), PUBLICATIONS)
    works = Publication.objects.bulk_create(
        copy_of(
            pattern,
            code=f"bench-{number}",
            title_sq=f"{pattern.title_sq[:300]} {WORDS[number % len(WORDS)]} {number}",
            title_en=f"{pattern.title_en[:300]} {number}",
        )
        for number, pattern in zip(missing, cycle(patterns), strict=False)
    )
    for page in patterns[0].pages.select_related("locale"):
        add_pages(page, works)


def add_pages(pattern: PublicationPage, works: list[Publication]) -> None:
    parent = pattern.get_parent()
    first = int(parent.get_last_child().path[-4:], 36) + 1
    language = pattern.locale.language_code
    plain = Page.objects.get(pk=pattern.pk)
    pages = Page.objects.bulk_create(
        copy_of(
            plain,
            path=Page._get_path(parent.path, parent.depth + 1, first + number),
            numchild=0,
            title=(work.title_sq if language == "sq" else work.title_en)[:255],
            draft_title="",
            slug=work.code,
            url_path=f"{parent.url_path}{work.code}/",
            translation_key=translation_key(work),
            latest_revision=None,
            live_revision=None,
        )
        for number, work in enumerate(works)
    )
    for page, work in zip(pages, works, strict=True):
        child = PublicationPage(page_ptr_id=page.pk, record=work, summary=f"{WORDS[page.pk % len(WORDS)]} " * 30)
        child.__dict__.update({name: value for name, value in page.__dict__.items() if not name.startswith("_")})
        child.save_base(raw=True)
    Page.objects.filter(pk=parent.pk).update(numchild=first + len(works) - 1)


def translation_key(work: Publication) -> UUID:
    """The same for both pages of a work."""
    return uuid5(NAMESPACE_OID, work.code)


def copy_of(row: Any, **changes: Any) -> Any:
    """A row not saved yet with another's values."""
    fields = {
        field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key
    }
    copy = type(row)(**fields)
    for name, value in changes.items():
        setattr(copy, name, value)
    return copy
