"""Form 01/TCD of a province: every figure counted by hand from the lines of the register, every figure opens."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.foundation.people.words import PUBLIC, SYSTEM, Role
from gandan.pure.refusal import Absent, Refused
from gandan.reporting.indicators import actions as cells
from gandan.reporting.indicators import queries as indicators
from gandan.reporting.reports import queries
from gandan.reporting.reports.tests.conftest import END, START, World
from gandan.reporting.reports.words import Filled, FilledRow, Outcome, RowKind, Value, ValueKind

pytestmark = pytest.mark.django_db


def fill(world: World, unit: int | None = None) -> Filled:
    return queries.fill(SYSTEM, "01/TCD", unit_id=unit or world.province, start=START, end=END)


def row(filled: Filled, unit: int, kind: RowKind = RowKind.CHILD) -> FilledRow:
    return next(row for row in filled.rows if row.unit_id == unit and row.kind is kind)


def shown(filled: Filled, line: FilledRow) -> dict[int, int | None]:
    """The columns that are not 0."""
    numbers = {c.number: v.number for c, v in zip(filled.form.columns, line.values, strict=True)}
    return {column: number for column, number in numbers.items() if number != 0}


def test_hoa_binh_with_the_commune_that_merged_into_it(world: World) -> None:
    filled = fill(world)
    assert shown(filled, row(filled, world.hoa_binh)) == {
        1: 6, 2: 18, 3: 5,  # 4+13+22 · 5+14+23 · 6+7+15+16+24+25
        4: 4, 5: 15, 6: 3,  # the road, the group and Xã Cũ are first; the enquiry is no matter
        8: 1, 9: 12, 10: 1,
        12: 1, 13: 1, 14: 1, 16: 1,  # the road again, to the chair
        21: 1, 22: 1, 23: 2, 24: 1,
    }  # fmt: skip


def test_the_province_itself_its_total_and_the_divided_commune(world: World) -> None:
    filled = fill(world)
    assert shown(filled, row(filled, world.province, RowKind.OWN)) == {
        1: 1, 2: 6, 3: 1, 12: 1, 13: 1, 14: 6, 15: 1, 17: 1, 18: 6, 19: 1
    }  # fmt: skip
    assert shown(filled, row(filled, world.divided, RowKind.DIVIDED)) == {1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1}
    assert [filled.at(filled.total, column).number for column in (1, 2, 3, 4, 13, 22)] == [9, 26, 8, 6, 2, 1]


def test_the_total_is_the_sum_of_its_rows(world: World) -> None:
    filled = fill(world)
    for place in range(29):
        numbers = [line.values[place].number or 0 for line in filled.rows[:-1]]
        assert filled.total.values[place] == Value.of(sum(numbers))


def test_a_commune_without_a_record_is_not_reported_and_the_total_says_so(world: World) -> None:
    filled = fill(world)
    silent = row(filled, world.silent)
    assert {value.kind for value in silent.values} == {ValueKind.NOT_REPORTED}
    assert [line.unit_id for line in filled.missing] == [world.silent]
    assert "1/3 đơn vị trực thuộc không có số liệu" in filled.notes[-1].vi
    assert filled.at(row(filled, world.binh_phuoc), 12) == Value.of(0)


def test_every_rule_passes_on_every_row_with_figures_and_is_not_evaluated_without(world: World) -> None:
    filled = fill(world)
    outcomes = {finding.row: set() for finding in filled.findings}
    for finding in filled.findings:
        outcomes[finding.row].add(finding.outcome)
    assert outcomes.pop("Xã Im Lặng") == {Outcome.CANNOT_EVALUATE}
    assert len(outcomes) == 5
    assert all(found == {Outcome.PASS} for found in outcomes.values())


def test_every_figure_opens_to_exactly_its_rows(world: World) -> None:
    filled = fill(world)
    for line in filled.rows:
        for place, value in enumerate(line.values):
            figure = queries.figure(filled, line, place)
            rows = indicators.opened(SYSTEM, figure)
            assert rows.value == (value.number or 0)
            assert sum(each.weight for each in rows.rows) == rows.value
            assert len(rows.rows) == rows.count


def test_the_form_asks_the_cells_once(world: World) -> None:
    fill(world)
    cells.refresh()
    with CaptureQueriesContext(connection) as asked:
        fill(world)
    about_cells = [query["sql"] for query in asked.captured_queries if "daycell" in query["sql"]]
    assert len([sql for sql in about_cells if sql.startswith("SELECT")]) == 1


def test_a_commune_fills_its_own_form(world: World) -> None:
    filled = fill(world, world.binh_phuoc)
    assert [line.kind for line in filled.rows] == [RowKind.OWN, RowKind.TOTAL]
    assert filled.at(filled.total, 1) == Value.of(1)


def test_who_may_see_it(world: World) -> None:
    def ask(unit: int, *, at: int, role: Role = Role.REPORTER) -> Filled:
        return queries.fill(world.seat(at, role), "01/TCD", unit_id=unit, start=START, end=END)

    assert ask(world.province, at=world.province).total.values[0] == Value.of(9)
    assert ask(world.hoa_binh, at=world.province).total.values[0] == Value.of(6)
    for unit in (world.province, world.binh_phuoc):
        with pytest.raises(Absent):
            ask(unit, at=world.hoa_binh)
    with pytest.raises(Refused, match="no_right"):
        ask(world.hoa_binh, at=world.hoa_binh, role=Role.HANDLER)
    with pytest.raises(Absent):
        queries.fill(PUBLIC, "01/TCD", unit_id=world.province, start=START, end=END)


def test_what_cannot_be_filled_is_refused(world: World) -> None:
    with pytest.raises(Absent, match="no_such_form"):
        queries.fill(SYSTEM, "99/TCD", unit_id=world.province, start=START, end=END)
    with pytest.raises(Refused, match="period_backwards"):
        queries.fill(SYSTEM, "01/TCD", unit_id=world.province, start=END, end=START)


def test_a_period_before_the_circular_says_so(world: World) -> None:
    filled = queries.fill(SYSTEM, "01/TCD", unit_id=world.province, start=date(2016, 12, 15), end=date(2017, 12, 14))
    assert "05/03/2024" in filled.notes[0].vi
    assert filled.total.values[0].kind is ValueKind.NOT_REPORTED
