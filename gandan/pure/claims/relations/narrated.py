"""Totals told after their parts: "… 31 người. … 31 người. Sau khi hợp nhất, tổng biên chế 62 người (không thay đổi)",
"cả hai đợt là 812 suất quà", "tổng cộng 96 hồ sơ".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from gandan.pure.claims import repairs, units
from gandan.pure.claims.arithmetic import add_up
from gandan.pure.claims.layout import Line
from gandan.pure.claims.model import Claim, Relation
from gandan.pure.claims.relations.sums import told
from gandan.pure.claims.repairs import Slip
from gandan.pure.claims.words import Nature, Qualifier, Verdict
from gandan.pure.vietnamese.patterns import lazy_pattern

_MERGED = lazy_pattern(r"(?:hợp nhất|sáp nhập|hợp lại|gộp lại|nhập lại|sắp xếp lại)")
_UNCHANGED = lazy_pattern(
    r"[^\ue000-\ue004;:.\n]{0,24}?[(,]? ?(?:không (?:thay )?đổi|giữ nguyên|không tăng,? không giảm)"
)
_BOTH = lazy_pattern(r"\bcả (?P<many>hai|ba|bốn|\ue000+) [^\ue000-\ue004.;:()\n]{1,40}$")
_TOGETHER = lazy_pattern(r"(?:tổng cộng|cộng lại|tính chung|gộp lại)(?: là| có| được| đã| cả|:)? ?$")
_MANY = {"hai": 2, "ba": 3, "bốn": 4}
_BACK, _MOST, _HEAD = 3, 8, 3  # sentences, parts, words in front of a figure that name it


def narrated(lines: Sequence[Line]) -> Iterator[Relation]:
    """Every total told after its parts that holds, or that demonstrably does not."""
    for index, line in enumerate(lines):
        words = line.words
        together = "cả " in words or "cộng" in words or "chung" in words or "gộp" in words
        merged = "đổi" in words or "giữ nguyên" in words or "không giảm" in words
        for total in line.claims if together or merged else ():
            if total.nature is Nature.AMOUNT and not total.change and total.qualifier is Qualifier.EXACT and total.unit:
                relation = (_merged(lines, index, total) if merged else None) or (
                    _together(lines, index, total) if together else None
                )
                if relation is not None:
                    yield relation


def _merged(lines: Sequence[Line], index: int, total: Claim) -> Relation | None:
    """Bodies were merged and their number did not change: what each had, in the same words, makes the total."""
    line, mask = lines[index], lines[index].page.mask
    if not _UNCHANGED.match(mask, total.end) or not _MERGED.search(mask, max(0, line.start - 40), total.start):
        return None
    name = _name(mask, line, total)
    parts = [
        claim for one, claim in _earlier(lines, index, total) if len(name) >= 2 and _name(mask, one, claim) == name
    ]
    if not 2 <= len(parts) <= 4:
        return None
    verdict, computed, _ = add_up(total, parts)
    near = abs(computed - total.amount) * 10 <= total.amount or repairs.swaps_of_sum(total, parts)
    return told(line, verdict, total, parts) if verdict is not Verdict.ERROR or near else None


def _name(mask: str, line: Line, claim: Claim) -> tuple[str, ...]:
    """The last words in front of a figure: "tổng biên chế"."""
    words = mask[max(line.start, claim.start - 40) : claim.start].split()
    return tuple(words[-_HEAD:])


def _earlier(lines: Sequence[Line], index: int, total: Claim) -> list[tuple[Line, Claim]]:
    """The figures of the total's unit in front of it, in its sentence and those before it, in order."""
    found: list[tuple[Line, Claim]] = []
    for at in range(index, max(-1, index - 1 - _BACK), -1):
        line = lines[at]
        here = line.before_all(total.start if at == index else line.end)
        found += [(line, claim) for claim in here if _may_be_part(total, claim)]
        if line.fresh:
            break
    return found[:_MOST][::-1]


def _may_be_part(total: Claim, claim: Claim) -> bool:
    plain = claim.nature is Nature.AMOUNT and not claim.change and claim.qualifier is Qualifier.EXACT
    return plain and units.equal(claim.unit, total.unit) and claim.scale == total.scale


def _together(lines: Sequence[Line], index: int, total: Claim) -> Relation | None:
    """ "Cả hai đợt là 812 suất quà" sums the last two; "tổng cộng" the last ones, as many as it takes."""
    line, mask = lines[index], lines[index].page.mask
    both = _BOTH.search(mask, max(line.start, total.start - 50), total.start)
    if both is None and not _TOGETHER.search(mask, max(line.start, total.start - 24), total.start):
        return None
    parts = [claim for _, claim in _earlier(lines, index, total)]
    many = _many(line, both) if both else 0
    for size in (many,) if many else range(len(parts), 1, -1):
        if 2 <= size <= len(parts) and add_up(total, parts[-size:])[0] is not Verdict.ERROR:
            return told(line, add_up(total, parts[-size:])[0], total, parts[-size:])
    return _mistold(line, total, parts) if len(parts) == (many or len(parts)) else None


def _many(line: Line, both: re.Match[str]) -> int:
    claim = line.page.at(both.start("many"))
    return int(claim.value) if claim is not None and claim.value < _MOST else _MANY.get(both["many"], 0)


def _mistold(line: Line, total: Claim, parts: Sequence[Claim]) -> Relation | None:
    """All that stands in front of the total, when one slip of the hand parts it from the total."""
    computed = sum((part.amount for part in parts), Decimal(0))
    near = abs(computed - total.amount) * 5 <= total.amount
    slip = repairs.slip(total, computed) if computed > 0 else None
    if len(parts) < 2 or total.value < 20:
        return None
    wrong = near and slip in (Slip.SWAP, Slip.DIGIT)
    wrong = wrong or ((near or total.value >= 100) and repairs.swaps_of_sum(total, parts))
    return told(line, Verdict.ERROR, total, parts) if wrong else None
