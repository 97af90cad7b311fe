"""Shares that make up a whole: "48,82% - 31,75% - 19,43%" add to 100."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from gandan.pure.claims import repairs
from gandan.pure.claims.findings import tell
from gandan.pure.claims.layout import Line
from gandan.pure.claims.model import Claim, Relation
from gandan.pure.claims.repairs import Slip
from gandan.pure.claims.words import Kind, Nature, Qualifier, Verdict
from gandan.pure.speech import Said
from gandan.pure.vietnamese import numerals
from gandan.pure.vietnamese.patterns import lazy_pattern

_LISTED = lazy_pattern(r" ?[-–;,] ?| và ")
_RESPECTIVELY = lazy_pattern(r"tương ứng|lần lượt|cơ cấu|tỷ trọng")
_LATE = lazy_pattern(r"(?:trễ|quá|chậm)(?: thời)? h[ạẹ]n")
_ON_TIME = lazy_pattern(r"đúng(?: và trước| và sớm)? (?:thời )?h[ạẹ]n|đúng hẹn")
_HUNDRED = Decimal(100)


def hundreds(lines: Sequence[Line]) -> Iterator[Relation]:
    """Lists of shares that add to a hundred, or that one swap of digits keeps from it."""
    for line in lines:
        shares = [claim for claim in line.claims if _is_share(claim)]
        if 2 <= len(shares) <= 12:
            relation = _whole(line, shares)
            if relation is not None:
                yield relation
                continue
            inner = _inner(line, shares)
            if inner is not None:
                yield inner


def _is_share(claim: Claim) -> bool:
    return claim.nature is Nature.PERCENT and not claim.change and claim.value < _HUNDRED and claim.unit == "%"


def _whole(line: Line, shares: Sequence[Claim]) -> Relation | None:
    total = sum((claim.value for claim in shares), Decimal(0))
    slack = sum((claim.step / 2 for claim in shares), Decimal(0))
    if abs(total - _HUNDRED) <= slack and (len(shares) >= 3 or _complementary(line, shares)):
        return _told(line, Verdict.OK if total == _HUNDRED else Verdict.ROUNDING, shares, total)
    if any(claim.qualifier is not Qualifier.EXACT for claim in shares):
        return None
    listed = len(shares) >= 3 and _is_list(line, shares)
    if (listed or _complementary(line, shares)) and _slip(shares, total) is not None:
        return _told(line, Verdict.ERROR, shares, total)
    return None


def _inner(line: Line, shares: Sequence[Claim]) -> Relation | None:
    """Some shares in a row among others that make exactly a hundred: only ever confirmed."""
    for size in range(3, len(shares)):
        for start in range(len(shares) - size + 1):
            run = shares[start : start + size]
            if any(claim.places for claim in run) and sum(claim.value for claim in run) == _HUNDRED:
                return _told(line, Verdict.OK, run, _HUNDRED)
    words = line.words
    if len(shares) >= 3 and _ON_TIME.search(words) and _LATE.search(words):
        for one, two in combinations([claim for claim in shares if claim.places], 2):
            if one.value + two.value == _HUNDRED:
                return _told(line, Verdict.OK, (one, two), _HUNDRED)
    return None


def _complementary(line: Line, shares: Sequence[Claim]) -> bool:
    """Two shares, on time and late, with nothing between them."""
    if len(shares) != 2 or len(line.claims) < 2:
        return False
    words = line.page.mask[max(line.start, shares[0].start - 40) : shares[1].end + 20]
    close = shares[1].start - shares[0].end <= 60
    early = re.search(r"trước h[ạẹ]n|sớm h[ạẹ]n", words) is not None
    return close and not early and _ON_TIME.search(words) is not None and _LATE.search(words) is not None


def _is_list(line: Line, shares: Sequence[Claim]) -> bool:
    """One bare list of shares, announced as such."""
    gaps = [line.page.mask[one.end : two.start] for one, two in pairwise(shares)]
    head = line.page.mask[max(line.start, shares[0].start - 160) : shares[0].start]
    return all(_LISTED.fullmatch(gap) for gap in gaps) and _RESPECTIVELY.search(head) is not None


def _slip(shares: Sequence[Claim], total: Decimal) -> tuple[Claim, Decimal] | None:
    for claim in shares:
        target = claim.value + _HUNDRED - total
        if target > 0 and repairs.slip(claim, target) is Slip.SWAP:
            return claim, target
    return None


def _told(line: Line, verdict: Verdict, shares: Sequence[Claim], total: Decimal) -> Relation:
    shown = numerals.percent(total)
    expression = " + ".join(claim.text for claim in shares) + f" = {shown}"
    slip = _slip(shares, total) if verdict is Verdict.ERROR else None
    reasons = {
        Verdict.OK: Said("Các tỷ lệ cộng lại đúng 100%.", "The shares add up to 100%."),
        Verdict.ROUNDING: Said(
            "Các tỷ lệ cộng lại bằng 100% do làm tròn.", "The shares add up to 100% within rounding."
        ),
        Verdict.ERROR: Said(
            f"Các tỷ lệ cộng lại được {shown}, không phải 100%.", f"The shares add up to {shown}, not 100%."
        ),
    }
    return tell(
        line.page,
        Kind.SUM,
        verdict,
        shares,
        claimed="100%",
        computed=shown,
        expression=expression,
        reason=reasons[verdict],
        tolerance=sum((claim.step / 2 for claim in shares), Decimal(0)),
        repairs=[repairs.repair(slip[0], slip[1])] if slip else (),
    )
