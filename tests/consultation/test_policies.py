"""Actors × moments."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from consultation import policies
from consultation.enums import Moderation, Stage
from consultation.records import Consultation, ConsultationComment, Contribution, DraftVersion
from portal.accounts.enums import Role
from tests.consultation.conftest import staff

NOW = timezone.now()
HOUR = timedelta(hours=1)


def at_moment(moment):
    """A consultation, unsaved, of which now is this moment."""
    opens, closes, stage = {
        "preparing": (HOUR, 20 * HOUR, Stage.PREPARING),
        "preparing, its opening passed": (-HOUR, 20 * HOUR, Stage.PREPARING),
        "announced": (HOUR, 20 * HOUR, Stage.ANNOUNCED),
        "opening": (0 * HOUR, 20 * HOUR, Stage.ANNOUNCED),
        "open": (-HOUR, 20 * HOUR, Stage.ANNOUNCED),
        "last microsecond": (-HOUR, timedelta(microseconds=1), Stage.ANNOUNCED),
        "closing": (-HOUR, 0 * HOUR, Stage.ANNOUNCED),
        "71 hours after": (-100 * HOUR, -71 * HOUR, Stage.ANNOUNCED),
        "72 hours after": (-100 * HOUR, -72 * HOUR, Stage.ANNOUNCED),
        "answered": (-900 * HOUR, -800 * HOUR, Stage.ANSWERED),
        "reported": (-900 * HOUR, -800 * HOUR, Stage.REPORTED),
        "cancelled": (-HOUR, 20 * HOUR, Stage.CANCELLED),
    }[moment]
    return Consultation(number=1, stage=stage, opens_at=NOW + opens, closes_at=NOW + closes)


MOMENTS = [
    "preparing",
    "preparing, its opening passed",
    "announced",
    "opening",
    "open",
    "last microsecond",
    "closing",
    "71 hours after",
    "72 hours after",
    "answered",
    "reported",
    "cancelled",
]


def moments_at_which(allowed):
    return [moment for moment in MOMENTS if allowed(at_moment(moment))]


def test_anyone_comments_from_the_opening_to_the_instant_before_closing():
    assert moments_at_which(lambda it: policies.may_comment(it, NOW)) == ["opening", "open", "last microsecond"]


def test_an_address_is_confirmed_until_72_hours_after_closing():
    contribution = lambda it: Contribution(consultation=it)  # noqa: E731

    assert moments_at_which(lambda it: policies.may_confirm(contribution(it), NOW)) == [
        "preparing",
        "preparing, its opening passed",
        "announced",
        "opening",
        "open",
        "last microsecond",
        "closing",
        "71 hours after",
    ]


def test_an_author_changes_a_comment_only_while_it_is_open():
    contribution = lambda it: Contribution(consultation=it, participant_id=1)  # noqa: E731

    assert moments_at_which(lambda it: policies.may_change_own(contribution(it), NOW)) == [
        "opening",
        "open",
        "last microsecond",
    ]


def test_nothing_of_an_erased_or_withdrawn_contribution_is_changed():
    it = at_moment("open")

    assert not policies.may_change_own(Contribution(consultation=it, participant_id=None), NOW)
    assert not policies.may_change_own(Contribution(consultation=it, participant_id=1, withdrawn_at=NOW), NOW)
    assert not policies.may_confirm(Contribution(consultation=it, withdrawn_at=NOW), NOW)


@pytest.fixture
def cast(db):
    people = {role.value: staff(role) for role in Role}
    gone = staff(Role.COORDINATOR, Role.MODERATOR)
    gone.is_active = False
    return people | {"visitor": AnonymousUser(), "member": staff(), "left": gone, "portal": None}


def allowed(cast, question):
    return {name for name, user in cast.items() if question(user)}


COORDINATORS = {"coordinator", "administrator", "portal"}


def test_who_coordinates_moderates_and_reads_ahead(cast):
    assert allowed(cast, policies.may_coordinate) == COORDINATORS
    assert allowed(cast, policies.may_moderate) == {"moderator", "administrator", "portal"}
    assert allowed(cast, policies.may_translate) == {"translator", "administrator", "portal"}
    assert allowed(cast, policies.may_read_unannounced) == {
        "coordinator",
        "moderator",
        "editor",
        "translator",
        "administrator",
    }


@pytest.mark.parametrize("moment", MOMENTS)
def test_coordinators_act_at_the_right_moments_and_nobody_else_ever(cast, moment):
    it = at_moment(moment)
    questions = {
        "announce": lambda user: policies.may_announce(user, it),
        "extend": lambda user: policies.may_extend(user, it, NOW),
        "cancel": lambda user: policies.may_cancel(user, it),
        "close answers": lambda user: policies.may_close_answers(user, it, NOW),
    }
    right = {
        "announce": {"preparing", "preparing, its opening passed"},
        "extend": {"announced", "opening", "open", "last microsecond"},
        "cancel": set(MOMENTS) - {"answered", "reported", "cancelled"},
        "close answers": {"72 hours after"},
    }

    found = {deed: allowed(cast, question) for deed, question in questions.items()}

    assert found == {deed: COORDINATORS if moment in right[deed] else set() for deed in questions}


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_draft_is_edited_until_it_opens(cast, moment):
    version = DraftVersion(consultation=at_moment(moment), number=1)
    editable = {"preparing", "preparing, its opening passed", "announced"}

    found = allowed(cast, lambda user: policies.may_edit_draft(user, version, NOW))

    assert found == ({*COORDINATORS, "translator"} if moment in editable else set())


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_later_draft_is_written_after_the_notice_and_stands_still_once_it_is_out(cast, moment):
    it = at_moment(moment)
    in_work = DraftVersion(consultation=it, number=2)
    out = DraftVersion(consultation=it, number=2, published_at=NOW)
    running = set(MOMENTS) - {"preparing", "preparing, its opening passed", "reported", "cancelled"}
    right = COORDINATORS if moment in running else set()

    assert allowed(cast, lambda user: policies.may_begin_version(user, it)) == right
    assert allowed(cast, lambda user: policies.may_publish_version(user, in_work)) == right
    assert allowed(cast, lambda user: policies.may_publish_version(user, out)) == set()
    assert allowed(cast, lambda user: policies.may_edit_draft(user, in_work, NOW)) == {*COORDINATORS, "translator"}
    assert allowed(cast, lambda user: policies.may_edit_draft(user, out, NOW)) == set()


def test_a_draft_noted_as_frozen_stays_so_whatever_the_dates_say(cast):
    version = DraftVersion(consultation=at_moment("announced"), number=1, frozen_at=NOW)

    assert allowed(cast, lambda user: policies.may_edit_draft(user, version, NOW)) == set()


@pytest.mark.parametrize(
    ("moderation", "withdrawn", "answerable"),
    [("accepted", None, True), ("accepted", NOW, False), ("pending", None, False), ("hidden", None, False)],
)
def test_coordinators_answer_what_is_public(cast, moderation, withdrawn, answerable):
    comment = ConsultationComment(
        moderation=Moderation(moderation),
        contribution=Contribution(consultation=at_moment("open"), withdrawn_at=withdrawn),
    )

    found = allowed(cast, lambda user: policies.may_answer(user, comment))

    assert found == (COORDINATORS if answerable else set())
