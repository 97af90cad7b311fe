"""Shares of a printed whole: `85/20.985 hồ sơ (chiếm 0,41%)`, `đạt 61,8% (61/98,7 km)`: checked outright."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from decimal import Decimal

from gandan.pure.claims import repairs
from gandan.pure.claims.arithmetic import percent_of, share_verdict
from gandan.pure.claims.layout import Line
from gandan.pure.claims.model import Claim, Relation
from gandan.pure.claims.relations.percentages import CUE, OTHER_MEASURE, PLAN_AFTER, percent_slips, told
from gandan.pure.claims.words import Nature, Qualifier, Verdict
from gandan.pure.vietnamese.patterns import lazy_pattern

_EXPLAINED = lazy_pattern(
    r"\ue001 ?\( ?(?:tức |tương ứng |đạt |là )?$"
)  # "41,6% (140/336)": it explains the one before
_CLAUSE = 150


def of_fraction(line: Line, percent: Claim) -> Relation | None:
    """`24/85 xã …, chiếm 28,24%`, or `đạt 61,8% (61/98,7 km)`."""
    hosts = _fraction_after(line, percent) or _fractions_before(line, percent)
    if not hosts:
        return None
    best: tuple[Claim, Verdict] | None = None
    for host in hosts:
        verdict = fraction_verdict(percent, host)
        if verdict is not Verdict.ERROR:
            return told(line.page, verdict, percent, host, None)
        best = best or (host, verdict)
    assert best is not None
    host = best[0]
    if percent.qualifier is not Qualifier.EXACT or _is_rest(percent, host):
        return None
    if PLAN_AFTER.match(line.page.mask, percent.end) and not _slipped_fraction(percent, host):
        return told(line.page, Verdict.QUESTION, percent, host, None)
    return told(line.page, Verdict.ERROR, percent, host, None)


def _is_rest(percent: Claim, host: Claim) -> bool:
    """Whether the percentage is what is missing to the whole: "ít hơn 03 vụ = 1,6% (180/183 vụ)"."""
    assert host.whole is not None
    rest = 100 - percent_of(host.value, host.whole)
    return abs(abs(rest) - percent.value) <= Decimal(1).scaleb(-percent.places)


def _fractions_before(line: Line, percent: Claim) -> list[Claim]:
    index = bisect_left(line.claims, percent.start, key=lambda claim: claim.start)
    found: list[Claim] = []
    for claim in reversed(line.claims[max(0, index - 4) : index]):
        gap = line.page.mask[claim.end : percent.start]
        if claim.nature is Nature.FRACTION and _EXPLAINED.search(line.page.mask, max(0, claim.start - 12), claim.start):
            break
        if claim.nature is Nature.PERCENT or len(gap) > _CLAUSE or ";" in gap:
            break
        if claim.nature is Nature.FRACTION and CUE.search(gap) and not OTHER_MEASURE.search(gap):
            found.append(claim)
        elif claim.nature is Nature.AMOUNT and not found and "(" not in gap[-40:]:
            return [] if CUE.search(gap) else found
    return found


def _fraction_after(line: Line, percent: Claim) -> list[Claim]:
    index = bisect_left(line.claims, percent.end, key=lambda claim: claim.start)
    if index < len(line.claims) and line.claims[index].nature is Nature.FRACTION:
        gap = line.page.mask[percent.end : line.claims[index].start]
        if re.fullmatch(r" ?\( ?(?:tức |tương ứng |đạt |là )?", gap):
            return [line.claims[index]]
    return []


def fraction_verdict(percent: Claim, host: Claim) -> Verdict:
    """Whether the percentage is that of the printed `a/b`, in any reading of its commas."""
    assert host.whole is not None
    worst = Verdict.ERROR
    for part in (host.value, host.other):
        for whole in (host.whole, host.whole_other):
            if part is None or whole is None or whole == 0:
                continue
            half = Decimal(1).scaleb(-host.places) / 2 if host.places else Decimal(0)
            whole_half = Decimal(1).scaleb(-host.whole_places) / 2 if host.whole_places else Decimal(0)
            verdict = share_verdict(percent, (part - half, part + half), (whole - whole_half, whole + whole_half))
            if verdict is Verdict.OK:
                return verdict
            worst = verdict if verdict is not Verdict.ERROR else worst
    return worst


def _slipped_fraction(percent: Claim, host: Claim) -> bool:
    """Whether one slip, in the share or on either side of the stroke, explains the difference."""
    assert host.whole is not None
    if percent_slips(percent, percent_of(host.value, host.whole)):
        return True
    whole = replace(host, value=host.whole, places=host.whole_places)
    return any(
        abs(percent_of(part, base) - percent.value) <= Decimal(1).scaleb(-percent.places)
        for part, base in (
            *((swapped, host.whole) for swapped in repairs.swaps(host)),
            *((host.value, swapped) for swapped in repairs.swaps(whole)),
        )
        if base > 0
    )
