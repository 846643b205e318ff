"""Translations follow their source, whoever publishes it and by which screen."""

from typing import Any

from wagtail.models import Page

from portal.languages.services.keep_translation_in_step import keep_translation_in_step
from portal.languages.services.take_down_translations import take_down_translations


def on_published(sender: Any, instance: Page, **details: Any) -> None:
    keep_translation_in_step(page=instance)


def on_unpublished(sender: Any, instance: Page, **details: Any) -> None:
    """Deleting comes by here too: Wagtail unpublishes a page before it deletes it."""
    take_down_translations(page=instance)
