"""What is left: "56 văn bản, đã ban hành 45 văn bản, còn 11 văn bản"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gandan.pure.claims import repairs, units
from gandan.pure.claims.arithmetic import HALF
from gandan.pure.claims.findings import tell
from gandan.pure.claims.layout import Line
from gandan.pure.claims.model import Claim, Relation
from gandan.pure.claims.words import Kind, Nature, Qualifier, Verdict
from gandan.pure.speech import Said
from gandan.pure.vietnamese import numerals
from gandan.pure.vietnamese.patterns import lazy_pattern

_LEFT = lazy_pattern(r"\b(?:còn(?: lại| nợ| tồn)?|nợ đọng|còn khoảng)(?: là| có)?[^\ue000-\ue004,;.()]{0,24}$")


def remainders(lines: Sequence[Line], known: set[tuple[int, int]]) -> Iterator[Relation]:
    """Every remainder that its total and what was taken from it confirm, or that is one slip away."""
    for index, line in enumerate(lines):
        for left in line.claims:
            if left.nature is not Nature.AMOUNT or left.change:
                continue
            if _LEFT.search(line.page.mask, max(line.start, left.start - 40), left.start):
                relation = _left(lines, index, left, known)
                if relation is not None:
                    yield relation


def _left(lines: Sequence[Line], index: int, left: Claim, known: set[tuple[int, int]]) -> Relation | None:
    line = lines[index]
    here = [claim for claim in line.before_all(left.start) if _counts(claim, left)]
    earlier = [
        claim for one in lines[max(0, index - 4) : index][::-1] for claim in one.claims[::-1] if _counts(claim, left)
    ]
    found = [*here, *earlier][:8]
    for size in range(1, min(4, len(found))):
        total, taken = found[size], found[:size]
        rest = total.amount - sum(claim.amount for claim in taken)
        slack = sum((claim.step * HALF for claim in (total, left, *taken)), left.step * 0)
        if total.value >= 5 and abs(rest - left.amount) <= slack:
            place = (line.page.source.back(total.start), line.page.source.back(taken[-1].start))
            return None if place in known else told(line, Verdict.OK, left, total, taken)
    if 2 <= len(here) <= 5 and _one_slip_away(here[-1], here[:-1], left):
        return told(line, Verdict.ERROR, left, here[-1], here[:-1])
    return None


def _counts(claim: Claim, left: Claim) -> bool:
    counted = claim.nature in (Nature.AMOUNT, Nature.FRACTION) and not claim.change
    return counted and units.same(claim.unit, left.unit) and claim.scale == left.scale


def _one_slip_away(total: Claim, taken: Sequence[Claim], left: Claim) -> bool:
    claims = (total, *taken)
    if not all(units.equal(claim.unit, left.unit) and claim.qualifier is Qualifier.EXACT for claim in claims):
        return False
    together = sum((claim.amount for claim in (*taken, left)), Decimal(0))
    if total.amount < (50 if len(taken) == 1 else 100) or abs(together - total.amount) * 4 > total.amount:
        return False
    return repairs.swaps_of_sum(total, (*taken, left))


def told(line: Line, verdict: Verdict, left: Claim, total: Claim, taken: Sequence[Claim]) -> Relation:
    """What is left of a total, in words."""
    rest = total.amount - sum(claim.amount for claim in taken)
    shown = numerals.decimal(rest / left.scale)
    expression = f"{total.text} − {' − '.join(claim.text for claim in taken[::-1])} = {shown}"
    wrong = verdict is Verdict.ERROR
    return tell(
        line.page,
        Kind.DIFFERENCE,
        verdict,
        (left, total, *taken),
        claimed=left.text,
        computed=shown,
        expression=expression,
        reason=Said(
            expression + (f", không phải {left.text}." if wrong else ", khớp với số còn lại."),
            expression + (f", not {left.text}." if wrong else ", as the text says."),
        ),
        repairs=[repairs.repair(left, rest)] if wrong else (),
    )
