"""Whether an example still stands as it was loaded: what a person has worked on keeps its days."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from wagtail.models import ModelLogEntry, Page, PageLogEntry

from portal.accounts.models import AuditEntry


def is_untouched(record: models.Model, *, pages: Iterable[Page], parts: Iterable[models.Model] = ()) -> bool:
    """Whether no person has done a deed to the record or its parts, and nobody has worked on its pages."""
    return not any(_has_deeds(each) for each in (record, *parts)) and not any(_was_edited(page) for page in pages)


def _has_deeds(record: Any) -> bool:
    """The loader's own deeds have no actor; those of an account that is gone still name its roles."""
    deeds = AuditEntry.objects.filter(about_type=record._meta.label, about_key=str(record.pk))
    edits = ModelLogEntry.objects.for_instance(record).exclude(user=None)
    return deeds.exclude(actor=None, roles="").exists() or bool(edits.exists())


def _was_edited(page: Page) -> bool:
    log = PageLogEntry.objects.filter(page=page.pk).exclude(user=None)
    return bool(log.exists() or page.revisions.exclude(user=None).exists())
