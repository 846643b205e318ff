from portal.stakeholders.records.category import StakeholderCategory
from portal.stakeholders.records.institution import Institution

__all__ = ["Institution", "StakeholderCategory"]
