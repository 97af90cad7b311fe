"""The words of figures: what one names, what opening it shows, what keeping cells fresh reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gandan.pure.refusal import Unreadable
from gandan.pure.speech import Said

MASKED = Said("(dữ liệu cá nhân)", "(personal data)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure by name: which measure, over which area, from which day to which, both included.

    `alone` counts the unit's own records only, without the units under it.
    """

    measure: str
    unit_id: int
    start: date
    end: date
    alone: bool = False

    @property
    def tag(self) -> str:
        """The figure's name in one line: "reception.visits|17|2016-12-15|2017-12-14", "17!" for a unit alone."""
        return f"{self.measure}|{self.unit_id}{'!' * self.alone}|{self.start}|{self.end}"

    @classmethod
    def of_tag(cls, tag: str) -> Figure:
        """The figure that a tag names; Unreadable when it names none."""
        try:
            measure, unit, start, end = tag.split("|")
            return cls(
                measure,
                int(unit.removesuffix("!")),
                date.fromisoformat(start),
                date.fromisoformat(end),
                unit[-1] == "!",
            )
        except (ValueError, IndexError):
            raise Unreadable(
                "indicators.no_such_figure",
                f"“{tag}” không phải là tên của một số liệu.",
                f"“{tag}” is not the name of a figure.",
            ) from None


@dataclass(frozen=True, slots=True)
class Row:
    """One record behind a figure, in the columns of its measure. `weight` is what it adds to the figure."""

    id: int
    unit_id: int
    unit_name: str
    day: date
    cells: tuple[object, ...]  # text, numbers, days, `Said` labels; MASKED where the viewer may not read
    weight: int


@dataclass(frozen=True, slots=True)
class Rows:
    """One page of the records behind a figure. `value` is the figure; for a plain count it equals `count`."""

    headings: tuple[Said, ...]
    rows: tuple[Row, ...]
    count: int
    value: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh did: journal entries read, cells written, and whether all cells were counted anew."""

    entries: int = 0
    cells: int = 0
    rebuilt: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that does not say what its records say. Any is a fault of the program."""

    measure: str
    unit_id: int
    day: date
    cell: int
    records: int

    @property
    def said(self) -> Said:
        """Where, and the two values."""
        place = f"{self.measure}, đơn vị {self.unit_id}, ngày {self.day:%d/%m/%Y}"
        place_en = f"{self.measure}, unit {self.unit_id}, {self.day:%d/%m/%Y}"
        return Said(
            f"{place}: ô ghi {self.cell}, hồ sơ đếm được {self.records}",
            f"{place_en}: the cell says {self.cell}, the records say {self.records}",
        )
