"""Lines of a notice as days: "13/02/2026; nghỉ bù; Tết Bính Ngọ; Thông báo 12/TB"."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from io import StringIO

from gandan.doors.desk.forms import read_day
from gandan.foundation.deadlines.words import DayRow
from gandan.pure.clock.words import DayKind
from gandan.pure.refusal import Refused
from gandan.pure.speech import Said
from gandan.pure.vietnamese import clean, fold

MOST = 400  # days of one notice
KINDS = {fold(label): kind for kind in DayKind for label in (kind.value, kind.said.vi, kind.said.en)}


def days_of(text: str) -> list[DayRow]:
    """The days of a pasted notice. Refused (field `days`) with the first line that cannot be read, and why."""
    rows = [_row(number, cells) for number, cells in _lines(text)]
    if not rows or len(rows) > MOST:
        raise _no(f"Xin dán từ 1 đến {MOST} ngày, mỗi ngày một dòng.", f"Please paste 1 to {MOST} days, one a line.")
    return rows


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    sample = text.splitlines()
    mark = next((mark for mark in ("\t", ";", ",") if sample and mark in sample[0]), ";")
    for number, cells in enumerate(csv.reader(StringIO(text), delimiter=mark), start=1):
        kept = [clean(cell) for cell in cells]
        if any(kept) and not (number == 1 and fold(kept[0]) in {"ngay", "day", "date"}):
            yield number, [*kept, "", "", ""][:4]


def _row(number: int, cells: list[str]) -> DayRow:
    day, kind, why, source = cells
    found, known = read_day(day), KINDS.get(fold(kind))
    if found is None:
        raise _no(f"Dòng {number}: không đọc được ngày “{day[:40]}”.", f"Line {number}: “{day[:40]}” is not a day.")
    if known is None:
        names = ", ".join(word.said.vi for word in DayKind)
        raise _no(
            f"Dòng {number}: loại ngày “{kind[:40]}” chưa đúng. Xin ghi một trong: {names}.",
            f"Line {number}: “{kind[:40]}” is not a kind of day.",
        )
    if not why or not source:
        raise _no(
            f"Dòng {number}: xin ghi cả lý do và số văn bản, ví dụ: {_example(found)}.",
            f"Line {number}: please give the reason and the document.",
        )
    return DayRow(found, known, Said(why[:200], why[:200]), source[:200])


def _example(day: date) -> str:
    return f"{day:%d/%m/%Y}; nghỉ bù; Tết Nguyên đán; Thông báo 12/TB-BNV"


def _no(vi: str, en: str) -> Refused:
    return Refused("desk.notice", vi, en, fields={"days": Said(vi, en)})
