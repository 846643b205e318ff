import secrets
from typing import Any

from django.db import transaction
from django.urls import reverse_lazy

from portal.accounts.errors import StaffAccountsAreClosedByHand
from portal.accounts.holdings import all_holders
from portal.accounts.links import sign
from portal.accounts.records import Erasure, User
from portal.accounts.services.erasure_journal import journal_erasure
from portal.notifications.services import queue_letter

PURPOSE = "accounts.my_data"


@transaction.atomic
def ask_for_my_data(*, email: str, language: str) -> None:
    """Send the link to the address. The same letter goes to every address, known or not, so that asking tells nothing."""
    token = sign(PURPOSE, email.lower())
    queue_letter(
        "accounts/my_data",
        to=email,
        language=language,
        occasion=f"accounts/my_data:{secrets.token_hex(8)}",
        context={"path": reverse_lazy("my_data_held", args=[token])},
    )


def everything_held(email: str) -> list[dict[str, Any]]:
    """What each holder has about the address: `{label, rows}`; holders that have nothing are left out."""
    answers = ((holder.label, holder.held(email.lower())) for holder in all_holders())
    return [{"label": str(label), "rows": rows} for label, rows in answers if rows]


@transaction.atomic
def erase_person(*, email: str) -> Erasure:
    """Erase what is held about the address, everywhere, and journal that it was done.

    Staff accounts are not erased this way: what they answer for would lose its author.
    """
    if any(user.is_staff or user.is_superuser or user.roles for user in User.objects.filter(email__iexact=email)):
        raise StaffAccountsAreClosedByHand
    rows = sum(holder.erase(email.lower()) for holder in all_holders())
    return journal_erasure(email=email, rows=rows)
