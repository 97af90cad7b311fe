"""The figures of the board: every share with its two numbers and where they open, every trend from day cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from gandan.doors.board import addresses
from gandan.doors.board.span import Span
from gandan.matters.cases.words import Field
from gandan.pure.speech import Said

WEEKS = 12
FIELDS = {word: f"cases.received.field.{word.value}" for word in Field}
MEASURES = (
    "cases.received",
    "cases.settled",
    "cases.settled_on_time",
    "cases.closed",
    "cases.sent_on",
    "cases.extended",
    "cases.came_back",
    "cases.rated",
    "cases.satisfied",
    *FIELDS.values(),
)
Course = Mapping[str, Mapping[date, int]]


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, with its rows. `value` is None where there is no whole: then nothing can be said."""

    said: Said
    part: int
    whole: int
    part_address: str
    whole_address: str
    of: Said  # what the whole counts
    note: Said | None = None

    @property
    def value(self) -> Fraction | None:
        """Part ÷ whole."""
        return Fraction(self.part, self.whole) if self.whole else None


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart made of rows: its name, its number, how long its bar is, where it opens."""

    said: Said
    value: int
    percent: int  # of the longest
    address: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What the cells of one unit say over a span."""

    course: Course
    unit_id: int
    span: Span

    @classmethod
    def first_day(cls, span: Span) -> date:
        """From which day the cells are asked for: the span, and the weeks of the trends."""
        return min(span.start, span.end - timedelta(days=7 * WEEKS - 1))

    def total(self, name: str) -> int:
        """A measure over the span."""
        return sum(value for day, value in self.course[name].items() if self.span.start <= day <= self.span.end)

    def address(self, name: str) -> str:
        """Where a measure opens to its records."""
        return addresses.records(name, unit_id=self.unit_id, start=self.span.start, end=self.span.end)

    def share(self, part: str, whole: str, said: Said, of: Said) -> Share:
        """One measure as a share of another."""
        return Share(said, self.total(part), self.total(whole), self.address(part), self.address(whole), of)

    def weeks(self, name: str) -> list[int]:
        """A measure in each of the last weeks, the oldest first."""
        sums = [0] * WEEKS
        for day, value in self.course[name].items():
            back = (self.span.end - day).days // 7
            if 0 <= back < WEEKS:
                sums[WEEKS - 1 - back] += value
        return sums

    def by_field(self) -> list[Bar]:
        """What came in by field, the most first; what has no field yet stands last, so that the lines add up."""
        counts = {word.said: (self.total(name), self.address(name)) for word, name in FIELDS.items()}
        most = max((count for count, _ in counts.values()), default=0)
        bars = [Bar(said, count, _percent(count, most), address) for said, (count, address) in counts.items() if count]
        bars.sort(key=lambda bar: -bar.value)
        rest = self.total("cases.received") - sum(bar.value for bar in bars)
        if rest > 0:
            bars.append(Bar(Said("Chưa ghi lĩnh vực", "No field yet"), rest, _percent(rest, max(most, rest)), ""))
        return bars


def tells_against(figures: Figures, *, late: int, open_: int) -> tuple[Share, ...]:
    """The figures by which a rate of answers on time is made to look good, to stand beside it."""
    of_received = Said("đơn nhận trong kỳ", "received in the period")
    return (
        figures.share(
            "cases.sent_on",
            "cases.closed",
            Said("Kết thúc bằng chuyển đi, hướng dẫn, trả lại", "Closed by sending on, guiding, returning"),
            Said("đơn kết thúc trong kỳ", "closed in the period"),
        ),
        figures.share("cases.extended", "cases.received", Said("Phải gia hạn", "Extended"), of_received),
        figures.share(
            "cases.came_back", "cases.received", Said("Trả lời rồi phải mở lại", "Answered, then reopened"), of_received
        ),
        Share(
            Said("Quá hạn chưa trả lời", "Past due, not answered"),
            late,
            open_,
            addresses.cases(late=1),
            addresses.cases(),
            Said("đơn đang giải quyết", "open now"),
        ),
    )


def spark(values: list[int]) -> str:
    """A trend as the points of a path in a box of 100 by 30; nothing where there is nothing to draw."""
    most = max(values, default=0)
    if not most:
        return ""
    step = Fraction(100, len(values) - 1)
    points = [f"{float(place * step):.1f} {28 - round(26 * value / most)}" for place, value in enumerate(values)]
    return "M" + " L".join(points)


def _percent(value: int, most: int) -> int:
    return round(100 * value / most) if most else 0
