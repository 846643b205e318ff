"""The door for WSGI servers: `gunicorn --pythonpath .,site portal.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")
application = get_wsgi_application()

from portal.delivery.generation import write_new_generation  # noqa: E402 - settings are known only now

# The process that this one stands in for may have died between a commit and the note that stored pages are old.
write_new_generation()
