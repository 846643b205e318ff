"""Who may carry a consultation."""

from django.db.models import Q, QuerySet

from portal.accounts.enums import Role
from portal.accounts.models import User


def coordinators() -> QuerySet[User]:
    """Active accounts that hold the role; a superuser holds every one."""
    role = Q(groups__name__in=[Role.COORDINATOR, Role.ADMINISTRATOR]) | Q(is_superuser=True)
    return User.objects.filter(role, is_active=True).order_by("email").distinct()
