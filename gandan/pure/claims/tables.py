"""Tables of a report beside its prose: rows and columns that should add up, columns of shares.

>>> text = "Xã\tĐơn\\nHòa Bình\t12\\nCầu Kè\t30\\nTam Ngãi\t15\\nTổng cộng\t75"
>>> [(one.verdict.value, one.expression) for one in check(text, [cells(text)]).relations]
[('error', '12 + 30 + 15 = 57')]

Silence first: a total is believed only where its label says so or most of its column (row) adds up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from gandan.pure.claims import checking
from gandan.pure.claims.model import Checked, Relation
from gandan.pure.claims.tabular import across, columns, grid, order, shares, telling
from gandan.pure.claims.tabular.grid import Cell, Rows
from gandan.pure.claims.words import Verdict

__all__ = ["Cell", "Rows", "cells", "check", "check_table"]

MOST_BROKEN = 500
CAPTION = 200
PROSE = 60
"""A cell of so many characters is prose in a frame, read like the rest of the text; a shorter one is not."""


def check(text: str, tables: Sequence[Rows]) -> Checked:
    """A text with its tables: the prose by sentences, the tables by rows and columns. Offsets are those of `text`;
    the cells of the tables carry theirs. Never fails, changes nothing."""
    if not tables:
        return checking.check(text)
    prose = checking.check(_without(text, tables))
    relations = [replace(one, text=text[one.start : one.end]) for one in prose.relations]
    claims = list(prose.claims)
    for table in tables:
        found = check_table(table, caption=text[max(0, _first(table) - CAPTION) : _first(table)])
        relations += found
        claims += {claim.start: claim for one in found for claim in one.claims}.values()
    relations.sort(key=lambda one: (one.start, one.end))
    claims.sort(key=lambda claim: claim.start)
    return Checked(text, tuple(claims), tuple(relations))


def check_table(rows: Rows, *, caption: str = "") -> tuple[Relation, ...]:
    """What ties the figures of one table. Where commas may part thousands or decimals, the reading that holds more
    often is taken. `caption` is what stands in front of it: figures "in millions" were rounded once."""
    english = grid.speaks_english(rows)
    readings = [_read(rows, caption, english=one) for one in ((False, True) if english is None else (english,))]
    return tuple(max(readings, key=_weight))


def cells(text: str, start: int = 0) -> list[list[Cell]]:
    """The cells of a stretch of text whose lines are rows and whose tabs part the cells."""
    rows, at = [], start
    for line in text.split("\n"):
        row = []
        for piece in line.split("\t"):
            row.append(Cell(piece, at, at + len(piece)))
            at += len(piece) + 1
        rows.append(row)
    return rows


def _weight(relations: Iterable[Relation]) -> int:
    return sum(1 if one.verdict in (Verdict.OK, Verdict.ROUNDING) else -1 for one in relations)


def _read(rows: Rows, caption: str, *, english: bool) -> list[Relation]:
    table = grid.read(rows, caption=caption, english=english)
    if table is None:
        return []
    places = order.order(table.labels)
    judged = _once([*columns.down(table, places), *across.along(table)])
    crossing = _crossing([one for one, verdict in judged if verdict is Verdict.ERROR])
    sums = [telling.tell_sum(one, verdict, crossing) for one, verdict in judged]
    return [*sums, *shares.shares(table, places, dict(crossing))]


def _once(judged: Sequence[columns.Judged]) -> list[columns.Judged]:
    """Each sum once: a total may be found by its label and by its group."""
    unique: dict[tuple[int, ...], columns.Judged] = {}
    for one, verdict in judged:
        unique.setdefault((one.total.start, *(part.start for part in one.parts)), (one, verdict))
    return list(unique.values())


def _crossing(broken: Sequence[telling.Sum]) -> frozenset[tuple[int, Decimal]]:
    """Figures blamed from two sides: the row and the column in which they stand lack the same."""
    if len(broken) > MOST_BROKEN:
        return frozenset()
    once: set[tuple[int, Decimal]] = set()
    twice: set[tuple[int, Decimal]] = set()
    for one in broken:
        for key in _blamed(one):
            (twice if key in once else once).add(key)
    return frozenset(twice)


def _blamed(one: telling.Sum) -> Iterator[tuple[int, Decimal]]:
    yield one.total.start, -one.gap
    yield from ((part.start, one.gap) for part in one.parts)


def _without(text: str, tables: Sequence[Rows]) -> str:
    """The text with every short cell blanked, so that no sentence reaches across a table; as long as before."""
    pieces: list[str] = []
    last = 0
    for table in sorted((table for table in tables if table), key=_first):
        for row in table:
            for cell in row:
                if cell.spread or cell.start < last:
                    continue
                kept = cell.text if len(cell.text) >= PROSE else "\n" * (cell.end - cell.start)
                pieces += (text[last : cell.start].replace("\t", "\n"), kept)
                last = cell.end
    pieces.append(text[last:])
    return "".join(pieces)


def _first(table: Rows) -> int:
    return min((cell.start for row in table for cell in row), default=0)
