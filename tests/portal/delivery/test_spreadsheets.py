"""No cell of a table that leaves the portal is a formula."""

from openpyxl import load_workbook

from portal.delivery.spreadsheets import csv_lines, write_xlsx


def test_a_formula_stays_text_in_a_workbook():
    sheet = load_workbook(write_xlsx(("Komente", [["=1+1", 3, None, "a\x00b"]])))["Komente"]
    cells = next(sheet.iter_rows())
    assert [cell.value for cell in cells] == ["=1+1", 3, None, "a b"]
    assert cells[0].data_type == "s"


def test_a_formula_is_guarded_in_csv():
    assert b"".join(csv_lines([["=1+1", "+355", "ë, ç", 5]])).decode("utf-8-sig") == "'=1+1,'+355,\"ë, ç\",5\r\n"
