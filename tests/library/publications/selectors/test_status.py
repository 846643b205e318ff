"""Only verified relations and dates lend a status; where they are silent nobody has checked."""

from datetime import date

import pytest

from library.publications.enums import Status
from library.publications.records import Publication
from library.publications.selectors import with_status
from library.publications.services import relate, unpublish_publication

TODAY = date(2026, 11, 24)
PLAN = {"kind": "strategy", "period_start": date(2019, 1, 1), "period_end": date(2022, 12, 31)}


def status_of(publication, today=TODAY):
    return with_status(Publication.objects.all(), today).get(pk=publication.pk).status


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        ({}, Status.NOT_CHECKED),
        ({"is_example": True}, Status.EXAMPLE),
        ({"stage": "planned"}, Status.PLANNED),
        ({"kind": "draft_law", "stage": "draft"}, Status.DRAFT),
        ({"in_force_on": TODAY}, Status.IN_FORCE),
        ({"kind": "framework", "adopted_by": "A/RES/73/195"}, Status.ADOPTED),
        ({"kind": "study"}, Status.PUBLISHED),
        ({"kind": "study", "is_verified": False}, Status.NOT_CHECKED),
        (PLAN, Status.ENDED),
        (PLAN | {"kind": "review"}, Status.PUBLISHED),
        (PLAN | {"period_end": date(2030, 12, 31)}, Status.NOT_CHECKED),
    ],
)
def test_facts_lend_a_status(a_publication, facts, status):
    assert status_of(a_publication(**facts)) == status


def test_a_period_ends_with_its_last_day(a_publication):
    plan = a_publication(**PLAN)

    assert status_of(plan, date(2022, 12, 31)) == Status.NOT_CHECKED
    assert status_of(plan, date(2023, 1, 1)) == Status.ENDED


@pytest.mark.parametrize(("is_verified", "status"), [(True, Status.REPEALED), (False, Status.NOT_CHECKED)])
def test_only_a_verified_repeal_repeals(a_publication, is_verified, status):
    old, new = a_publication("old"), a_publication("new")

    relate(subject=new, verb="repeals", object=old, is_verified=is_verified)

    assert status_of(old) == status
    assert status_of(new) == Status.NOT_CHECKED


def test_a_repeal_by_what_the_public_cannot_read_changes_nothing(a_publication):
    old, new = a_publication("old"), a_publication("new")
    relate(subject=new, verb="repeals", object=old, is_verified=True)

    unpublish_publication(publication=new)

    assert status_of(old) == Status.NOT_CHECKED


@pytest.mark.parametrize(
    ("successor_begins", "status"), [(date(2021, 1, 1), Status.SUPERSEDED), (date(2024, 1, 1), Status.ENDED)]
)
def test_a_plan_is_superseded_only_by_one_that_began_before_its_end(a_publication, successor_begins, status):
    old = a_publication("old", **PLAN)
    new = a_publication("new", kind="strategy", period_start=successor_begins, period_end=date(2030, 12, 31))

    relate(subject=old, verb="succeeded_by", object=new, is_verified=True)

    assert status_of(old) == status


def test_a_profile_that_has_a_successor_is_still_published(a_publication):
    old, new = a_publication("old", kind="profile"), a_publication("new", kind="profile")

    relate(subject=new, verb="succeeds", object=old, is_verified=True)

    assert status_of(old) == Status.PUBLISHED
