from typing import Any, TypeGuard

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings

from portal.accounts.enums import Role
from portal.accounts.records import User


def is_member(user: Any) -> TypeGuard[User]:
    """Whether this is an account, not a visitor."""
    return isinstance(user, User) and user.is_active


def holds(user: Any, *roles: Role) -> bool:
    """Whether the person holds one of the roles; visitors hold none."""
    return is_member(user) and user.has_role(*roles)


def is_staff(user: Any) -> TypeGuard[User]:
    """Whether the account may do more than a member: it holds some role, or everything."""
    return is_member(user) and (user.is_superuser or user.is_staff or bool(user.roles))


def needs_second_factor(user: Any) -> bool:
    """Whether the person must set up a second factor before doing anything with a role."""
    return bool(settings.MFA_REQUIRED_FOR_STAFF) and is_staff(user) and not is_mfa_enabled(user)
