"""Who knocks: a stranger, somebody with an account, and one person for each role."""

from django.contrib.auth.models import Group
from django.test import Client

from portal.accounts.enums import Role
from portal.accounts.models import User

STRANGER, MEMBER = "stranger", "member"
CAST = (STRANGER, MEMBER, *(role.value for role in Role))


def client_of(who: str, **options: object) -> Client:
    """A browser in which this person is signed in, or nobody."""
    client = Client(raise_request_exception=False, **options)
    if who == STRANGER:
        return client
    user = User.objects.create_user(f"{who.replace('_', '.')}@cast.example.al")
    if who != MEMBER:
        user.groups.add(Group.objects.get(name=who))
    client.force_login(user)
    return client
