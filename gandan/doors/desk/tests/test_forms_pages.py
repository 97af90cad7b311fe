"""Form 01/TCD on the page: its head, its figures that open to as many rows, its files."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from docx import Document
from openpyxl import load_workbook

from gandan.doors.desk.reports.asking import period_of, report_year
from gandan.doors.desk.tests.conftest import NOW, World
from gandan.matters.reception import actions
from gandan.matters.reception.words import NewVisit, Visitor
from gandan.pure.refusal import Refused


@pytest.fixture
def visited(world: World) -> None:
    """Seventy visits to Hòa Bình this report year, one of them by a group of twelve, and two to the neighbours."""
    for n in range(70):
        told(world, "minh", n, head_count=12 if n == 5 else None)
    for n in range(2):
        told(world, "la", 100 + n)


def told(world: World, who: str, n: int, **more: Any) -> None:
    visit = NewVisit(token=f"v-{n}", people=(Visitor(f"Người Thứ {n}", address="Ấp 1"),), content=f"Việc {n}", **more)
    actions.register_visit(by=world[who], at=NOW, visit=visit)


@pytest.mark.parametrize(("who", "visits"), [("tam", 70), ("phuong", 70), ("la", 2), ("khoa", 72)])
def test_every_figure_of_the_form_opens_to_as_many_rows(
    visited: None, as_: Callable[[str], Client], who: str, visits: int
) -> None:
    client = as_(who)
    page = client.get("/desk/form/01/TCD").content.decode()
    links = re.findall(r'<td><a href="(/desk/figure/[^"]+)">([\d.]+)</a>', page)
    assert max(int(text) for _, text in links) == visits + (11 if visits >= 70 else 0)
    for address, text in links:
        opened = client.get(address.replace("&amp;", "&")).context["rows"]
        assert opened.value == int(text.replace(".", "")), address


@pytest.mark.django_db(transaction=True)  # inside another transaction PostgreSQL counts all cells anew
def test_the_rows_behind_a_figure_come_in_pages_and_say_what_is_counted(
    visited: None, as_: Callable[[str], Client], world: World, django_assert_max_num_queries: Any
) -> None:
    client = as_("tam")
    path = f"/desk/figure/reception.visits?unit={world.commune_id}&from=2025-12-15&to=2026-12-14"
    first, second = client.get(path).context, client.get(f"{path}&page=2").context
    assert (len(first["table"]), len(second["table"]), first["rows"].value) == (50, 20, 70)
    assert first["measure"].definition.vi in client.get(path).content.decode()
    with django_assert_max_num_queries(15):
        client.get(path)
    client.get("/desk/form/01/TCD")  # brings the cells up to the journal
    with django_assert_max_num_queries(15):
        client.get("/desk/form/01/TCD")


def test_the_province_sees_that_a_commune_has_records_not_whose(
    visited: None, as_: Callable[[str], Client], world: World
) -> None:
    path = f"/desk/figure/reception.visits?unit={world.commune_id}&from=2025-12-15&to=2026-12-14"
    assert "Người Thứ 0" in as_("tam").get(path).content.decode()
    above = as_("khoa").get(path).content.decode()
    assert "Người Thứ" not in above
    assert "(dữ liệu cá nhân)" in above
    assert as_("la").get(path).status_code == 404


def test_the_head_of_the_table_is_a_true_rectangle(visited: None, as_: Callable[[str], Client]) -> None:
    head = as_("tam").get("/desk/form/01/TCD").context["head"]
    covered = [
        (cell.row + r, cell.column + c)
        for level in head
        for cell in level
        for r in range(cell.rows)
        for c in range(cell.columns)
    ]
    assert len(covered) == len(set(covered)) == len(head) * 29


def test_the_workbook_and_the_paragraph_say_the_same(visited: None, as_: Callable[[str], Client]) -> None:
    client = as_("tam")
    xlsx = client.get("/desk/form/01/TCD.xlsx")
    assert xlsx.headers["Content-Disposition"] == 'attachment; filename="01-TCD-20261214.xlsx"'
    cells = {cell.value for row in load_workbook(BytesIO(xlsx.content)).active.iter_rows() for cell in row}
    assert {70, 81} <= cells
    docx = client.get("/desk/form/01/TCD.docx")
    text = "".join(
        node.text or "" for node in Document(BytesIO(docx.content)).element.iter() if node.tag.endswith("}t")
    )
    assert "70 lượt" in text
    for path in ("/desk/form/01/TCD.xlsx", "/desk/form/01/TCD.docx"):
        assert as_("la").get(f"{path}?unit=999999").status_code == 404
        assert as_("hanh").get(path).status_code == 422


@pytest.mark.parametrize(
    "query",
    [
        "year=x",
        "year=99999999999",
        "part=Q9&year=2026",
        "part=range&from=2026-05-01",
        "part=range&from=2026-05-01&to=2026-01-01",
        "part=<script>&year=2026",
        "year=1",
    ],
)
def test_a_period_that_is_none_gets_a_sentence(visited: None, as_: Callable[[str], Client], query: str) -> None:
    answer = as_("tam").get(f"/desk/form/01/TCD?{query}")
    assert answer.status_code in {400, 422}
    assert "<script>" not in answer.content.decode()


@pytest.mark.parametrize("query", ["", "unit=x&from=1&to=2", "from=2026-02-01&to=2026-01-01", "unit=1"])
def test_a_figure_without_its_days_is_no_figure(world: World, as_: Callable[[str], Client], query: str) -> None:
    assert as_("tam").get(f"/desk/figure/reception.visits?{query}").status_code == 404


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        ("", date(2025, 12, 15), date(2026, 12, 14)),
        ("part=Q1&year=2026", date(2025, 12, 15), date(2026, 3, 14)),
        ("part=6T&year=2026", date(2025, 12, 15), date(2026, 6, 14)),
        ("part=9T&year=2026", date(2025, 12, 15), date(2026, 9, 14)),
        ("part=calendar&year=2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("part=range&from=01/02/2026&to=2026-02-28&year=2020", date(2026, 2, 1), date(2026, 2, 28)),
        ("from=2026-02-01&to=2026-02-28", date(2026, 2, 1), date(2026, 2, 28)),
    ],
)
def test_periods_are_those_of_the_inspectorate(query: str, first: date, last: date) -> None:
    period = period_of(QueryDict(query), NOW.date())
    assert (period.first, period.last) == (first, last)


def test_the_report_year_begins_on_15_december() -> None:
    assert [report_year(day) for day in (date(2026, 12, 14), date(2026, 12, 15))] == [2026, 2027]
    with pytest.raises(Refused):
        period_of(QueryDict("year=2026&part=Q7"), NOW.date())
