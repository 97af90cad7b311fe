"""The only readers of figures. Reading brings the cells up to the journal first."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from django.db.models import Sum

from gandan.foundation.people.rules import demand
from gandan.foundation.people.words import Right, Role, Seat
from gandan.foundation.territory import queries as territory
from gandan.pure.refusal import Absent
from gandan.reporting.indicators import actions, counting, opening
from gandan.reporting.indicators.catalogue import measure
from gandan.reporting.indicators.models import DayCell, Series
from gandan.reporting.indicators.words import Figure, Rows

PAGE = 50


def total(measure_id: str, *, unit_ids: Iterable[int], start: date, end: date) -> int:
    """One figure over some units, both days included."""
    return totals([measure_id], unit_ids=unit_ids, start=start, end=end)[measure_id]


def totals(measure_ids: Collection[str], *, unit_ids: Iterable[int], start: date, end: date) -> dict[str, int]:
    """Several figures over the same units and days, in one query over the cells; 0 where nothing is recorded."""
    by_unit_ = by_unit(measure_ids, unit_ids=unit_ids, start=start, end=end)
    return {name: sum(values.values()) for name, values in by_unit_.items()}


def by_unit(
    measure_ids: Collection[str], *, unit_ids: Iterable[int], start: date, end: date
) -> dict[str, dict[int, int]]:
    """Measure → unit → figure, in one query over the cells; a unit without records is left out."""
    found: dict[str, dict[int, int]] = {measure(name).id: {} for name in measure_ids}
    names = _names(measure_ids)
    cells = DayCell.objects.filter(series_id__in=names, unit_id__in=set(unit_ids), day__range=(start, end))
    sums = cells.values("series_id", "unit_id").annotate(figure=Sum("value")).order_by()
    for series, unit, figure in sums.values_list("series_id", "unit_id", "figure"):
        found[names[series]][unit] = figure
    return found


def by_day(measure_id: str, *, unit_ids: Iterable[int], start: date, end: date) -> dict[date, int]:
    """A measure's course over the days, for a chart; days without records are left out."""
    names = _names([measure(measure_id).id])
    cells = DayCell.objects.filter(series_id__in=names, unit_id__in=set(unit_ids), day__range=(start, end))
    return dict(cells.values("day").annotate(figure=Sum("value")).order_by("day").values_list("day", "figure"))


def courses(
    measure_ids: Collection[str], *, unit_ids: Iterable[int], start: date, end: date
) -> dict[str, dict[date, int]]:
    """The course of several measures over the days, in one query over the cells: what a board draws its figures and
    their trends from. Days without records are left out."""
    found: dict[str, dict[date, int]] = {measure(name).id: {} for name in measure_ids}
    actions.refresh()
    cells = DayCell.objects.filter(series__measure__in=found, unit_id__in=set(unit_ids), day__range=(start, end))
    sums = cells.values("series__measure", "day").annotate(figure=Sum("value")).order_by("day")
    for name, day, figure in sums.values_list("series__measure", "day", "figure"):
        found[name][day] = figure
    return found


def area(unit_id: int, start: date, end: date) -> set[int]:
    """The unit and all under it as of the last day, with the former units that passed into them on the way."""
    living = territory.descendant_ids(unit_id, end)
    former = territory.gathered(living, start=start, end=end)
    return {*living, *former.whole, *former.divided}


def units_of(figure: Figure) -> set[int]:
    """The units that a figure counts."""
    if not figure.alone:
        return area(figure.unit_id, figure.start, figure.end)
    return {figure.unit_id, *territory.gathered([figure.unit_id], start=figure.start, end=figure.end).whole}


def value(figure: Figure) -> int:
    """What a figure says, from the cells."""
    return values([figure])[figure]


def values(figures: Iterable[Figure]) -> dict[Figure, int]:
    """What several figures say; one query over the cells for those of one area and the same days."""
    together: dict[Figure, set[Figure]] = {}
    for figure in figures:
        together.setdefault(replace(figure, measure=""), set()).add(figure)
    said: dict[Figure, int] = {}
    for place, asked in together.items():
        names = {figure.measure for figure in asked}
        found = totals(names, unit_ids=units_of(place), start=place.start, end=place.end)
        said |= {figure: found[figure.measure] for figure in asked}
    return said


def opened(viewer: Seat, figure: Figure, *, page: int = 1) -> Rows:
    """A figure opened to its records, fifty a page; see `rows`."""
    return rows(viewer, figure.measure, unit_ids=units_of(figure), start=figure.start, end=figure.end, page=page)


def rows(viewer: Seat, measure_id: str, *, unit_ids: Collection[int], start: date, end: date, page: int = 1) -> Rows:
    """The records behind a figure, fifty a page, by day; together they are the figure.

    Who may read figures (`Right.COUNT`) may open those of their own area. Personal data is shown only for records of
    the viewer's own body; a province sees that a commune has a record, not whose it is. Absent outside the area.
    """
    demand_area(viewer, unit_ids, start, end)
    asked = measure(measure_id)
    found = counting.records(asked).filter(**{f"{asked.unit}__in": set(unit_ids), f"{asked.day}__range": (start, end)})
    return opening.page_of(asked, found, viewer, page=page, size=PAGE)


def demand_area(viewer: Seat, unit_ids: Collection[int], start: date, end: date) -> None:
    """Refuse who may not read figures; Absent when a unit was not in the viewer's area in those days.

    A unit of today also reads the figures of the former units that it took over, and of all that stood under them."""
    demand(viewer, Right.COUNT)
    if viewer.role is Role.SYSTEM:
        return
    if viewer.unit_id is None:
        raise Absent
    strange = set(unit_ids) - area(viewer.unit_id, start, end)
    if strange and not _stood_under(strange, set(territory.predecessor_ids(viewer.unit_id)), end):
        raise Absent


def _stood_under(unit_ids: set[int], former: set[int], day: date) -> bool:
    """Whether each unit is one of the former ones, or was under one on a day."""
    while unit_ids := unit_ids - former:
        views = territory.units(unit_ids, day)
        if len(views) < len(unit_ids) or any(view.parent_id is None for view in views.values()):
            return False
        unit_ids = {view.parent_id for view in views.values() if view.parent_id is not None}
    return True


def _names(measure_ids: Collection[str]) -> dict[int, str]:
    actions.refresh()
    return dict(Series.objects.filter(measure__in=measure_ids).values_list("id", "measure"))
