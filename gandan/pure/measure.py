"""What a measure is: a named, dated, cited definition over rows. One definition serves the total, the drill-down
list, the day cells and the export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from gandan.pure.speech import Said


@dataclass(frozen=True, slots=True)
class Measure:
    """A number that a room vouches for.

    `rows()` gives the room's rows (a Django queryset) of which this measure is the count, or the sum of `weight`;
    `day` and `unit` name the columns (lookup paths) that date and place each row; `row_title` the columns that a
    drill-down list shows, with their headings. `room` is the folder kind whose journal entries keep the cells fresh.
    `value == len(rows)` for a count, `== sum(row.weight)` for a weighted measure, always.
    """

    id: str  # "reception.visits.regular"
    said: Said
    counted_in: Said  # lượt, người, vụ việc, đơn, đoàn, kỳ …: the unit of count, never mixed
    definition: Said  # in words, for the page that explains the figure
    basis: str  # the act and article, or the source of the practice
    room: str  # "reception", "cases"
    rows: Callable[[], Any]
    day: str
    unit: str
    columns: tuple[tuple[str, Said], ...]
    weight: str | None = None  # None: a count of rows; else the column to add up
    valid_from: date = date.min
    valid_to: date = date.max
