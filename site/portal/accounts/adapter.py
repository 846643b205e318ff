import base64
import secrets
from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as allauth_context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import HttpRequest
from django.utils.encoding import force_bytes

from portal.accounts.account_letters import letter_for
from portal.accounts.records import User
from portal.languages.enums import active_language
from portal.notifications.services import queue_letter


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """How allauth behaves here: its letters go through the outbox, and an account remembers the language it was opened in."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Queue the letter of ours that stands for allauth's. Known and unknown addresses take the same way and time."""
        letter = letter_for(template_prefix, context)
        queue_letter(
            letter.name,
            to=email,
            language=self._language_of(email),
            occasion=f"{letter.name}:{secrets.token_hex(8)}",
            context=letter.context,
            holds_secret=letter.holds_secret,
        )

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        user.language = active_language()
        saved: User = super().save_user(request, user, form, commit)
        return saved

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """The front page in the language being read, whatever the browser asks for."""
        return f"/{active_language()}/"

    def _language_of(self, email: str) -> str:
        """The account's own choice; for an address without one, the language being read."""
        user = User.objects.filter(email__iexact=email).first()
        if user is None and allauth_context.request is not None:
            user = getattr(allauth_context.request, "user", None)
        return user.language if isinstance(user, User) else active_language()


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """The second factor: named after the portal, drawn without an image from elsewhere, its keys encrypted at rest."""

    def get_totp_issuer(self) -> str:
        return str(settings.PORTAL_NAME[active_language()])

    def build_totp_svg(self, url: str) -> str:
        """Inline, so that the strict content policy needs no `data:` images."""
        return str(segno.make(url, error="m").svg_inline(scale=5, border=4, dark="black", light="white"))

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()


def _cipher() -> MultiFernet:
    """Keys derived from the secret key and its fallbacks: what was encrypted under an older one can still be read."""
    return MultiFernet([Fernet(_derived(key)) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _derived(key: str | bytes) -> bytes:
    derivation = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"portal.accounts.second_factor")
    return base64.urlsafe_b64encode(derivation.derive(force_bytes(key)))
