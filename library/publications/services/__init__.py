from library.publications.services.keep_file import attach_file, change_file, remove_file
from library.publications.services.keep_publication import (
    change_publication,
    keep_publication,
    publish_publication,
    remove_publication,
    unpublish_publication,
)
from library.publications.services.make_information_sheet import make_information_sheet
from library.publications.services.plant_library_index import plant_library_index
from library.publications.services.read_files import read_waiting_file
from library.publications.services.relate import relate, unrelate

__all__ = [
    "attach_file",
    "change_file",
    "change_publication",
    "keep_publication",
    "make_information_sheet",
    "plant_library_index",
    "publish_publication",
    "read_waiting_file",
    "relate",
    "remove_file",
    "remove_publication",
    "unpublish_publication",
    "unrelate",
]
