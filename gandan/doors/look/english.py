"""Dates as English readers write them: the second language of every page."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day(value: date) -> str:
    """`day(date(2026, 7, 13)) == "13 July 2026"`; an aware moment gives its day in Viet Nam."""
    local = _local(value)
    return f"{local.day} {_MONTHS[local.month - 1]} {local.year}"


def weekday(value: date) -> str:
    """`weekday(date(2026, 7, 13)) == "Monday"`."""
    return _DAYS[_local(value).weekday()]


def month(value: date) -> str:
    """`month(date(2026, 7, 13)) == "July"`."""
    return _MONTHS[_local(value).month - 1]


def weekday_day(value: date) -> str:
    """`weekday_day(date(2026, 7, 13)) == "Monday 13 July 2026"`."""
    return f"{weekday(value)} {day(value)}"


def moment(value: datetime) -> str:
    """`"08:05, 13 July 2026"`, in the time of Viet Nam."""
    local = timezone.localtime(value)
    return f"{local:%H:%M}, {day(value)}"


def _local(value: date) -> date:
    return timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value
