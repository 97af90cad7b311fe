"""From rows to a due day: the calendar of a unit, the local limits, the clock with its pauses and extensions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from django.db.models import Q

from gandan.foundation.deadlines.models import CalendarDay, Clock, Extension, LocalLimit, Pause
from gandan.foundation.deadlines.words import ClockState, ClockView
from gandan.pure.clock import clock as legal
from gandan.pure.clock.calendar import Calendar, MarkedDay, national
from gandan.pure.clock.rules import Rule, localised, rule
from gandan.pure.clock.words import DayKind, Mark, PauseReason
from gandan.pure.speech import Said

Row: TypeAlias = tuple[date, str, str, str, str, str | None]
_DEPTH = {None: 0, "central": 1, "province": 2, "district": 3, "commune": 4, "hamlet": 5}
_LEVELS = 4  # a unit and the three above it: hamlet, commune, province, country


def calendar_of(unit_id: int | None) -> Calendar:
    """The national calendar with the days loaded for the country, the units above, and the unit, the narrowest last."""
    rows = CalendarDay.objects.filter(reaching(unit_id)).values_list(
        "day", "kind", "why_vi", "why_en", "source", "unit__tier"
    )
    return _composed(tuple(sorted(set(rows), key=lambda row: (_DEPTH[row[5]], row[0]))))


@lru_cache(maxsize=512)
def _composed(rows: tuple[Row, ...]) -> Calendar:
    """One calendar for the same rows: keyed by what they say, so a new load is seen at once by every process."""
    return national().with_days(
        {day: MarkedDay(DayKind(kind), Said(why_vi, why_en), source) for day, kind, why_vi, why_en, source, _ in rows}
    )


def reaching(unit_id: int | None) -> Q:
    """Rows that hold for a unit: the country's, its own, and those of the units above it."""
    chosen = Q(unit__isnull=True)
    if unit_id is not None:
        path = "unit"
        for _ in range(_LEVELS):
            chosen |= Q(**{path: unit_id})
            path += "__children"
    return chosen


def exactly(unit_id: int | None) -> Q:
    """Rows of just this unit, or of the country."""
    return Q(unit__isnull=True) if unit_id is None else Q(unit_id=unit_id)


def within(unit_id: int | None) -> Q:
    """Rows of a unit and of all units under it; every row when no unit is given."""
    if unit_id is None:
        return Q()
    chosen, path = Q(), "unit"
    for _ in range(_LEVELS):
        chosen |= Q(**{path: unit_id})
        path += "__parent"
    return chosen


def version_for(rule_id: str, *, on: date, unit_id: int) -> tuple[Rule, LocalLimit | None]:
    """The rule in force on a day, and the locality's own limit where the law leaves it open."""
    version = rule(rule_id, on=on)
    if version.mark is not Mark.UNSURE or not LocalLimit.objects.filter(rule_id=version.id).exists():
        return version, None
    valid = Q(valid_from__lte=on) & (Q(valid_to__isnull=True) | Q(valid_to__gte=on))
    rows = LocalLimit.objects.filter(valid & reaching(unit_id), rule_id=version.id).select_related("unit")
    narrowest = max(rows, key=lambda row: (_DEPTH[row.unit.tier if row.unit else None], row.valid_from), default=None)
    return (localised(version, amount=narrowest.amount, basis=narrowest.basis) if narrowest else version), narrowest


def reckon(clock: Clock, calendar: Calendar) -> legal.Due:
    """What a stored clock comes to by a calendar; reads its pauses and extensions if it has any."""
    version = rule(clock.rule_id, on=clock.rule_valid_from)
    if clock.local_amount is not None:
        version = localised(version, amount=clock.local_amount, basis=clock.local_basis)
    return legal.due_by(
        version,
        clock.started_on,
        calendar=calendar,
        remote=clock.remote,
        complex=clock.complex,
        pauses=[_pause(row) for row in clock.pauses.all()] if clock.changed else (),
        extensions=[_extension(row) for row in _in_order(clock)] if clock.changed else (),
        roll_agency=clock.rolls,
    )


def view(clock: Clock, reckoning: legal.Due) -> ClockView:
    """The clock as other rooms see it."""
    return ClockView(
        id=clock.pk,
        folder_id=clock.folder_id,
        unit_id=clock.unit_id,
        office_id=clock.held_by_id,
        rule=clock.rule_id,
        state=ClockState(clock.state),
        stopped_on=clock.stopped_on,
        reckoning=reckoning,
    )


def _in_order(clock: Clock) -> Sequence[Extension]:
    return sorted(clock.extensions.all(), key=lambda row: (row.decided_on, row.pk))


def _pause(row: Pause) -> legal.Pause:
    return legal.Pause(row.first_on, row.until_on, PauseReason(row.reason).said, row.document)


def _extension(row: Extension) -> legal.Extension:
    return legal.Extension(row.adds, row.document, row.decided_on, row.authority)
