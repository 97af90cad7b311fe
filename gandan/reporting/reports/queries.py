"""The only readers of forms: which there are, and one filled for a unit and a period from the day cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from gandan.foundation.people.words import Seat
from gandan.foundation.territory import queries as territory
from gandan.foundation.territory.words import UnitView
from gandan.pure.refusal import Refused
from gandan.pure.speech import Said
from gandan.pure.vietnamese import day
from gandan.reporting.indicators import queries as indicators
from gandan.reporting.indicators.catalogue import measure
from gandan.reporting.indicators.words import Figure
from gandan.reporting.reports import library, rules
from gandan.reporting.reports.words import (
    NOT_APPLICABLE,
    NOT_REPORTED,
    Filled,
    FilledRow,
    Finding,
    Form,
    HeadCell,
    RowKind,
    Value,
)

OWN = Said("Do {unit} thực hiện", "{unit} itself")
DIVIDED = Said("{unit} (đã chia, chưa xếp được)", "{unit} (divided, not placed)")
TOTAL = Said("Tổng số", "Total")


def forms(on: date) -> tuple[Form, ...]:
    """The forms in force on a day."""
    return tuple(form for form in library.shelf() if form.valid_from <= on <= form.valid_to)


def form(code: str, *, on: date, act: str | None = None) -> Form:
    """The version of a form for a day; Absent when there is none of this code."""
    return library.find(code, on=on, act=act)


def head(version: Form) -> list[HeadCell]:
    """The head of a form as rectangles, for drawing it in several levels."""
    return rules.head(version.columns)


def figure(filled: Filled, row: FilledRow, place: int) -> Figure:
    """The name of the figure in a row and a place (from 0) of a filled form: what opens to its records."""
    return Figure(filled.form.columns[place].measure, row.unit_id, filled.start, filled.end, row.alone)


def fill(viewer: Seat, code: str, *, unit_id: int, start: date, end: date, act: str | None = None) -> Filled:
    """A form filled from the records: the unit's own row, one for each unit under it as of the last day, the total.

    Figures of units that passed into others during the period stand with their successors; a former unit that was
    divided keeps a row of its own. A unit under this one without a single record shows *not reported*, not 0.
    Needs the right to read figures; Absent outside the viewer's area.
    """
    if end < start:
        raise Refused(
            "reports.period_backwards",
            "Ngày cuối kỳ đứng trước ngày đầu kỳ. Xin đổi lại hai ngày.",
            "The period ends before it begins. Please swap the two days.",
        )
    indicators.demand_area(viewer, [unit_id], start, end)
    version = library.find(code, on=end, act=act)
    unit = territory.unit(unit_id, end)
    plan = _Plan.of(unit, start, end)
    cells = indicators.by_unit(set(version.measures), unit_ids=plan.row_of.keys(), start=start, end=end)
    rows = tuple(_Filling(version, start, end).rows(plan, cells))
    findings = tuple(finding for row in rows for finding in _judged(version, row))
    return Filled(version, unit_id, unit.name, start, end, rows, findings, tuple(_notes(version, rows, end)))


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which row of the form each unit of the area counts in; a row is named by its unit."""

    unit: UnitView
    children: tuple[UnitView, ...]
    divided: tuple[tuple[int, str], ...]
    row_of: Mapping[int, int]

    @classmethod
    def of(cls, unit: UnitView, start: date, end: date) -> _Plan:
        living = territory.units(territory.descendant_ids(unit.id, end), end)
        children = [view for view in living.values() if view.parent_id == unit.id]
        row_of = {view.id: _child_above(view, unit.id, living) for view in living.values()}
        former = territory.gathered(living.keys(), start=start, end=end)
        row_of |= {old: row_of[into] for old, into in former.whole.items()}
        row_of |= {old: old for old in former.divided}
        names = territory.units(former.divided, start)
        divided = tuple((old, names[old].name if old in names else str(old)) for old in sorted(former.divided))
        return cls(unit, tuple(sorted(children, key=lambda view: (view.code, view.name))), divided, row_of)


def _child_above(view: UnitView, top: int, living: Mapping[int, UnitView]) -> int:
    while view.id != top and view.parent_id is not None and view.parent_id != top:
        view = living[view.parent_id]
    return view.id


@dataclass(frozen=True, slots=True)
class _Filling:
    """Turns what the cells say into the rows of one form and period."""

    version: Form
    start: date
    end: date

    def rows(self, plan: _Plan, cells: Mapping[str, Mapping[int, int]]) -> Iterator[FilledRow]:
        sums: dict[int, dict[str, int]] = {}
        for name, by_unit in cells.items():
            for unit_id, number in by_unit.items():
                row = sums.setdefault(plan.row_of[unit_id], {})
                row[name] = row.get(name, 0) + number
        unit = plan.unit.id
        yield self.row(RowKind.OWN, unit, OWN.given(unit=plan.unit.in_text), sums.get(unit, {}))
        for child in plan.children:
            yield self.row(RowKind.CHILD, child.id, Said(child.name, child.name), sums.get(child.id, {}))
        for old, name in plan.divided:
            if old in sums:
                yield self.row(RowKind.DIVIDED, old, DIVIDED.given(unit=name), sums[old])
        whole = {name: sum(by_unit.values()) for name, by_unit in cells.items() if by_unit}
        yield self.row(RowKind.TOTAL, unit, TOTAL, whole)

    def row(self, kind: RowKind, unit_id: int, said: Said, known: Mapping[str, int]) -> FilledRow:
        """A row from what its records give: without a single one it is *not reported*, with some the rest is 0."""
        values = tuple(self.value(name, known) for name in self.version.measures)
        return FilledRow(kind, unit_id, said, values, alone=kind in {RowKind.OWN, RowKind.DIVIDED})

    def value(self, name: str, known: Mapping[str, int]) -> Value:
        counted = measure(name)
        if counted.valid_from > self.end or counted.valid_to < self.start:
            return NOT_APPLICABLE
        return Value.of(known.get(name, 0)) if known else NOT_REPORTED


def _judged(version: Form, row: FilledRow) -> list[Finding]:
    values = {column.number: value for column, value in zip(version.columns, row.values, strict=True)}
    return list(rules.judge(version.rules, row.name.vi, values))


def _notes(version: Form, rows: tuple[FilledRow, ...], end: date) -> list[Said]:
    notes = []
    if end < version.valid_from:
        notes.append(
            Said(
                f"Kỳ báo cáo trước ngày {version.act} có hiệu lực ({day(version.valid_from)}); số liệu được trình bày "
                "theo biểu mẫu này.",
                f"The period is before {version.act} came into force ({day(version.valid_from)}); the figures are "
                "shown in its form.",
            )
        )
    silent = [row for row in rows if row.kind is RowKind.CHILD and NOT_REPORTED in row.values]
    if silent:
        children = sum(row.kind is RowKind.CHILD for row in rows)
        notes.append(
            Said(
                f"{len(silent)}/{children} đơn vị trực thuộc không có số liệu trong kỳ; "
                "tổng số chưa gồm các đơn vị này.",
                f"{len(silent)} of {children} units have no figures for the period; the total does not include them.",
            )
        )
    return notes
