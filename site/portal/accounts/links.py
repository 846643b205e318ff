"""Signed links: the door of people without an account."""

from datetime import timedelta

from django.core import signing

from portal.accounts.errors import LinkNotValid


def sign(purpose: str, key: str | int) -> str:
    """A token for one purpose (`consultation.confirm`) and one thing. It cannot serve another purpose."""
    return signing.dumps(str(key), salt=f"portal.{purpose}", compress=False)


def read_signed(purpose: str, token: str, *, valid_for: timedelta | None = None) -> str:
    """The key inside the token.

    Raises `LinkNotValid` for an altered token, one of another purpose, or one older than `valid_for`: the page is the same
    for all three, so that nobody learns which it was.
    """
    try:
        return str(signing.loads(token, salt=f"portal.{purpose}", max_age=valid_for))
    except signing.BadSignature as refusal:
        raise LinkNotValid from refusal
