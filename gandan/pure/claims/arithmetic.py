"""Computing with printed figures: what rounding and words like "hơn" leave open is an interval, not a guess."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from gandan.pure.claims.model import Claim
from gandan.pure.claims.words import Nature, Qualifier, Verdict

HALF = Decimal("0.5")
_WIDE = Decimal("0.1")  # "hơn 300" of a report is at most a tenth more
_ASIDE = Decimal("0.01")  # and is at times written when it is a trifle less


def interval(claim: Claim, amount: Decimal | None = None) -> tuple[Decimal, Decimal]:
    """The lowest and the highest amount that the claim can stand for."""
    value = claim.amount if amount is None else amount
    if claim.qualifier is Qualifier.EXACT:
        if claim.places == 0 and claim.scale == 1 and claim.nature is not Nature.PERCENT:
            return value, value
        half = claim.step * HALF
        return value - half, value + half
    half = claim.step * HALF
    match claim.qualifier:
        case Qualifier.MORE:
            return value - value * _ASIDE - half, value + value * _WIDE
        case Qualifier.LESS:
            return value - value * _WIDE, value + value * _ASIDE + half
        case _:
            return value - value * _WIDE, value + value * _WIDE


def readings(claims: Sequence[Claim]) -> Iterator[tuple[Decimal, ...]]:
    """The amounts of the claims: as printed first, then with the other readings of ambiguous ones (`17,015`)."""
    doubtful = [claim for claim in claims if claim.other is not None]
    if len(doubtful) > 4:
        doubtful = []
    choices = [
        (claim.amount, claim.other * claim.scale) if claim.other is not None and claim in doubtful else (claim.amount,)
        for claim in claims
    ]
    yield from product(*choices)


def add_up(total: Claim, parts: Sequence[Claim]) -> tuple[Verdict, Decimal, Decimal]:
    """Whether the parts make the total: the verdict, the sum of the parts as printed, and the tolerance used."""
    if all(claim.is_count for claim in parts) and total.is_count:
        counted = sum((part.value for part in parts), Decimal(0))
        return Verdict.OK if counted == total.value else Verdict.ERROR, counted, Decimal(0)
    printed_sum = sum((part.amount for part in parts), Decimal(0))
    slack = sum((claim.step * HALF for claim in (total, *parts)), Decimal(0))
    for target, *amounts in readings((total, *parts)):
        if sum(amounts, Decimal(0)) == target:
            return Verdict.OK, sum(amounts, Decimal(0)), slack
    for target, *amounts in readings((total, *parts)):
        low = sum((interval(part, amount)[0] for part, amount in zip(parts, amounts, strict=True)), Decimal(0))
        high = sum((interval(part, amount)[1] for part, amount in zip(parts, amounts, strict=True)), Decimal(0))
        least, most = interval(total, target)
        if low <= most and least <= high:
            return Verdict.ROUNDING, sum(amounts, Decimal(0)), slack
    return Verdict.ERROR, printed_sum, slack


def percent_of(part: Decimal, whole: Decimal) -> Decimal:
    """The share in hundredths."""
    return part * 100 / whole


def share_verdict(percent: Claim, part: tuple[Decimal, Decimal], whole: tuple[Decimal, Decimal]) -> Verdict:
    """Whether a printed percentage is the share of two intervals: officials truncate as often as they round, so that
    a whole unit of the last printed digit is still rounding."""
    if whole[0] <= 0:
        return Verdict.ERROR
    low, high = percent_of(part[0], whole[1]), percent_of(part[1], whole[0])
    step = Decimal(1).scaleb(-percent.places)
    coarse = step * 10 if percent.places and percent.value % (step * 10) == 0 else step  # 17,30% may be 17,3% padded
    exact = low - step * HALF <= percent.value <= high + step * HALF
    if exact and percent.qualifier is Qualifier.EXACT:
        return Verdict.OK
    least, most = interval(percent)
    return Verdict.ROUNDING if low - coarse <= most and least <= high + coarse else Verdict.ERROR
