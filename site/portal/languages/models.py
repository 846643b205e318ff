from portal.languages.records import GlossaryTerm

__all__ = ["GlossaryTerm"]
