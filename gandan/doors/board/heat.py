"""What is late by who holds it and by how long, as a table whose cells open their cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gandan.doors.board import addresses
from gandan.matters.cases.queries import AGES, LATE, Band, Holder, Standing
from gandan.pure.speech import Said

MOST_ROWS = 15


@dataclass(frozen=True, slots=True)
class Cell:
    """A number, how strongly it is shaded (0 to 4), where it opens."""

    value: int
    shade: int
    address: str


@dataclass(frozen=True, slots=True)
class Row:
    """One holder: its name, its cells, its sum."""

    name: str
    cells: tuple[Cell, ...]
    late: Cell
    longest: int
    open: int


def columns() -> tuple[Said, ...]:
    """The heads of the columns."""
    return tuple(band_said(band) for band in LATE)


def rows(standing: Standing, at: date) -> list[Row]:
    """The holders with anything late, the worst first."""
    late = [holder for holder in standing.holders if holder.all_late]
    most = max((count for holder in late for count in holder.late), default=0)
    return [_row(holder, at, most) for holder in late[:MOST_ROWS]]


def ages(standing: Standing, at: date) -> list[tuple[Said, int, int, str]]:
    """The open cases by age: what it is called, how many, how long the bar, where it opens."""
    most = max(standing.ages, default=0)
    lines = []
    for band, count in zip(AGES, standing.ages, strict=True):
        first, last = band.days(at)
        where = addresses.cases(**{"from": first, "to": last})
        lines.append((band_said(band), count, round(100 * count / most) if most else 0, where))
    return lines


def band_said(band: Band) -> Said:
    """ "1–3 ngày", "trên 30 ngày"."""
    if band.last is None:
        return Said("trên {n} ngày", "over {n} days").given(n=band.first - 1)
    return Said("{first}–{last} ngày", "{first}–{last} days").given(first=band.first, last=band.last)


def _row(holder: Holder, at: date, most: int) -> Row:
    cells = tuple(
        _cell(count, most, _where(holder, at, (band,))) for band, count in zip(LATE, holder.late, strict=True)
    )
    return Row(holder.name, cells, Cell(holder.all_late, 0, _where(holder, at, LATE)), holder.longest, holder.open)


def _cell(count: int, most: int, where: str) -> Cell:
    return Cell(count, -(-4 * count // most) if count else 0, where if count else "")


def _where(holder: Holder, at: date, bands: Sequence[Band]) -> str:
    first, _ = bands[-1].days(at)
    _, last = bands[0].days(at)
    return addresses.cases(due_from=first, due_to=last, **{"unit" if holder.is_body else "office": holder.id})
