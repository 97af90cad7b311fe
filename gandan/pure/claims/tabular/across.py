"""Sums along the rows: columns that say total, columns whose number line says "3=4+5", columns that add up anyway."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gandan.pure.claims.model import Claim
from gandan.pure.claims.tabular.columns import Judged
from gandan.pure.claims.tabular.grid import Grid, is_blank
from gandan.pure.claims.tabular.order import is_total
from gandan.pure.claims.tabular.telling import Sum, add, slips
from gandan.pure.claims.words import Verdict
from gandan.pure.speech import Said
from gandan.pure.vietnamese.patterns import lazy_pattern

_LONGEST, _FIRST, _SAMPLE = 16, 3, 40
_FORMULA = lazy_pattern(r"\(?(\d{1,2})\)?\s*=\s*((?:\(?\d{1,2}\)?\s*\+\s*)+\(?\d{1,2}\)?)")
_RANGE = lazy_pattern(r"\(?(\d{1,2})\)?\s*=\s*\(?(\d{1,2})\)?\s*\+\s*(?:\.{2,3}|…)\s*\+?\s*\(?(\d{1,2})\)?")
_NUMBER = lazy_pattern(r"\(?(\d{1,2})\)?")


@dataclass(frozen=True, slots=True)
class Tie:
    """A column taken as the total of others; `sure` when the table itself says so."""

    total: int
    parts: tuple[int, ...]
    sure: bool
    named: bool


def along(grid: Grid) -> Iterator[Judged]:
    """Every sum of the rows that holds, and those that do not in a column that adds up nearly everywhere."""
    sure = list(_written(grid))
    for tie in sure:
        yield from _judge(grid, tie)
    done = {tie.total for tie in sure}
    for total in grid.amounts:
        if total not in done:
            named = any(is_total(head) for head in grid.heads[total])
            tried = [(tie, _sums(grid, tie, _SAMPLE)) for tie in _guesses(grid, total, named) if _begins(grid, tie)]
            told = [(tie, sums) for tie, sums in tried if _convinces(tie, sums)]
            if told:
                best = max(told, key=lambda one: (_held(one[1]), len(one[0].parts)))
                yield from _judge(grid, best[0])


def _written(grid: Grid) -> Iterator[Tie]:
    """Totals that the line of column numbers defines: `3=4+5`, `2=3+…+7`."""
    places: dict[int, int] = {}
    for column, text in enumerate(grid.formulas):
        if match := _NUMBER.match(text.strip()):
            places.setdefault(int(match[1]), column)
    for column, text in enumerate(grid.formulas):
        numbers: list[int] = []
        if match := _RANGE.fullmatch(text.strip()):
            numbers = list(range(int(match[2]), int(match[3]) + 1))
        elif match := _FORMULA.fullmatch(text.strip()):
            numbers = [int(number) for number in re.findall(r"\d+", match[2])]
        parts = tuple(places[number] for number in numbers if number in places)
        if len(parts) >= 2 and len(parts) == len(numbers) and column in grid.amounts:
            yield Tie(column, parts, sure=True, named=True)


def _guesses(grid: Grid, total: int, named: bool) -> Iterator[Tie]:
    """Runs of amounts directly beside the column, at its right (a total in front) or its left (a total behind)."""
    place = grid.amounts.index(total)
    right, left = grid.amounts[place + 1 :], grid.amounts[:place][::-1]
    for side in (right, left):
        for length in range(2, min(len(side), _LONGEST) + 1):
            yield Tie(total, tuple(sorted(side[:length])), sure=False, named=named)


def _sums(grid: Grid, tie: Tie, most: int | None = None) -> list[Sum]:
    head = grid.head(tie.total)
    found = []
    for index, row in enumerate(grid.figures[:most]):
        total = row[tie.total]
        parts = [figure for column in tie.parts if (figure := row[column]) is not None]
        silent = [c for c in tie.parts if row[c] is None and not is_blank(grid.body[index][c])]
        if total is None or not parts or silent or _moves((total, *parts)):
            continue
        name = grid.labels[index][:60] or f"{index + 1}"
        found.append(add(total, parts, Said(f"Dòng “{name}”, cột “{head}”", f"Row “{name}”, column “{head}”")))
    return found


def _moves(claims: Sequence[Claim]) -> bool:
    return any(claim.change for claim in claims)


def _held(sums: Sequence[Sum]) -> int:
    return sum(one.verdict is not Verdict.ERROR for one in sums)


def _begins(grid: Grid, tie: Tie) -> bool:
    """Whether the first rows leave hope: most guesses end here."""
    sums = _sums(grid, tie, _FIRST)
    return _held(sums) * 3 >= len(sums)


def _convinces(tie: Tie, sums: Sequence[Sum]) -> bool:
    """Most rows add up, and rows of more than a figure or two; without the word "tổng" nearly all must."""
    telling = [one for one in sums if one.says_something]
    held = _held(telling)
    if held < (2 if tie.named else 4):
        return False
    large = sum(one.total.amount >= 10 for one in telling if one.verdict is not Verdict.ERROR)
    return (
        large >= (1 if tie.named else 2)
        and held * 5 >= len(telling) * (3 if tie.named else 4)
        and _held(sums) * 2 >= len(sums)
    )


def _judge(grid: Grid, tie: Tie) -> Iterator[Judged]:
    sums = _sums(grid, tie)
    held = _held(sums)
    sparse = tie.sure and not held
    for one in sums:
        if one.verdict is not Verdict.ERROR or not sparse or slips(one):
            yield one, one.verdict
