from portal.pages.pages import StandardPage
from portal.pages.records import Partner, ProjectWords

__all__ = ["Partner", "ProjectWords", "StandardPage"]
