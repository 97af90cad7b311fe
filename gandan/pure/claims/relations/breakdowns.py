"""Which figures a text holds against which total: tie words, brackets, colons, bullets, "trong số"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice

from gandan.pure.claims import units
from gandan.pure.claims.layout import Line
from gandan.pure.claims.model import Claim
from gandan.pure.claims.words import Nature
from gandan.pure.vietnamese.patterns import lazy_pattern

_ANCHOR = lazy_pattern(
    r"\b(?P<of>trong (?:đó|đố|số đó|số này)(?: gồm| bao gồm| có)?)\b|\b(?P<all>bao gồm|gồm(?: có)?|chia (?:ra|"
    r"thành))\b|\b(?P<weak>cụ thể)\b"
)
_TIE_WORDS = ("trong ", "bao gồm", "gồm", "chia ", "cụ thể")
_OUT_OF = lazy_pattern(r"\btrong (?:tổng )?số (?P<total>\ue000+)")
_LIST_COLON = lazy_pattern(r"[\ue000\ue002][^\ue000-\ue004,;:.()\n]{0,60}(?P<colon>:)(?=\s|\Z)")
_LIST_BRACKET = lazy_pattern(r"[\ue000\ue002][^\ue000-\ue004,;:.()\n]{0,60}(?P<bracket>\()")
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
class Breakdown:
    """A total, the stretch of text in which its parts stand, and how strongly they are tied."""

    line: Line
    total: Claim
    parts: tuple[Claim, ...]
    heads: tuple[Claim, ...]
    strength: Strength
    start: int
    end: int


def breakdowns(lines: Sequence[Line], index: int, line: Line) -> Iterator[Breakdown]:
    """Every total of a sentence with what may be its parts, in order of the tie phrases."""
    yield from _tied(lines, index, line)
    yield from _out_of(line)


def _tied(lines: Sequence[Line], index: int, line: Line) -> Iterator[Breakdown]:
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
                yield Breakdown(line, total, parts[:_MOST_PARTS], heads[:_MOST_PARTS], strength, start, stop)


def _out_of(line: Line) -> Iterator[Breakdown]:
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
                yield Breakdown(line, total, parts, parts, Strength.OF, match.start(), stop)


def _begins(line: Line, end: int, first: Claim) -> bool:
    """Whether the first part stands before the first semicolon: else the words after the tie phrase speak of others."""
    return not line.start <= first.start < line.end or ";" not in line.page.mask[end : first.start]


def _anchors(line: Line) -> list[tuple[Strength, int, int]]:
    mask, found = line.page.mask, []
    for match in _tie_phrases(mask, line.start, line.end):
        strength = Strength.OF if match["of"] else Strength.ALL if match["all"] else Strength.WEAK
        if match["of"] and "gồm" in match["of"]:
            strength = Strength.ALL
        found.append((strength, match.start(), match.end()))
    taken = sorted(end for _, _, end in found)
    for mark, pattern in ((":", _LIST_COLON), ("(", _LIST_BRACKET)):
        listed = mask.find(mark, line.start, line.end) >= 0
        for match in pattern.finditer(mask, line.start, line.end) if listed else ():
            at = match.start(match.lastgroup or 0)
            near = bisect_left(taken, at)
            if near == len(taken) or taken[near] > at + 14:
                found.append((Strength.LIST, at, at + 1))
    return found


def _tie_phrases(mask: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The tie phrases of a stretch in order, found by plain searches for their words: most sentences have none."""
    places = []
    for word in _TIE_WORDS:
        at = mask.find(word, start, end)
        while at >= 0:
            places.append(at)
            at = mask.find(word, at + 1, end)
    done = start
    for at in sorted(places):
        match = _ANCHOR.match(mask, at, end) if at >= done else None
        if match is not None:
            done = match.end()
            yield match


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
    for inner in islice(_tie_phrases(line.page.mask, start, stop), _MOST_INNER):
        if line.depth(inner.start()) == depth and inner["weak"] is None:
            end = line.next_semicolon(inner.end(), depth)
            claims = [claim for claim in claims if not inner.end() <= claim.start < end or _beside(line, claim)]
    return claims


def _beside(line: Line, claim: Claim) -> bool:
    """Whether "với" returns from an inner breakdown to the head: "22 đoàn gồm 264 người, với 20 vụ việc"."""
    return line.page.mask.endswith(", với ", 0, claim.start)


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
