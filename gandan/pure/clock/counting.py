"""Counting time as the Civil Code does (Bộ luật Dân sự 91/2015/QH13, Điều 146–148)."""

from __future__ import annotations

import calendar as months
from dataclasses import dataclass
from datetime import date, timedelta
from typing import assert_never

from gandan.pure.clock.calendar import Calendar
from gandan.pure.clock.words import Unit
from gandan.pure.speech import Said


@dataclass(frozen=True, slots=True)
class Length:
    """How long: a number of days, working days, months or years."""

    amount: int
    unit: Unit

    @property
    def said(self) -> Said:
        """As a person says it: "7 ngày làm việc", "7 working days"."""
        plural = "" if self.amount == 1 else "s"
        return Said(f"{self.amount} {self.unit.said.vi}", f"{self.amount} {self.unit.said.en}{plural}")

    def of(self, amount: int) -> Length:
        """Another number of the same unit."""
        return Length(amount, self.unit)


def after(start: date, length: Length, calendar: Calendar) -> date:
    """The last day of a period that begins with an event; the day of the event is not counted (Điều 147 khoản 2).

    Working days never end on a day off; the other units may, and `rolled` then tells where they end.
    """
    match length.unit:
        case Unit.DAYS:
            return start + timedelta(days=length.amount)
        case Unit.WORKING_DAYS:
            return calendar.add_working(start, length.amount)
        case Unit.MONTHS:
            return add_months(start, length.amount)
        case Unit.YEARS:
            return add_months(start, 12 * length.amount)
        case _:
            assert_never(length.unit)


def before(event: date, length: Length, calendar: Calendar) -> date:
    """The last day that still leaves the whole length before the event; the day of the event is not counted."""
    return after(event, length.of(-length.amount), calendar)


def add_months(day: date, count: int) -> date:
    """The same day number so many months away, or that month's last day if it has none such (Điều 148 khoản 3–4)."""
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))


def rolled(day: date, calendar: Calendar) -> date:
    """Where a period ends whose last day is a day off: at the end of the next working day (Điều 148 khoản 5)."""
    return calendar.next_working(day)
