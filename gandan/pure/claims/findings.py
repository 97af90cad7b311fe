"""From figures and a verdict to a relation told in both languages, with offsets into the text as given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from gandan.pure.claims.model import Claim, Relation, Repair
from gandan.pure.claims.reader import Page, in_given
from gandan.pure.claims.words import Kind, Verdict
from gandan.pure.speech import Said


def tell(
    page: Page,
    kind: Kind,
    verdict: Verdict,
    claims: Sequence[Claim],
    *,
    claimed: str,
    computed: str,
    expression: str,
    reason: Said,
    tolerance: Decimal = Decimal(0),
    repairs: Sequence[Repair] = (),
    span: tuple[int, int] | None = None,
) -> Relation:
    """One relation; the first claim is the one the others are held against. The span covers all of them."""
    start, end = span or (min(claim.start for claim in claims), max(claim.end for claim in claims))
    first, last = page.source.back(start), page.source.back(end)
    return Relation(
        kind=kind,
        verdict=verdict,
        start=first,
        end=last,
        text=page.source.given[first:last],
        claimed=claimed,
        computed=computed,
        expression=expression,
        reason=reason,
        tolerance=tolerance,
        repairs=tuple(
            replace(one, start=page.source.back(one.start), end=page.source.back(one.end)) for one in repairs
        ),
        claims=tuple(in_given(page, claim) for claim in claims),
    )
