from library.publications.records.file import FilePage, PublicationFile
from library.publications.records.publication import Publication, PublicationDate
from library.publications.records.relation import Relation

__all__ = ["FilePage", "Publication", "PublicationDate", "PublicationFile", "Relation"]
