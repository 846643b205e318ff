from library.publications.pages import LibraryIndexPage, PublicationPage
from library.publications.records import FilePage, Publication, PublicationDate, PublicationFile, Relation

__all__ = [
    "FilePage",
    "LibraryIndexPage",
    "Publication",
    "PublicationDate",
    "PublicationFile",
    "PublicationPage",
    "Relation",
]
