"""The thread from a visit to the sentence of the report, on the published figures of Trà Vinh 2017.

Published: 4.101 lượt with 3.770 vụ việc; the heads 784 lượt with 665 vụ việc, the daily reception 3.317 lượt with 3.105
vụ việc, among them 22 đoàn with 264 người and 20 vụ việc; 2.070 đơn, 1.333 eligible and 737 not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pytest
from django.db import connection, transaction
from openpyxl import load_workbook

from gandan.doors.console.demo import tra_vinh
from gandan.foundation.people.words import SYSTEM, Role, Seat
from gandan.foundation.territory import actions as territory
from gandan.foundation.territory import queries as places
from gandan.foundation.territory.words import OfficeKind, Tier, UnitView
from gandan.pure import claims
from gandan.pure.clock.periods import Period
from gandan.pure.refusal import Absent
from gandan.reporting.documents import queries as documents
from gandan.reporting.documents.words import Number, Paragraph
from gandan.reporting.indicators import actions as cells
from gandan.reporting.indicators import queries as indicators
from gandan.reporting.indicators.words import MASKED, Figure
from gandan.reporting.reports import queries as reports
from gandan.reporting.reports.words import Filled, Outcome, RowKind

pytestmark = pytest.mark.django_db

YEAR = Period.of_year(2017)
NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
PUBLISHED = {
    "reception.visits": 4101,
    "reception.matters": 3770,
    "reception.head.visits": 784,
    "reception.head.matters": 665,
    "reception.regular.visits": 3317,
    "reception.regular.matters": 3105,
    "reception.regular.groups": 22,
    "reception.regular.group_people": 264,
    "reception.regular.group_matters": 20,
    "cases.received": 2070,
    "cases.eligible": 1333,
    "cases.ineligible": 737,
}


@pytest.fixture(scope="module")
def replay(django_db_setup: None, django_db_blocker: Any) -> Iterator[UnitView]:
    """The former province with its records, for all stories of this file; gone afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        territory.load_register(provinces=["86"])
        successor = places.unit_on("86", NOW.date(), tier=Tier.PROVINCE)
        body = territory.open_office(
            unit_id=successor.id,
            kind=OfficeKind.PEOPLE_COMMITTEE,
            name="UBND tỉnh Vĩnh Long",
            valid_from=successor.valid_from,
        )
        tra_vinh.load(NOW, lambda _: None, successor_body_id=body)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # what the engine does by itself when a load is over
        yield places.unit_on("84", YEAR.last, tier=Tier.PROVINCE)
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def form(replay: UnitView) -> Filled:
    return reports.fill(SYSTEM, "01/TCD", unit_id=replay.id, start=YEAR.first, end=YEAR.last)


@pytest.fixture(scope="module")
def paragraph(replay: UnitView) -> Paragraph:
    return documents.reception_paragraph(SYSTEM, unit_id=replay.id, period=YEAR)


def address(figure: Figure) -> str:
    return f"https://gandan.example/desk/figure/{figure.measure}?unit={figure.unit_id}"


def test_the_form_gives_the_published_figures(form: Filled) -> None:
    column = {c.number: v.number for c, v in zip(form.form.columns, form.total.values, strict=True)}
    assert (column[1], column[3]) == (4101, 3770)
    assert (column[4], column[6] + column[7]) == (3317, 3105)
    assert (column[13], column[15] + column[16]) == (784, 665)
    assert (column[8], column[9], column[10] + column[11]) == (22, 264, 20)
    assert [column[number] for number in range(17, 30)] == [0] * 13


def test_petitions_are_those_published(replay: UnitView) -> None:
    figures = {name: Figure(name, replay.id, YEAR.first, YEAR.last) for name in PUBLISHED}
    said = indicators.values(figures.values())
    assert {name: said[figure] for name, figure in figures.items()} == PUBLISHED


def test_the_calendar_year_gives_the_same_as_the_report_year(replay: UnitView) -> None:
    units = indicators.area(replay.id, date(2017, 1, 1), date(2017, 12, 31))
    found = indicators.totals(PUBLISHED, unit_ids=units, start=date(2017, 1, 1), end=date(2017, 12, 31))
    assert found == PUBLISHED


def test_its_rows_are_the_province_itself_and_its_nine_districts(form: Filled) -> None:
    kinds = [row.kind for row in form.rows]
    assert kinds == [RowKind.OWN, *[RowKind.CHILD] * 9, RowKind.TOTAL]
    assert form.missing == ()
    for place in range(29):
        assert form.total.values[place].number == sum(row.values[place].number or 0 for row in form.rows[:-1])


def test_every_rule_of_the_form_holds(form: Filled) -> None:
    assert {finding.outcome for finding in form.findings} == {Outcome.PASS}
    assert len(form.findings) == len(form.form.rules) * len(form.rows)


def test_every_figure_of_the_total_opens_to_exactly_its_rows(form: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indicators, "PAGE", 1000)
    for place, value in enumerate(form.total.values):
        figure = reports.figure(form, form.total, place)
        pages = indicators.opened(SYSTEM, figure).pages
        found = [indicators.opened(SYSTEM, figure, page=page) for page in range(1, pages + 1)]
        ids = [row.id for page in found for row in page.rows]
        assert len(set(ids)) == len(ids) == found[0].count
        assert sum(row.weight for page in found for row in page.rows) == value.number == found[0].value


def test_the_cells_are_their_records(replay: UnitView) -> None:
    assert cells.verify() == ()


def test_the_districts_rows_open_too(form: Filled) -> None:
    for row in form.rows[1:-1]:
        rows = indicators.opened(SYSTEM, reports.figure(form, row, 0))
        assert rows.value == rows.count == row.values[0].number


def test_the_paragraph_binds_every_number(paragraph: Paragraph) -> None:
    assert {number.figure.measure: number.value for number in paragraph.numbers} == PUBLISHED
    loose = "".join(run.text for run in paragraph.runs if not isinstance(run, Number))
    assert re.findall(r"\d[\d./]*", loose) == ["2017", "15/12/2016", "14/12/2017"]
    assert paragraph.text.startswith(
        "Năm 2017 (số liệu từ 15/12/2016 đến 14/12/2017), tỉnh Trà Vinh đã tiếp 4.101 lượt"
    )


def test_its_sums_are_confirmed_by_whoever_reads_it(paragraph: Paragraph) -> None:
    checked = claims.check(paragraph.text)
    confirmed = {r.expression for r in checked.relations if r.verdict is claims.Verdict.OK}
    assert {"784 + 3.317 = 4.101", "665 + 3.105 = 3.770", "1.333 + 737 = 2.070"} <= confirmed
    assert checked.findings == ()


def test_the_word_file_read_back_is_confirmed(paragraph: Paragraph) -> None:
    read = documents.read_back(SYSTEM, documents.paragraph_docx(paragraph, address))
    assert [bound.printed for bound in read.bound] == [number.value for number in paragraph.numbers]
    assert len(read.bound) == len(PUBLISHED)
    assert read.is_confirmed


def test_the_workbook_holds_the_same_figures(form: Filled) -> None:
    sheet = load_workbook(BytesIO(documents.form_xlsx(form, address)))["01-TCD"]
    last = next(row for row in sheet.iter_rows(min_row=13) if row[0].value == "Tổng số")
    assert [cell.value for cell in last[1:30]] == [value.number for value in form.total.values]
    assert last[1].hyperlink.target == address(reports.figure(form, form.total, 0))


def test_the_province_of_today_sees_the_old_figures_and_nobody_s_name(replay: UnitView, form: Filled) -> None:
    today = places.unit_on("86", NOW.date(), tier=Tier.PROVINCE)
    office = places.offices_of(today.id, NOW.date())[0]
    seat = Seat(
        "Chị Hạnh", Role.REPORTER, office_id=office.id, body_id=office.id, body_path=office.path, unit_id=today.id
    )
    figure = reports.figure(form, form.total, 0)
    rows = indicators.opened(seat, figure)
    assert rows.value == 4101
    visitor = [heading.vi for heading in rows.headings].index("Người đến")
    assert {row.cells[visitor] for row in rows.rows} == {MASKED}


def test_a_neighbour_does_not(replay: UnitView, form: Filled) -> None:
    commune = places.communes(places.unit_on("86", NOW.date(), tier=Tier.PROVINCE).id, NOW.date())[0]
    seat = Seat("Anh Minh", Role.HEAD, unit_id=commune.id, body_path="9999/")
    with pytest.raises(Absent):
        indicators.opened(seat, reports.figure(form, form.total, 0))
