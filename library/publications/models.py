from library.publications.pages import LibraryIndexPage, PublicationPage
from library.publications.records import Expression, FilePage, Publication, PublicationDate, PublicationFile, Relation

__all__ = [
    "Expression",
    "FilePage",
    "LibraryIndexPage",
    "Publication",
    "PublicationDate",
    "PublicationFile",
    "PublicationPage",
    "Relation",
]
