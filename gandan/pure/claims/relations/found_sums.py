"""Figures near each other that add up to another one, to the last digit: confirmed, never accused.

No word ties them. Four significant digits do: that neighbours make such a figure by chance is one case in thousands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gandan.pure.claims import units
from gandan.pure.claims.layout import Line
from gandan.pure.claims.model import Claim, Relation
from gandan.pure.claims.relations.remainders import told as left_over
from gandan.pure.claims.relations.sums import told
from gandan.pure.claims.words import Nature, Qualifier, Verdict
from gandan.pure.vietnamese.patterns import lazy_pattern

_LEFT = lazy_pattern(r"còn|siêu|chênh lệch|thặng dư|thâm hụt|bội")
_FAR = 700
_NEIGHBOURS, _PARTS, _SKIPPED = 7, 4, 3
_TELLING = 1000  # the least figure, in units of its last digit, that does not come about by chance


def found_sums(lines: Sequence[Line], told_already: set[int]) -> Iterator[Relation]:
    """Every figure that its neighbours of one kind add up to; `told_already`: the places of totals known."""
    groups: dict[tuple[Nature, str, Decimal], list[tuple[Line, Claim]]] = {}
    for line in lines:
        for claim in line.claims:
            if not claim.change and claim.qualifier is Qualifier.EXACT and claim.value:
                nature = Nature.PERCENT if claim.nature is Nature.PERCENT else Nature.AMOUNT
                groups.setdefault((nature, units.plain(claim.unit), claim.scale), []).append((line, claim))
    for group in groups.values():
        if len(group) >= 3:
            yield from _of_group(group, told_already)


def _of_group(group: Sequence[tuple[Line, Claim]], told_already: set[int]) -> Iterator[Relation]:
    claims = [claim for _, claim in group]
    values = [int(claim.value.scaleb(3)) if claim.places <= 3 else 0 for claim in claims]
    for index, (line, total) in enumerate(group):
        if total.value.scaleb(total.places) >= _TELLING and line.page.source.back(total.start) not in told_already:
            after = range(index + 1, min(len(claims), index + 1 + _NEIGHBOURS))
            before = range(index - 1, max(-1, index - 1 - _NEIGHBOURS), -1)
            parts = _run(values, index, after) or _run(values, index, before)
            if parts and all(abs(claims[at].start - total.start) <= _FAR for at in parts):
                yield _told(line, total, [claims[at] for at in sorted(parts)])


def _told(line: Line, total: Claim, parts: Sequence[Claim]) -> Relation:
    words = line.page.mask[max(0, parts[-1].start - 40) : parts[-1].start]
    if len(parts) == 2 and total.start < parts[0].start and _LEFT.search(words):
        return left_over(line, Verdict.OK, parts[1], total, parts[:1])
    return told(line, Verdict.OK, total, parts)


def _run(values: Sequence[int], index: int, places: range) -> Sequence[int]:
    """Neighbours in a row, beginning near the total, that make it."""
    total = values[index]
    for skip in range(min(_SKIPPED, len(places))):
        together = 0
        for size, at in enumerate(places[skip : skip + _PARTS], start=1):
            together += values[at]
            if together >= total:
                if together == total and size >= 2 and all(values[one] for one in places[skip : skip + size]):
                    return places[skip : skip + size]
                break
    return ()
