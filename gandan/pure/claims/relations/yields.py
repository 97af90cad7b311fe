"""Area × yield = harvest: "273,00 ha, năng suất 35,37 tạ/ha, sản lượng 965,64 tấn"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from gandan.pure.claims import repairs
from gandan.pure.claims.findings import tell
from gandan.pure.claims.layout import Line
from gandan.pure.claims.model import Claim, Relation
from gandan.pure.claims.words import Kind, Nature, Qualifier, Verdict
from gandan.pure.speech import Said
from gandan.pure.vietnamese import numerals

_PER_HECTARE = {"tạ": Decimal(10), "tấn": Decimal(1)}


def yields(lines: Sequence[Line]) -> Iterator[Relation]:
    """An area, a yield and a harvest in this order, in one sentence or in three lines that follow each other."""
    claims = [(line, claim) for line in lines for claim in line.claims]
    for (_, area), (line, rate), (_, harvest) in zip(claims, claims[1:], claims[2:], strict=False):
        if _is_plain(area, "ha") and _is_plain(harvest, "tấn") and rate.nature is Nature.AMOUNT:
            per = _PER_HECTARE.get(rate.unit)
            mask = line.page.mask
            spoken = "năng suất" in mask[area.end : rate.start] and "sản lượng" in mask[rate.end : harvest.start]
            if (
                per
                and spoken
                and harvest.start - area.end <= 120
                and mask[rate.end :].startswith(f" {rate.unit}/ha", 0, 12)
            ):
                yield _told(line, area, rate, harvest, per)


def _is_plain(claim: Claim, unit: str) -> bool:
    exact = claim.nature is Nature.AMOUNT and not claim.change and claim.qualifier is Qualifier.EXACT
    return exact and claim.unit == unit and claim.scale == 1 and claim.value > 0


def _told(line: Line, area: Claim, rate: Claim, harvest: Claim, per: Decimal) -> Relation:
    exact = harvest.value * per / area.value
    step = Decimal(1).scaleb(-rate.places)
    difference = abs(exact - rate.value)
    slack = step + exact * (harvest.step / harvest.value + area.step / area.value)
    verdict = Verdict.OK if difference <= step / 2 else Verdict.ROUNDING if difference <= slack else Verdict.ERROR
    shown = numerals.decimal(exact, rate.places)
    expression = f"{harvest.text} tấn ÷ {area.text} ha = {shown} {rate.unit}/ha"
    wrong = verdict is Verdict.ERROR
    target = exact.quantize(step, rounding=ROUND_HALF_UP)
    return tell(
        line.page,
        Kind.SHARE,
        verdict,
        (rate, area, harvest),
        claimed=rate.text,
        computed=shown,
        expression=expression,
        reason=Said(
            expression + (f", không phải {rate.text}." if wrong else ", khớp với năng suất ghi trong bài."),
            expression + (f", not {rate.text}." if wrong else ", as the text says."),
        ),
        tolerance=slack,
        repairs=[repairs.repair(rate, target)] if wrong else (),
    )
