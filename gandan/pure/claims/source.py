"""The text made ready for reading: composed, with plain spaces, beside its lower case, and the way back."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from gandan.pure.vietnamese.patterns import lazy_pattern

_MARK = lazy_pattern(r"[\u0300-\u036f]")  # a plain class first: most texts are composed
_MARKED = lazy_pattern(r"[^\W\d_][\u0300-\u036f]+")
_SAME_LENGTH = (
    ("\u00a0", " "), ("\u202f", " "), ("\u2009", " "), ("\t", " "), ("\r", "\n"), ("\u2212", "-"), ("\u0130", "I"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """`text` is read, `low` is its lower case of the same length, `given` is what offsets must point into."""

    given: str
    text: str
    low: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def back(self, at: int) -> int:
        """The offset in the text as given of an offset in the text as read."""
        if not self.starts:
            return at
        index = bisect_right(self.starts, at)
        return at + (self.shifts[index - 1] if index else 0)


def prepare(given: str) -> Source:
    """Compose what is decomposed and level the spaces; linear in the length."""
    text, starts, shifts = _composed(given)
    for old, new in _SAME_LENGTH:  # many times faster than a translation table on long texts
        text = text.replace(old, new)
    low = text.lower()
    if len(low) != len(text):
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return Source(given, text, low, starts, shifts)


def _composed(given: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    if given.isascii() or _MARK.search(given) is None:
        return given, (), ()
    pieces: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    last = length = 0
    for match in _MARKED.finditer(given):
        letter = unicodedata.normalize("NFC", match[0])
        pieces += (given[last : match.start()], letter)
        length += match.start() - last + len(letter)
        last = match.end()
        if last - length != (shifts[-1] if shifts else 0):
            starts.append(length)
            shifts.append(last - length)
    pieces.append(given[last:])
    return "".join(pieces), tuple(starts), tuple(shifts)
