"""What Wagtail keeps beside its rows (its own search, who refers to whom), written once for each thing that was saved."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.models.signals import post_save
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from modelsearch.tasks import insert_or_update_object_task
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail.tasks import update_reference_index_task

Key = tuple[str, str, str]


@contextmanager
def indexed_once() -> Iterator[None]:
    """Within it nothing is indexed; at its end each thing that was saved is. A page is saved eight times on its way out.

    Use it inside a transaction: what fails half-way leaves neither the things nor their entries. Handlers are the whole
    process's, so this is for commands only.
    """
    searched = {model for model in get_indexed_models() if getattr(model, "search_auto_update", True)}
    saved: dict[Key, type[Any]] = {}

    def note(sender: type[Any], instance: Any, **details: Any) -> None:
        saved[sender._meta.app_label, str(sender._meta.model_name), str(instance.pk)] = sender

    for model in searched:
        post_save.disconnect(post_save_signal_handler, sender=model)
    post_save.connect(note, weak=False)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        post_save.disconnect(note)
        for model in searched:
            post_save.connect(post_save_signal_handler, sender=model)
    for key, model in saved.items():
        if model in searched:
            insert_or_update_object_task.call(*key)
        if model in ReferenceIndex.tracked_models:
            update_reference_index_task.call(*key)
