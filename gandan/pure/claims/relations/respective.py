"""Two lists told in one order: "đạt lần lượt 120, 85 và 95 hộ, tương ứng 40%, 28,3% và 31,7%".

The first share is of the first figure, the second of the second. All must be shares of one whole: one that the text
gives in front of them, or what they make together. One share of three or more that does not fit that whole is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from gandan.pure.claims import units
from gandan.pure.claims.arithmetic import interval, share_verdict
from gandan.pure.claims.layout import Line
from gandan.pure.claims.model import Claim, Relation
from gandan.pure.claims.relations.percentages import told
from gandan.pure.claims.words import Nature, Qualifier, Verdict
from gandan.pure.vietnamese.patterns import lazy_pattern

_COMMA = lazy_pattern(r"(?: [^\W\d_]+){0,3}(?:, ?| và |; ?)")
_LONGEST = 12


def respective(lines: Sequence[Line]) -> Iterator[Relation]:
    """Every pair of lists announced as going together, of the same length."""
    for line in lines:
        if "lần lượt" in line.words or "tương ứng" in line.words:
            runs = list(_runs(line))
            for amounts, percents in pairwise(runs):
                kinds = amounts[0].nature, percents[0].nature
                if len(amounts) == len(percents) and kinds == (Nature.AMOUNT, Nature.PERCENT):
                    yield from _pairs(line, amounts, percents)


def _runs(line: Line) -> Iterator[list[Claim]]:
    """Figures of one nature, parted by nothing but a unit and a comma, two or more."""
    run: list[Claim] = []
    for claim in (*line.claims, None):
        goes_on = run and claim is not None and claim.nature is run[-1].nature and len(run) < _LONGEST
        if claim is not None and goes_on and _COMMA.fullmatch(line.page.mask, run[-1].end, claim.start):
            run.append(claim)
            continue
        if len(run) >= 2:
            yield run
        run = [claim] if claim is not None and not claim.change else []


def _pairs(line: Line, amounts: Sequence[Claim], percents: Sequence[Claim]) -> Iterator[Relation]:
    exact = all(claim.qualifier is Qualifier.EXACT for claim in (*amounts, *percents))
    unit, scale = amounts[-1].unit, amounts[-1].scale  # "120, 85 và 95 hộ": the unit stands behind the last one
    if not exact or any(claim.scale not in (1, scale) for claim in amounts):
        return
    tried = []
    for base in _wholes(line, amounts, unit):
        fits = [_fits(one, two, base / scale) for one, two in zip(amounts, percents, strict=True)]
        tried.append((fits.count(Verdict.ERROR), base, fits))
    wrong, base, fits = min(tried, key=lambda one: one[0])
    if wrong == 0 or (wrong == 1 and len(fits) >= 3):
        for part, percent, verdict in zip(amounts, percents, fits, strict=True):
            yield told(line.page, verdict, percent, part, None, base=base / scale * part.scale)


def _wholes(line: Line, amounts: Sequence[Claim], unit: str) -> Iterator[Decimal]:
    scale = amounts[-1].scale
    yield sum((claim.value for claim in amounts), Decimal(0)) * scale
    for claim in line.before_all(amounts[0].start):
        if claim.nature is Nature.AMOUNT and units.equal(claim.unit, unit) and not claim.change and claim.value:
            yield claim.amount


def _fits(part: Claim, percent: Claim, whole: Decimal) -> Verdict:
    low, high = interval(part, part.value)
    return share_verdict(percent, (low, high), (whole, whole)) if whole > 0 else Verdict.ERROR
