from typing import Any

from django.urls import path
from django.utils.functional import lazy

from library.publications import views
from portal.languages.address import FILES, LIBRARY, joined

app_name = "publications"


def _file(last: str) -> str:
    """Addresses of files end with their name, without the slash."""
    return f"{LIBRARY}/{FILES}/<int:number>/{last}"


_file_route: Any = lazy(_file, str)

urlpatterns = [
    path(joined(LIBRARY, "<int:number>"), views.by_number, name="number"),
    path(_file_route("1.png"), views.preview, name="preview"),
    path(_file_route("<str:name>"), views.file, name="file"),
]
