"""`make run`: everything embedded, examples welcome, letters readable."""

import secrets
import sys

from .base import *  # noqa: F403
from .base import DATA_DIR, env

DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]
EXAMPLES_ALLOWED = True
LETTERS_READABLE = True
# Links in letters lead to where `make run PORT=…` answers.
BASE_URL = WAGTAILADMIN_BASE_URL = env.str("BASE_URL", default=f"http://127.0.0.1:{env.str('PORT', default='8000')}")


def _development_key() -> str:
    """A key of this machine, made at first start, so that sessions and signed links outlive a restart."""
    file = DATA_DIR / "secret_key"
    if not file.exists() or not file.stat().st_size:  # a full disk leaves an empty one
        DATA_DIR.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(50))
    return file.read_text()


try:
    SECRET_KEY = _development_key()
except OSError as refusal:
    sys.exit(f"DATA_DIR={DATA_DIR} cannot be used: {refusal.strerror}.")
PUBLISHER_NAME = env.str("PUBLISHER_NAME", default="Botuesi i shembullit / Example publisher")
PUBLISHER_ADDRESS = env.str("PUBLISHER_ADDRESS", default="Tiranë")
DATA_CONTROLLER_NAME = env.str("DATA_CONTROLLER_NAME", default="Kontrolluesi i shembullit / Example controller")
DATA_CONTROLLER_EMAIL = env.str("DATA_CONTROLLER_EMAIL", default="privacy@example.al")
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
