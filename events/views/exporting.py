"""The list of registrations as a file. Whatever was typed stays text: no cell of it may be a formula."""

import csv
from collections.abc import Iterable
from io import BytesIO, StringIO

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from events.selectors import sheet_of
from events.views.desk import event_or_404, for_organisers

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@never_cache
@for_organisers
@require_safe
def registrations_xlsx(request: HttpRequest, pk: int) -> HttpResponse:
    """Cells are declared as text, so that `=1+1` and `+355 69 …` are shown as they were typed."""
    event = event_or_404(pk)
    return _file(_xlsx(sheet_of(event)), XLSX, f"{event.number}.xlsx")


@never_cache
@for_organisers
@require_safe
def registrations_csv(request: HttpRequest, pk: int) -> HttpResponse:
    """CSV cannot declare a type, so a cell that a spreadsheet would take for a formula gets an apostrophe before it."""
    event = event_or_404(pk)
    return _file(_csv(sheet_of(event)), "text/csv; charset=utf-8", f"{event.number}.csv")


def _xlsx(rows: Iterable[list[str]]) -> bytes:
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    for row in rows:
        sheet.append([_text_cell(sheet, value) for value in row])
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def _text_cell(sheet: object, value: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub(" ", value))
    cell.data_type = "s"
    return cell


def _csv(rows: Iterable[list[str]]) -> bytes:
    content = StringIO()
    csv.writer(content).writerows([_guarded(value) for value in row] for row in rows)
    return content.getvalue().encode("utf-8-sig")


def _guarded(value: str) -> str:
    return f"'{value}" if value.startswith(FORMULA_SIGNS) else value


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=media_type,
        headers={"Content-Disposition": f'attachment; filename="registrations-{name}"'},
    )
