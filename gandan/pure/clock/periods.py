"""Reporting periods. The inspectorate's year runs 15/12→14/12 (Thông tư 01/2024/TT-TTCP), not with the calendar."""

from __future__ import annotations

import calendar as months
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from gandan.pure.clock.counting import add_months
from gandan.pure.clock.days import DAY, written
from gandan.pure.clock.words import Per
from gandan.pure.refusal import Refused, Unreadable
from gandan.pure.speech import Said, Word

_ROMAN = ("I", "II", "III", "IV")
_CODE = re.compile(r"(\d{4})(?:-(Q[1-4]|6T|9T|T(?:0[1-9]|1[0-2])))?")


class Scheme(Word):
    """Which cut-off days a period follows."""

    INSPECTORATE = "inspectorate", "kỳ báo cáo thanh tra (15/12 – 14/12)", "inspectorate periods (15/12 – 14/12)"
    CALENDAR = "calendar", "năm dương lịch", "calendar periods"
    RANGE = "range", "khoảng ngày tự chọn", "any range of days"


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included. Codes are unique in a scheme: 2026, 2026-Q3, 2026-6T, 2026-T07."""

    scheme: Scheme
    code: str
    first: date
    last: date
    label: Said

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def span(self) -> Said:
        """Its days in words: "từ 15/12/2025 đến 14/12/2026"."""
        return Said("từ {first} đến {last}", "from {first} to {last}").given(
            first=written(self.first), last=written(self.last)
        )

    @classmethod
    def of_year(cls, year: int, *, scheme: Scheme = Scheme.INSPECTORATE) -> Period:
        """The report year, 15/12 of the year before to 14/12; or the calendar year."""
        return cls._months(year, scheme, code=str(year), first=1, last=12, label=Said(f"năm {year}", f"year {year}"))

    @classmethod
    def quarter(cls, year: int, number: int, *, scheme: Scheme = Scheme.INSPECTORATE) -> Period:
        """Quý I is 15/12–14/03, quý II 15/03–14/06, quý III 15/06–14/09, quý IV 15/09–14/12."""
        if not 1 <= number <= 4:
            raise _no_such_period(f"{year}-Q{number}")
        roman = _ROMAN[number - 1]
        label = Said(f"quý {roman}/{year}", f"quarter {roman}/{year}")
        return cls._months(year, scheme, code=f"{year}-Q{number}", first=3 * number - 2, last=3 * number, label=label)

    @classmethod
    def six_months(cls, year: int, *, scheme: Scheme = Scheme.INSPECTORATE) -> Period:
        """The first six months: 15/12 to 14/06."""
        label = Said(f"6 tháng đầu năm {year}", f"first six months of {year}")
        return cls._months(year, scheme, code=f"{year}-6T", first=1, last=6, label=label)

    @classmethod
    def nine_months(cls, year: int, *, scheme: Scheme = Scheme.INSPECTORATE) -> Period:
        """The first nine months: 15/12 to 14/09."""
        label = Said(f"9 tháng đầu năm {year}", f"first nine months of {year}")
        return cls._months(year, scheme, code=f"{year}-9T", first=1, last=9, label=label)

    @classmethod
    def month(cls, year: int, number: int, *, scheme: Scheme = Scheme.CALENDAR) -> Period:
        """A calendar month; with the inspectorate's scheme from the 15th of the month before to the 14th."""
        if not 1 <= number <= 12:
            raise _no_such_period(f"{year}-T{number:02}")
        label = Said(f"tháng {number:02}/{year}", f"month {number:02}/{year}")
        return cls._months(year, scheme, code=f"{year}-T{number:02}", first=number, last=number, label=label)

    @classmethod
    def week_of(cls, day: date) -> Period:
        """The week of a day, Monday to Sunday."""
        monday = day - timedelta(days=day.weekday())
        sunday = monday + timedelta(days=6)
        span = f"{monday:%d/%m}–{sunday:%d/%m/%Y}"
        return replace(cls.between(monday, sunday), label=Said(f"tuần {span}", f"week {span}"))

    @classmethod
    def between(cls, first: date, last: date) -> Period:
        """Any range of days, both included; Refused when it ends before it begins."""
        if last < first:
            raise Refused(
                "clock.period-backwards",
                "Ngày cuối kỳ đứng trước ngày đầu kỳ. Xin đổi lại hai ngày.",
                "The period ends before it begins. Please swap the two days.",
            )
        label = Said(f"từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}", f"{first:%d/%m/%Y} to {last:%d/%m/%Y}")
        return cls(Scheme.RANGE, f"{first.isoformat()}..{last.isoformat()}", first, last, label)

    @classmethod
    def read(cls, code: str, *, scheme: Scheme = Scheme.INSPECTORATE) -> Period:
        """The period of a code: "2026", "2026-Q3", "2026-6T", "2026-9T", "2026-T07" or "2026-01-01..2026-11-14"."""
        if ".." in code:
            try:
                first, last = (date.fromisoformat(part) for part in code.split("..", 1))
            except ValueError as wrong:
                raise _no_such_period(code) from wrong
            return cls.between(first, last)
        match = _CODE.fullmatch(code)
        if match is None:
            raise _no_such_period(code)
        return cls._named(int(match[1]), match[2] or "", scheme)

    @classmethod
    def containing(cls, day: date, per: Per) -> Period:
        """The week, month or year of the calendar, or the inspectorate's quarter, in which a day lies."""
        if per is Per.WEEK:
            return cls.week_of(day)
        if per is Per.MONTH:
            return cls.month(day.year, day.month)
        if per is Per.YEAR:
            return cls.of_year(day.year, scheme=Scheme.CALENDAR)
        year = day.year + (day >= date(day.year, 12, 15))
        return next(quarter for n in (1, 2, 3, 4) if day in (quarter := cls.quarter(year, n)))

    def previous(self) -> Period:
        """The period just before: the quarter before a quarter, as many months before *6 tháng*, as many days."""
        year, _, part = self.code.partition("-")
        if self.scheme is Scheme.RANGE:
            return Period.between(self.first - timedelta(days=self.days), self.first - DAY)
        if not part:
            return Period._named(int(year) - 1, "", self.scheme)
        number = int(part.strip("QT"))
        if part.startswith("Q"):
            return Period._named(int(year) - (number == 1), f"Q{(number - 2) % 4 + 1}", self.scheme)
        if part.startswith("T"):
            return Period._named(int(year) - (number == 1), f"T{(number - 2) % 12 + 1:02}", self.scheme)
        return Period.between(add_months(self.first, -number), self.first - DAY)

    def year_before(self) -> Period:
        """The same period of the year before (*cùng kỳ*)."""
        year, _, part = self.code.partition("-")
        if self.scheme is Scheme.RANGE:
            return Period.between(add_months(self.first, -12), add_months(self.last, -12))
        return Period._named(int(year) - 1, part, self.scheme)

    @classmethod
    def _named(cls, year: int, part: str, scheme: Scheme) -> Period:
        if part == "6T":
            return cls.six_months(year, scheme=scheme)
        if part == "9T":
            return cls.nine_months(year, scheme=scheme)
        if part.startswith("Q"):
            return cls.quarter(year, int(part[1:]), scheme=scheme)
        if part.startswith("T"):
            return cls.month(year, int(part[1:]), scheme=scheme)
        return cls.of_year(year, scheme=scheme)

    @classmethod
    def _months(cls, year: int, scheme: Scheme, *, code: str, first: int, last: int, label: Said) -> Period:
        """Whole months of the calendar; the inspectorate's months run from the 15th of the month before to the 14th."""
        if not 1990 <= year <= 2098:
            raise _no_such_period(code)
        if scheme is Scheme.CALENDAR:
            end = date(year, last, months.monthrange(year, last)[1])
            return cls(scheme, code, date(year, first, 1), end, label)
        if scheme is Scheme.INSPECTORATE:
            return cls(scheme, code, add_months(date(year, first, 15), -1), date(year, last, 14), label)
        raise _no_such_period(code)


def _no_such_period(code: str) -> Unreadable:
    return Unreadable(
        "clock.no-such-period",
        f"Không có kỳ báo cáo “{code[:40]}”. Xin ghi như 2026, 2026-Q3, 2026-6T, 2026-9T hoặc 2026-T07.",
        f"There is no reporting period “{code[:40]}”. Please write 2026, 2026-Q3, 2026-6T, 2026-9T or 2026-T07.",
    )
