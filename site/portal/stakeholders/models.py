from portal.stakeholders.records import Institution, StakeholderCategory

__all__ = ["Institution", "StakeholderCategory"]
