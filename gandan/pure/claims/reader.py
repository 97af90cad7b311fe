"""From text to figures: every island of digits is looked at once and becomes a quantity, a date, a rank, or nothing.

The result also holds the *mask*: the lower-case text in which each figure is one repeated private character that tells
its nature, so that the relations can be written as patterns over words and figures, and no digit is ever read twice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from gandan.pure.claims import dates, leading, numbers, traps, units
from gandan.pure.claims.model import Claim
from gandan.pure.claims.source import Source, prepare
from gandan.pure.claims.words import Nature, Qualifier
from gandan.pure.vietnamese.letters import CAPITALS
from gandan.pure.vietnamese.patterns import lazy_pattern
from gandan.pure.vietnamese.spelled import Spelled, spelled
from gandan.pure.vietnamese.symbols import Symbol, symbol_at

AMOUNT, PERCENT, FRACTION, DATE, OTHER = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
_MASKS = {Nature.AMOUNT: AMOUNT, Nature.PERCENT: PERCENT, Nature.FRACTION: FRACTION, Nature.DATE: DATE}
_QUANTITIES = (Nature.AMOUNT, Nature.PERCENT, Nature.FRACTION)

_ISLAND = lazy_pattern(r"\d\d*(?:[.,/:–-]\d+)*")  # a plain class in front: many times faster to look for
_DIGITS = lazy_pattern(r"\d+")
_TWO = lazy_pattern(r"(\d[\d.,]*)/(\d[\d.,]*)")
_RANGE = lazy_pattern(r"\d[\d.,]*[-–]\d[\d.,]*")
_OVER = lazy_pattern(r"(?: ?\*{0,3}\[\d{1,3}\]\*{0,3})? ?/ ?(\d[\d.,]*)")
_PER = frozenset(Decimal(10) ** power for power in range(1, 7))
_DOTTED = lazy_pattern(r"\d+(?:\.\d+)+(?:,\d+)?")
_CLOCK = lazy_pattern(r"\d{1,2}:\d{2}(?::\d{2})?")
_YEARS = lazy_pattern(r"(?:19|20)\d\d")
_NOUN_NEXT = lazy_pattern(r" {1,2}([^\W\d_]+)")
_RANGE_GAP = lazy_pattern(r" ?[-–] ?|(?:%)? (?:đến|tới) ")
_WIDEST_GAP = 8
_NEW_ITEM = lazy_pattern(rf"\s*\n\s*[{CAPITALS}]|\s*\n\s*\n")
_FROM = lazy_pattern(r"(?:từ|khoảng) $")
_PERIOD_HOLDS = 400
_PERIOD = lazy_pattern(r"(?:[Tt]háng|[Qq]uý|[Nn]ăm|[Gg]iai đoạn|[Nn]gày|tháng đầu năm|tháng cuối năm) $")
_SHARE_SAID = lazy_pattern(r"(?:chiếm|bằng|đạt|tương đương)(?: hơn| gần| khoảng| tới| được)? $")
_STOPPED = lazy_pattern(r"(?s:.*(?:[;:()\n]|[,.] ))?")


@dataclass(frozen=True, slots=True)
class Page:
    """A text read: its source, its figures in order, and the mask."""

    source: Source
    claims: tuple[Claim, ...]
    dates: tuple[tuple[Claim, dates.Day], ...]
    symbols: tuple[Symbol, ...]
    mask: str
    starts: tuple[int, ...]

    def at(self, start: int) -> Claim | None:
        """The figure that starts at this place of the mask."""
        index = bisect_left(self.starts, start)
        return self.claims[index] if index < len(self.starts) and self.starts[index] == start else None

    def between(self, start: int, end: int) -> tuple[Claim, ...]:
        """The figures of a stretch of the mask."""
        return self.claims[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def read(given: str) -> Page:
    """Read a text once from end to end."""
    source = prepare(given)
    found = _Reading(source)
    found.run()
    claims = tuple(found.claims)
    return Page(
        source, claims, tuple(found.dates), tuple(found.symbols), found.masked(), tuple(claim.start for claim in claims)
    )


class _Reading:
    """One pass over the islands of a text."""

    def __init__(self, source: Source) -> None:
        self.source, self.text, self.low = source, source.text, source.low
        self.claims: list[Claim] = []
        self.dates: list[tuple[Claim, dates.Day]] = []
        self.symbols: list[Symbol] = []
        self.marks: list[tuple[int, int, str]] = []
        self.slogans = iter(traps.slogans(source.text))
        self.slogan = next(self.slogans, (len(source.text) + 1, len(source.text) + 1))
        self.done = 0
        self.period, self.period_end = "", -_PERIOD_HOLDS - 1

    def run(self) -> None:
        """Look at every island of digits once, in order, and at the numbers in words between them."""
        words = spelled(self.low)[::-1]
        match = _ISLAND.search(self.text)
        while match is not None:
            start, end = match.span()
            while words and words[-1].start < start:
                self._spelled(words.pop())
            if start and self._in_word(start):
                first = _DIGITS.match(self.text, start)
                end = first.end() if first else end
            elif start >= self.done:
                self._island(start, end)
            match = _ISLAND.search(self.text, max(end, self.done))
        while words:
            self._spelled(words.pop())

    def _in_word(self, start: int) -> bool:
        """Whether digits belong to a word in front of them: H5, QL-1."""
        before = self.text[max(0, start - 2) : start]
        return before[-1].isalnum() or (before[-1] in "-–" and before[0].isalpha())

    def _spelled(self, word: Spelled) -> None:
        """A number in words is one like another; "một nửa" is a share, and about so much."""
        if word.start < self.done:
            return
        before = self.low[max(0, word.start - 40) : word.start]
        if not word.percent:
            self._plain(word.start, word.end, str(word.value), before)
        elif _SHARE_SAID.search(before):
            share = Claim(
                word.start, word.end, self.text[word.start : word.end], Nature.PERCENT, word.value, 1, "%",
                qualifier=Qualifier.ABOUT,
            )  # fmt: skip
            self.claims.append(share)
            self._mark(word.start, word.end, PERCENT)

    def masked(self) -> str:
        """The lower-case text with its figures as private characters."""
        pieces: list[str] = []
        last = 0
        for start, end, char in self.marks:
            pieces += (self.low[last:start], char * (end - start))
            last = end
        pieces.append(self.low[last:])
        return "".join(pieces)

    def _mark(self, start: int, end: int, char: str = OTHER) -> None:
        self.marks.append((start, end, char))
        self.done = end
        if char in (OTHER, DATE):
            said = _PERIOD.search(self.text, max(0, start - 24), start)
            if said is not None:
                self.period, self.period_end = self.text[said.start() : end].strip(), end

    def _island(self, start: int, end: int) -> None:
        text, low = self.text, self.low
        piece = text[start:end]
        before = low[max(0, start - 40) : start]
        following = text[end : end + 1]
        if following and (following in "/-–" or following == " "):
            symbol = symbol_at(text, start) if text[end : end + 4].strip(" /-–")[:1].isupper() else None
            if symbol is not None:
                self.symbols.append(symbol)
                return self._mark(start, symbol.end)
        while self.slogan[1] <= start:
            self.slogan = next(self.slogans, (len(text) + 1, len(text) + 1))
        if self.slogan[0] <= start:
            return self._mark(start, end)
        if "/" in piece or "-" in piece or "–" in piece or ":" in piece or piece.count(".") == 2:
            return self._compound(start, end, piece, before)
        if traps.list_marker(before, text[end : end + 4]):
            return self._mark(start, end)
        return self._plain(start, end, piece, before)

    # -- dates, fractions, ranges -------------------------------------------------------------------------------

    def _compound(self, start: int, end: int, piece: str, before: str) -> None:
        if day := dates.written(piece):
            return self._date(start, end, day)
        if match := _TWO.fullmatch(piece):
            return self._two(start, end, match, before)
        if ":" in piece and not _CLOCK.fullmatch(piece) and piece.count(":") == 1:
            return self._split_colon(start, piece)
        return self._plain(start, end, piece, before) if _DOTTED.fullmatch(piece) else self._mark(start, end)

    def _split_colon(self, start: int, piece: str) -> None:
        """`cấp độ 1,2:1.186`: a label, a colon and a figure with the space forgotten."""
        head, tail = piece.split(":")
        self._mark(start, start + len(head))
        at = start + len(head) + 1
        return self._island(at, at + len(tail))

    def _two(self, start: int, end: int, match: re.Match[str], before: str) -> None:
        left, right = numbers.read(match[1].rstrip(".,")), numbers.read(match[2].rstrip(".,"))
        if left is None or right is None:
            return self._mark(start, end)
        if self._is_day(match, before, end):
            return self._date(start, end, dates.Day(int(match[1]), int(match[2]), None))
        if traps.ranked(before) or traps.always_labelled(before):
            return self._mark(start, end)
        after = units.read_after(self.low, end)
        if right.value == 0 or after.percent:
            return self._mark(start, end)
        nature = Nature.FRACTION if self._is_share(left.value, right.value, match, after) else Nature.LABEL
        if nature is Nature.LABEL:
            return self._mark(start, end)
        return self._add(start, end, nature, left, after=after, before=before, whole=right)

    def _is_day(self, match: re.Match[str], before: str, end: int) -> bool:
        if not (match[1].isdigit() and match[2].isdigit() and len(match[1]) <= 2 and len(match[2]) <= 2):
            return False
        day, month = int(match[1]), int(match[2])
        if not (1 <= day <= 31 and 1 <= month <= 12):
            return False
        if dates.says_day(before):
            return True
        noun = _NOUN_NEXT.match(self.low, end)
        counted = noun is not None and noun[1] not in units._NOT_UNITS and noun[1] not in _AFTER_DAYS
        return not counted

    @staticmethod
    def _is_share(left: Decimal, right: Decimal, match: re.Match[str], after: units.After) -> bool:
        """`24/85 xã` is a share of a whole; a bare `1/2`, `1/3` is a fraction word."""
        if match[1] == "1" and right <= 10 and after.unit in ("", "thời"):
            return False
        return after.unit not in units.DURATIONS

    def _date(self, start: int, end: int, day: dates.Day) -> None:
        claim = Claim(start, end, self.text[start:end], Nature.DATE, Decimal(0))
        self.dates.append((claim, day))
        self._mark(start, end, DATE)

    # -- plain numbers ------------------------------------------------------------------------------------------

    def _plain(self, start: int, end: int, piece: str, before: str) -> None:
        number = numbers.read(piece)
        if number is None:
            return self._mark(start, end)
        after = units.read_after(self.low, end)
        if "\n" in self.low[end : after.end] and _NEW_ITEM.match(self.text, end):
            after = units.After(False, units.ONE, "", end)
        if self._is_label(piece, number, after, before):
            return self._mark(start, end)
        if self._joins_range(start, before, after):
            return self._mark(start, end)
        if after.unit in units.DURATIONS and not after.percent and after.scale == 1:
            return self._mark(start, end)
        if after.percent:
            return self._add(start, end, Nature.PERCENT, number, after=after, before=before)
        if not self._over(start, end, number, after, before):
            self._add(start, end, Nature.AMOUNT, number, after=after, before=before)
        return None

    def _over(self, start: int, end: int, number: numbers.Read, after: units.After, before: str) -> bool:
        """`457,42 km/653,61 km` is a part of a whole; `5,83 vụ/10.000 dân` is a rate with a unit of its own."""
        match = _OVER.match(self.text, after.end) if after.unit or after.scale != 1 else None
        whole = numbers.read(match[1].rstrip(".,")) if match else None
        if match is None or whole is None or whole.value == 0:
            return False
        stop = match.start(1) + len(match[1].rstrip(".,"))
        second = units.read_after(self.low, stop)
        if after.scale == second.scale == 1 and second.unit and whole.value in _PER and second.unit != after.unit:
            rate = units.After(False, after.scale, f"{after.unit}/{match[1]} {second.unit}", end)
            self._add(start, end, Nature.AMOUNT, number, after=rate, before=before)
            self.marks.append((match.start(1), stop, OTHER))
            self.done = stop
            return True
        if second.scale != after.scale or second.unit != after.unit:
            return False
        self._add(start, stop, Nature.FRACTION, number, after=second, before=before, whole=whole)
        return True

    @staticmethod
    def _is_label(piece: str, number: numbers.Read, after: units.After, before: str) -> bool:
        if after.percent:
            return False
        grouped = len(piece) >= 5 and "." in piece
        named = bool(after.unit) or after.scale != 1
        if not grouped and traps.always_labelled(before) and not (named and leading.counted_in_year(piece, before)):
            return True
        if not named and not grouped and traps.labelled(before):
            return True
        if _YEARS.fullmatch(piece) and not named:
            return True
        return len(piece) >= 8 and piece.isdigit()

    def _joins_range(self, start: int, before: str, after: units.After) -> bool:
        """Whether this number closes a range whose first number was just read: "từ 7 đến 10", "15 – 18 tiêu chí"."""
        if not self.marks:
            return False
        last_start, last_end, char = self.marks[-1]
        gap = self.low[last_end:start]
        if start - last_end > _WIDEST_GAP or char == DATE or not _RANGE_GAP.fullmatch(gap):
            return False
        if "-" in gap or "–" in gap:
            closes = char == OTHER or (
                bool(self.claims) and self.claims[-1].start == last_start and not self.claims[-1].unit
            )
        else:
            closes = _FROM.search(self.low[max(0, last_start - 7) : last_start]) is not None
        if closes and char != OTHER and self.claims and self.claims[-1].start == last_start:
            self.claims.pop()
            self.marks[-1] = (last_start, last_end, OTHER)
        return closes

    def _add(
        self,
        start: int,
        end: int,
        nature: Nature,
        number: numbers.Read,
        *,
        after: units.After,
        before: str,
        whole: numbers.Read | None = None,
    ) -> None:
        stop = after.end if after.percent else end
        claim = Claim(
            start=start,
            end=stop,
            text=self.text[start:stop],
            nature=nature,
            value=number.value,
            places=number.places,
            unit=after.unit,
            scale=after.scale,
            qualifier=leading.qualifier(before),
            change=leading.change(before),
            other=number.other,
            whole=whole.value if whole else None,
            whole_places=whole.places if whole else 0,
            whole_other=whole.other if whole else None,
            period=self._period(start),
            subject=self._subject(start),
        )
        self.claims.append(claim)
        self._mark(start, stop, _MASKS[nature])

    def _subject(self, start: int) -> str:
        """The words between the clause's beginning and the figure."""
        low = max(self.done, start - 80)
        words = self.text[low:start]
        stopped = _STOPPED.match(words)
        return words[stopped.end() if stopped else 0 :].strip()

    def _period(self, start: int) -> str:
        """The words of time last said in front of the figure, not far away."""
        return self.period if start - self.period_end <= _PERIOD_HOLDS else ""


_AFTER_DAYS = frozenset(
    ("năm", "hàng", "hằng", "vừa", "nay", "tới", "nhân", "kỷ", "chào", "mừng", "âm", "dương", "lịch")
)


def in_given(page: Page, claim: Claim) -> Claim:
    """The claim with offsets into the text as given."""
    if not page.source.starts:
        return claim
    start, end = page.source.back(claim.start), page.source.back(claim.end)
    return replace(claim, start=start, end=end, text=page.source.given[start:end])


def quantities(page: Page) -> Iterator[Claim]:
    """The figures that may be computed with."""
    return (claim for claim in page.claims if claim.nature in _QUANTITIES)
