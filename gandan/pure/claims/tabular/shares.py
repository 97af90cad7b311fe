"""Columns of shares: which two columns make them, shown by the rows in which they do; the rest is held against it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from gandan.pure.claims import repairs
from gandan.pure.claims.arithmetic import interval, percent_of, share_verdict
from gandan.pure.claims.model import Claim, Relation
from gandan.pure.claims.tabular.grid import Grid
from gandan.pure.claims.tabular.order import Row
from gandan.pure.claims.tabular.telling import tell_share
from gandan.pure.claims.words import Verdict

_NEAR, _FIRST, _SAMPLE = 8, 3, 40
_PLAIN = (Decimal(0), Decimal(100))
Found = tuple[Claim, tuple[Claim, ...], Verdict, Decimal, str]
Way = Callable[[int, Claim], Found | None]


def shares(grid: Grid, rows: Sequence[Row], mended: Mapping[int, Decimal]) -> Iterator[Relation]:
    """Every share that is computed from its row, and those that are not in a column where the others are. `mended`
    holds the figures that the sums blame already, with what they lack: a share that holds with them is not told."""
    for column in grid.shares:
        places = range(len(grid.figures))
        best: tuple[int, Way] | None = None
        for way in _ways(grid, rows, column):
            first = _applied(grid, column, way, places[:_FIRST])
            if sum(one[2] is not Verdict.ERROR for one in first) * 3 < len(first):
                continue
            held = _convincing(_applied(grid, column, way, places[:_SAMPLE]))
            if held and (best is None or held > best[0]):
                best = held, way
        if best is not None:
            applied = [_of_a_total(found, rows, grid) for found in _applied(grid, column, best[1], places)]
            yield from (tell_share(*found) for found in applied if not _explained(found, mended))


def _applied(grid: Grid, column: int, way: Way, places: Sequence[int]) -> list[Found]:
    percents = [(index, grid.figures[index][column]) for index in places]
    return [found for index, percent in percents if percent is not None and (found := way(index, percent)) is not None]


def _explained(found: Found, mended: Mapping[int, Decimal]) -> bool:
    """Whether a broken share is only the echo of a figure that is wrong elsewhere."""
    return found[2] is Verdict.ERROR and any(claim.start in mended for claim in found[1])


def _of_a_total(found: Found, rows: Sequence[Row], grid: Grid) -> Found:
    """A share in the row of totals may be an average of shares: without a slip of the hand it is only a question."""
    percent, figures, verdict, computed, how = found
    if verdict is not Verdict.ERROR or repairs.slip(percent, round(computed, percent.places)) is not None:
        return found
    totals = (figures_of for row, figures_of in zip(rows, grid.figures, strict=True) if row.total)
    if any(percent in figures_of for figures_of in totals):
        return percent, figures, Verdict.QUESTION, computed, how
    return found


def _convincing(found: Sequence[Found]) -> int:
    """How many rows hold, if enough of them do: 0% and 100% prove nothing."""
    telling = [one for one in found if one[0].value not in _PLAIN]
    held = sum(one[2] is not Verdict.ERROR for one in telling)
    return held if held >= 2 and held * 5 >= len(telling) * 3 else 0


def _ways(grid: Grid, rows: Sequence[Row], column: int) -> Iterator[Way]:
    near = sorted(grid.amounts, key=lambda other: abs(other - column))[:_NEAR]
    for whole in near:
        for part in near:
            if part != whole:
                yield _ratio(grid, part, whole)
                yield _growth(grid, part, whole)
    wholes = [index for index, row in enumerate(rows) if row.total]
    for part in near[:3]:
        for index in wholes[:1] + wholes[-1:]:
            yield _of_total(grid, part, index)


def _ratio(grid: Grid, part: int, whole: int) -> Way:
    def way(index: int, percent: Claim) -> Found | None:
        return _share(percent, grid.figures[index][part], grid.figures[index][whole])

    return way


def _of_total(grid: Grid, part: int, total: int) -> Way:
    def way(index: int, percent: Claim) -> Found | None:
        return _share(percent, grid.figures[index][part], grid.figures[total][part])

    return way


def _share(percent: Claim, part: Claim | None, whole: Claim | None) -> Found | None:
    if part is None or whole is None or whole.amount <= 0 or part.amount < 0:
        return None
    verdict = share_verdict(percent, interval(part), interval(whole))
    return percent, (part, whole), verdict, percent_of(part.amount, whole.amount), f"{part.text} : {whole.text}"


def _growth(grid: Grid, now: int, then: int) -> Way:
    def way(index: int, percent: Claim) -> Found | None:
        one, two = grid.figures[index][now], grid.figures[index][then]
        if one is None or two is None or two.amount <= 0:
            return None
        (low, high), whole = interval(one), interval(two)
        verdict = share_verdict(percent, (low - whole[1], high - whole[0]), whole)
        how = f"({one.text} − {two.text}) : {two.text}"
        return percent, (one, two), verdict, percent_of(one.amount - two.amount, two.amount), how

    return way
