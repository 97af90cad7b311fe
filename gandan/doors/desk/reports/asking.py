"""Which period an address asks for: of the inspectorate (15/12 to 14/12), of the calendar, or any days."""

from __future__ import annotations

from datetime import date

from django.http import QueryDict

from gandan.doors.desk.forms import read_day
from gandan.doors.look.fields import Field, Option
from gandan.pure.clock.periods import Period, Scheme
from gandan.pure.refusal import Unreadable
from gandan.pure.speech import Said

YEAR = ""
CALENDAR, RANGE = "calendar", "range"
PARTS: tuple[tuple[str, Said], ...] = (
    (YEAR, Said("Năm (15/12 – 14/12)", "Year (15/12 – 14/12)")),
    ("Q1", Said("Quý I (15/12 – 14/3)", "Quarter I (15/12 – 14/3)")),
    ("Q2", Said("Quý II (15/3 – 14/6)", "Quarter II (15/3 – 14/6)")),
    ("6T", Said("6 tháng (15/12 – 14/6)", "6 months (15/12 – 14/6)")),
    ("Q3", Said("Quý III (15/6 – 14/9)", "Quarter III (15/6 – 14/9)")),
    ("9T", Said("9 tháng (15/12 – 14/9)", "9 months (15/12 – 14/9)")),
    ("Q4", Said("Quý IV (15/9 – 14/12)", "Quarter IV (15/9 – 14/12)")),
    (CALENDAR, Said("Năm dương lịch", "Calendar year")),
    (RANGE, Said("Khoảng ngày khác", "Other days")),
)


def report_year(today: date) -> int:
    """The inspectorate's year in which a day lies: 15/12 begins the next one."""
    return today.year + (today >= date(today.year, 12, 15))


def period_of(query: QueryDict, today: date) -> Period:
    """The period that an address asks for; the running report year where it is silent. Refused when it is none."""
    year, part = query.get("year") or str(report_year(today)), query.get("part", YEAR)
    first, last = read_day(query.get("from", "")), read_day(query.get("to", ""))
    if part == RANGE or ("part" not in query and "year" not in query and first and last):
        if first is None or last is None:
            raise Unreadable(
                "desk.period",
                "Xin ghi cả ngày đầu và ngày cuối của kỳ, ví dụ 01/01/2026 và 30/06/2026.",
                "Please give the first and the last day, for example 01/01/2026 and 30/06/2026.",
            )
        return Period.between(first, last)
    if part == CALENDAR:
        return Period.read(year, scheme=Scheme.CALENDAR)
    return Period.read(f"{year}-{part}" if part else year)


def picker(query: QueryDict, today: date) -> tuple[Field, ...]:
    """The choices of the period as the address stands."""
    year = query.get("year") or str(report_year(today))
    by_days = "from" in query and "part" not in query and "year" not in query
    return (
        Field(
            name="part",
            label=Said("Kỳ báo cáo", "Period"),
            kind="select",
            options=tuple(Option(code, said) for code, said in PARTS),
            value=RANGE if by_days else query.get("part", YEAR),
        ),
        Field(name="year", label=Said("Năm", "Year"), kind="number", value=year),
        Field(name="from", label=Said("Từ ngày", "From"), kind="date", value=query.get("from", "")),
        Field(name="to", label=Said("Đến ngày", "To"), kind="date", value=query.get("to", "")),
    )
