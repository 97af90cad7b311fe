"""Which days the offices work (Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3, Điều 112; yearly notices as rows)."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import holidays

from gandan.pure.clock.days import DAY, spoken
from gandan.pure.clock.words import DayKind
from gandan.pure.speech import Said

WEEKLY_OFF = Said("ngày nghỉ hằng tuần", "weekly day off")

_TET = Said("Tết Nguyên đán", "Lunar New Year")
_NAMES = {
    "Tết Dương lịch": Said("Tết Dương lịch", "New Year's Day"),
    "Ngày Giỗ Tổ Hùng Vương": Said("Giỗ Tổ Hùng Vương", "Hùng Kings' Commemoration Day"),
    "Ngày Chiến thắng": Said("Ngày Chiến thắng 30/4", "Victory Day"),
    "Ngày Quốc tế Lao động": Said("Ngày Quốc tế Lao động 1/5", "International Labour Day"),
    "Quốc khánh": Said("Quốc khánh 2/9", "National Day"),
    "Ngày Văn hóa Việt Nam": Said("Ngày Văn hóa Việt Nam 24/11", "Vietnam Cultural Day"),
    **dict.fromkeys(
        (
            "29 Tết",
            "Giao thừa Tết Nguyên Đán",
            "Tết Nguyên Đán",
            "Mùng hai Tết Nguyên Đán",
            "Mùng ba Tết Nguyên Đán",
            "Mùng bốn Tết Nguyên Đán",
            "Mùng năm Tết Nguyên Đán",
            "Mùng sáu Tết Nguyên Đán",
        ),
        _TET,
    ),
}
_SWAPPED = "Ngày nghỉ (thay cho"
_IN_LIEU = "nghỉ bù"
_BRACKETS = re.compile(r"\s*\(.*\)$")


@dataclass(frozen=True, slots=True)
class MarkedDay:
    """A day that is not what its weekday says: its kind, why, and who says so."""

    kind: DayKind
    why: Said
    source: str


@dataclass(frozen=True, eq=False)
class Calendar:
    """The working days of one place. Compute one with `national()` or `of_law()`; years are worked out once."""

    rows: Mapping[date, MarkedDay]
    noticed_until: int
    _working: dict[int, tuple[int, ...]] = field(default_factory=dict, repr=False)

    def with_days(self, days: Mapping[date, MarkedDay]) -> Calendar:
        """This calendar with some days as an administrator loaded them; they stand above every other source."""
        return Calendar(MappingProxyType({**self.rows, **days}), self.noticed_until) if days else self

    def marked(self, day: date) -> MarkedDay | None:
        """What is special about the day, from the loaded rows or else from the law; None for an ordinary day."""
        return self.rows.get(day) or holidays_of(day.year).get(day)

    def is_working(self, day: date) -> bool:
        """Whether offices work on the day."""
        marked = self.marked(day)
        return marked.kind.is_working if marked else day.weekday() < 5

    def why_off(self, day: date) -> Said | None:
        """Why offices do not work on the day; None when they do."""
        marked = self.marked(day)
        if marked:
            return None if marked.kind.is_working else marked.why
        return WEEKLY_OFF if day.weekday() >= 5 else None

    def why_worked(self, day: date) -> Said | None:
        """Why offices work although the weekday says rest; None for an ordinary day and for a day off."""
        marked = self.marked(day)
        return marked.why if marked and marked.kind.is_working and day.weekday() >= 5 else None

    def is_estimated(self, day: date) -> bool:
        """Whether the year's notice of holidays is not yet among the rows, so that single days may still move."""
        return day.year > self.noticed_until and not any(loaded.year == day.year for loaded in self.rows)

    def next_working(self, day: date) -> date:
        """The day itself when offices work on it, else the first working day after it."""
        return self.add_working(day - DAY, 1)

    def last_working(self, day: date) -> date:
        """The day itself when offices work on it, else the last working day before it."""
        return self.add_working(day + DAY, -1)

    def add_working(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`, or before it when negative; the day itself for 0."""
        if count == 0:
            return day
        year, ordinal = day.year, day.toordinal()
        days = self._days(year)
        if count > 0:
            place = bisect_right(days, ordinal) + count - 1
            while place >= len(days):
                place -= len(days)
                year += 1
                days = self._days(year)
        else:
            place = bisect_left(days, ordinal) + count
            while place < 0:
                year -= 1
                days = self._days(year)
                place += len(days)
        return date.fromordinal(days[place])

    def working_between(self, after: date, until: date) -> int:
        """How many working days lie after one day and up to and including another; 0 when the latter is not later."""
        if until <= after:
            return 0
        whole = sum(len(self._days(year)) for year in range(after.year, until.year))
        behind = bisect_right(self._days(after.year), after.toordinal())
        return whole + bisect_right(self._days(until.year), until.toordinal()) - behind

    def _days(self, year: int) -> tuple[int, ...]:
        """The working days of the year as ordinals, in order; computed once for each calendar."""
        known = self._working.get(year)
        if known is None:
            first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
            known = tuple(day for day in range(first, last + 1) if self.is_working(date.fromordinal(day)))
            self._working[year] = known
        return known


@cache
def national() -> Calendar:
    """The country's calendar: the law, and above it the known notices of swapped days (data/calendar.toml)."""
    table = _table()
    rows: dict[date, MarkedDay] = {}
    for swap in table["swap"]:
        off, worked, source = swap["off"], swap["work"], swap["source"]
        rows[off] = MarkedDay(DayKind.OFF, _swapped_off(worked), source)
        rows[worked] = MarkedDay(DayKind.SWAP_WORK, _swapped_in(off), source)
    return Calendar(MappingProxyType(rows), table["noticed_until"])


@cache
def of_law() -> Calendar:
    """The calendar as the law alone makes it: holidays and days in lieu, without any swap of working days."""
    return Calendar(MappingProxyType({}), _table()["noticed_until"])


@cache
def holidays_of(year: int) -> Mapping[date, MarkedDay]:
    """Holidays and days in lieu of a year by the Labour Code; lunar feasts by the Vietnamese calendar (UTC+7)."""
    pending = {row["name"] for row in _table()["pending"] if not row["in_force"]}
    kept: dict[date, MarkedDay] = {}
    for day, title in holidays.country_holidays("VN", years=year, language="vi").items():
        name = _BRACKETS.sub("", title.split(";")[0])
        if not title.startswith(_SWAPPED) and name not in pending:
            kept[day] = _marked(name, in_lieu=_IN_LIEU in title)
    return MappingProxyType(kept)


def _marked(name: str, *, in_lieu: bool) -> MarkedDay:
    said = _NAMES.get(name, Said(name, name))
    source = "Bộ luật Lao động 45/2019/QH14, Điều 111, 112"
    if in_lieu:
        why = Said("nghỉ bù {name}", "day off in lieu of {name}").given(name=said)
        return MarkedDay(DayKind.IN_LIEU, why, source)
    feast = Said("nghỉ {name}", "{name}") if said.vi.startswith("Tết") else Said("nghỉ lễ {name}", "{name}")
    return MarkedDay(DayKind.HOLIDAY, feast.given(name=said), source)


def _swapped_off(worked: date) -> Said:
    return Said("nghỉ hoán đổi, làm bù {day}", "day off swapped for {day}").given(day=spoken(worked))


def _swapped_in(off: date) -> Said:
    return Said("ngày làm bù cho {day}", "working day made up for {day}").given(day=spoken(off))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("gandan.pure.clock") / "data" / "calendar.toml").read_text(encoding="utf-8"))
