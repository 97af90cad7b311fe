"""Parts against their total: "trong đó", "gồm", "bao gồm", "cụ thể", bracketed and bulleted lists, lists that go on
in the next sentence.

A reading that holds is told as such. A reading that does not hold is an error only with evidence: an exhaustive word,
a sum above its total, or a slip of the hand that would make it hold. Otherwise the checker is silent.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from itertools import islice

from gandan.pure.claims import repairs, units
from gandan.pure.claims.arithmetic import add_up
from gandan.pure.claims.findings import tell
from gandan.pure.claims.layout import Line
from gandan.pure.claims.model import Claim, Relation, Repair
from gandan.pure.claims.repairs import Slip
from gandan.pure.claims.words import Kind, Nature, Qualifier, Verdict
from gandan.pure.speech import Said
from gandan.pure.vietnamese import numerals

_ANCHOR = re.compile(
    r"\b(?P<of>trong (?:đó|đố|số đó|số này)(?: gồm| bao gồm| có)?)\b|\b(?P<all>bao gồm|gồm(?: có)?|chia (?:ra|"
    r"thành))\b|\b(?P<weak>cụ thể)\b"
)
_TIE_WORDS = ("trong", "gồm", "chia", "cụ thể")  # a plain search first: most sentences have none
_OUT_OF = re.compile(r"\btrong (?:tổng )?số (?P<total>\ue000+)")
_LIST_COLON = re.compile(r"[\ue000\ue002][^\ue000-\ue004,;:.()\n]{0,60}(?P<colon>:)(?=\s|\Z)")
_LIST_BRACKET = re.compile(r"[\ue000\ue002][^\ue000-\ue004,;:.()\n]{0,60}(?P<bracket>\()")
_OPEN_END = re.compile(
    r"…|\.\.\.|,?\s*v\.v|\bvân vân\b|(?:và|cùng|,) (?:các|những|một số|nhiều|đại diện|một vài|còn lại)\b"
)
_OVERLAP = re.compile(
    r"\bnữ\b|phụ nữ|dân tộc|đảng viên|tôn giáo|trẻ|ngoài đảng|tự ứng cử|đại học|thạc s|tiến s|tái cử|tuổi|khuyết "
    r"tật|cùng lúc|đồng thời"
)
_MALE = re.compile(r"\bnam\b")
_LOOK_AHEAD = 4
_MOST_PARTS = 24
_MOST_INNER = 12
_NO_WORDS = 24  # a tie phrase with no words before it in its sentence: a bullet, a quotation mark
_LONGEST_LIST = 6000  # characters; no list of a report is longer, and no text may make the reading slow


class Strength(Enum):
    """How much a tie phrase says that the parts are all the parts."""

    ALL = 3
    OF = 2
    LIST = 1
    WEAK = 0


@dataclass(frozen=True, slots=True)
class _Breakdown:
    """A total, the stretch of text in which its parts stand, and how strongly they are tied."""

    line: Line
    total: Claim
    parts: tuple[Claim, ...]
    heads: tuple[Claim, ...]
    strength: Strength
    start: int
    end: int


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
    for breakdown in (*_breakdowns(lines, index, line), *_out_of(line)):
        relation = _judge(lines, index, breakdown)
        if relation is not None:
            yield relation


def _breakdowns(lines: Sequence[Line], index: int, line: Line) -> Iterator[_Breakdown]:
    for strength, start, end in _anchors(line):
        depth = line.depth(end)
        stop = _region_end(line, start, end, depth, strength)
        for total in _totals(lines, index, start, depth, strength):
            region = _region(lines, index, end, stop, depth)
            parts = tuple(_parts(total, region))
            if parts and not _begins(line, end, parts[0]):
                parts = ()
                region = [claim for claim in region if claim.start < line.next_semicolon(end, depth)]
            parts = parts or tuple(_kinds(total, region))
            heads = tuple(_heads(line, total, parts, depth)) if stop <= line.end else parts
            if parts:
                yield _Breakdown(line, total, parts[:_MOST_PARTS], heads[:_MOST_PARTS], strength, start, stop)


def _out_of(line: Line) -> Iterator[_Breakdown]:
    """ "Trong số 68.281 hồ sơ trễ hạn, 61.276 hồ sơ … và 7.005 hồ sơ …": the total stands behind the tie phrase."""
    if line.page.mask.find("số \ue000", line.start, line.end) < 0:
        return
    for match in _OUT_OF.finditer(line.page.mask, line.start, line.end):
        total = line.page.at(match.start("total"))
        if total is not None:
            stop = line.next_semicolon(total.end, line.depth(total.start))
            region = line.level(total.end, stop, line.depth(total.start))
            parts = tuple(_parts(total, region))[:_MOST_PARTS]
            if parts:
                yield _Breakdown(line, total, parts, parts, Strength.OF, match.start(), stop)


def _begins(line: Line, end: int, first: Claim) -> bool:
    """Whether the first part stands before the first semicolon: else the words after the tie phrase speak of others."""
    return not line.start <= first.start < line.end or ";" not in line.page.mask[end : first.start]


def _anchors(line: Line) -> list[tuple[Strength, int, int]]:
    mask, found = line.page.mask, []
    tied = any(mask.find(word, line.start, line.end) >= 0 for word in _TIE_WORDS)
    for match in _ANCHOR.finditer(mask, line.start, line.end) if tied else ():
        strength = Strength.OF if match["of"] else Strength.ALL if match["all"] else Strength.WEAK
        if match["of"] and "gồm" in match["of"]:
            strength = Strength.ALL
        found.append((strength, match.start(), match.end()))
    taken = sorted(end for _, _, end in found)
    for pattern in (_LIST_COLON, _LIST_BRACKET):
        for match in pattern.finditer(mask, line.start, line.end):
            at = match.start(match.lastgroup or 0)
            near = bisect_left(taken, at)
            if near == len(taken) or taken[near] > at + 30:
                found.append((Strength.LIST, at, at + 1))
    return found


def _region_end(line: Line, start: int, end: int, depth: int, strength: Strength) -> int:
    """Where the parts end: at the bracket's close, at the semicolon that ends an inner list, or with the sentence."""
    pair = line.bracket(end)
    stop = pair[1] if pair else line.end
    if stop - end > _LONGEST_LIST:
        return end + _LONGEST_LIST
    if strength is Strength.LIST and line.page.mask[start] == "(":
        return stop
    semicolon = line.next_semicolon(end, depth)
    total_side = line.last_semicolon(start, depth)
    after_colon = line.page.mask[end : end + 2].lstrip().startswith(":")
    if semicolon < stop and total_side > line.start and not after_colon:
        return semicolon
    return stop


def _totals(lines: Sequence[Line], index: int, start: int, depth: int, strength: Strength) -> list[Claim]:
    """What may be the total: the nearest figures before the tie phrase, one for each unit."""
    line = lines[index]
    pair = line.bracket(start + 1) if line.page.mask[start] == "(" else line.bracket(start)
    candidates = line.before(pair[0], max(0, depth - 1)) if pair else line.before(_clause_end(line, start), depth)
    head = line.page.mask[line.start : start] if start - line.start < _NO_WORDS else "words"
    if not candidates and pair is None and index and not head.strip(' "“-+*•:\n'):
        candidates = _previous(lines, index)
    if strength is Strength.LIST:
        candidates = candidates[:1]
    chosen: list[Claim] = []
    for claim in candidates:
        if claim.nature in (Nature.AMOUNT, Nature.FRACTION) and not any(
            units.equal(claim.unit, one.unit) or not claim.unit for one in chosen
        ):
            chosen.append(claim)
    return chosen[:3]


def _clause_end(line: Line, start: int) -> int:
    """Where the words of the total end: before the semicolon when the tie phrase comes right behind it."""
    words = line.page.mask[max(line.start, start - 8) : start]
    return start - len(words) + len(words.rstrip()) - 1 if words.rstrip().endswith(";") else start


def _previous(lines: Sequence[Line], index: int) -> list[Claim]:
    before = lines[index - 1]
    if lines[index].fresh and not lines[index].is_item:
        return []
    return before.level(before.start, before.end, 0)[::-1][:6]


def _region(lines: Sequence[Line], index: int, start: int, stop: int, depth: int) -> list[Claim]:
    """The figures of the region, without those of an inner breakdown."""
    line = lines[index]
    if not line.page.mask[start:stop].strip(" :\n") and stop == line.end:
        return _items(lines, index)
    claims = line.level(start, stop, depth)
    for inner in islice(_ANCHOR.finditer(line.page.mask, start, stop), _MOST_INNER):
        if line.depth(inner.start()) == depth and inner["weak"] is None:
            end = line.next_semicolon(inner.end(), depth)
            claims = [claim for claim in claims if not inner.end() <= claim.start < end]
    return claims


def _items(lines: Sequence[Line], index: int) -> list[Claim]:
    """The first figure of each item of the list that follows a line ending in a colon."""
    found: list[Claim] = []
    for line in lines[index + 1 : index + 1 + _MOST_PARTS]:
        if not line.is_item:
            break
        found += line.level(line.start, line.end, 0)[:1]
    return found


def _parts(total: Claim, region: Sequence[Claim]) -> Iterator[Claim]:
    for claim in region:
        if claim.nature not in (Nature.AMOUNT, Nature.FRACTION) or bool(claim.change) != bool(total.change):
            continue
        if not units.same(total.unit, claim.unit):
            continue
        if not claim.unit and claim.scale != total.scale:
            continue
        yield claim


def _kinds(total: Claim, region: Sequence[Claim]) -> Iterator[Claim]:
    """Parts that have each its own unit under a wider one: "10 đơn vị gồm 1 thành phố, 1 thị xã và 8 huyện"."""
    counted = [claim for claim in region if claim.nature is Nature.AMOUNT and not claim.change]
    plain = all(claim.unit and claim.step == 0 and claim.scale == 1 for claim in counted)
    if len(counted) >= 2 and plain and total.step == 0 and total.scale == 1 and total.unit and not total.change:
        yield from counted


def _heads(line: Line, total: Claim, parts: Sequence[Claim], depth: int) -> Iterator[Claim]:
    """The first part after each semicolon: what stands behind it in the same item is its own breakdown."""
    del total
    last = -1
    for claim in parts:
        start = line.last_semicolon(claim.start, depth)
        if start != last:
            yield claim
        last = start


# -- judging ----------------------------------------------------------------------------------------------------------


def _judge(lines: Sequence[Line], index: int, one: _Breakdown) -> Relation | None:
    for parts in _readings(one):
        verdict = add_up(one.total, parts)[0]
        if verdict is not Verdict.ERROR:
            return told(one.line, verdict, one.total, parts)
    longer = _continued(lines, index, one)
    if longer is not None:
        return longer
    return _broken(one, _likeliest(one)) or _slipped(one) or _beginning(one) or _subset(one, _likeliest(one))


def _readings(one: _Breakdown) -> Iterator[Sequence[Claim]]:
    """All the parts, the heads of the items, and every beginning of both with two parts or more."""
    for parts in (one.parts, _named(one), one.heads):
        for length in range(len(parts), 1, -1):
            yield parts[:length]


def _named(one: _Breakdown) -> Sequence[Claim]:
    """The parts that name the unit of the total, when two or more do: a bare "2" between them is a label."""
    named = [part for part in one.parts if units.equal(part.unit, one.total.unit)]
    return named if len(named) >= 2 else one.parts


def _likeliest(one: _Breakdown) -> Sequence[Claim]:
    named = _named(one)
    if len(named) < len(one.parts) and len(one.heads) == len(one.parts):
        return named
    return one.heads if len(one.heads) >= 2 and len(one.heads) < len(one.parts) else one.parts


def _continued(lines: Sequence[Line], index: int, one: _Breakdown) -> Relation | None:
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


def _broken(one: _Breakdown, parts: Sequence[Claim]) -> Relation | None:
    if len(parts) < 2 or any(part.qualifier is not Qualifier.EXACT for part in (one.total, *parts)):
        return None
    verdict, computed, _ = add_up(one.total, parts)
    if verdict is Verdict.ERROR and _is_error(one, parts, computed):
        return told(one.line, verdict, one.total, parts)
    return None


def _beginning(one: _Breakdown) -> Relation | None:
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


def _slipped(one: _Breakdown) -> Relation | None:
    """All the figures of a list, items or not, when one slip explains why they do not add up."""
    slips = _slips(one.total, one.parts) & ({Slip.SWAP, Slip.DIGIT} if one.heads != one.parts else {Slip.SWAP})
    return _broken(one, one.parts) if slips and _likeliest(one) != one.parts else None


def _is_error(one: _Breakdown, parts: Sequence[Claim], computed: Decimal) -> bool:
    """Whether there is evidence enough that these are the parts and that they do not add up."""
    total = one.total.amount
    ratio = computed / total if total else Decimal(0)
    slips = _slips(one.total, parts) if Decimal("0.1") < ratio < Decimal("10") else set()
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


def _crosses(one: _Breakdown, parts: Sequence[Claim]) -> bool:
    """Whether the list goes beyond a semicolon that no colon announced: the rest may be another matter."""
    words = one.line.page.mask[one.start : parts[-1].start]
    return ";" in words and ":" not in words.split(";")[0] and one.line.bracket(one.start + 1) is None


def _is_wide(one: _Breakdown, parts: Sequence[Claim], ratio: Decimal) -> bool:
    """Kinds of units under a wider word: an error when the list is exhaustive, closed, and begins right away."""
    begins = parts[0].start - one.start <= 14 and not _is_open(one, parts)
    listed = one.strength is Strength.ALL or one.line.page.mask[one.start] == ":"
    return listed and begins and units.wide(one.total.unit) and Decimal("0.6") <= ratio <= Decimal("1.5")


def _is_short(one: _Breakdown, ratio: Decimal, clean: bool, slips: set[Slip]) -> bool:
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


def _overlapping(one: _Breakdown, parts: Sequence[Claim]) -> bool:
    words = one.line.page.mask[one.start : max(part.end for part in parts) + 40]
    return _OVERLAP.search(words) is not None and _MALE.search(words) is None


def _is_open(one: _Breakdown, parts: Sequence[Claim]) -> bool:
    """Whether the list names parts without a figure, or ends in an ellipsis."""
    last = parts[-1].end
    stop = min(one.end, one.line.next_semicolon(last, one.line.depth(last)))
    tail = one.line.page.mask[last : min(stop + 4, last + 120)]
    return _OPEN_END.search(tail) is not None or _unnumbered(one, parts)


def _unnumbered(one: _Breakdown, parts: Sequence[Claim]) -> bool:
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


def _subset(one: _Breakdown, parts: Sequence[Claim]) -> Relation | None:
    """ "Trong đó" names some of the parts: together they are not above the total."""
    named = [part for part in parts if units.equal(part.unit, one.total.unit)] or list(parts)
    computed = sum((part.amount for part in named), Decimal(0))
    if one.strength is not Strength.OF or computed > one.total.amount:
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
