"""Sums down the columns: rows that say total, rows over the rows of their group, totals by a formula in the label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gandan.pure.claims.model import Claim
from gandan.pure.claims.tabular.grid import Grid
from gandan.pure.claims.tabular.order import Row, children, is_flat
from gandan.pure.claims.tabular.telling import Sum, add, slips
from gandan.pure.claims.words import Verdict
from gandan.pure.speech import Said

_MOST_TOTALS = 200
Judged = tuple[Sum, Verdict]


def down(grid: Grid, rows: Sequence[Row]) -> Iterator[Judged]:
    """Every sum of the columns that holds, and those that do not while there is evidence that they should."""
    totals = [index for index, row in enumerate(rows) if row.total][:_MOST_TOTALS]
    for place, index in enumerate(totals):
        yield from _total(grid, rows, index, _candidates(rows, totals, place))
    yield from _groups(grid, rows)
    for index, row in enumerate(rows):
        if row.terms and not row.total:
            yield from _formula(grid, rows, index)


def _candidates(rows: Sequence[Row], totals: Sequence[int], place: int) -> list[list[int]]:
    """The sets of rows that a total may be the total of, the plainest first."""
    index = totals[place]
    before = list(range(totals[place - 1] + 1 if place else 0, index))
    after = list(range(index + 1, totals[place + 1] if place + 1 < len(totals) else len(rows)))
    found = [_named(rows, index)] if rows[index].terms else []
    for stretch in (before, after):
        found += [_top(rows, stretch), stretch, _leaves(rows, stretch)]
    if place == len(totals) - 1 and place:
        found += [list(totals[:-1]), [one for one in range(index) if not rows[one].total]]
    if place == 0 and len(totals) > 1:
        found += [list(totals[1:]), [one for one in range(index + 1, len(rows)) if not rows[one].total]]
    unique: list[list[int]] = []
    for stretch in found:
        if len(stretch) >= 2 and stretch not in unique:
            unique.append(stretch)
    return unique


def _named(rows: Sequence[Row], index: int) -> list[int]:
    """The rows that a formula in the label names, if each is found once."""
    places: dict[str, list[int]] = {}
    for other, row in enumerate(rows):
        if row.mark and other != index:
            places.setdefault(row.mark, []).append(other)
    found = [places.get(term, []) for term in rows[index].terms]
    return [one[0] for one in found] if all(len(one) == 1 for one in found) else []


def _top(rows: Sequence[Row], stretch: Sequence[int]) -> list[int]:
    least = min((rows[index].depth for index in stretch), default=0)
    return [index for index in stretch if rows[index].depth == least and not rows[index].within]


def _leaves(rows: Sequence[Row], stretch: Sequence[int]) -> list[int]:
    inside = set(stretch)
    return [index for index in stretch if index + 1 not in inside or rows[index + 1].depth <= rows[index].depth]


def _total(grid: Grid, rows: Sequence[Row], index: int, candidates: list[list[int]]) -> Iterator[Judged]:
    judged = [[one for one in _sums(grid, rows, index, parts) if one.says_something] for parts in candidates]
    best = max(judged, key=lambda sums: (_held(sums) / max(len(sums), 1), _held(sums)), default=[])
    held = _held(best)
    if held and held * 2 >= len(best):
        yield from ((one, one.verdict) for one in best)
    elif not held and judged and is_flat(rows) and len(candidates) == 1 and len(judged[0]) == 1:
        yield from _lonely(judged[0][0], grid)


def _held(sums: Sequence[Sum]) -> int:
    return sum(one.verdict is not Verdict.ERROR for one in sums)


def _lonely(one: Sum, grid: Grid) -> Iterator[Judged]:
    """The only sum of a table does not hold: an error if one slip of the hand explains it, else at most a question."""
    if any("đơn vị" in head or "đvt" in head for heads in grid.heads for head in heads[-1:]):
        return  # rows in different units
    if slips(one):
        yield one, Verdict.ERROR
    elif one.total.amount and abs(one.gap) * 5 <= one.total.amount:
        yield one, Verdict.QUESTION


def _sums(grid: Grid, rows: Sequence[Row], index: int, parts: Sequence[int]) -> Iterator[Sum]:
    name = _name(grid, index)
    for column in grid.amounts:
        total = grid.figures[index][column]
        figures = [figure for row in parts if (figure := grid.figures[row][column]) is not None]
        if total is None or len(figures) < 2 or total.change or any(figure.change for figure in figures):
            continue
        head = grid.head(column)
        yield add(total, figures, Said(f"Cột “{head}”, dòng “{name}”", f"Column “{head}”, row “{name}”"))


def _name(grid: Grid, index: int) -> str:
    return grid.labels[index][:60] or f"{index + 1}"


def _groups(grid: Grid, rows: Sequence[Row]) -> Iterator[Judged]:
    """Rows over the rows of their group, when most of them in the table add up."""
    if is_flat(rows):
        return
    sums: list[Sum] = []
    for index, row in enumerate(rows):
        if not row.total and not row.within:
            below = children(rows, index)
            if len(below) >= 2 and not any(rows[one].within for one in below):
                sums += [one for one in _sums(grid, rows, index, below) if one.says_something]
    held = _held(sums)
    if held >= 3 and held * 4 >= len(sums) * 3:
        yield from ((one, one.verdict) for one in sums)


def _formula(grid: Grid, rows: Sequence[Row], index: int) -> Iterator[Judged]:
    parts = _named(rows, index)
    if len(parts) >= 2:
        yield from ((one, one.verdict) for one in _sums(grid, rows, index, parts) if _plain(one.parts))


def _plain(parts: Sequence[Claim]) -> bool:
    return any(part.amount for part in parts)
