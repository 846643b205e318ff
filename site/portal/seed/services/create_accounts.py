import secrets

from django.db import transaction

from portal.accounts.enums import Role
from portal.accounts.records import User
from portal.accounts.services.create_staff import create_staff

SHOWN_AT_FIRST_RUN = (
    Role.ADMINISTRATOR,
    Role.EDITOR,
    Role.TRANSLATOR,
    Role.COORDINATOR,
    Role.MODERATOR,
    Role.ORGANISER,
    Role.SECRETARIAT,
)
DOMAIN = "example.al"


@transaction.atomic
def create_example_accounts() -> list[tuple[str, str]]:
    """One account a role for a first look, with passwords made now; return address and password of the new ones.

    Nothing keeps the passwords but who reads them now. Where there is any account already, none is made.
    """
    if User.objects.exists():
        return []
    made = []
    for role in SHOWN_AT_FIRST_RUN:
        email, password = f"{role.value}@{DOMAIN}", secrets.token_urlsafe(12)
        create_staff(email=email, roles=[role], password=password)
        made.append((email, password))
    return made
