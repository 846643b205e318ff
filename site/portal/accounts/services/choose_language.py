from django.db import transaction

from portal.accounts.records import User


@transaction.atomic
def choose_language(*, user: User, language: str) -> User:
    """The language of letters to this account, from the next one on."""
    user.language = language
    user.full_clean()
    user.save(update_fields=["language"])
    return user
