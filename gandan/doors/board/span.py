"""The days that a board looks back over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from gandan.pure.speech import Said


@dataclass(frozen=True, slots=True)
class Span:
    """Days up to today, both ends included."""

    code: str
    said: Said
    start: date
    end: date


def spans(today: date) -> tuple[Span, ...]:
    """The choices: a month, a quarter, the calendar year so far."""
    return (
        Span("30", Said("30 ngày qua", "Last 30 days"), today - timedelta(days=29), today),
        Span("90", Said("90 ngày qua", "Last 90 days"), today - timedelta(days=89), today),
        Span("year", Said("Từ đầu năm", "This year"), date(today.year, 1, 1), today),
    )


def chosen(code: str, today: date) -> Span:
    """The span that an address asks for; the month where it asks for none."""
    found = spans(today)
    return next((span for span in found if span.code == code), found[0])
