"""The only readers of clocks and days. Days off are public; whoever asks for a folder's clocks may see the folder."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from gandan.foundation.deadlines.models import CalendarDay, Clock
from gandan.foundation.deadlines.reckoning import calendar_of, exactly, reckon, view
from gandan.foundation.deadlines.words import OPEN, ClockView, DayRow
from gandan.pure.clock.calendar import Calendar
from gandan.pure.clock.words import DayKind
from gandan.pure.speech import Said

if TYPE_CHECKING:
    from django.db.models import QuerySet


def calendar(unit_id: int | None = None) -> Calendar:
    """The working days of a unit: the law, the known notices, and the days loaded for the country, the units above it
    and itself. One query; the calendar of the same rows is computed once."""
    return calendar_of(unit_id)


def calendars(unit_ids: Collection[int]) -> dict[int, Calendar]:
    """The working days of many units. Two queries where no unit has days of its own, else one more for each."""
    if len(unit_ids) > 1 and not CalendarDay.objects.filter(unit__isnull=False).exists():
        return dict.fromkeys(unit_ids, calendar_of(None))
    return {unit_id: calendar_of(unit_id) for unit_id in unit_ids}


def of_folder(folder_id: int) -> list[ClockView]:
    """All clocks of a folder, first started first. Two queries, four where one was paused or extended."""
    return _views(Clock.objects.filter(folder_id=folder_id))


def running(folder_ids: Collection[int]) -> dict[int, list[ClockView]]:
    """The clocks of many folders that run or are paused, first due first; folders without any are left out."""
    open_ones = Clock.objects.filter(folder_id__in=folder_ids, state__in=[state.value for state in OPEN])
    found: dict[int, list[ClockView]] = {}
    for clock in sorted(_views(open_ones), key=lambda one: (one.due, one.id)):
        found.setdefault(clock.folder_id, []).append(clock)
    return found


def explain(clock: ClockView) -> tuple[Said, ...]:
    """Why a clock is due on its day, sentence by sentence."""
    return clock.steps


def days_loaded(year: int, *, unit_id: int | None = None) -> list[DayRow]:
    """The days that were loaded for exactly this unit, or for the country, in a year."""
    rows = CalendarDay.objects.filter(exactly(unit_id), day__range=(date(year, 1, 1), date(year, 12, 31)))
    return [
        DayRow(row.day, DayKind(row.kind), Said(row.why_vi, row.why_en), row.source) for row in rows.order_by("day")
    ]


def _views(clocks: QuerySet[Clock]) -> list[ClockView]:
    rows = list(clocks.order_by("started_on", "id"))
    changed = [row.pk for row in rows if row.changed]
    if changed:
        full = Clock.objects.filter(pk__in=changed).prefetch_related("pauses", "extensions").in_bulk()
        rows = [full.get(row.pk, row) for row in rows]
    days = calendars({row.unit_id for row in rows})
    return [view(row, reckon(row, days[row.unit_id])) for row in rows]
