"""Rises and falls: "giảm 54 vụ (23,37%)", "tăng 27,80% so cùng kỳ (21.546 tỷ đồng)", "từ 401 xuống 280, giảm 121"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from gandan.pure.claims import levels, repairs, units
from gandan.pure.claims.arithmetic import HALF, interval, percent_of, share_verdict
from gandan.pure.claims.findings import tell
from gandan.pure.claims.layout import Line
from gandan.pure.claims.model import Claim, Relation
from gandan.pure.claims.reader import Page
from gandan.pure.claims.relations.percentages import percent_slips
from gandan.pure.claims.repairs import Slip
from gandan.pure.claims.words import Kind, Nature, Qualifier, Verdict
from gandan.pure.speech import Said
from gandan.pure.vietnamese import numerals
from gandan.pure.vietnamese.patterns import lazy_pattern

_IN_WORDS = lazy_pattern(
    r"[^\ue000-\ue004;.\n]{0,30}?(?:\(|, ?|hay |tức )(?:tương (?:ứng|đương) |tức |bằng |hay |ước |với )*(?:tăng |"
    r"giảm |là )?"
    r"(?:gần |hơn |khoảng |trên )?[-+–]?"
)
_FORMER = lazy_pattern(
    r"[^\ue000-\ue004;\n.]{0,60}?(?:\ue004{4} )?\((?:cùng kỳ[^\ue000-\ue004;)]{0,24}|năm \ue004{4} (?:là|đạt) |năm "
    r"trước[^\ue000-\ue004;)]{0,16})?"
)
_FORMER_FIRST = lazy_pattern(r"[^\ue000-\ue004;\n.]{0,24}\((?:cùng kỳ|năm trước)[^\ue000-\ue004;)]{0,30}")
_RANGE = lazy_pattern(r"\btừ (?P<a>\ue000+)[^\ue000-\ue004;.\n]{0,40}\b(?:xuống|lên|còn)(?: còn| mức)? (?P<b>\ue000+)")
_NEAR = 60
_YEAR = lazy_pattern(r"năm \ue004{4}")


def growth(lines: Sequence[Line]) -> Iterator[Relation]:
    """Every change whose levels are in the text."""
    for line in lines:
        ranged = list(_ranges(line))
        yield from (relation for _, relation in ranged)
        settled = {start for start, _ in ranged}
        for index, claim in enumerate(line.claims):
            if index >= 2 and not claim.change and _goes_on(line, index):
                changed = replace(claim, change=line.claims[index - 2].change)
                yield from _rate(line, changed, line.claims[index + 1 : index + 2], True)
            if claim.change and claim.nature is Nature.AMOUNT:
                following = line.claims[index + 1 : index + 2]
                yield from _rate(line, claim, following, claim.start in settled)
            elif claim.change and claim.nature is Nature.PERCENT:
                yield from _former_level(line, claim)
            if claim.change and claim.start not in settled:
                yield from _series(line, claim)


# -- "giảm 54 vụ (giảm 23,37%)" ---------------------------------------------------------------------------------------


def _goes_on(line: Line, index: int) -> bool:
    """ "Giảm 96 người chết (13%) và 139 người bị thương (12%)": the second fell as the first did."""
    change, percent, claim = line.claims[index - 2 : index + 1]
    gap = line.page.mask[percent.end : claim.start] if claim.nature is Nature.AMOUNT and change.change else ""
    return gap in (") và ", "), ", "), và ") and percent.nature is Nature.PERCENT


def _rate(line: Line, change: Claim, following: Sequence[Claim], settled: bool) -> Iterator[Relation]:
    page = line.page
    if not following or following[0].nature is not Nature.PERCENT:
        return
    percent = following[0]
    if not _IN_WORDS.fullmatch(page.mask, change.end, percent.start):
        return
    found = levels.before(page, change)
    for level in found:
        verdict = levels.growth_verdict(level, change, percent)
        if verdict is not Verdict.ERROR:
            yield _told_rate(page, verdict, level, change, percent)
            return
    if settled or (percent.change == 0 and "(" not in page.mask[change.end : percent.start]):
        return
    if found and _of_new_level(found[0], change, percent):
        yield _told_rate(page, Verdict.QUESTION, found[0], change, percent)
        return
    wrong = _slipped(found, change, percent)
    if wrong is not None:
        yield _told_rate(page, Verdict.ERROR, wrong, change, percent)


def _of_new_level(level: Claim, change: Claim, percent: Claim) -> bool:
    """Whether the change was divided by what the level is now, not by what it was: a common error of method."""
    plain = percent.places > 0 and units.equal(level.unit, change.unit) and level.amount > change.amount
    return plain and share_verdict(percent, interval(change), interval(level)) is Verdict.OK


def _slipped(found: Sequence[Claim], change: Claim, percent: Claim) -> Claim | None:
    """The level against which the percentage is one slip away."""
    if any(claim.qualifier is not Qualifier.EXACT for claim in (change, percent)):
        return None
    if found and _swapped_rate(found[0], change, percent):
        return found[0]
    for nearness, level in enumerate(found[:4]):
        base = levels.former(level, change)
        if base <= 0 or level.qualifier is not Qualifier.EXACT or not units.equal(level.unit, change.unit):
            continue
        slips = percent_slips(percent, percent_of(change.amount, base))
        if Slip.SWAP in slips and (percent.places or nearness == 0):
            return level
        if slips & {Slip.SHIFT, Slip.LOST} and percent.places:
            return level
        if Slip.DIGIT in slips and percent.places >= 2:
            return level
    return None


def _swapped_rate(level: Claim, change: Claim, percent: Claim) -> bool:
    """Whether two swapped digits in the nearest level or in the change explain the percentage."""
    exact = level.qualifier is Qualifier.EXACT and units.equal(level.unit, change.unit) and level.scale == change.scale
    if not exact:
        return False
    changed = [replace(change, value=value) for value in repairs.swaps(change)]
    leveled = [replace(level, value=value) for value in repairs.swaps(level)]
    pairs = [*((level, one) for one in changed), *((one, change) for one in leveled)]
    if percent.places == 0 and change.start - level.end > _NEAR:  # far away, only what fits to the digit is evidence
        return any(two.amount * 100 == percent.value * levels.former(one, two) for one, two in pairs)
    return any(levels.growth_verdict(one, two, percent) is not Verdict.ERROR for one, two in pairs)


def _told_rate(page: Page, verdict: Verdict, level: Claim, change: Claim, percent: Claim) -> Relation:
    base = levels.former(level, change)
    exact = percent_of(change.amount, base)
    computed = numerals.percent(exact, max(2, percent.places))
    sign = "−" if change.change > 0 else "+"
    expression = f"{change.text} ÷ ({level.text} {sign} {change.text}) = {computed}"
    return _told(page, Kind.GROWTH, verdict, (percent, change, level), expression, computed, exact)


# -- "27.535 tỷ đồng, tăng 27,80% so cùng kỳ (21.546 tỷ đồng)" --------------------------------------------------------


def _former_level(line: Line, percent: Claim) -> Iterator[Relation]:
    page = line.page
    index = bisect_left(line.claims, percent.start, key=lambda claim: claim.start)
    before, after = line.claims[max(0, index - 4) : index][::-1], line.claims[index + 1 : index + 2]
    level = next((claim for claim in before if claim.nature is Nature.AMOUNT and not claim.change), None)
    if level is None or not level.unit:
        return
    if after and _is_former(after[0], level) and _FORMER.fullmatch(page.mask, percent.end, after[0].start):
        bracketed = page.mask[after[0].start - 1] == "(" or "cùng kỳ" in page.mask[percent.end : after[0].start]
        if bracketed:
            yield from _compared(page, percent, level, after[0])
        return
    if len(before) >= 2 and _is_former(before[0], before[1]):
        told_first = _FORMER_FIRST.fullmatch(page.mask, before[1].end, before[0].start)
        if told_first is not None:
            yield from _compared(page, percent, before[1], before[0])


def _is_former(claim: Claim, level: Claim) -> bool:
    return claim.nature is Nature.AMOUNT and not claim.change and units.same(claim.unit, level.unit)


def _compared(page: Page, percent: Claim, level: Claim, former: Claim) -> Iterator[Relation]:
    if former.amount <= 0:
        return
    exact = percent_of(level.amount - former.amount, former.amount) * percent.change
    low = percent_of(interval(level)[0] - interval(former)[1], interval(former)[1]) * percent.change
    high = percent_of(interval(level)[1] - interval(former)[0], interval(former)[0]) * percent.change
    step = Decimal(1).scaleb(-percent.places)
    least, most = min(low, high) - step, max(low, high) + step
    bottom, top = (percent.value,) * 2 if percent.qualifier is Qualifier.EXACT else interval(percent)
    if abs(exact - percent.value) <= step * HALF:
        verdict = Verdict.OK
    elif least <= top and bottom <= most:
        verdict = Verdict.ROUNDING
    else:
        wrong = exact < 0 or percent_slips(percent, abs(exact)) or _swapped_levels(percent, level, former)
        verdict = Verdict.ERROR if wrong else Verdict.QUESTION
    computed = numerals.percent(exact, max(2, percent.places))
    expression = f"({level.text} − {former.text}) ÷ {former.text} = {computed}"
    yield _told(page, Kind.GROWTH, verdict, (percent, level, former), expression, computed, exact)


def _swapped_levels(percent: Claim, level: Claim, former: Claim) -> bool:
    step = Decimal(1).scaleb(-percent.places)
    pairs = [
        *((value * level.scale, former.amount) for value in repairs.swaps(level)),
        *((level.amount, value * former.scale) for value in repairs.swaps(former)),
    ]
    return any(
        base > 0 and abs(percent_of(now - base, base) * percent.change - percent.value) <= step for now, base in pairs
    )


# -- "giảm từ 401 xuống còn 280 đơn vị, giảm 121 đơn vị" ---------------------------------------------------------------


def _ranges(line: Line) -> Iterator[tuple[int, Relation]]:
    page = line.page
    if page.mask.find("từ \ue000", line.start, line.end) < 0:
        return
    for match in _RANGE.finditer(page.mask, line.start, line.end):
        first, last = page.at(match.start("a")), page.at(match.start("b"))
        if first is None or last is None or not units.same(first.unit, last.unit):
            continue
        change = next((c for c in page.between(last.end, min(line.end, last.end + 90)) if c.change), None)
        if change is None or change.nature is not Nature.AMOUNT or not units.same(change.unit, last.unit):
            continue
        exact = abs(first.amount - last.amount)
        slack = (first.step + last.step + change.step) * HALF
        holds = abs(exact - change.amount) <= slack or Qualifier.EXACT not in (change.qualifier, first.qualifier)
        verdict = Verdict.OK if holds else Verdict.ERROR
        shown = numerals.decimal(exact / change.scale)
        expression = f"|{last.text} − {first.text}| = {shown}"
        yield change.start, _told(page, Kind.DIFFERENCE, verdict, (change, first, last), expression, shown, exact)


# -- "năm 2016 … 5,83 vụ, …; năm 2017 … 4,84 vụ, giảm 0,99 vụ" --------------------------------------------------------


def _series(line: Line, change: Claim) -> Iterator[Relation]:
    """A level of one year, a level of the next, and the difference: told when it holds or is one slip away."""
    page = line.page
    found = [
        claim
        for claim in line.before_all(change.start)
        if claim.nature is change.nature and not claim.change and units.equal(claim.unit, change.unit)
    ]
    if len(found) < 2 or change.start - found[0].end > 60:
        return
    now, then = found[:2]
    level = next((claim for claim in found[1:4] if abs(found[0].amount - claim.amount) == change.amount), None)
    if level is not None and change.value >= 10 and (level.amount > found[0].amount) == (change.change < 0):
        shown = numerals.decimal(change.value)
        expression = f"|{now.text} − {level.text}| = {shown}"
        yield _told(page, Kind.DIFFERENCE, Verdict.OK, (change, now, level), expression, shown, change.amount)
        return
    gap = page.mask[then.end : now.start]
    if len(_YEAR.findall(page.mask[max(line.start, then.start - 60) : then.start])) == 0 or not _YEAR.search(gap):
        return
    exact = now.amount - then.amount
    slack = (now.step + then.step + change.step) * HALF
    shown = numerals.decimal(abs(exact) / change.scale, change.places)
    expression = f"|{now.text} − {then.text}| = {shown}"
    if abs(exact * change.change - change.amount) <= slack:
        yield _told(page, Kind.DIFFERENCE, Verdict.OK, (change, now, then), expression, shown, abs(exact))
    elif exact * change.change > 0 and (_is_slip(change, abs(exact)) or _swapped_years(change, now, then)):
        yield _told(page, Kind.DIFFERENCE, Verdict.ERROR, (change, now, then), expression, shown, abs(exact))


def _swapped_years(change: Claim, now: Claim, then: Claim) -> bool:
    """Whether two swapped digits in one of the two levels explain the difference."""
    wanted = change.amount * change.change
    if change.value < 100 and change.places < 2:
        return False
    return any(value * now.scale - then.amount == wanted for value in repairs.swaps(now)) or any(
        now.amount - value * then.scale == wanted for value in repairs.swaps(then)
    )


def _is_slip(change: Claim, exact: Decimal) -> bool:
    telling = change.places >= 2 or change.value >= 100
    return telling and repairs.slip(change, exact) in (Slip.SWAP, Slip.DIGIT)


def _told(  # noqa: PLR0917 — private; the callers hold all seven in this order
    page: Page, kind: Kind, verdict: Verdict, claims: Sequence[Claim], expression: str, computed: str, exact: Decimal
) -> Relation:
    claimed = claims[0]
    wrong = verdict in (Verdict.ERROR, Verdict.QUESTION)
    target = abs(exact)
    if claimed.nature is Nature.PERCENT:
        target = target.quantize(Decimal(1).scaleb(-claimed.places), rounding=ROUND_HALF_UP)
    reason = Said(
        f"{expression}" + (f", không phải {claimed.text}." if wrong else ", khớp với số ghi trong bài."),
        f"{expression}" + (f", not {claimed.text}." if wrong else ", as the text says."),
    )
    return tell(
        page, kind, verdict, claims, claimed=claimed.text, computed=computed, expression=expression, reason=reason,
        tolerance=claimed.step, repairs=[repairs.repair(claimed, target)] if wrong else (),
    )  # fmt: skip
