"""Drawing a filled form as a workbook: the official layout, landscape, numbers as numbers, every figure a link.

Places without a number carry the signs of Vietnamese statistical tables, explained under the table.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from gandan.pure.vietnamese import day
from gandan.reporting.documents.words import Address
from gandan.reporting.reports import queries as reports
from gandan.reporting.reports.words import Filled, FilledRow, RowKind, Value, ValueKind

SIGNS = {
    ValueKind.NOT_REPORTED: "...",
    ValueKind.NOT_APPLICABLE: "x",
    ValueKind.SUPPRESSED: "*",
}
LEGEND = "Ký hiệu: “...” không có số liệu; “x” không áp dụng; “0” có số liệu và bằng không."
_BASE = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter"}
_HOW_NUMBER: dict[str, object] = {"num_format": "#,##0", "align": "right"}
_HOW_SIGN: dict[str, object] = {"align": "center", "font_color": "#666666"}
_TOP = 6  # rows above the head


def draw(filled: Filled, address: Address | None) -> bytes:
    """The workbook as bytes: one sheet, named by the form's code."""
    kept = BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True, "strings_to_urls": False}) as book:
        book.set_properties({"title": f"Biểu {filled.form.code}: {filled.form.title.vi}", "author": filled.unit_name})
        sheet = book.add_worksheet(filled.form.code.replace("/", "-"))
        pen = _Pen(book)
        depth = max(cell.row + cell.rows for cell in reports.head(filled.form))
        _set_page(sheet, filled, depth)
        _top(sheet, pen, filled)
        _head(sheet, pen, filled, depth)
        _rows(sheet, pen, filled, address, first=_TOP + depth + 1)
        _bottom(sheet, pen, filled, first=_TOP + depth + 1 + len(filled.rows))
    return kept.getvalue()


class _Pen:
    """The cell formats of the form, made once each."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.made: dict[tuple[tuple[str, object], ...], Any] = {}

    def __call__(self, **how: object) -> Any:
        key = tuple(sorted(how.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format({**_BASE, **how})
        return self.made[key]

    def cell(self, row: FilledRow, **how: object) -> Any:
        """A cell of the table; the total stands out."""
        return self(border=1, bold=row.kind is RowKind.TOTAL, **how)


def _set_page(sheet: Any, filled: Filled, depth: int) -> None:
    """A3 landscape on one page's width, the head repeated on every page."""
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
    sheet.set_footer("&C&P/&N")
    sheet.repeat_rows(_TOP, _TOP + depth)
    sheet.freeze_panes(_TOP + depth + 1, 1)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, len(filled.form.columns), 8)
    sheet.hide_gridlines(2)


def _top(sheet: Any, pen: _Pen, filled: Filled) -> None:
    last = len(filled.form.columns)
    sheet.write(0, 0, f"Biểu số: {filled.form.code}", pen(bold=True))
    sheet.write(1, 0, f"Ban hành theo {filled.form.act}", pen(italic=True))
    sheet.merge_range(0, last - 9, 0, last, f"Đơn vị báo cáo: {filled.unit_name}", pen(align="right"))
    sheet.merge_range(2, 0, 2, last, filled.form.title.vi.upper(), pen(bold=True, font_size=14, align="center"))
    span = f"Số liệu từ ngày {day(filled.start)} đến ngày {day(filled.end)}"
    sheet.merge_range(3, 0, 3, last, span, pen(italic=True, align="center"))
    sheet.merge_range(5, 0, 5, last, filled.form.note.vi, pen(italic=True))


def _head(sheet: Any, pen: _Pen, filled: Filled, depth: int) -> None:
    """The head of several levels, then the row of column numbers with their sums ("1=4+13+22")."""
    how = pen(bold=True, border=1, align="center", text_wrap=True)
    _block(sheet, (_TOP, 0, _TOP + depth - 1, 0), filled.form.row_caption.vi, how)
    for cell in reports.head(filled.form):
        top, left = _TOP + cell.row, cell.column + 1
        _block(sheet, (top, left, top + cell.rows - 1, left + cell.columns - 1), cell.said.vi, how)
    sheet.set_row(_TOP + depth - 1, 48)
    numbers = pen(italic=True, border=1, align="center", font_size=9, text_wrap=True)
    sheet.set_row(_TOP + depth, 36)  # the longest sum, "3=6+7+15+16+24+25", takes three lines
    sheet.write(_TOP + depth, 0, "MS", numbers)
    for place, column in enumerate(filled.form.columns, start=1):
        sheet.write_string(_TOP + depth, place, column.basis, numbers)


def _block(sheet: Any, corners: tuple[int, int, int, int], text: str, how: Any) -> None:
    if corners[:2] == corners[2:]:
        sheet.write(*corners[:2], text, how)
    else:
        sheet.merge_range(*corners, text, how)


def _rows(sheet: Any, pen: _Pen, filled: Filled, address: Address | None, *, first: int) -> None:
    for line, row in enumerate(filled.rows, start=first):
        sheet.write_string(line, 0, row.name.vi, pen.cell(row, text_wrap=True))
        for place, value in enumerate(row.values):
            how = pen.cell(row, **_HOW_NUMBER if value.number is not None else _HOW_SIGN)
            opens = address(reports.figure(filled, row, place)) if address is not None and value.number else ""
            _value(sheet, (line, place + 1), value, how, opens)


def _value(sheet: Any, at: tuple[int, int], value: Value, how: Any, opens: str) -> None:
    """A number stays a number also where it is a link: the link is laid first, the number over it."""
    if value.number is None:
        sheet.write_string(*at, SIGNS[value.kind], how)
        return
    if opens:
        sheet.write_url(*at, opens, how, tip="Mở hồ sơ của số liệu này")
    sheet.write_number(*at, value.number, how)


def _bottom(sheet: Any, pen: _Pen, filled: Filled, *, first: int) -> None:
    notes = [LEGEND, *(note.vi for note in filled.notes)]
    for line, note in enumerate(notes, start=first + 1):
        sheet.write(line, 0, note, pen(italic=True))
    line, last = first + len(notes) + 2, len(filled.form.columns)
    bold = pen(bold=True, align="center")
    left, right = xl_col_to_name(1), xl_col_to_name(8)
    sheet.merge_range(f"{left}{line + 1}:{right}{line + 1}", "NGƯỜI LẬP BIỂU", bold)
    sheet.merge_range(line, last - 9, line, last, "THỦ TRƯỞNG ĐƠN VỊ", bold)
