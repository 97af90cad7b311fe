"""What only the desk says: how long a case still has, in a word and a tone."""

from __future__ import annotations

from datetime import date

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from gandan.doors.look.language import speak
from gandan.doors.look.templatetags.look import count, day, weekday
from gandan.matters.cases.words import CaseRow, CaseView, ClockView, State
from gandan.pure.speech import Said
from gandan.reporting.indicators.words import MASKED

register = template.Library()

SOON = 3  # calendar days
_CLOSED = Said("đã kết thúc", "closed")
_LATE_CLOSED = Said("xong, trễ hạn", "done, late")
_PAUSED = Said("tạm dừng tính hạn", "clock paused")
_NO_CLOCK = Said("không đặt hạn", "no deadline")
_LATE = Said("quá {n} ngày", "{n} days late")
_TODAY = Said("hôm nay", "today")
_TOMORROW = Said("ngày mai", "tomorrow")
_DAYS = Said("còn {n} ngày", "{n} days left")


@register.simple_tag
def due_chip(row: CaseRow) -> SafeString:
    """ "quá 2 ngày", "hôm nay", "còn 5 ngày": red only when late, the exact day in the title."""
    tone, said = due_words(row)
    return format_html('<span class="chip {}" title="{}">{}</span>', tone, weekday(row.due_on), speak(said))


def due_words(row: CaseRow) -> tuple[str, Said]:
    """The tone and the word for the time that a case has."""
    if row.closed_on is not None:
        return ("late", _LATE_CLOSED) if row.late else ("", _CLOSED)
    if row.days_left is None:
        return "", _PAUSED if row.state is State.SUSPENDED else _NO_CLOCK
    if row.days_left < 0:
        return "late", _LATE.given(n=-row.days_left)
    if row.days_left <= 1:
        return "soon", _TOMORROW if row.days_left else _TODAY
    return ("soon" if row.days_left <= SOON else ""), _DAYS.given(n=row.days_left)


@register.simple_tag
def case_chip(case: CaseView) -> SafeString:
    """Where a case stands, or how it ended."""
    said, tone = (case.outcome.said, "ok") if case.outcome else (case.state.said, "soon")
    return format_html('<span class="chip {}">{}</span>', tone, speak(said))


_OPEN_CLOCKS = {"running": "", "soon": "soon", "overdue": "late", "paused": "rest"}


@register.filter
def is_open(clock: ClockView) -> bool:
    """Whether a clock still counts."""
    return clock.status in _OPEN_CLOCKS


@register.filter
def clock_tone(clock: ClockView) -> str:
    """The tone of an open clock: red only when late."""
    return _OPEN_CLOCKS.get(clock.status, "")


@register.filter
def paper(kind: str) -> str:
    """The short name of a kind of paper: PDF, DOCX."""
    return "PDF" if kind.endswith("pdf") else "DOCX" if kind.endswith("document") else kind.rpartition("/")[2].upper()


@register.filter
def cell(value: object) -> str:
    """Whatever stands behind a figure, written the way of the page: days, numbers, labels, words; quiet where the
    viewer may not read."""
    if value is MASKED:
        return format_html('<span class="soft tiny">{}</span>', speak(MASKED))
    if isinstance(value, date):
        return day(value)
    if isinstance(value, int):
        return count(value)
    return speak(value)


@register.filter
def code(receipt: str) -> str:
    """A receipt as people read it aloud, in groups of four: `7KQ4-M9XD-2T`."""
    bare = receipt.replace("-", "")
    return "-".join(bare[at : at + 4] for at in range(0, len(bare), 4))
