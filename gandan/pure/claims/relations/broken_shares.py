"""Shares that cannot be right: what the words themselves say, what the neighbours agree on, what the nearest whole
gives but for a slip of the hand, and what no whole number can give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from gandan.pure.claims import repairs, units
from gandan.pure.claims.arithmetic import interval, percent_of, share_verdict
from gandan.pure.claims.findings import tell
from gandan.pure.claims.model import Claim, Relation, Repair
from gandan.pure.claims.reader import Page
from gandan.pure.claims.relations.percentages import Share, amounts, is_plan, part_slips, percent_slips, told
from gandan.pure.claims.repairs import Slip
from gandan.pure.claims.words import Kind, Qualifier, Verdict
from gandan.pure.speech import Said
from gandan.pure.vietnamese import numerals
from gandan.pure.vietnamese.patterns import lazy_pattern

_OF_ALL = lazy_pattern(r" (?:trên |trong |so với )?tổng số (?P<unit>[^\W\d_]+(?: [^\W\d_]+)?)")
_OF_UNIT = lazy_pattern(r" (?:trên |trong |của )?(?:tổng )?số (?P<unit>[^\W\d_]+(?: việc| sơ)?)")
_TIE = lazy_pattern(r"đã|trong đó|giải quyết|xử lý|hoàn thành|thực hiện|mới|trong số|có|được|đạt|còn|nộp|trả|là")
_NEIGHBOURHOOD = 1400


def of_stated(pair: Share, whole: Claim, verdict: Verdict) -> Iterator[Relation]:
    """The words say of what it is the share: it is, or it is not."""
    exact = all(claim.qualifier is Qualifier.EXACT for claim in (pair.part, pair.percent, whole))
    if verdict is not Verdict.ERROR or exact:
        yield told(pair.line.page, verdict, pair.percent, pair.part, whole)


def by_siblings(pairs: Sequence[Share], index: int) -> Relation | None:
    """The other shares of the same list agree on a whole, stated or not, and this one alone does not."""
    pair = pairs[index]
    near = [
        other
        for other in pairs[max(0, index - 6) : index + 7]
        if other is not pair
        and abs(other.part.start - pair.part.start) < _NEIGHBOURHOOD
        and units.equal(other.part.unit, pair.part.unit)
        and other.part.qualifier is Qualifier.EXACT
    ]
    if not near or pair.part.qualifier is not Qualifier.EXACT or pair.percent.qualifier is not Qualifier.EXACT:
        return None
    bases = _common_wholes(near, pair)
    for base in bases:
        if share_verdict(pair.percent, interval(pair.part), (base, base)) is not Verdict.ERROR:
            return told(pair.line.page, Verdict.OK, pair.percent, pair.part, None, base=base)
    for base in bases:
        computed = percent_of(pair.part.amount, base)
        slips = percent_slips(pair.percent, computed) | part_slips(pair.part, pair.percent, base)
        enough = {Slip.SWAP, Slip.SHIFT, Slip.LOST, Slip.DIGIT} if len(near) >= 3 else {Slip.SWAP}
        if slips & enough and pair.percent.places >= (1 if len(near) >= 2 else 2):
            return told(pair.line.page, Verdict.ERROR, pair.percent, pair.part, None, base=base)
    return None


def _common_wholes(near: Sequence[Share], pair: Share) -> list[Decimal]:
    """Wholes on which all but one of the neighbours agree; a single neighbour must be printed to two decimals."""
    del pair
    spans = [_implied(other) for other in near]
    found = []
    for low, high in spans:
        agreeing = sum(1 for one, two in spans if one <= high and low <= two)
        if agreeing >= max(1, len(spans) - 1) and (len(spans) > 1 or near[0].percent.places >= 2):
            found.append(((low + high) / 2).quantize(Decimal(1)) if high - low >= 1 else (low + high) / 2)
    return found[:3]


def _implied(pair: Share) -> tuple[Decimal, Decimal]:
    step = Decimal(1).scaleb(-pair.percent.places)
    value = max(pair.percent.value, step)
    return pair.part.amount * 100 / (value + step), pair.part.amount * 100 / max(value - step, step / 10)


def by_nearest(pair: Share, wholes: Sequence[Claim]) -> Relation | None:
    """The nearest figure of the same unit before the part is its whole; a slip of the hand explains the difference."""
    part, percent, page = pair.part, pair.percent, pair.line.page
    before = [whole for whole in wholes if whole.start < part.start]
    if not before or not units.kin(before[0].unit, part.unit) or not _near_enough(page, before[0], part):
        return None
    exact = (part.qualifier, percent.qualifier, before[0].qualifier) == (Qualifier.EXACT,) * 3
    likely = [*before[:2], max(before[:8], key=lambda claim: claim.amount)]
    for whole in likely if exact else ():
        amount = max(amounts(whole))
        planned = is_plan(pair) and whole is before[0]
        if whole is before[0] and _fell_short(pair, whole):
            return told(page, Verdict.ERROR, percent, part, whole)
        if amount < 20 or not units.kin(whole.unit, part.unit) or (amount < part.amount and not planned):
            continue
        slips = percent_slips(percent, percent_of(part.amount, amount))
        if slips & {Slip.SWAP, Slip.SHIFT} or (Slip.LOST in slips and percent.places):
            return told(page, Verdict.ERROR, percent, part, whole)
        if percent.places >= 2 and whole.scale == part.scale and Slip.SWAP in part_slips(part, percent, amount):
            return told(page, Verdict.ERROR, percent, part, whole)
        if whole is before[0] and _nearest_slip(pair, whole, amount, slips):
            return told(page, Verdict.ERROR, percent, part, whole)
    return None


def _fell_short(pair: Share, plan: Claim) -> bool:
    """ "Kế hoạch 50 cuộc, thực hiện 26 cuộc, đạt 124%": 62 with its digits swapped is 124% to the unit."""
    part, percent = pair.part, pair.percent
    short = (
        part.amount < plan.amount and percent.value > 100 and plan.whole is None and units.equal(part.unit, plan.unit)
    )
    return short and any(value * part.scale * 100 == percent.value * plan.amount for value in repairs.swaps(part))


def _nearest_slip(pair: Share, whole: Claim, amount: Decimal, slips: set[Slip]) -> bool:
    """Vaguer slips count only against the very nearest whole, when the words tie the two together."""
    page, part, percent = pair.line.page, pair.part, pair.percent
    gap = page.mask[whole.end : part.start]
    if len(gap) > 120 or "." in gap or ";" in gap:
        return _named_swap(pair, whole, gap)
    if percent.places and whole.scale == part.scale and whole.whole is None:
        step = Decimal(1).scaleb(-percent.places)
        others = [other * whole.scale for other in repairs.swaps(whole) if other > 0]
        if part_slips(part, percent, amount) or any(
            abs(percent_of(part.amount, other) - percent.value) <= step for other in others
        ):
            return True
    return Slip.DIGIT in slips and not is_plan(pair) and _TIE.search(gap) is not None


def _named_swap(pair: Share, whole: Claim, gap: str) -> bool:
    """Over a semicolon or a full stop: the words name the whole's unit, or there are decimals, and a swap fits."""
    page, part, percent = pair.line.page, pair.part, pair.percent
    if whole.scale != part.scale or whole.whole is not None or gap.count(".") + gap.count(";") > 1:
        return False
    named = _OF_UNIT.match(page.mask, percent.end)
    if named is not None and named["unit"] == whole.unit and whole.unit == part.unit:
        pairs = [
            *((value, whole.value) for value in repairs.swaps(part)),
            *((part.value, value) for value in repairs.swaps(whole)),
        ]
        return any(one * 100 == percent.value * two for one, two in pairs)
    return (
        bool(percent.places)
        and units.equal(whole.unit, part.unit)
        and Slip.SWAP in part_slips(part, percent, whole.amount)
    )


def _near_enough(page: Page, whole: Claim, part: Claim) -> bool:
    gap = page.mask[whole.end : part.start]
    return len(gap) <= 260 and gap.count(".") + gap.count("\n") <= 2


def by_count(pair: Share) -> Relation | None:
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
