from typing import Any

from library.publications.records import PublicationFile
from library.publications.selectors.visibility import visible_to


def file_visible_to(user: Any, key: int) -> PublicationFile | None:
    """A file, if this reader may read its publication."""
    file = PublicationFile.objects.filter(pk=key).first()
    if file is None or not visible_to(user).filter(pk=file.publication_id).exists():
        return None
    return file
