"""Who is known before the form is filled in: a member, or somebody who came by an invitation."""

from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.http import HttpRequest

from consultation.records import Consultation, Contribution, Invitation
from portal.accounts.policies import is_member

INVITED = "consultation.invited"


def known_address(request: HttpRequest, consultation: Consultation) -> str:
    """The address that was proved already; empty for a stranger."""
    user = request.user
    if is_member(user):
        proved = EmailAddress.objects.filter(user=user, email__iexact=user.email, verified=True).exists()
        return user.email if proved else ""
    invitation = invitation_of(request, consultation)
    return invitation.participant.email if invitation is not None and invitation.participant is not None else ""


def invitation_of(request: HttpRequest, consultation: Consultation) -> Invitation | None:
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    key = request.session.get(INVITED, {}).get(str(consultation.pk))
    if key is None:
        return None
    return Invitation.objects.filter(pk=key, consultation=consultation).select_related("participant").first()


def identity_of(request: HttpRequest, consultation: Consultation) -> dict[str, Any]:
    """What the form knows of its author: a member's name and address, and how the last contribution was shown."""
    user = request.user
    if is_member(user):
        last = Contribution.objects.filter(participant__email__iexact=user.email).order_by("-pk").first()
        told = {} if last is None else {"category": last.category_id, "shown_as": last.shown_as}
        organisation = last.organisation_name if last is not None else ""
        return {"email": user.email, "name": user.get_full_name(), "organisation": organisation} | told
    invitation = invitation_of(request, consultation)
    if invitation is None or invitation.participant is None:
        return {}
    invited = invitation.participant
    told = {"email": invited.email, "name": invited.name, "organisation": invited.organisation}
    return told | ({"category": invitation.category_id} if invitation.category_id else {})
