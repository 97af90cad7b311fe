"""Which level a rise or a fall speaks of: "936 ha, giảm 515 ha (35%)" falls from 936 + 515."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal

from gandan.pure.claims import units
from gandan.pure.claims.arithmetic import interval, share_verdict
from gandan.pure.claims.model import Claim
from gandan.pure.claims.reader import Page
from gandan.pure.claims.words import Nature, Verdict

_FAR, _MOST = 500, 24
_WIDEST = Decimal("0.5")


def before(page: Page, change: Claim) -> list[Claim]:
    """The levels of the same unit in front of a change, nearest first."""
    here = bisect_left(page.starts, change.start)
    low = max(bisect_left(page.starts, change.start - _FAR), here - _MOST)
    return [
        claim
        for claim in page.claims[low:here][::-1]
        if claim.nature is Nature.AMOUNT and not claim.change and units.same(claim.unit, change.unit)
    ]


def former(level: Claim, change: Claim) -> Decimal:
    """What the level was before the change."""
    return level.amount - change.amount if change.change > 0 else level.amount + change.amount


def growth_verdict(level: Claim, change: Claim, percent: Claim) -> Verdict:
    """Whether the percentage is the change's share of the former level."""
    base = former(level, change)
    if base <= 0 or abs(change.amount * 100 - percent.value * base) > base * (percent.value * _WIDEST + 2):
        return Verdict.ERROR  # nothing that rounding or "hơn" could mend
    low, high = interval(level)
    least, most = interval(change)
    bases = (low - most, high - least) if change.change > 0 else (low + least, high + most)
    if bases[0] <= 0:
        return Verdict.ERROR
    return share_verdict(percent, (least, most), bases)


def grown(page: Page, change: Claim, percent: Claim) -> bool:
    """Whether some level in front of the change makes the percentage its growth."""
    return any(growth_verdict(level, change, percent) is not Verdict.ERROR for level in before(page, change))
