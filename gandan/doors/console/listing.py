"""Findings drawn for a terminal: the line with the span underlined, the computation, what may mend it."""

from __future__ import annotations

import shutil
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from textwrap import wrap

from gandan.pure.claims import Checked, Verdict
from gandan.reporting.documents.marking import Mark, marks
from gandan.reporting.documents.opening import Read

SIGNS = {Verdict.ERROR: "✗", Verdict.QUESTION: "?"}
_BEFORE, _AFTER, _LONGEST = 70, 40, 600
_INDENT = "      "


def tell(name: str, read: Read, checked: Checked) -> None:
    """Print the findings of one file."""
    found = marks(checked)
    held = sum(one.verdict in (Verdict.OK, Verdict.ROUNDING) for one in checked.relations)
    print(f"{name}: {len(found)} chỗ cần xem, {held} quan hệ khớp · {len(found)} to look at, {held} hold")
    for note in read.notes:
        print(f"  ! {note.vi} · {note.en}")
    width = min(shutil.get_terminal_size((110, 24)).columns, 140) - len(_INDENT)
    for mark in found:
        print("\n".join(_finding(checked.text, mark, max(width, 40))))


def _finding(text: str, mark: Mark, width: int) -> Iterator[str]:
    one = mark.relation
    yield f"  {SIGNS[one.verdict]} dòng {mark.line} · line {mark.line}"
    yield from underlined(text, one.start, one.end, width)
    for said in (one.reason.vi, one.reason.en):
        yield from (f"{_INDENT}{part}" for part in wrap(said, width))
    if one.expression and one.expression not in one.reason.vi:
        yield from (f"{_INDENT}= {part}" for part in wrap(one.expression, width - 2))
    for repair in one.repairs:
        yield f"{_INDENT}→ {repair.old} ⇒ {repair.new}: {repair.why.vi} · {repair.why.en}"


def underlined(text: str, start: int, end: int, width: int) -> Iterator[str]:
    """The line around a span, broken to the width, with carets under the span."""
    end = min(end, start + _LONGEST)
    first = text.rfind("\n", 0, start) + 1
    if first < start - _BEFORE:
        first = max(text.find(" ", start - _BEFORE, start) + 1, start - _BEFORE)
    stop = text.find("\n", end)
    last = min(len(text) if stop < 0 else stop, end + _AFTER)
    shown = "".join(" " if char.isspace() else char for char in text[first:last])
    marked = [start <= first + index < end for index in range(len(shown))]
    while shown[:1] == " ":
        shown, marked = shown[1:], marked[1:]
    for low, high in _lines(shown, width):
        yield f"{_INDENT}{shown[low:high].rstrip()}"
        under = _carets(shown[low:high], marked[low:high])
        if under:
            yield f"{_INDENT}{under}"


def _lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Spans of the text as wide as the terminal, broken at spaces."""
    start = 0
    while start < len(text):
        end = start + width
        if end < len(text):
            space = text.rfind(" ", start + width // 2, end)
            end = space + 1 if space > 0 else end
        yield start, min(end, len(text))
        start = end


def _carets(text: str, marked: Sequence[bool]) -> str:
    """Carets under what is marked; a combining mark takes no column."""
    signs = ("^" if on else " " for char, on in zip(text, marked, strict=True) if not unicodedata.combining(char))
    return "".join(signs).rstrip()


class Progress:
    """A bar on standard error while many files are read; nothing at all when nobody watches."""

    def __init__(self, total: int, *, fewest: int = 5) -> None:
        self.total, self.done = total, 0
        self.shown = total >= fewest and sys.stderr.isatty()

    def step(self, name: str) -> None:
        """One more file begins."""
        self.clear()
        if self.shown:
            filled = 24 * self.done // self.total
            bar = "█" * filled + "░" * (24 - filled)
            print(f"\r{bar} {self.done + 1}/{self.total} {name[-50:]}", end="", file=sys.stderr, flush=True)
        self.done += 1

    def clear(self) -> None:
        """Take the bar away, so that a finding may be printed."""
        if self.shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
