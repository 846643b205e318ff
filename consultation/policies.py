"""Who may do what, and when. `user` is whoever asks; None is the portal itself: the seed and the worker."""

from datetime import datetime
from typing import Any

from consultation.enums import Moderation, Stage, WhoMayComment
from consultation.records import Consultation, ConsultationComment, Contribution, DraftVersion
from portal.accounts.enums import Role
from portal.accounts.fingerprints import fingerprint
from portal.accounts.policies import holds, is_member


def may_coordinate(user: Any) -> bool:
    """The coordinator that law 146/2014 names starts, announces, extends, cancels and answers."""
    return user is None or holds(user, Role.COORDINATOR)


def may_moderate(user: Any) -> bool:
    return user is None or holds(user, Role.MODERATOR)


def may_translate(user: Any) -> bool:
    return user is None or holds(user, Role.TRANSLATOR)


def may_read_unannounced(user: Any) -> bool:
    """Staff who work on a consultation read it before the public does. Readers are asked here, so None is a visitor."""
    return holds(user, Role.COORDINATOR, Role.MODERATOR, Role.EDITOR, Role.TRANSLATOR)


def may_edit_draft(user: Any, version: DraftVersion, at: datetime) -> bool:
    """Coordinators, and translators for the English, until it opens: people comment on words that stand still."""
    return not is_frozen(version, at) and (may_coordinate(user) or may_translate(user))


def is_frozen(version: DraftVersion, at: datetime) -> bool:
    """Frozen by its opening, whether or not anybody has noted it yet; a later draft by being put out."""
    if version.number > 1:
        return version.published_at is not None
    consultation = version.consultation
    return version.frozen_at is not None or (consultation.stage != Stage.PREPARING and at >= consultation.opens_at)


def may_begin_version(user: Any, consultation: Consultation) -> bool:
    """A further draft is written once the first is out; the public sees it when it is put out."""
    return may_coordinate(user) and consultation.stage in {Stage.ANNOUNCED, Stage.ANSWERED}


def may_publish_version(user: Any, version: DraftVersion) -> bool:
    return may_begin_version(user, version.consultation) and version.number > 1 and version.published_at is None


def may_announce(user: Any, consultation: Consultation) -> bool:
    return may_coordinate(user) and consultation.stage == Stage.PREPARING


def may_comment(consultation: Consultation, at: datetime) -> bool:
    """Anyone may, while it is open. The address is confirmed afterwards."""
    return consultation.is_open(at)


def is_among_commenters(consultation: Consultation, email: str, member: Any) -> bool:
    """Whether this consultation hears this address: anyone's, a member's own, or one that was invited."""
    if consultation.who_may_comment == WhoMayComment.ANYONE:
        return True
    if consultation.who_may_comment == WhoMayComment.MEMBERS:
        return is_member(member) and member.email.lower() == email.lower()
    return consultation.invitations.filter(address_hash=fingerprint(email)).exists()


def may_write_questions(user: Any, consultation: Consultation, at: datetime) -> bool:
    """Until it opens: everybody is asked the same."""
    is_ahead = consultation.stage == Stage.ANNOUNCED and at < consultation.opens_at
    return may_coordinate(user) and (consultation.stage == Stage.PREPARING or is_ahead)


def may_confirm(contribution: Contribution, at: datetime) -> bool:
    """A comment counts from its sending; the address may be confirmed until 72 hours after closing."""
    consultation = contribution.consultation
    return not contribution.is_withdrawn and consultation.stage != Stage.CANCELLED and at < consultation.confirm_until


def may_change_own(contribution: Contribution, at: datetime) -> bool:
    """The holder of the signed link may change or withdraw the comment until closing."""
    return (
        contribution.participant_id is not None
        and not contribution.is_withdrawn
        and contribution.consultation.is_open(at)
    )


def may_extend(user: Any, consultation: Consultation, at: datetime) -> bool:
    """While announced or open. A closed consultation stays closed: whoever kept to the deadline must not lose by it."""
    return may_coordinate(user) and consultation.stage == Stage.ANNOUNCED and at < consultation.closes_at


def may_cancel(user: Any, consultation: Consultation) -> bool:
    return may_coordinate(user) and consultation.stage in {Stage.PREPARING, Stage.ANNOUNCED}


def may_answer(user: Any, comment: ConsultationComment) -> bool:
    """Every published comment is owed an answer; it may come as soon as the comment is public."""
    return may_coordinate(user) and comment.moderation == Moderation.ACCEPTED and not comment.contribution.is_withdrawn


def may_close_answers(user: Any, consultation: Consultation, at: datetime) -> bool:
    """Once no comment can come in any more, not even by confirming its address late."""
    return may_coordinate(user) and consultation.stage == Stage.ANNOUNCED and at >= consultation.confirm_until


def may_enter(user: Any, consultation: Consultation, at: datetime) -> bool:
    """The coordinator, from the opening until it is declared answered: post takes its time."""
    return may_coordinate(user) and consultation.stage == Stage.ANNOUNCED and at >= consultation.opens_at
