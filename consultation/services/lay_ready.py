"""What a coordinator lays beside the draft: documents, notices given elsewhere, public meetings."""

from typing import Any

from django.db import models, transaction

from consultation.errors import NotAllowed
from consultation.policies import may_coordinate
from consultation.records import Consultation, NoticeGiven, PublicMeeting, SuppliedDocument
from portal.accounts.services import record_audit
from portal.delivery.generation import raise_generation

Beside = SuppliedDocument | NoticeGiven | PublicMeeting


@transaction.atomic
def lay_ready(*, record: Beside, by: Any) -> Beside:
    """Keep a new or changed record. A file that it no longer names goes once that is certain."""
    if not may_coordinate(by):
        raise NotAllowed
    Consultation.objects.select_for_update(no_key=True).get(pk=record.consultation_id)
    before = type(record)._default_manager.filter(pk=record.pk).first()
    record.full_clean()
    record.save()
    _drop_files(_files_of(before) - _files_of(record) if before else set(), record)
    _note("consultation.lay_ready", record, by)
    return record


@transaction.atomic
def take_away(*, record: Beside, by: Any) -> None:
    """Remove it with its files."""
    if not may_coordinate(by):
        raise NotAllowed
    _drop_files(_files_of(record), record)
    _note("consultation.take_away", record, by)
    record.delete()


def forget_files(consultation: Consultation) -> None:
    """Delete what lies on disk beside a consultation that is being deleted."""
    for records in (consultation.documents.all(), consultation.notices_given.all()):
        for record in records:
            _drop_files(_files_of(record), record)


def _note(deed: str, record: Beside, by: Any) -> None:
    record_audit(
        actor=by, deed=deed, about=record.consultation, detail={"what": record._meta.model_name, "is": str(record)}
    )
    raise_generation()


def _file_fields(record: models.Model) -> list[models.FileField]:
    return [field for field in record._meta.concrete_fields if isinstance(field, models.FileField)]


def _files_of(record: models.Model) -> set[str]:
    return {name for field in _file_fields(record) if (name := getattr(record, field.name).name)}


def _drop_files(names: set[str], record: models.Model) -> None:
    store = _file_fields(record)[0].storage if names else None
    for name in names:
        transaction.on_commit(lambda name=name: store.delete(name))  # type: ignore[misc,union-attr]
