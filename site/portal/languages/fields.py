from typing import Any

from django.db import models

from portal.languages.alphabet import SORT_KEY_LENGTH, albanian_sort_key


class AlbanianSortKeyField(models.CharField):  # type: ignore[type-arg]
    """Keeps the Albanian sort key of another column of its row: `sort_key = AlbanianSortKeyField("name_sq")`.

    Filled whenever the row is saved, in bulk too; a queryset's `update()` of the column goes past it.
    """

    def __init__(self, source: str, **options: Any) -> None:
        self.source = source
        super().__init__(**{"max_length": SORT_KEY_LENGTH, "editable": False, "db_index": True, **options})

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        key = albanian_sort_key(getattr(model_instance, self.source))
        setattr(model_instance, self.attname, key)
        return key

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _, options = super().deconstruct()
        return name, path, [self.source], options
