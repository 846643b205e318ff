from typing import Any, TypeGuard

from portal.accounts.enums import Role
from portal.accounts.records import User


def is_member(user: Any) -> TypeGuard[User]:
    """Whether this is an account, not a visitor."""
    return isinstance(user, User) and user.is_active


def holds(user: Any, *roles: Role) -> bool:
    """Whether the person holds one of the roles; visitors hold none."""
    return is_member(user) and user.has_role(*roles)
