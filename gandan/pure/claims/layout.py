"""Where figures stand: sentences, brackets, semicolons. Relations ask here which figures are on one level."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from gandan.pure.claims.model import Claim
from gandan.pure.claims.reader import Page
from gandan.pure.vietnamese.patterns import lazy_pattern
from gandan.pure.vietnamese.sentences import sentences

_STRUCTURE = lazy_pattern(r"[();]")
_ITEM = lazy_pattern(r"[-+*•–‣▪●○◦·]|\d{1,2}[.)]\s|[a-zđ][.)]\s")
_BLANK = lazy_pattern(r"\n[ \t]*\n")
_FAR = 1 << 60
_NEAR = 40  # how far a look back or ahead goes, so that no sentence, however long, is slow
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with figures. `depths[i]` is how many brackets are open at `claims[i]`; `semicolons` (place, depth);
    `levels` are (place, depth from there on); `brackets` are (open, close) pairs; `fresh`: a blank line stands before.
    """

    page: Page
    start: int
    end: int
    claims: tuple[Claim, ...]
    depths: tuple[int, ...]
    semicolons: tuple[tuple[int, int], ...]
    brackets: tuple[tuple[int, int], ...]
    levels: tuple[tuple[int, int], ...]
    fresh: bool

    @property
    def words(self) -> str:
        """The masked words of the sentence."""
        return self.page.mask[self.start : self.end]

    @property
    def is_item(self) -> bool:
        """Whether the sentence is an item of a list: it begins with a bullet or a number."""
        return _ITEM.match(self.page.source.low, self.start) is not None

    def bracket(self, at: int) -> tuple[int, int] | None:
        """The innermost brackets around a place, or None."""
        index = bisect_left(self.brackets, (at, 0))
        for start, end in reversed(self.brackets[max(0, index - _NEAR) : index]):
            if start < at < end:
                return start, end
        return None

    def depth(self, at: int) -> int:
        """How many brackets are open at a place."""
        index = bisect_right(self.levels, (at, _FAR)) - 1
        return self.levels[index][1] if index >= 0 else 0

    def level(self, start: int, end: int, depth: int) -> list[Claim]:
        """The figures between two places that stand at this depth, in order; never more than a list can hold."""
        low = bisect_left(self.claims, start, key=_start)
        found = []
        for index in range(low, min(len(self.claims), low + _LONGEST)):
            if self.claims[index].start >= end:
                break
            if self.depths[index] == depth:
                found.append(self.claims[index])
        return found

    def before(self, at: int, depth: int) -> list[Claim]:
        """The figures at this depth before a place and after the last semicolon, nearest first."""
        high = bisect_left(self.claims, at, key=_start)
        first = self.last_semicolon(at, depth)
        near = range(high - 1, max(-1, high - _NEAR), -1)
        return [self.claims[i] for i in near if self.claims[i].start >= first and self.depths[i] == depth]

    def before_all(self, at: int) -> list[Claim]:
        """The figures of the sentence before a place, nearest first, at any depth; never more than a list can hold."""
        high = bisect_left(self.claims, at, key=_start)
        return list(self.claims[max(0, high - _NEAR) : high][::-1])

    def next_semicolon(self, at: int, depth: int) -> int:
        """The next semicolon at this depth, or the end."""
        index = bisect_left(self.semicolons, (at, 0))
        near = self.semicolons[index : index + _NEAR]
        return next((place for place, level in near if level == depth), self.end)

    def last_semicolon(self, at: int, depth: int) -> int:
        """The place after the last semicolon at this depth before a place, or the start."""
        index = bisect_left(self.semicolons, (at, 0))
        near = reversed(self.semicolons[max(0, index - _NEAR) : index])
        return next((place + 1 for place, level in near if level == depth), self.start)


def _start(claim: Claim) -> int:
    return claim.start


def lines(page: Page) -> list[Line]:
    """The sentences of a page that hold figures, with their structure."""
    found: list[Line] = []
    text, starts = page.source.text, page.starts
    last = 0
    for sentence in sentences(text):
        low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        if low < high:
            fresh = _BLANK.search(text, last, sentence.start) is not None
            found.append(_line(page, sentence.start, sentence.end, page.claims[low:high], fresh))
        last = sentence.end
    return found


def _line(page: Page, start: int, end: int, claims: tuple[Claim, ...], fresh: bool) -> Line:
    opened: list[int] = []
    brackets: list[tuple[int, int]] = []
    semicolons: list[tuple[int, int]] = []
    levels: list[tuple[int, int]] = [(start, 0)]
    for match in _STRUCTURE.finditer(page.mask, start, end):
        at, char = match.start(), match[0]
        if char == ";":
            semicolons.append((at, len(opened)))
            continue
        if char == "(":
            opened.append(at)
        elif opened:
            brackets.append((opened.pop(), at))
        levels.append((at + 1, len(opened)))
    brackets += [(at, end) for at in opened]
    places = [place for place, _ in levels]
    flat = len(levels) == 1
    depths = (0,) * len(claims) if flat else tuple(levels[bisect_right(places, one.start) - 1][1] for one in claims)
    return Line(page, start, end, claims, depths, tuple(semicolons), tuple(sorted(brackets)), tuple(levels), fresh)
