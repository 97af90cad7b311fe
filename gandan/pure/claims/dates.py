"""Dates as officials write them, and whether they exist: `30/11/2023`, `ngày 16/5`, `tháng 10/2016`, `27-28/7/2020`."""

from __future__ import annotations

from typing import NamedTuple

from gandan.pure.vietnamese.patterns import lazy_pattern

_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAY_WORDS = lazy_pattern(
    r"(?:ngày|sáng|chiều|tối|đêm|trưa|hôm|khuya|rạng sáng|hết|tính|mùng|mồng|dịp|lễ|thứ (?:hai|ba|tư|năm|sáu|bảy|"
    r"[2-7])|chủ nhật|cn)"
    r"(?: nay| qua| đến| đến ngày| kỷ niệm)?[ ,:(-]{0,3}$"
)
_FULL_DATE = lazy_pattern(r"(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)")
_DAYS_OF_MONTH = lazy_pattern(r"(\d{1,2})[-–](\d{1,2})[/.](\d{1,2})(?:[/.]((?:19|20)\d\d))?")
_MONTH_YEAR = lazy_pattern(r"(\d{1,2})[/-]((?:19|20)\d\d)")


class Day(NamedTuple):
    """A date as written; `year` and `day` are None when left out."""

    day: int | None
    month: int
    year: int | None


def exists(date: Day) -> bool:
    """Whether the calendar has this day. Without a year, 29/2 exists."""
    if not 1 <= date.month <= 12:
        return False
    if date.day is None:
        return True
    longest = _MONTH_DAYS[date.month - 1]
    if date.month == 2 and date.year is not None and not _leap(date.year):
        longest = 28
    return 1 <= date.day <= longest


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def last_day(month: int, year: int | None) -> int:
    """The last day of a month; February has 28 when the year is not known."""
    if month == 2:
        return 29 if year is not None and _leap(year) else 28
    return _MONTH_DAYS[month - 1]


def month_days(month: int, year: int | None) -> int:
    """How many days the month has at most."""
    if month == 2 and year is not None and not _leap(year):
        return 28
    return _MONTH_DAYS[month - 1]


def says_day(before: str) -> bool:
    """Whether the (lower-case) words in front announce a day: "ngày", "chiều", "tính đến hết" …"""
    return _DAY_WORDS.search(before) is not None


def written(piece: str) -> Day | None:
    """The day that digits with strokes or dots between them are, or None."""
    if match := _FULL_DATE.fullmatch(piece):
        return Day(int(match[1]), int(match[3]), int(match[4]))
    if (match := _DAYS_OF_MONTH.fullmatch(piece)) and int(match[1]) <= int(match[2]) <= 31:
        return Day(int(match[2]), int(match[3]), int(match[4]) if match[4] else None)
    if (match := _MONTH_YEAR.fullmatch(piece)) and int(match[1]) <= 12:
        return Day(None, int(match[1]), int(match[2]))
    return None
