"""How much a page may ask of the database, whatever it holds."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from consultation.enums import Moderation, ShownAs
from consultation.records import ConsultationComment, Contribution, Issue, OfficialResponse
from consultation.selectors.reading import reading
from consultation.services import begin_version, confirm_pairs, publish_version
from portal.accounts.models import Participant
from tests.consultation.conftest import a_comment, provision_of

PAGE = 9
PROVISION = 11
WHOLE = 10
LIST = 5
TEXT = 4
COMMENT = 9
DEADLINE = 6
PROVISION_OF_TWO = 13
COMPARISON = 7


def many_comments(consultation, categories, number, *, on=None):
    """Rows by the thousand: comments on all provisions in turn (or on one), every tenth on the whole, every third answered."""
    now = timezone.now()
    codes = list(categories.values())
    provisions = [on] if on else list(consultation.versions.get().provisions.filter(kind="provision"))
    people = Participant.objects.bulk_create(
        Participant(email=f"n{n}@example.al", name=f"N {n}") for n in range(number)
    )
    sent = Contribution.objects.bulk_create(
        Contribution(
            consultation=consultation,
            participant=people[n],
            category=codes[n % 6],
            shown_as=ShownAs.NAME,
            serial=n,
            receipt=f"N-{n}",
            language="sq",
            sent_at=now,
            confirmed_at=now,
        )
        for n in range(number)
    )
    comments = ConsultationComment.objects.bulk_create(
        ConsultationComment(
            consultation=consultation,
            contribution=sent[n],
            number=n + 1,
            provision=None if n % 10 == 9 and not on else provisions[n % len(provisions)],
            is_on_whole=n % 10 == 9 and not on,
            text=f"Mendimi {n}.",
            language="sq",
            moderation=Moderation.ACCEPTED,
        )
        for n in range(number)
    )
    answered = comments[::3]
    issues = Issue.objects.bulk_create(
        Issue(consultation=consultation, number=number) for number, _comment in enumerate(answered, start=1)
    )
    gathered = Issue.comments.through
    gathered.objects.bulk_create(
        gathered(issue=issue, consultationcomment=comment) for issue, comment in zip(issues, answered, strict=True)
    )
    given = {"decision": "noted", "reason_sq": "Po.", "reason_en": "Yes.", "answered_at": now, "published_at": now}
    OfficialResponse.objects.bulk_create(OfficialResponse(issue=issue, **given) for issue in issues)


def asked_by(client, address):
    client.get(address)  # what a process asks once a generation
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def source(consultation):
    with override("sq"):
        return consultation.pages.get(locale__language_code="sq").get_url()


@pytest.mark.parametrize(("provisions", "comments"), [(3, 3), (300, 300)])
def test_the_page_of_a_consultation(client, opened, categories, provisions, comments):
    consultation = opened(provisions=provisions)
    many_comments(consultation, categories, comments)

    assert asked_by(client, source(consultation)) == PAGE


def test_a_second_draft_costs_the_page_nothing_and_a_provision_its_course(client, opened, categories):
    consultation = opened(provisions=30)
    many_comments(consultation, categories, 60)
    version = begin_version(consultation=consultation, by=None, copies=True)
    confirm_pairs(version=version, by=None)
    publish_version(version=version, by=None, changes_sq="Asgjë.", changes_en="Nothing.")

    assert asked_by(client, source(consultation)) == PAGE
    with override("sq"):
        provision = asked_by(client, reverse("consultation:provision", args=[1, 2, "p1"]))
        compared = asked_by(client, reverse("consultation:compare", args=[1, 1, 2]))
    assert (provision, compared) == (PROVISION_OF_TWO, COMPARISON)


def test_the_page_with_5000_comments(client, opened, categories):
    consultation = opened(provisions=300)
    many_comments(consultation, categories, 5000)

    assert asked_by(client, source(consultation)) == PAGE
    with CaptureQueriesContext(connection) as queries:
        told = reading(consultation, timezone.now())
    assert len(queries) == 5
    assert (told.counts.total, len(told.toc), told.rows.paginator.num_pages) == (5000, 301, 6)
    assert all(len(row.shown) <= 2 for row in told.rows)


@pytest.mark.parametrize("comments", [3, 300])
def test_a_provision_with_all_its_comments(client, open_consultation, categories, comments):
    provision = provision_of(open_consultation)
    many_comments(open_consultation, categories, comments, on=provision)

    with override("sq"):
        assert asked_by(client, reverse("consultation:provision", args=[1, 1, "p1"])) == PROVISION


@pytest.mark.parametrize("comments", [3, 300])
def test_the_comments_on_the_whole(client, open_consultation, categories, comments):
    many_comments(open_consultation, categories, comments * 10)

    with override("sq"):
        assert asked_by(client, reverse("consultation:comments", args=[1])) == WHOLE


def test_the_list(client, index, opened):
    opened(provisions=1)
    one = asked_by(client, index.get_url())
    for _ in range(5):
        opened(provisions=1)

    assert (one, asked_by(client, index.get_url())) == (LIST, LIST)


@pytest.mark.parametrize("provisions", [3, 300])
def test_the_whole_text(client, opened, provisions):
    opened(provisions=provisions)

    with override("sq"):
        assert asked_by(client, reverse("consultation:text", args=[1])) == TEXT


def test_one_comment(client, open_consultation):
    a_comment(open_consultation, provision_of(open_consultation))

    with override("sq"):
        assert asked_by(client, reverse("consultation:comment", args=[1, 1])) == COMMENT


def test_the_clock(client, open_consultation):
    with override("sq"):
        assert asked_by(client, reverse("consultation:deadline", args=[1])) == DEADLINE
