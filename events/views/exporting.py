"""The list of registrations as a file. Whatever was typed stays text: no cell of it may be a formula."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from events.selectors import sheet_of
from events.views.desk import event_or_404, for_organisers
from portal.delivery.spreadsheets import CSV, XLSX, csv_lines, write_xlsx


@never_cache
@for_organisers
@require_safe
def registrations_xlsx(request: HttpRequest, pk: int) -> HttpResponse:
    """Cells are declared as text, so that `=1+1` and `+355 69 …` are shown as they were typed."""
    event = event_or_404(pk)
    return _file(write_xlsx(("1", sheet_of(event))).read(), XLSX, f"{event.number}.xlsx")


@never_cache
@for_organisers
@require_safe
def registrations_csv(request: HttpRequest, pk: int) -> HttpResponse:
    """CSV cannot declare a type, so a cell that a spreadsheet would take for a formula gets an apostrophe before it."""
    event = event_or_404(pk)
    return _file(b"".join(csv_lines(sheet_of(event))), CSV, f"{event.number}.csv")


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=media_type,
        headers={"Content-Disposition": f'attachment; filename="registrations-{name}"'},
    )
