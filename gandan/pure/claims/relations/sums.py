"""Parts against their total: "trong đó", "gồm", "bao gồm", "cụ thể", bracketed and bulleted lists, lists that go on
in the next sentence.

A reading that holds is told as such. A reading that does not hold is an error only with evidence: an exhaustive word,
a sum above its total, or a slip of the hand that would make it hold. Otherwise the checker is silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gandan.pure.claims import repairs, units
from gandan.pure.claims.arithmetic import add_up
from gandan.pure.claims.findings import tell
from gandan.pure.claims.layout import Line
from gandan.pure.claims.model import Claim, Relation, Repair
from gandan.pure.claims.relations.breakdowns import Breakdown, Strength, breakdowns
from gandan.pure.claims.repairs import Slip
from gandan.pure.claims.words import Kind, Qualifier, Verdict
from gandan.pure.speech import Said
from gandan.pure.vietnamese import numerals
from gandan.pure.vietnamese.patterns import lazy_pattern

_OPEN_END = lazy_pattern(
    r"…|\.\.\.|,?\s*v\.v|\bvân vân\b|(?:và|cùng|,) (?:các|những|một số|nhiều|đại diện|một vài|còn lại)\b"
)
_OVERLAP = lazy_pattern(
    r"\bnữ\b|phụ nữ|dân tộc|đảng viên|tôn giáo|trẻ|ngoài đảng|tự ứng cử|đại học|thạc s|tiến s|tái cử|tuổi|khuyết "
    r"tật|cùng lúc|đồng thời|mức độ|cấp độ"
)
_SOME = lazy_pattern(r"\((?:trong đó )?(?:có|đã|còn|với) ")
_MALE = lazy_pattern(r"\bnam\b")
_LOOK_AHEAD = 4


def sums(lines: Sequence[Line]) -> Iterator[Relation]:
    """Every breakdown of the text that holds, or that demonstrably does not."""
    for index, line in enumerate(lines):
        told: set[tuple[int, int]] = set()
        for relation in _of_line(lines, index, line):
            key = (relation.claims[0].start, relation.claims[1].start)
            if key not in told:
                told.add(key)
                yield relation


def _of_line(lines: Sequence[Line], index: int, line: Line) -> Iterator[Relation]:
    for breakdown in breakdowns(lines, index, line):
        relation = _judge(lines, index, breakdown)
        if relation is not None:
            yield relation


# -- judging ----------------------------------------------------------------------------------------------------------


def _judge(lines: Sequence[Line], index: int, one: Breakdown) -> Relation | None:
    for parts in _readings(one):
        verdict = add_up(one.total, parts)[0]
        if verdict is not Verdict.ERROR:
            return told(one.line, verdict, one.total, parts)
    longer = _continued(lines, index, one)
    if longer is not None:
        return longer
    return _broken(one, _likeliest(one)) or _slipped(one) or _beginning(one) or _subset(one, _likeliest(one))


def _readings(one: Breakdown) -> Iterator[Sequence[Claim]]:
    """All the parts, the heads of the items, and every beginning of both with two parts or more."""
    named = _named(one)
    others = (parts for parts in (named, one.heads) if list(parts) != list(one.parts))
    for parts in (one.parts, *others):
        for length in range(len(parts), 1, -1):
            yield parts[:length]


def _named(one: Breakdown) -> Sequence[Claim]:
    """The parts that name the unit of the total, when two or more do: a bare "2" between them is a label."""
    named = [part for part in one.parts if units.equal(part.unit, one.total.unit)]
    return named if len(named) >= 2 else one.parts


def _likeliest(one: Breakdown) -> Sequence[Claim]:
    named = _named(one)
    if len(named) < len(one.parts) and len(one.heads) == len(one.parts):
        return named
    return one.heads if len(one.heads) >= 2 and len(one.heads) < len(one.parts) else one.parts


def _continued(lines: Sequence[Line], index: int, one: Breakdown) -> Relation | None:
    """A list that goes on in the next sentences: "Trong đó, A: 784 lượt người. B: 3.317 lượt người."."""
    if one.end < one.line.end or one.strength is Strength.LIST:
        return None
    parts = list(one.parts[:1])
    for line in lines[index + 1 : index + 1 + _LOOK_AHEAD]:
        if line.fresh:
            return None
        more = [c for c in line.level(line.start, line.end, 0) if units.equal(c.unit, one.total.unit) and not c.change]
        parts += more[:1]
        if len(parts) < 2:
            continue
        verdict = add_up(one.total, parts)[0]
        if verdict is Verdict.OK:
            return told(line, verdict, one.total, parts)
        if more and _alike(one.total, parts):
            return told(line, Verdict.ERROR, one.total, parts)
    return None


def _alike(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether two parts in two sentences are so alike that a swap of digits must have parted them from their total."""
    exact = all(claim.qualifier is Qualifier.EXACT and claim.step == 0 for claim in (total, *parts))
    return len(parts) == 2 and exact and total.value >= 100 and Slip.SWAP in _slips(total, parts)


def _broken(one: Breakdown, parts: Sequence[Claim]) -> Relation | None:
    if len(parts) < 2 or any(part.qualifier is not Qualifier.EXACT for part in (one.total, *parts)):
        return None
    verdict, computed, _ = add_up(one.total, parts)
    if verdict is Verdict.ERROR and _is_error(one, parts, computed):
        return told(one.line, verdict, one.total, parts)
    return None


def _beginning(one: Breakdown) -> Relation | None:
    """The first parts of a longer list, when two swapped digits part them from a total of some size."""
    if one.strength is Strength.WEAK or one.total.amount < 1000 or _overlapping(one, one.parts):
        return None
    for length in range(2, min(len(one.parts), 5)):
        parts = one.parts[:length]
        computed = sum((part.amount for part in parts), Decimal(0))
        exact = all(part.qualifier is Qualifier.EXACT for part in (one.total, *parts))
        near = abs(computed - one.total.amount) * 20 <= one.total.amount
        if exact and near and _near(one.total, parts) and repairs.swaps_of_sum(one.total, parts):
            return told(one.line, Verdict.ERROR, one.total, parts)
    return None


def _slipped(one: Breakdown) -> Relation | None:
    """All the figures of a list, items or not, when one slip explains why they do not add up."""
    slips = _slips(one.total, one.parts) & ({Slip.SWAP, Slip.DIGIT} if one.heads != one.parts else {Slip.SWAP})
    return _broken(one, one.parts) if slips and _likeliest(one) != one.parts else None


def _is_error(one: Breakdown, parts: Sequence[Claim], computed: Decimal) -> bool:
    """Whether there is evidence enough that these are the parts and that they do not add up."""
    total = one.total.amount
    ratio = computed / total if total else Decimal(0)
    slips = _slips(one.total, parts) if one.total.amount < computed * 10 < one.total.amount * 100 else set()
    if one.strength is Strength.OF and _crosses(one, parts):
        return Slip.SWAP in slips and _near(one.total, parts)
    if Slip.SWAP in slips and total >= 10 and (_near(one.total, parts) or units.wide(one.total.unit)):
        return True
    if not Decimal("0.3") < ratio < Decimal("3") or _overlapping(one, parts) or one.strength is Strength.WEAK:
        return False
    clean = all(units.equal(part.unit, one.total.unit) or not part.unit for part in parts)
    if not clean and not _near(one.total, parts):
        return _is_wide(one, parts, ratio)
    if computed > total:
        limit = Decimal("1.6") if clean else Decimal("1.2")
        return ratio <= limit and (one.strength is not Strength.LIST or bool(slips))
    return not _is_open(one, parts) and _is_short(one, ratio, clean, slips)


def _crosses(one: Breakdown, parts: Sequence[Claim]) -> bool:
    """Whether the list goes beyond a semicolon that no colon announced: the rest may be another matter."""
    words = one.line.page.mask[one.start : parts[-1].start]
    return ";" in words and ":" not in words.split(";")[0] and one.line.bracket(one.start + 1) is None


def _is_wide(one: Breakdown, parts: Sequence[Claim], ratio: Decimal) -> bool:
    """Kinds of units under a wider word: an error when the list is exhaustive, closed, and begins right away."""
    begins = parts[0].start - one.start <= 14 and not _is_open(one, parts)
    listed = one.strength is Strength.ALL or one.line.page.mask[one.start] == ":"
    return listed and begins and units.wide(one.total.unit) and Decimal("0.6") <= ratio <= Decimal("1.5")


def _is_short(one: Breakdown, ratio: Decimal, clean: bool, slips: set[Slip]) -> bool:
    """Below the total, "trong đó" may simply not name all the parts: only a plain slip in a large total is an error."""
    if one.strength is Strength.ALL:
        return clean and ratio >= Decimal("0.5")
    short = one.total.amount * (1 - ratio)
    return one.total.amount >= 1000 and short >= 10 and ratio >= Decimal("0.8") and Slip.DIGIT in slips


def _near(total: Claim, parts: Sequence[Claim]) -> bool:
    return all(units.same(part.unit, total.unit) for part in parts)


def _slips(total: Claim, parts: Sequence[Claim]) -> set[Slip]:
    """The slips that would explain a broken sum; a moved comma explains too much to be evidence."""
    return {slip for slip, _, _ in _candidates(total, parts)} - {Slip.SHIFT}


def _candidates(total: Claim, parts: Sequence[Claim]) -> list[tuple[Slip, Claim, Decimal]]:
    """Every figure that, changed by one slip, would make the sum hold."""
    computed = sum((part.amount for part in parts), Decimal(0))
    targets = [(total, computed), *((part, part.amount + total.amount - computed) for part in parts)]
    found = []
    for claim, target in targets:
        slip = repairs.slip(claim, target) if target > 0 else None
        if slip is not None:
            found.append((slip, claim, target))
    return sorted(found, key=lambda item: item[0])


def _overlapping(one: Breakdown, parts: Sequence[Claim]) -> bool:
    words = one.line.page.mask[one.start : max(part.end for part in parts) + 40]
    return _OVERLAP.search(words) is not None and _MALE.search(words) is None


def _is_open(one: Breakdown, parts: Sequence[Claim]) -> bool:
    """Whether the list names parts without a figure, or ends in an ellipsis."""
    last = parts[-1].end
    stop = min(one.end, one.line.next_semicolon(last, one.line.depth(last)))
    tail = one.line.page.mask[last : min(stop + 4, last + 120)]
    return _OPEN_END.search(tail) is not None or _unnumbered(one, parts)


def _unnumbered(one: Breakdown, parts: Sequence[Claim]) -> bool:
    head = one.line.page.mask[one.start : parts[0].start]
    return re.search(r"\w (?:và|,) ?\w", head) is not None and "gồm" in head


# -- telling ----------------------------------------------------------------------------------------------------------


def told(line: Line, verdict: Verdict, total: Claim, parts: Sequence[Claim]) -> Relation:
    """The relation between a total and its parts, in words."""
    _, computed, slack = add_up(total, parts)
    shown = " + ".join(part.text for part in parts)
    result = numerals.decimal(computed / total.scale)
    reasons = {
        Verdict.OK: Said("Các phần cộng lại đúng bằng tổng.", "The parts add up to the total."),
        Verdict.ROUNDING: Said(
            "Các phần cộng lại bằng tổng trong phạm vi làm tròn.", "The parts add up to the total within rounding."
        ),
        Verdict.ERROR: Said(
            f"Cộng các phần được {result}, trong khi tổng ghi {total.text}.",
            f"The parts add up to {result}, but the total is given as {total.text}.",
        ),
    }
    return tell(
        line.page,
        Kind.SUM,
        verdict,
        (total, *parts),
        claimed=total.text,
        computed=result,
        expression=f"{shown} = {result}",
        reason=reasons[verdict],
        tolerance=slack,
        repairs=_repairs(total, parts) if verdict is Verdict.ERROR else (),
    )


def _repairs(total: Claim, parts: Sequence[Claim]) -> list[Repair]:
    found = [repairs.repair(claim, target, slip) for slip, claim, target in _candidates(total, parts)[:4]]
    computed = sum((part.amount for part in parts), Decimal(0))
    if not any(one.start == total.start for one in found):
        found.append(repairs.repair(total, computed))
    return found


def _names_some(one: Breakdown) -> bool:
    """Whether brackets say what some of the total is: "3.105 vụ việc (có 22 đoàn …, với 20 vụ việc)"."""
    return _SOME.match(one.line.page.mask, one.start) is not None


def _subset(one: Breakdown, parts: Sequence[Claim]) -> Relation | None:
    """ "Trong đó" names some of the parts: together they are not above the total."""
    named = [part for part in parts if units.equal(part.unit, one.total.unit)] or list(parts)
    computed = sum((part.amount for part in named), Decimal(0))
    if computed > one.total.amount or not (one.strength is Strength.OF or _names_some(one)):
        return None
    shown = " + ".join(part.text for part in named)
    return tell(
        one.line.page,
        Kind.SUBSET,
        Verdict.OK,
        (one.total, *named),
        claimed=one.total.text,
        computed=numerals.decimal(computed / one.total.scale),
        expression=f"{shown} ≤ {one.total.text}",
        reason=Said("Các phần nêu ra không vượt tổng.", "The parts named do not exceed the total."),
    )
