"""The suite: like development, quicker where slowness proves nothing."""

import tempfile
from pathlib import Path

from .base import *  # noqa: F403

DEBUG = False
SECRET_KEY = "only-for-tests"  # noqa: S105 - not a secret: the suite alone signs with it
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
EXAMPLES_ALLOWED = True
LETTERS_READABLE = True
DATA_DIR = Path(tempfile.mkdtemp(prefix="portal-test-"))
MEDIA_ROOT = DATA_DIR / "media"
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir()
ERASURE_JOURNAL = DATA_DIR / "erasures.jsonl"
PAGE_STORE_DIR = DATA_DIR / "pages"
PAGE_CACHE = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Tests that mean a server take it from the environment, each with an index of its own.
ELASTICSEARCH_URL = ""
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
PUBLISHER_NAME = DATA_CONTROLLER_NAME = "Test"
PUBLISHER_ADDRESS = "Tiranë"
DATA_CONTROLLER_EMAIL = "privacy@example.al"
