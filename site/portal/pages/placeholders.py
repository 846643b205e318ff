"""Words that come from settings: who publishes and who controls the data. Editors write `{publisher_name}`, readers see the name."""

import re

from django.conf import settings
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

NAMES = (
    "publisher_name",
    "publisher_address",
    "data_controller_name",
    "data_controller_email",
    "contact_email",
    "press_email",
)
_PLACEHOLDER = re.compile("{(" + "|".join(NAMES) + ")}")


def filled(html: str) -> SafeString:
    """Finished HTML with each placeholder replaced by its setting, escaped."""
    return mark_safe(_PLACEHOLDER.sub(lambda match: escape(getattr(settings, match[1].upper())), html))  # noqa: S308
