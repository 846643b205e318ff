"""How titles are put in order. Each column is made of digits that every database's collation sorts alike."""

from django.db import models

from portal.languages.alphabet import SORT_KEY_LENGTH, fold
from portal.languages.fields import AlbanianSortKeyField


class EnglishSortKeyField(AlbanianSortKeyField):
    """Letter by letter, capitals and accents counting for nothing: `th` is no letter of English. Hexadecimal digits."""

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        key = fold(getattr(model_instance, self.source)).encode().hex()[:SORT_KEY_LENGTH]
        setattr(model_instance, self.attname, key)
        return key


__all__ = ["AlbanianSortKeyField", "EnglishSortKeyField"]
