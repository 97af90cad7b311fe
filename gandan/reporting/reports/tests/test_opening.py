"""Opening a figure: exactly its rows, page by page, and nobody's name to a stranger. Over the real rooms."""

from __future__ import annotations

from datetime import date

import pytest

from gandan.foundation.people.words import PUBLIC, SYSTEM, Role
from gandan.pure.measure import Measure
from gandan.pure.refusal import Absent, Refused
from gandan.reporting.indicators import actions, queries
from gandan.reporting.indicators.catalogue import MEASURES
from gandan.reporting.indicators.words import MASKED, Figure
from gandan.reporting.reports.tests.conftest import END, START, World

pytestmark = pytest.mark.django_db

LONG_AGO, FAR_AHEAD = date(2000, 1, 1), date(2100, 1, 1)


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.id)
def test_a_figure_is_its_rows_for_every_measure_of_the_catalogue(world: World, measure: Measure) -> None:
    units = queries.area(world.province, LONG_AGO, FAR_AHEAD) | {world.merged, world.divided}
    value = queries.total(measure.id, unit_ids=units, start=LONG_AGO, end=FAR_AHEAD)
    rows = queries.rows(SYSTEM, measure.id, unit_ids=units, start=LONG_AGO, end=FAR_AHEAD)
    assert rows.value == value == sum(row.weight for row in rows.rows)
    assert rows.count == len(rows.rows)
    assert measure.weight is not None or value == len(rows.rows)


def test_cells_of_the_real_rooms_equal_their_records(world: World) -> None:
    assert actions.verify() == ()


def test_petitions_received_are_those_eligible_those_not_and_those_unsorted(world: World) -> None:
    names = ("cases.received", "cases.eligible", "cases.ineligible", "cases.unsorted", "cases.matters")
    found = queries.totals(names, unit_ids=queries.area(world.province, START, END), start=START, end=END)
    assert [found[name] for name in names] == [4, 2, 1, 1, 3]


def test_the_own_body_reads_whose_it_is_the_province_does_not(world: World) -> None:
    figure = Figure("reception.visits", world.hoa_binh, START, END, alone=True)
    own = queries.opened(world.seat(world.hoa_binh), figure)
    above = queries.opened(world.seat(world.province), figure)
    visitor = [heading.vi for heading in own.headings].index("Người đến")
    assert {row.cells[visitor] for row in own.rows if row.unit_id == world.hoa_binh} == {"Nguyễn Thị Lan"}
    assert {row.cells[visitor] for row in above.rows} == {MASKED}
    assert [row.day for row in own.rows] == [row.day for row in above.rows]
    assert (own.value, above.value) == (6, 6)


def test_numbers_days_and_places_stay_readable_to_the_province(world: World) -> None:
    rows = queries.opened(world.seat(world.province), Figure("reception.visits", world.hoa_binh, START, END))
    on, body, number, visitor, people, content = rows.rows[0].cells
    assert (on, number, people) == (date(2025, 12, 15), 2, 1)
    assert body == f"UBND {world.hoa_binh}"
    assert (visitor, content) == (MASKED, MASKED)


def test_an_administrator_counts_and_reads_nobody(world: World) -> None:
    seat = world.seat(world.hoa_binh, Role.ADMINISTRATOR)
    rows = queries.opened(seat, Figure("reception.visits", world.hoa_binh, START, END))
    assert rows.value == 6
    assert all(row.cells[3] is MASKED for row in rows.rows)


def test_labels_are_told_in_both_languages(world: World) -> None:
    rows = queries.opened(world.seat(world.hoa_binh), Figure("cases.received", world.hoa_binh, START, END))
    kind = rows.rows[0].cells[3]
    assert (kind.vi, kind.en) == ("Kiến nghị", "Petition")


def test_a_stranger_finds_nothing(world: World) -> None:
    figure = Figure("reception.visits", world.hoa_binh, START, END)
    for seat in (world.seat(world.binh_phuoc), PUBLIC):
        with pytest.raises(Absent):
            queries.opened(seat, figure)
    with pytest.raises(Refused, match="no_right"):
        queries.opened(world.seat(world.hoa_binh, Role.HANDLER), figure)
    with pytest.raises(Absent, match="no_such_measure"):
        queries.opened(SYSTEM, Figure("reception.nothing", world.hoa_binh, START, END))


def test_pages_are_whole_and_a_page_too_far_is_the_last(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "PAGE", 4)
    figure = Figure("reception.visits", world.hoa_binh, START, END)
    pages = [queries.opened(SYSTEM, figure, page=page) for page in (1, 2, 9, -1)]
    assert [(page.page, page.pages, len(page.rows)) for page in pages] == [(1, 2, 4), (2, 2, 2), (2, 2, 2), (1, 2, 4)]
    assert len({row.id for page in pages[:2] for row in page.rows}) == 6


def test_a_figure_goes_by_its_tag_and_back() -> None:
    for figure in (Figure("a.b", 17, START, END), Figure("a.b", 17, START, END, alone=True)):
        assert Figure.of_tag(figure.tag) == figure
    assert Figure("reception.visits", 17, START, END, alone=True).tag == "reception.visits|17!|2025-12-15|2026-12-14"
    for wrong in ("", "a|b|c|d", "a|1|2026-01-01", "a|!|2026-01-01|2026-02-01", "a|1|2026-02-31|2026-03-01"):
        with pytest.raises(Refused, match="no_such_figure"):
            Figure.of_tag(wrong)
