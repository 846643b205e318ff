"""Who may do what. `user` is whoever asks; for deeds None is the portal itself: the seed and the worker."""

from typing import Any

from portal.accounts.enums import Role
from portal.accounts.policies import holds


def may_edit_library(user: Any) -> bool:
    """Editors keep the library; what secretariats follow is the strategy room."""
    return user is None or holds(user, Role.EDITOR)


def may_read_unpublished(user: Any) -> bool:
    """Those who write and translate read before the public does. Readers are asked here, so None is a visitor."""
    return holds(user, Role.EDITOR, Role.TRANSLATOR)
