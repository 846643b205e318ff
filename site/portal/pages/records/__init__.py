from portal.pages.records.project import Partner, ProjectWords

__all__ = ["Partner", "ProjectWords"]
