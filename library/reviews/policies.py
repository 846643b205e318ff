"""Who may do what. `user` is whoever asks; for deeds None is the portal itself: the seed and the worker."""

from typing import Any

from portal.accounts.enums import Role
from portal.accounts.policies import holds


def may_keep_reviews(user: Any) -> bool:
    """The secretariat follows what became of recommendations; editors help it."""
    return user is None or holds(user, Role.SECRETARIAT, Role.EDITOR)


def may_read_unpublished(user: Any) -> bool:
    """Those who write, translate and follow. Readers are asked here, so None is a visitor."""
    return holds(user, Role.SECRETARIAT, Role.EDITOR, Role.TRANSLATOR)
