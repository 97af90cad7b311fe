"""Percentages against their figures: `85/20.985 hồ sơ (chiếm 0,41%)`, `24 xã, chiếm 28,24%`, `đạt`, `bằng`.

A share of a printed `a/b` is checked outright. A share whose whole must be looked for is confirmed by any figure nearby
that fits; it is an error only when the nearest whole is plain and a slip of the hand explains the difference.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from gandan.pure.claims import levels, units
from gandan.pure.claims.arithmetic import interval, share_verdict
from gandan.pure.claims.layout import Line
from gandan.pure.claims.model import Claim, Relation
from gandan.pure.claims.relations.broken_shares import by_count, by_nearest, by_siblings, of_stated
from gandan.pure.claims.relations.fractions import of_fraction
from gandan.pure.claims.relations.percentages import CUE, OTHER_MEASURE, Share, amounts, is_plan, told
from gandan.pure.claims.relations.worded_shares import of_worded
from gandan.pure.claims.words import Nature, Verdict
from gandan.pure.vietnamese.patterns import lazy_pattern

_OUT_OF = lazy_pattern(r"(?:trên|trong|/)(?: tổng)?(?: số)? ?$")
_PLAN_STATED = lazy_pattern(
    r" (?:so với )?(?:kế hoạch|dự toán|chỉ tiêu|tổng)[^\ue000-\ue004;.()]{0,40}\((?:là |kế hoạch )?"
    r"| (?:so với )?(?:kế hoạch|dự toán|chỉ tiêu|tổng)[^\ue000-\ue004,;:.()]{0,40} là "
)
_BRACKET = lazy_pattern(r" ?\( ?(?:với |có |là |tương ứng )?")
_NEAR = 300
_WHOLE = Decimal("1.0001")
_WIDEST = Decimal("0.3")
_FAR_BACK, _FAR_ON, _MOST = 700, 320, 40


def shares(lines: Sequence[Line]) -> Iterator[Relation]:
    """Every share whose figures are both in the text."""
    pairs: list[Share] = []
    for line in lines:
        for percent in line.claims:
            if percent.nature is Nature.PERCENT and not percent.change and percent.unit == "%":
                relation, pair = of_fraction(line, percent), None
                if relation is not None:
                    yield relation
                else:
                    pair = _host(line, percent)
                if pair is not None:
                    pairs.append(pair)
                elif relation is None:
                    yield from _explained(line, percent)
    yield from _of_amounts(pairs)


def _host(line: Line, percent: Claim) -> Share | None:
    """The figure that the percentage speaks of: right before it, tied by "chiếm", "đạt" … or an opening bracket."""
    index = bisect_left(line.claims, percent.start, key=lambda claim: claim.start)
    if not index:
        return None
    host = line.claims[index - 1]
    gap = line.page.mask[host.end : percent.start]
    if host.nature is not Nature.AMOUNT or len(gap) > 110 or ";" in gap:
        return None
    if not CUE.search(gap) or OTHER_MEASURE.search(gap) or (host.change and "(" not in gap):
        return None
    if index >= 2 and _is_counted(line.claims[index - 2], host):
        of = line.page.mask[line.claims[index - 2].end : host.start]
        if _OUT_OF.search(of):
            return Share(line, percent, line.claims[index - 2], whole=host)
    return Share(line, percent, host, rise=bool(host.change), whole=_stated(line, percent, host, index))


def _explained(line: Line, percent: Claim) -> Iterator[Relation]:
    """ "Tỷ lệ sở hữu đạt 27,4% (54 tàu bay)": the part stands in brackets behind its share; only ever confirmed."""
    index = bisect_left(line.claims, percent.end, key=lambda claim: claim.start)
    part = line.claims[index] if index < len(line.claims) else None
    if part is None or part.nature is not Nature.AMOUNT or part.change or not percent.places:
        return
    if not _BRACKET.fullmatch(line.page.mask, percent.end, part.start):
        return
    pair = Share(line, percent, part)
    for whole in (claim for claim in _wholes(pair) if claim.start < percent.start):
        verdict = _fits(pair, whole)
        if verdict is not Verdict.ERROR:
            yield told(line.page, verdict, percent, part, whole)
            return


def _with_rest(pair: Share) -> Relation | None:
    """ "204 hồ sơ đúng hạn (chiếm 99,51%), 1 hồ sơ quá hạn": part and rest make the whole; only ever confirmed."""
    page, part = pair.line.page, pair.part
    if not pair.percent.places:
        return None
    here = bisect_left(page.starts, part.start)
    for rest in (*page.claims[max(0, here - 3) : here], *page.claims[here + 1 : here + 5]):
        near = (
            rest.nature is Nature.AMOUNT and units.equal(rest.unit, part.unit) and abs(rest.start - part.start) < _NEAR
        )
        base = part.amount + rest.amount
        near = near and bool(base) and rest.scale == part.scale and not rest.change
        if near and share_verdict(pair.percent, interval(part), (base, base)) is Verdict.OK:
            return told(page, Verdict.OK, pair.percent, part, None, base=base)
    return None


def _stated(line: Line, percent: Claim, host: Claim, index: int) -> Claim | None:
    """The plan in brackets behind the share: "đạt 121,55% kế hoạch (1.000 triệu đồng)"."""
    following = line.claims[index + 1] if index + 1 < len(line.claims) else None
    if following is None or not _is_counted(following, host) or following.amount == host.amount:
        return None
    return following if _PLAN_STATED.fullmatch(line.page.mask, percent.end, following.start) else None


def _is_counted(claim: Claim, host: Claim) -> bool:
    return claim.nature is Nature.AMOUNT and not claim.change and units.kin(claim.unit, host.unit)


def _of_amounts(pairs: Sequence[Share]) -> Iterator[Relation]:
    settled: list[tuple[Share, Claim]] = []
    for index, pair in enumerate(pairs):
        if pair.rise:
            alike = None if levels.grown(pair.line.page, pair.part, pair.percent) else by_siblings(pairs, index)
            if alike is not None:
                yield alike
            continue
        if pair.whole is not None:
            verdict = _fits(pair, replace(pair.whole, scale=Decimal(1), value=pair.whole.amount, other=None))
            settled += [(pair, pair.whole)] if verdict is not Verdict.ERROR else []
            yield from of_stated(pair, pair.whole, verdict)
            continue
        wholes = _wholes(pair)
        fitting = [(whole, verdict) for whole in wholes if (verdict := _fits(pair, whole)) is not Verdict.ERROR]
        if fitting:
            whole, verdict = min(
                fitting, key=lambda one: (one[1] is not Verdict.OK, abs(one[0].start - pair.part.start))
            )
            settled.append((pair, whole))
            yield told(pair.line.page, verdict, pair.percent, pair.part, whole)
            continue
        broken = by_siblings(pairs, index) or by_nearest(pair, wholes) or by_count(pair)
        broken = broken or of_worded(pairs, index, settled, wholes) or _with_rest(pair)
        if broken is not None:
            yield broken


def _wholes(pair: Share) -> list[Claim]:
    """Figures nearby that may be the whole, nearest first: of the same unit, before or a little after."""
    page, part = pair.line.page, pair.part
    low = bisect_left(page.starts, part.start - _FAR_BACK)
    here = bisect_left(page.starts, part.start)
    high = bisect_left(page.starts, pair.percent.end + _FAR_ON)
    before = page.claims[max(low, here - _MOST) : here][::-1]
    after = page.claims[here + 1 : min(high, here + 12)]
    return [claim for claim in (*before, *after) if _may_be_whole(claim, part)]


def _may_be_whole(claim: Claim, part: Claim) -> bool:
    if claim.nature is Nature.PERCENT or claim.change:
        return False
    return units.holds(claim.unit, part.unit)


def _fits(pair: Share, whole: Claim) -> Verdict:
    best = Verdict.ERROR
    for amount in amounts(whole):
        for part in (pair.part.value, pair.part.other):
            if part is None or amount <= 0:
                continue
            value = part * pair.part.scale
            if abs(value * 100 - pair.percent.value * amount) > amount * (pair.percent.value * _WIDEST + 2):
                continue  # nothing that rounding or "hơn" could mend
            if value > amount * _WHOLE and not is_plan(pair):
                continue
            verdict = share_verdict(pair.percent, interval(pair.part, value), interval(whole, amount))
            if verdict is Verdict.OK:
                return verdict
            best = verdict if verdict is not Verdict.ERROR else best
    return best
