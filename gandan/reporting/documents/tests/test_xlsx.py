"""The form as a workbook: the official head, numbers that are numbers, links that open."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from gandan.foundation.people.words import SYSTEM
from gandan.reporting.documents import queries, spreadsheet
from gandan.reporting.indicators.words import Figure
from gandan.reporting.reports import queries as reports
from gandan.reporting.reports.tests.conftest import END, START, World, world
from gandan.reporting.reports.words import Filled

__all__ = ["world"]

pytestmark = pytest.mark.django_db
FIRST = 13  # the first row of figures, counted from 1: six above, five of head, one of numbers


def address(figure: Figure) -> str:
    alone = "&alone=1" if figure.alone else ""
    return f"https://gandan.example/desk/figure/{figure.measure}?unit={figure.unit_id}{alone}"


@pytest.fixture
def filled(world: World) -> Filled:
    return reports.fill(SYSTEM, "01/TCD", unit_id=world.province, start=START, end=END)


@pytest.fixture
def sheet(filled: Filled) -> Any:
    return load_workbook(BytesIO(queries.form_xlsx(filled, address)))["01-TCD"]


def test_cells_are_the_figures_of_the_form(sheet: Any, filled: Filled) -> None:
    for line, row in enumerate(filled.rows, start=FIRST):
        assert sheet.cell(line, 1).value == row.name.vi
        shown = [sheet.cell(line, column).value for column in range(2, 31)]
        assert shown == [
            value.number if value.number is not None else spreadsheet.SIGNS[value.kind] for value in row.values
        ]


def test_every_figure_links_to_its_records(sheet: Any, filled: Filled) -> None:
    for line, row in enumerate(filled.rows, start=FIRST):
        for place, value in enumerate(row.values):
            link = sheet.cell(line, place + 2).hyperlink
            if value.number:
                assert link.target == address(reports.figure(filled, row, place))
            else:
                assert link is None


def test_the_head_stands_in_levels_over_the_numbers_of_the_columns(sheet: Any) -> None:
    merged = {str(block) for block in sheet.merged_cells.ranges}
    assert {"A7:A11", "B7:B11", "E7:L7", "M7:AD7"} <= merged
    assert sheet["E7"].value == "Tiếp thường xuyên"
    assert [sheet.cell(12, column).value for column in (2, 3, 4, 5, 30)] == [
        "1=4+13+22", "2=5+14+23", "3=6+7+15+16+24+25", "4", "29"
    ]  # fmt: skip


def test_it_prints_on_one_width_landscape_and_names_its_circular(sheet: Any, filled: Filled) -> None:
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0  # as many pages as it takes; one wide
    assert sheet.print_title_rows == "$7:$12"
    assert sheet["A1"].value == "Biểu số: 01/TCD"
    assert sheet["A2"].value == "Ban hành theo TT 01/2024/TT-TTCP"
    assert sheet["A4"].value == "Số liệu từ ngày 15/12/2025 đến ngày 14/12/2026"
    text = [cell.value for row in sheet.iter_rows(min_row=FIRST + len(filled.rows)) for cell in row if cell.value]
    assert any("1/3 đơn vị trực thuộc không có số liệu" in line for line in text)


def test_without_an_address_nothing_is_a_link(filled: Filled) -> None:
    sheet = load_workbook(BytesIO(queries.form_xlsx(filled)))["01-TCD"]
    assert not any(cell.hyperlink for row in sheet.iter_rows() for cell in row)
