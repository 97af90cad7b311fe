"""How days are written and read: "thứ Hai 13/07/2026", "Monday 13 July 2026"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from gandan.pure.refusal import Unreadable
from gandan.pure.speech import Said

WEEKDAYS = (
    Said("thứ Hai", "Monday"),
    Said("thứ Ba", "Tuesday"),
    Said("thứ Tư", "Wednesday"),
    Said("thứ Năm", "Thursday"),
    Said("thứ Sáu", "Friday"),
    Said("thứ Bảy", "Saturday"),
    Said("Chủ nhật", "Sunday"),
)
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1995, 2098  # the years whose days off can be computed, with a year to spare at both ends

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_VIETNAMESE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def spoken(day: date) -> Said:
    """The day with its weekday: "thứ Hai 13/07/2026"."""
    weekday = WEEKDAYS[day.weekday()]
    return Said(f"{weekday.vi} {written(day).vi}", f"{weekday.en} {written(day).en}")


def written(day: date) -> Said:
    """The day in figures: "13/07/2026", "13 July 2026"."""
    return Said(f"{day:%d/%m/%Y}", f"{day.day} {MONTHS[day.month - 1]} {day.year}")


def listed(days: Iterable[date]) -> Said:
    """Several days in a row of words, without their year: "04/07, 05/07 và 11/07"."""
    row = list(days)
    vi = [f"{day:%d/%m}" for day in row]
    en = [f"{day.day} {MONTHS[day.month - 1]}" for day in row]
    if len(row) < 2:
        return Said("".join(vi), "".join(en))
    return Said(f"{', '.join(vi[:-1])} và {vi[-1]}", f"{', '.join(en[:-1])} and {en[-1]}")


def read_day(text: str) -> date:
    """A day typed as 2026-07-13 or 13/07/2026; Unreadable when it is neither or does not exist."""
    typed = text.strip()
    if match := _ISO.fullmatch(typed):
        year, month, day = (int(part) for part in match.groups())
    elif match := _VIETNAMESE.fullmatch(typed):
        day, month, year = (int(part) for part in match.groups())
    else:
        raise Unreadable(
            "clock.not-a-day",
            f"Không đọc được ngày “{typed[:40]}”. Xin ghi theo mẫu 13/07/2026 hoặc 2026-07-13.",
            f"“{typed[:40]}” is not a date. Please write it as 13/07/2026 or 2026-07-13.",
        )
    try:
        return countable(date(year, month, day))
    except ValueError as wrong:
        raise Unreadable(
            "clock.no-such-day",
            f"Không có ngày “{typed}” trên lịch. Xin kiểm tra lại ngày, tháng, năm.",
            f"There is no day “{typed}” in the calendar. Please check day, month and year.",
        ) from wrong


def countable(day: date) -> date:
    """The day itself when time can be counted from it; Unreadable outside the years whose days off are known."""
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    raise Unreadable(
        "clock.year-out-of-range",
        f"Chỉ tính được thời hạn cho các năm từ {FIRST_YEAR} đến {LAST_YEAR}. Xin kiểm tra lại năm.",
        f"Time limits can be computed for the years {FIRST_YEAR} to {LAST_YEAR}. Please check the year.",
    )
