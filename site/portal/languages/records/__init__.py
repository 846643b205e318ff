from portal.languages.records.glossary import GlossaryTerm

__all__ = ["GlossaryTerm"]
