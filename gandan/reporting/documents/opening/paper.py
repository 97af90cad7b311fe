"""PDF with a text layer: lines joined to paragraphs, ruled tables as tables, a table that crosses pages as one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from gandan.pure.speech import Said
from gandan.reporting.documents.opening import legacy
from gandan.reporting.documents.opening.layout import Covered, Layout, Words
from gandan.reporting.documents.opening.words import FileKind, Read, unreadable

MOST_PAGES = 1_000
_PAGE_NUMBER = re.compile(r"[-–\s]*(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–\s]*", re.IGNORECASE)
_ENDS = (".", ":", ";", "!", "?", "…", "/.")
_FULL, _CLOSE = 0.9, 1.6


@dataclass(slots=True)
class _Line:
    text: str
    top: float
    bottom: float
    x1: float
    page: int


@dataclass(slots=True)
class _Table:
    rows: list[list[Words]]
    top: float
    page: int


def read(body: bytes) -> Read:
    """The text and tables of a PDF; Unreadable when it is locked, damaged, or a scan."""
    try:
        with pdfplumber.open(BytesIO(body)) as pdf:
            items, blank, count = _items(pdf)
    except PdfminerException as wrong:
        locked = any(isinstance(cause, PDFPasswordIncorrect) for cause in (*wrong.args, wrong.__cause__))
        raise unreadable("locked" if locked else "pdf") from wrong
    except (MalformedPDFException, ValueError, TypeError, LookupError, AttributeError, AssertionError) as wrong:
        raise unreadable("pdf") from wrong
    if not items:
        raise unreadable("scan")
    layout = _laid(items)
    text, note = legacy.modern(layout.text)
    notes = [note] if note else []
    if blank:
        notes.append(_unread(blank, count))
    return Read(text, tuple(layout.tables), FileKind.PDF, "utf-8", tuple(notes))


def _unread(blank: list[int], count: int) -> Said:
    pages = ", ".join(map(str, blank[:12])) + ("…" if len(blank) > 12 else "")
    return Said(
        f"Trang {pages} (trên {count} trang) không có lớp chữ nên chưa được kiểm tra.",
        f"Pages {pages} (of {count}) hold no text and were not checked.",
    )


def _items(pdf: Any) -> tuple[list[_Line | _Table], list[int], int]:
    items: list[_Line | _Table] = []
    blank: list[int] = []
    count = len(pdf.pages)
    for number, page in enumerate(pdf.pages[:MOST_PAGES], start=1):
        found = _page(page, number)
        if not found and page.images:
            blank.append(number)
        items += found
        page.close()
    return items, blank, count


def _page(page: Any, number: int) -> list[_Line | _Table]:
    tables = [table for table in page.find_tables() if _is_table(table)]
    boxes = [table.bbox for table in tables]
    rest = page.filter(lambda one: not any(_inside(one, box) for box in boxes)) if boxes else page
    lines = [
        _Line(line["text"].strip(), line["top"], line["bottom"], line["x1"], number)
        for line in rest.extract_text_lines(strip=True, return_chars=False)
        if line["text"].strip()
    ]
    for place in (-1, 0):
        if lines and _PAGE_NUMBER.fullmatch(lines[place].text):
            lines.pop(place)
    found: list[_Line | _Table] = [*lines, *(_Table(_rows(table), table.bbox[1], number) for table in tables)]
    return sorted(found, key=lambda one: one.top)


def _is_table(table: Any) -> bool:
    """Two rows and two columns at least: a single frame around a paragraph is no table."""
    return len(table.rows) >= 2 and max(len(row.cells) for row in table.rows) >= 2


def _inside(one: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    if one.get("object_type") != "char":
        return False
    x, y = (one["x0"] + one["x1"]) / 2, (one["top"] + one["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _rows(table: Any) -> list[list[Words]]:
    """The cells' words; what a merged cell covers is told by the place of the cell at its left."""
    starts: dict[int, float] = {}
    for row in table.rows:
        for column, cell in enumerate(row.cells):
            if cell is not None:
                starts.setdefault(column, cell[0])
    laid: list[list[Words]] = []
    for row, words in zip(table.rows, table.extract(), strict=True):
        found: list[Words] = []
        reach = 0.0
        for column, (cell, text) in enumerate(zip(row.cells, words, strict=True)):
            if cell is None:
                found.append(Covered.LEFT if reach > starts.get(column, 0.0) + 1 else Covered.ABOVE)
            else:
                reach = cell[2]
                found.append(text or "")
        laid.append(found)
    return laid


def _laid(items: list[_Line | _Table]) -> Layout:
    layout = Layout()
    margin = sorted(item.x1 for item in items if isinstance(item, _Line))
    right = margin[int(len(margin) * 0.95)] if margin else 0.0
    last: _Line | _Table | None = None
    waiting: _Table | None = None
    for item in items:
        if isinstance(item, _Table):
            if waiting is not None and _goes_on(waiting, item):
                waiting = _Table(waiting.rows + _without_head(waiting, item), waiting.top, item.page)
                continue
            _put(layout, waiting)
            waiting = item
        else:
            _put(layout, waiting)
            waiting = None
            _put_line(layout, item, last if isinstance(last, _Line) else None, right)
        last = item
    _put(layout, waiting)
    return layout


def _put(layout: Layout, table: _Table | None) -> None:
    if table is not None:
        layout.table(table.rows)


def _goes_on(one: _Table, two: _Table) -> bool:
    """A table at the head of the next page with as many columns is the same table."""
    return two.page == one.page + 1 and len(one.rows[0]) == len(two.rows[0])


def _without_head(one: _Table, two: _Table) -> list[list[Words]]:
    """The rows of the second part without the headings it repeats."""
    same = 0
    while same < min(len(one.rows), len(two.rows)) - 1 and one.rows[same] == two.rows[same]:
        same += 1
    return two.rows[same:]


def _put_line(layout: Layout, line: _Line, last: _Line | None, right: float) -> None:
    if last is None:
        layout.part()
    elif _is_same_paragraph(last, line, right):
        layout.add(" ")
    elif last.page == line.page and line.top - last.bottom > _CLOSE * (line.bottom - line.top):
        layout.part()
    else:
        layout.end_line()
    layout.add(line.text)


def _is_same_paragraph(last: _Line, line: _Line, right: float) -> bool:
    if last.x1 < right * _FULL or last.text.endswith(_ENDS):
        return False
    return last.page != line.page or line.top - last.bottom < _CLOSE * (line.bottom - line.top)
