from django.db.models import QuerySet

from portal.stakeholders.records import StakeholderCategory


def top_categories() -> QuerySet[StakeholderCategory]:
    """The six groups that quotas and statistics count by, in their fixed order."""
    return StakeholderCategory.objects.filter(parent=None)
