"""A public server behind TLS. What it cannot do without is asked of the environment; a missing one stops the start."""

from .base import *  # noqa: F403
from .base import STORAGES, env

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
BASE_URL = WAGTAILADMIN_BASE_URL = env.str("BASE_URL")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[BASE_URL])
PUBLISHER_NAME = env.str("PUBLISHER_NAME")
PUBLISHER_ADDRESS = env.str("PUBLISHER_ADDRESS")
DATA_CONTROLLER_NAME = env.str("DATA_CONTROLLER_NAME")
DATA_CONTROLLER_EMAIL = env.str("DATA_CONTROLLER_EMAIL")
CONTACT_EMAIL = env.str("CONTACT_EMAIL")
# Letters carry codes and signed links: without a mail server they would be printed into the log.
env.str("EMAIL_URL")
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL")
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=1)

STORAGES = STORAGES | {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
# The prefix has browsers refuse a cookie of this name that a neighbouring host or an unencrypted answer sets.
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
MFA_REQUIRED_FOR_STAFF = True
