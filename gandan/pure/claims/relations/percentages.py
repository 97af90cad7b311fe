"""A percentage beside its figure: how it would have been mistyped, and how it is told."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from gandan.pure.claims import repairs
from gandan.pure.claims.arithmetic import percent_of
from gandan.pure.claims.findings import tell
from gandan.pure.claims.layout import Line
from gandan.pure.claims.model import Claim, Relation, Repair
from gandan.pure.claims.reader import Page
from gandan.pure.claims.repairs import Slip
from gandan.pure.claims.words import Kind, Verdict
from gandan.pure.speech import Said
from gandan.pure.vietnamese import numerals
from gandan.pure.vietnamese.patterns import lazy_pattern

_COPIED = Said("chép lặp tỷ lệ đứng trước", "copied from the share before it")
CUE = lazy_pattern(r"chiếm|đạt|t[ỷỉ] lệ|t[ỷỉ] trọng|bằng|tương đương|tương ứng|\(")
OTHER_MEASURE = lazy_pattern(r"tăng|giảm|vượt|cao hơn|thấp hơn|so với cùng|cùng kỳ|lãi suất|tốc độ|mức hỗ trợ|trong đó")
PLAN_AFTER = lazy_pattern(
    r"[ )]{0,2}(?:so(?: với)?|kế hoạch|dự toán|chỉ tiêu|yêu cầu|nghị quyết|mục tiêu|kh\b|cùng kỳ)"
)


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage and the figure that it speaks of."""

    line: Line
    percent: Claim
    part: Claim
    rise: bool = False
    whole: Claim | None = None  # when the words themselves say of what it is the share


def amounts(whole: Claim) -> list[Decimal]:
    values = [whole.value, whole.other, whole.whole, whole.whole_other]
    return [value * whole.scale for value in values if value is not None]


def is_plan(pair: Share) -> bool:
    return pair.percent.value > 100 or PLAN_AFTER.match(pair.line.page.mask, pair.percent.end) is not None


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


def told(
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
        repairs=_repairs(page, percent, part, exact, amount) if wrong else (),
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
    fitting = min(amounts(whole), key=lambda amount: abs(percent_of(part.amount, amount) - percent.value))
    shown = whole.text if whole.whole is None else numerals.decimal(fitting / whole.scale)
    return fitting, shown


def _copied(page: Page, percent: Claim) -> bool:
    """Whether the share right before this one is printed the same: copied from its neighbour."""
    here = bisect_left(page.starts, percent.start)
    near = [claim for claim in page.claims[max(0, here - 4) : here] if claim.nature is percent.nature]
    return bool(near) and near[-1].value == percent.value and percent.start - near[-1].end <= 200


def _repairs(page: Page, percent: Claim, part: Claim, exact: Decimal, whole: Decimal) -> list[Repair]:
    step = Decimal(1).scaleb(-percent.places)
    target = exact.quantize(step, rounding=ROUND_HALF_UP)
    mended = repairs.repair(percent, target)
    found = [replace(mended, why=_COPIED) if _copied(page, percent) else mended]
    if part.whole is None:
        for value in repairs.swaps(part):
            if abs(percent_of(value * part.scale, whole) - percent.value) <= step:
                found.append(repairs.repair(part, value * part.scale, Slip.SWAP))
    return found
