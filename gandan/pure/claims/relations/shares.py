"""Percentages against their figures: `85/20.985 hồ sơ (chiếm 0,41%)`, `24 xã, chiếm 28,24%`, `đạt`, `bằng`.

A share of a printed `a/b` is checked outright. A share whose whole must be looked for is confirmed by any figure nearby
that fits; it is an error only when the nearest whole is plain and a slip of the hand explains the difference.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from gandan.pure.claims import levels, repairs, units
from gandan.pure.claims.arithmetic import interval, percent_of, share_verdict
from gandan.pure.claims.findings import tell
from gandan.pure.claims.layout import Line
from gandan.pure.claims.model import Claim, Relation, Repair
from gandan.pure.claims.reader import Page
from gandan.pure.claims.repairs import Slip
from gandan.pure.claims.words import Kind, Nature, Qualifier, Verdict
from gandan.pure.speech import Said
from gandan.pure.vietnamese import numerals

_CUE = re.compile(r"chiếm|đạt|t[ỷỉ] lệ|t[ỷỉ] trọng|bằng|tương đương|tương ứng|\(")
_OTHER_MEASURE = re.compile(r"tăng|giảm|vượt|cao hơn|thấp hơn|so với cùng|cùng kỳ|lãi suất|tốc độ|mức hỗ trợ|trong đó")
_OUT_OF = re.compile(r"(?:trên|trong|/)(?: tổng)?(?: số)? ?$")
_PLAN_STATED = re.compile(
    r" (?:so với )?(?:kế hoạch|dự toán|chỉ tiêu|tổng số)[^\ue000-\ue004;.()]{0,30}\((?:là |kế hoạch )?"
)
_PLAN_AFTER = re.compile(r"[ )]{0,2}(?:so(?: với)?|kế hoạch|dự toán|chỉ tiêu|yêu cầu|nghị quyết|mục tiêu|kh\b|cùng kỳ)")
_OF_ALL = re.compile(r" (?:trên |trong |so với )?tổng số (?P<unit>[^\W\d_]+(?: [^\W\d_]+)?)")
_EXPLAINED = re.compile(r"\ue001 ?\( ?(?:tức |tương ứng |đạt |là )?$")  # "41,6% (140/336)": it explains the one before
_WIDEST = Decimal("0.3")
_FAR_BACK, _FAR_ON, _MOST = 700, 320, 40
_CLAUSE = 150


@dataclass(frozen=True, slots=True)
class _Share:
    """A percentage and the figure that it speaks of."""

    line: Line
    percent: Claim
    part: Claim
    rise: bool = False
    whole: Claim | None = None  # when the words themselves say of what it is the share


def shares(lines: Sequence[Line]) -> Iterator[Relation]:
    """Every share whose figures are both in the text."""
    pairs: list[_Share] = []
    for line in lines:
        for percent in line.claims:
            if percent.nature is Nature.PERCENT and not percent.change and percent.unit == "%":
                relation, pair = _of_fraction(line, percent), None
                if relation is not None:
                    yield relation
                else:
                    pair = _host(line, percent)
                if pair is not None:
                    pairs.append(pair)
    yield from _of_amounts(pairs)


# -- a/b --------------------------------------------------------------------------------------------------------------


def _of_fraction(line: Line, percent: Claim) -> Relation | None:
    """`24/85 xã …, chiếm 28,24%`, or `đạt 61,8% (61/98,7 km)`."""
    hosts = _fraction_after(line, percent) or _fractions_before(line, percent)
    if not hosts:
        return None
    best: tuple[Claim, Verdict] | None = None
    for host in hosts:
        verdict = fraction_verdict(percent, host)
        if verdict is not Verdict.ERROR:
            return _told(line.page, verdict, percent, host, None)
        best = best or (host, verdict)
    assert best is not None
    host = best[0]
    if percent.qualifier is not Qualifier.EXACT or _is_rest(percent, host):
        return None
    if _PLAN_AFTER.match(line.page.mask, percent.end) and not _slipped_fraction(percent, host):
        return _told(line.page, Verdict.QUESTION, percent, host, None)
    return _told(line.page, Verdict.ERROR, percent, host, None)


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
        if claim.nature is Nature.FRACTION and _CUE.search(gap) and not _OTHER_MEASURE.search(gap):
            found.append(claim)
        elif claim.nature is Nature.AMOUNT and not found and "(" not in gap[-40:]:
            return [] if _CUE.search(gap) else found
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


# -- n … p% -----------------------------------------------------------------------------------------------------------


def _host(line: Line, percent: Claim) -> _Share | None:
    """The figure that the percentage speaks of: right before it, tied by "chiếm", "đạt" … or an opening bracket."""
    index = bisect_left(line.claims, percent.start, key=lambda claim: claim.start)
    if not index:
        return None
    host = line.claims[index - 1]
    gap = line.page.mask[host.end : percent.start]
    if host.nature is not Nature.AMOUNT or len(gap) > 110 or ";" in gap:
        return None
    if not _CUE.search(gap) or _OTHER_MEASURE.search(gap) or (host.change and "(" not in gap):
        return None
    if index >= 2 and _is_counted(line.claims[index - 2], host):
        of = line.page.mask[line.claims[index - 2].end : host.start]
        if _OUT_OF.search(of):
            return _Share(line, percent, line.claims[index - 2], whole=host)
    return _Share(line, percent, host, rise=bool(host.change), whole=_stated(line, percent, host, index))


def _stated(line: Line, percent: Claim, host: Claim, index: int) -> Claim | None:
    """The plan in brackets behind the share: "đạt 121,55% kế hoạch (1.000 triệu đồng)"."""
    following = line.claims[index + 1] if index + 1 < len(line.claims) else None
    if following is None or not _is_counted(following, host):
        return None
    return following if _PLAN_STATED.fullmatch(line.page.mask, percent.end, following.start) else None


def _is_counted(claim: Claim, host: Claim) -> bool:
    return claim.nature is Nature.AMOUNT and not claim.change and units.kin(claim.unit, host.unit)


def _of_amounts(pairs: Sequence[_Share]) -> Iterator[Relation]:
    for index, pair in enumerate(pairs):
        if pair.rise:
            alike = None if levels.grown(pair.line.page, pair.part, pair.percent) else _by_siblings(pairs, index)
            if alike is not None:
                yield alike
            continue
        if pair.whole is not None:
            verdict = _fits(pair, replace(pair.whole, scale=Decimal(1), value=pair.whole.amount, other=None))
            yield from _of_stated(pair, pair.whole, verdict)
            continue
        wholes = _wholes(pair)
        fitting = [(whole, verdict) for whole in wholes if (verdict := _fits(pair, whole)) is not Verdict.ERROR]
        if fitting:
            whole, verdict = min(
                fitting, key=lambda one: (one[1] is not Verdict.OK, abs(one[0].start - pair.part.start))
            )
            yield _told(pair.line.page, verdict, pair.percent, pair.part, whole)
            continue
        broken = _by_siblings(pairs, index) or _by_nearest(pair, wholes) or _by_count(pair)
        if broken is not None:
            yield broken


def _wholes(pair: _Share) -> list[Claim]:
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
    return units.same(claim.unit, part.unit) or units.kin(claim.unit, part.unit) or units.general(claim.unit)


def _fits(pair: _Share, whole: Claim) -> Verdict:
    best = Verdict.ERROR
    for amount in _amounts(whole):
        for part in (pair.part.value, pair.part.other):
            if part is None or amount <= 0:
                continue
            if part * pair.part.scale > amount * Decimal("1.0001") and not _is_plan(pair):
                continue
            value = part * pair.part.scale
            if abs(value * 100 - pair.percent.value * amount) > amount * (pair.percent.value * _WIDEST + 2):
                continue  # nothing that rounding or "hơn" could mend
            verdict = share_verdict(pair.percent, interval(pair.part, value), interval(whole, amount))
            if verdict is Verdict.OK:
                return verdict
            best = verdict if verdict is not Verdict.ERROR else best
    return best


def _amounts(whole: Claim) -> list[Decimal]:
    values = [whole.value, whole.other, whole.whole, whole.whole_other]
    return [value * whole.scale for value in values if value is not None]


def _is_plan(pair: _Share) -> bool:
    return pair.percent.value > 100 or _PLAN_AFTER.match(pair.line.page.mask, pair.percent.end) is not None


def percent_slips(percent: Claim, computed: Decimal) -> set[Slip]:
    """By which slips of the hand the printed percentage could stand for the computed one."""
    step = Decimal(1).scaleb(-percent.places)
    targets = {computed.quantize(step, rounding=way) for way in (ROUND_HALF_UP, ROUND_FLOOR)}
    found = {Slip.LOST} if _dropped(percent, computed) else set()
    for target in targets:
        for old, new in _spelled(percent.value, target):
            slip = repairs.between(old, new)
            if slip is not None:
                found.add(slip)
    return found


def _dropped(percent: Claim, computed: Decimal) -> bool:
    """Whether one digit of the share was dropped: 2,07 written as 2,7."""
    finer = computed.quantize(Decimal(1).scaleb(-percent.places - 1), rounding=ROUND_HALF_UP)
    old, new = f"{percent.value:.{percent.places}f}", f"{finer:.{percent.places + 1}f}"
    whole, digits = old.split(".", maxsplit=1)[0], old.replace(".", "")
    return (
        percent.places > 0
        and new.split(".", maxsplit=1)[0] == whole
        and new[:-1] != old
        and any(
            new.replace(".", "")[:i] + new.replace(".", "")[i + 1 :] == digits for i in range(len(whole), len(digits))
        )
    )


def _spelled(value: Decimal, target: Decimal) -> list[tuple[str, str]]:
    places = max(0, -int(value.as_tuple().exponent))
    old, new = f"{value:.{places}f}".replace(".", ""), f"{target:.{places}f}".replace(".", "")
    width = max(len(old), len(new))
    return [(old, new), (old.zfill(width), new.zfill(width))]


def part_slips(part: Claim, percent: Claim, whole: Decimal) -> set[Slip]:
    """By which slips of the hand the part could stand for what the percentage says of the whole."""
    step = Decimal(1).scaleb(-percent.places)
    low, high = whole * (percent.value - step) / 100, whole * (percent.value + step) / 100
    if any(low <= other * part.scale <= high for other in repairs.swaps(part)):
        return {Slip.SWAP}
    if percent.places < 2 or part.step or high - low > 1:
        return set()
    near = (whole * percent.value / 100).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    slip = repairs.slip(part, near) if low <= near <= high and near > 0 else None
    return {slip} if slip is not None else set()


# -- what cannot be right ---------------------------------------------------------------------------------------------


def _of_stated(pair: _Share, whole: Claim, verdict: Verdict) -> Iterator[Relation]:
    """The words say of what it is the share: it is, or it is not."""
    exact = all(claim.qualifier is Qualifier.EXACT for claim in (pair.part, pair.percent, whole))
    if verdict is not Verdict.ERROR or exact:
        yield _told(pair.line.page, verdict, pair.percent, pair.part, whole)


def _by_siblings(pairs: Sequence[_Share], index: int) -> Relation | None:
    """The other shares of the same list agree on a whole, stated or not, and this one alone does not."""
    pair = pairs[index]
    near = [
        other
        for other in pairs[max(0, index - 6) : index + 7]
        if other is not pair
        and abs(other.part.start - pair.part.start) < _FAR_BACK * 2
        and units.equal(other.part.unit, pair.part.unit)
        and other.part.qualifier is Qualifier.EXACT
    ]
    if not near or pair.part.qualifier is not Qualifier.EXACT or pair.percent.qualifier is not Qualifier.EXACT:
        return None
    bases = _common_wholes(near, pair)
    for base in bases:
        if share_verdict(pair.percent, interval(pair.part), (base, base)) is not Verdict.ERROR:
            return _told(pair.line.page, Verdict.OK, pair.percent, pair.part, None, base=base)
    for base in bases:
        computed = percent_of(pair.part.amount, base)
        slips = percent_slips(pair.percent, computed) | part_slips(pair.part, pair.percent, base)
        enough = {Slip.SWAP, Slip.SHIFT, Slip.LOST, Slip.DIGIT} if len(near) >= 3 else {Slip.SWAP}
        if slips & enough and pair.percent.places >= (1 if len(near) >= 2 else 2):
            return _told(pair.line.page, Verdict.ERROR, pair.percent, pair.part, None, base=base)
    return None


def _common_wholes(near: Sequence[_Share], pair: _Share) -> list[Decimal]:
    """Wholes on which all but one of the neighbours agree; a single neighbour must be printed to two decimals."""
    del pair
    spans = [_implied(other) for other in near]
    found = []
    for low, high in spans:
        agreeing = sum(1 for one, two in spans if one <= high and low <= two)
        if agreeing >= max(1, len(spans) - 1) and (len(spans) > 1 or near[0].percent.places >= 2):
            found.append(((low + high) / 2).quantize(Decimal(1)) if high - low >= 1 else (low + high) / 2)
    return found[:3]


def _implied(pair: _Share) -> tuple[Decimal, Decimal]:
    step = Decimal(1).scaleb(-pair.percent.places)
    value = max(pair.percent.value, step)
    return pair.part.amount * 100 / (value + step), pair.part.amount * 100 / max(value - step, step / 10)


_TIE = re.compile(r"đã|trong đó|giải quyết|xử lý|hoàn thành|thực hiện|mới|trong số|có|được|đạt|còn|nộp|trả|là")


def _by_nearest(pair: _Share, wholes: Sequence[Claim]) -> Relation | None:
    """The nearest figure of the same unit before the part is its whole; a slip of the hand explains the difference."""
    part, percent, page = pair.part, pair.percent, pair.line.page
    before = [whole for whole in wholes if whole.start < part.start]
    if not before or not units.kin(before[0].unit, part.unit) or not _near_enough(page, before[0], part):
        return None
    exact = (part.qualifier, percent.qualifier, before[0].qualifier) == (Qualifier.EXACT,) * 3
    likely = [*before[:2], max(before[:8], key=lambda claim: claim.amount)]
    for whole in likely if exact else ():
        amount = max(_amounts(whole))
        planned = _is_plan(pair) and whole is before[0]
        if amount < 20 or not units.kin(whole.unit, part.unit) or (amount < part.amount and not planned):
            continue
        slips = percent_slips(percent, percent_of(part.amount, amount))
        if slips & {Slip.SWAP, Slip.SHIFT} or (Slip.LOST in slips and percent.places):
            return _told(page, Verdict.ERROR, percent, part, whole)
        if whole is before[0] and _nearest_slip(pair, whole, amount, slips):
            return _told(page, Verdict.ERROR, percent, part, whole)
    return None


def _nearest_slip(pair: _Share, whole: Claim, amount: Decimal, slips: set[Slip]) -> bool:
    """Vaguer slips count only against the very nearest whole, when the words tie the two together."""
    page, part, percent = pair.line.page, pair.part, pair.percent
    gap = page.mask[whole.end : part.start]
    if len(gap) > 120 or "." in gap or ";" in gap:
        return False
    if percent.places and whole.scale == part.scale and whole.whole is None:
        step = Decimal(1).scaleb(-percent.places)
        others = [other * whole.scale for other in repairs.swaps(whole) if other > 0]
        if part_slips(part, percent, amount) or any(
            abs(percent_of(part.amount, other) - percent.value) <= step for other in others
        ):
            return True
    return Slip.DIGIT in slips and not _is_plan(pair) and _TIE.search(gap) is not None


def _near_enough(page: Page, whole: Claim, part: Claim) -> bool:
    gap = page.mask[whole.end : part.start]
    return len(gap) <= 260 and gap.count(".") + gap.count("\n") <= 2


def _by_count(pair: _Share) -> Relation | None:
    """`80 xã, đạt 61,24% tổng số xã`: no whole number of communes gives that share."""
    part, percent, page = pair.part, pair.percent, pair.line.page
    match = _OF_ALL.match(page.mask, percent.end)
    if match is None or not units.equal(match["unit"].split()[0], part.unit.split()[0] if part.unit else ""):
        return None
    if part.step or percent.places < 2 or part.qualifier is not Qualifier.EXACT or percent.value <= 0:
        return None
    step = Decimal(1).scaleb(-percent.places)
    low, high = part.amount * 100 / (percent.value + step), part.amount * 100 / (percent.value - step)
    if low.to_integral_value(ROUND_FLOOR) != high.to_integral_value(ROUND_FLOOR) or low == low.to_integral_value():
        return None
    return _uncountable(page, percent, part)


def _uncountable(page: Page, percent: Claim, part: Claim) -> Relation:
    whole = part.amount * 100 / percent.value
    shown = numerals.decimal(whole, 2)
    found: list[Repair] = []
    for base in range(max(1, int(whole) - 2), int(whole) + 4):
        near = (percent.value * base / 100).quantize(Decimal(1), rounding=ROUND_HALF_UP)
        step = Decimal(1).scaleb(-percent.places)
        if near != part.amount and abs(percent_of(near, Decimal(base)) - percent.value) <= step / 2:
            found.append(repairs.repair(part, near))
            right = percent_of(part.amount, Decimal(base)).quantize(step, rounding=ROUND_HALF_UP)
            found.append(repairs.repair(percent, right))
    return tell(
        page,
        Kind.SHARE,
        Verdict.ERROR,
        (percent, part),
        claimed=percent.text,
        computed=shown,
        expression=f"{part.text} ÷ {percent.text} = {shown}",
        reason=Said(
            f"Không có tổng số {part.unit} nguyên nào mà {part.text} chiếm đúng {percent.text}.",
            f"No whole number of {part.unit} makes {part.text} exactly {percent.text} of it.",
        ),
        repairs=found,
    )


# -- telling ----------------------------------------------------------------------------------------------------------


def _told(
    page: Page, verdict: Verdict, percent: Claim, part: Claim, whole: Claim | None, *, base: Decimal | None = None
) -> Relation:
    amount, shown = _whole_of(part, whole, base, percent)
    value = part.amount if whole is not None or base is not None else part.value
    exact = percent_of(value, amount)
    computed = numerals.percent(exact, max(2, percent.places))
    claims = [percent, part] if whole is None else [percent, part, whole]
    wrong = verdict is Verdict.ERROR or verdict is Verdict.QUESTION
    reason = Said(
        f"{_plain(part)} ÷ {shown} = {computed}"
        + (f", không phải {percent.text}." if wrong else ", khớp với tỷ lệ ghi trong bài."),
        f"{_plain(part)} ÷ {shown} = {computed}" + (f", not {percent.text}." if wrong else ", as the text says."),
    )
    step = Decimal(1).scaleb(-percent.places)
    return tell(
        page,
        Kind.SHARE,
        verdict,
        claims,
        claimed=percent.text,
        computed=computed,
        expression=f"{_plain(part)} ÷ {shown} = {computed}",
        reason=reason,
        tolerance=step,
        repairs=_repairs(percent, part, exact, amount) if wrong else (),
        span=(min(part.start, percent.start), max(part.end, percent.end)),
    )


def _plain(part: Claim) -> str:
    return part.text.split("/")[0] if part.whole is not None else part.text


def _whole_of(part: Claim, whole: Claim | None, base: Decimal | None, percent: Claim) -> tuple[Decimal, str]:
    """The whole used and how it is printed."""
    if base is not None:
        return base, numerals.decimal(base / part.scale, part.places if base % 1 else 0)
    if whole is None:
        assert part.whole is not None
        return part.whole, part.text.split("/")[1]
    fitting = min(_amounts(whole), key=lambda amount: abs(percent_of(part.amount, amount) - percent.value))
    shown = whole.text if whole.whole is None else numerals.decimal(fitting / whole.scale)
    return fitting, shown


def _repairs(percent: Claim, part: Claim, exact: Decimal, whole: Decimal) -> list[Repair]:
    step = Decimal(1).scaleb(-percent.places)
    target = exact.quantize(step, rounding=ROUND_HALF_UP)
    found = [repairs.repair(percent, target)]
    if part.whole is None:
        for value in repairs.swaps(part):
            if abs(percent_of(value * part.scale, whole) - percent.value) <= step:
                found.append(repairs.repair(part, value * part.scale, Slip.SWAP))
    return found
