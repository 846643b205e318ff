"""Tables as files. Whatever was typed stays text: no cell of it may be a formula."""

import csv
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import IO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
BYTE_ORDER_MARK = "\ufeff"
IN_MEMORY = 2 * 1024 * 1024

Row = Sequence[str | int | None]


def write_xlsx(*sheets: tuple[str, Iterable[Row]]) -> IO[bytes]:
    """A workbook of named sheets, written row by row: it takes the same memory however long it is.

    Texts are declared as texts, so that `=1+1` and `+355 69 …` are shown as they were typed.
    """
    workbook = Workbook(write_only=True)
    for name, rows in sheets:
        sheet = workbook.create_sheet(name[:31])
        for row in rows:
            sheet.append([_cell(sheet, value) for value in row])
    content = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the response closes it
    workbook.save(content)
    content.seek(0)
    return content


def csv_lines(rows: Iterable[Row]) -> Iterator[bytes]:
    """A table line by line. CSV cannot declare a type, so what would be taken for a formula gets an apostrophe before it."""
    yield BYTE_ORDER_MARK.encode()
    for row in rows:
        line = StringIO()
        csv.writer(line).writerow([_guarded(value) for value in row])
        yield line.getvalue().encode()


def _cell(sheet: object, value: str | int | None) -> WriteOnlyCell:
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub(" ", value))
    cell.data_type = "s"
    return cell


def _guarded(value: str | int | None) -> str | int | None:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_SIGNS) else value
