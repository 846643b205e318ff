"""A consultation at each moment of its life, and the people around it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consultation.enums import Channel, Moderation, ShownAs
from consultation.records import Consultation, ConsultationComment, Contribution
from consultation.services import (
    Author,
    ConsultationFacts,
    ConsultationWords,
    ProvisionRow,
    ProvisionWords,
    add_provisions,
    announce_consultation,
    plant_consultation_index,
    start_consultation,
)
from portal.accounts.enums import Role
from portal.accounts.models import Participant
from portal.accounts.services import create_staff
from portal.languages.enums import Language
from portal.stakeholders.models import Institution, StakeholderCategory

CODES = ("government", "international", "civil_society", "business", "academia", "individuals_others")


@pytest.fixture
def categories(db):
    return {
        code: StakeholderCategory.objects.get_or_create(
            code=code, defaults={"name_sq": f"{code} sq", "name_en": f"{code} en", "position": position}
        )[0]
        for position, code in enumerate(CODES)
    }


@pytest.fixture
def index(home):
    return plant_consultation_index(home)


@pytest.fixture
def ministry(db):
    return Institution.objects.create(
        code="example-ministry", name_sq="Ministria Shembull", name_en="Example Ministry", kind="government"
    )


@pytest.fixture
def start(index, ministry, categories):
    """Start a consultation with a draft of a heading and three provisions, to open in `opens_in`."""

    def begin(*, opens_in=timedelta(days=1), provisions=3, code="", **facts):
        consultation = start_consultation(
            by=None,
            code=code,
            facts=ConsultationFacts(
                act_kind="policy",
                institution=ministry,
                contact_role_sq="Koordinatori",
                contact_role_en="The coordinator",
                contact_email="coordinator@example.al",
                opens_at=timezone.now() + opens_in,
                **facts,
            ),
            words={
                Language.ALBANIAN: ConsultationWords(title="Skicë e politikës së re", summary="Për çfarë është."),
                Language.ENGLISH: ConsultationWords(title="Outline of a new policy", summary="What it is about."),
            },
        )
        rows = [ProvisionRow(ProvisionWords("Parime", "Principles"), kind="heading", label="I")]
        rows += [
            ProvisionRow(
                ProvisionWords(f"Titulli {n}", f"Title {n}", f"<p>Teksti {n}.</p>", f"<p>Text {n}.</p>"), label=str(n)
            )
            for n in range(1, provisions + 1)
        ]
        add_provisions(version=consultation.versions.get(), rows=rows, by=None)
        return consultation

    return begin


@pytest.fixture
def opened(start):
    return lambda **facts: announce_consultation(consultation=start(opens_in=timedelta(), **facts), by=None)


@pytest.fixture
def open_consultation(opened):
    return opened()


@pytest.fixture
def provision(open_consultation):
    return provision_of(open_consultation)


def provision_of(consultation, label="1"):
    return consultation.versions.get(number=1).provisions.get(label=label, kind="provision")


def move(consultation, *, closes_in):
    """Let time pass: the closing instant lies `closes_in` from now, the opening thirty days before it."""
    closes_at = timezone.now() + closes_in
    Consultation.objects.filter(pk=consultation.pk).update(closes_at=closes_at, opens_at=closes_at - timedelta(days=30))
    consultation.refresh_from_db()
    return consultation


@pytest.fixture
def author(categories):
    return Author(
        email="Arta@Example.al",
        category=categories["academia"],
        name="Arta Shembull",
        organisation="Universiteti Shembull",
        shown_as=ShownAs.NAME,
        language=Language.ENGLISH,
    )


def a_comment(consultation, provision=None, *, moderation=Moderation.ACCEPTED, confirmed=True, category=None, **fields):
    """A comment row as the services leave it, without their letters."""
    number = (consultation.comments.order_by("-number").values_list("number", flat=True).first() or 0) + 1
    now = timezone.now()
    participant = Participant.objects.create(email=f"person{number}@example.al", name=f"Person {number}")
    contribution = Contribution.objects.create(
        consultation=consultation,
        participant=participant,
        category=category or StakeholderCategory.objects.get(code="academia"),
        channel=Channel.WEBSITE,
        serial=number,
        receipt=f"K-{consultation.number}-{number:04d}",
        language="sq",
        sent_at=now,
        confirmed_at=now if confirmed else None,
    )
    return ConsultationComment.objects.create(
        consultation=consultation,
        contribution=contribution,
        number=number,
        provision=provision,
        is_on_whole=fields.pop("is_on_whole", provision is None),
        moderation=moderation,
        **({"text": f"Mendimi {number}.", "language": "sq"} | fields),
    )


def staff(*roles):
    return create_staff(email=f"{'-'.join(roles) or 'nobody'}@example.al", roles=roles, password="a long enough one 42")


@pytest.fixture
def coordinator(db):
    return staff(Role.COORDINATOR)


@pytest.fixture
def moderator(db):
    return staff(Role.MODERATOR)
