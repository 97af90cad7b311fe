"""A finding of a table in words: which figure is held against which, what they make, what may mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gandan.pure.claims import repairs
from gandan.pure.claims.arithmetic import add_up
from gandan.pure.claims.model import Claim, Relation, Repair
from gandan.pure.claims.repairs import Slip
from gandan.pure.claims.words import Kind, Verdict
from gandan.pure.speech import Said
from gandan.pure.vietnamese import numerals

_MOST_SHOWN, _MOST_REPAIRS = 12, 3


@dataclass(frozen=True, slots=True)
class Sum:
    """A total of a table held against its parts."""

    total: Claim
    parts: tuple[Claim, ...]
    verdict: Verdict
    computed: Decimal
    tolerance: Decimal
    where: Said

    @property
    def gap(self) -> Decimal:
        """How much the total says more than its parts."""
        return self.total.amount - self.computed

    @property
    def says_something(self) -> bool:
        """Whether at least two parts are more than nothing; 5 = 5 + 0 proves little."""
        return sum(1 for part in self.parts if part.amount) >= 2


def add(total: Claim, parts: Sequence[Claim], where: Said) -> Sum:
    """The parts of a total added up."""
    verdict, computed, tolerance = add_up(total, parts)
    return Sum(total, tuple(parts), verdict, computed, tolerance, where)


def slips(one: Sum) -> list[tuple[Claim, Decimal, Slip]]:
    """The single figures whose slip of the hand would explain the gap: the total first, then the parts."""
    targets = [(one.total, one.computed), *((part, part.amount + one.gap) for part in one.parts)]
    found = [(claim, target, repairs.slip(claim, target)) for claim, target in targets if target > 0]
    return [(claim, target, slip) for claim, target, slip in found if slip is not None]


def tell_sum(one: Sum, verdict: Verdict, crossing: frozenset[tuple[int, Decimal]] = frozenset()) -> Relation:
    """The relation of a sum; `crossing` holds the figures (with what they lack) that another broken sum blames too."""
    computed = _number(one.total, one.computed / one.total.scale)
    shown = [part.text for part in one.parts[:_MOST_SHOWN]]
    if len(one.parts) > _MOST_SHOWN:
        shown.append("…")
    return Relation(
        kind=Kind.SUM,
        verdict=verdict,
        start=one.total.start,
        end=one.total.end,
        text=one.total.text,
        claimed=one.total.text,
        computed=computed,
        expression=f"{' + '.join(shown)} = {computed}",
        reason=_reason(one, verdict, computed),
        tolerance=one.tolerance,
        repairs=_repairs(one, crossing) if verdict in (Verdict.ERROR, Verdict.QUESTION) else (),
        claims=(one.total, *one.parts),
    )


def _reason(one: Sum, verdict: Verdict, computed: str) -> Said:
    said = {
        Verdict.OK: Said("{where}: cộng đúng {total}.", "{where}: adds up to {total}."),
        Verdict.ROUNDING: Said("{where}: cộng lại bằng {total} do làm tròn.", "{where}: {total} within rounding."),
        Verdict.ERROR: Said(
            "{where}: cộng lại được {sum}, bảng ghi {total}.", "{where}: adds up to {sum}, the table says {total}."
        ),
        Verdict.QUESTION: Said(
            "{where}: cộng lại được {sum}, bảng ghi {total}. Xin xem có phải là tổng của các số này không.",
            "{where}: adds up to {sum}, the table says {total}. Please see whether it is the total of these.",
        ),
    }[verdict]
    return said.given(where=one.where, sum=computed, total=one.total.text)


def _repairs(one: Sum, crossing: frozenset[tuple[int, Decimal]]) -> tuple[Repair, ...]:
    if (one.total.start, -one.gap) in crossing and one.computed > 0:
        return (repairs.repair(one.total, one.computed),)
    blamed = [part for part in one.parts if (part.start, one.gap) in crossing]
    if blamed:
        return tuple(repairs.repair(part, part.amount + one.gap) for part in blamed[:1])
    found = [slip for slip in slips(one) if slip[0].start != one.total.start]
    plainest = sorted(found, key=lambda slip: slip[2])[: _MOST_REPAIRS if len(one.parts) <= _MOST_SHOWN else 0]
    offered = [repairs.repair(claim, target, slip) for claim, target, slip in plainest]
    if one.computed > 0:
        offered.insert(0, repairs.repair(one.total, one.computed))
    return tuple(offered)


def tell_share(percent: Claim, figures: Sequence[Claim], verdict: Verdict, computed: Decimal, how: str) -> Relation:
    """The relation of a share to the figures it is computed from."""
    shown = numerals.percent(computed, max(percent.places, 2))
    kind = Kind.GROWTH if "−" in how else Kind.SHARE
    reason = {
        Verdict.OK: Said("Tỷ lệ trong bảng khớp: {how}.", "The share in the table holds: {how}."),
        Verdict.ROUNDING: Said(
            "Tỷ lệ trong bảng khớp do làm tròn: {how}.", "The share in the table holds within rounding: {how}."
        ),
    }.get(
        verdict,
        Said(
            "Tỷ lệ trong bảng ghi {claimed}, tính lại {how} = {shown}; các dòng khác của cột đều tính như vậy.",
            "The share in the table says {claimed}, but {how} = {shown}; the other rows are computed this way.",
        ),
    )
    target = computed.quantize(Decimal(1).scaleb(-percent.places))
    mending = (repairs.repair(percent, target),) if verdict is Verdict.ERROR and target != percent.value else ()
    return Relation(
        kind=kind,
        verdict=verdict,
        start=percent.start,
        end=percent.end,
        text=percent.text,
        claimed=percent.text,
        computed=shown,
        expression=f"{how} = {shown}",
        reason=reason.given(how=how, claimed=percent.text, shown=shown),
        tolerance=Decimal(1).scaleb(-percent.places),
        repairs=mending,
        claims=(percent, *figures),
    )


def _number(total: Claim, value: Decimal) -> str:
    """A sum printed like its total, with more decimals only where the parts have them."""
    exact = value == value.quantize(Decimal(1).scaleb(-total.places))
    return repairs.printed(total, value) if exact and value > 0 else numerals.decimal(value)
