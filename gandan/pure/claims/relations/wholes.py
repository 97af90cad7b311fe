"""Parts of one printed whole: "24/85 xã …; 4/85 xã …; 26/85 xã …; 31/85 xã" make 85 together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from gandan.pure.claims import repairs
from gandan.pure.claims.findings import tell
from gandan.pure.claims.layout import Line
from gandan.pure.claims.model import Claim, Relation
from gandan.pure.claims.words import Kind, Nature, Qualifier, Verdict
from gandan.pure.speech import Said
from gandan.pure.vietnamese import numerals

_MOST = 8


def wholes(lines: Sequence[Line]) -> Iterator[Relation]:
    """Runs of three or more fractions of one whole and one unit, in one paragraph."""
    run: list[tuple[Line, Claim]] = []
    for line in lines:
        if line.fresh:
            yield from _judged(run)
            run = []
        for claim in line.claims:
            if claim.nature is Nature.FRACTION:
                if run and (run[-1][1].whole, run[-1][1].unit) != (claim.whole, claim.unit):
                    yield from _judged(run)
                    run = []
                run.append((line, claim))
    yield from _judged(run)


def _judged(run: Sequence[tuple[Line, Claim]]) -> Iterator[Relation]:
    claims = [claim for _, claim in run]
    if not 3 <= len(claims) <= _MOST or any(claim.qualifier is not Qualifier.EXACT for claim in claims):
        return
    whole = claims[0].whole or Decimal(0)
    total = sum((claim.value for claim in claims), Decimal(0))
    if total == whole:
        yield _told(run[0][0], Verdict.OK, claims, total)
        return
    parts = [replace(claim, scale=Decimal(1)) for claim in claims]
    swapped = [
        claim for claim in parts if repairs.swaps_of_sum(replace(claim, value=claim.value + whole - total), [claim])
    ]
    if whole >= 20 and abs(total - whole) <= whole and swapped:
        yield _told(run[0][0], Verdict.ERROR, claims, total)


def _told(line: Line, verdict: Verdict, claims: Sequence[Claim], total: Decimal) -> Relation:
    shown = numerals.decimal(total)
    whole = claims[0].text.split("/")[1]
    wrong = verdict is Verdict.ERROR
    return tell(
        line.page,
        Kind.SUM,
        verdict,
        claims,
        claimed=whole,
        computed=shown,
        expression=" + ".join(claim.text.split("/")[0] for claim in claims) + f" = {shown}",
        reason=Said(
            f"Các phần của {whole} cộng lại được {shown}.",
            f"The parts of {whole} add up to {shown}.",
        )
        if wrong
        else Said("Các phần cộng lại đúng bằng tổng.", "The parts add up to the total."),
    )
