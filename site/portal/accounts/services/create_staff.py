from collections.abc import Iterable

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from portal.accounts.enums import Role
from portal.accounts.errors import AddressTaken
from portal.accounts.records import User
from portal.languages.enums import SOURCE_LANGUAGE
from portal.stakeholders.models import Institution


@transaction.atomic
def create_staff(
    *,
    email: str,
    roles: Iterable[Role],
    password: str,
    language: str = SOURCE_LANGUAGE,
    institution: Institution | None = None,
) -> User:
    """Make an account that holds roles, with its address confirmed: whoever makes it vouches for the person."""
    if User.objects.filter(email__iexact=email).exists():
        raise AddressTaken
    user = User(email=email.lower(), language=language, institution=institution)
    validate_password(password, user)
    user.set_password(password)
    user.full_clean()
    user.save()
    user.groups.set([Group.objects.get_or_create(name=role.value)[0] for role in roles])
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user
