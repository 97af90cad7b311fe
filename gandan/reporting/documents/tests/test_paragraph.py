"""The paragraph of a report: every number bound, every sum confirmed, nothing told that was not there."""

from __future__ import annotations

import re
from datetime import date

import pytest

from gandan.foundation.people.words import PUBLIC, SYSTEM
from gandan.pure import claims
from gandan.pure.clock.periods import Period
from gandan.pure.refusal import Absent
from gandan.reporting.documents import prose, queries
from gandan.reporting.documents.words import Number
from gandan.reporting.indicators import queries as indicators
from gandan.reporting.indicators.words import Figure
from gandan.reporting.reports.tests.conftest import World, world

__all__ = ["world"]

YEAR = Period.of_year(2026)
NOTHING = dict.fromkeys(prose.RECEPTION, 0)
TRA_VINH = NOTHING | {
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


def write(values: dict[str, int], period: Period = YEAR) -> str:
    runs = prose.reception("tỉnh Trà Vinh", period, values, lambda name: Figure(name, 1, period.first, period.last))
    return "".join(run.text for run in runs)


def test_the_figures_of_tra_vinh_are_told_and_confirmed() -> None:
    checked = claims.check(write(TRA_VINH))
    sums = {relation.expression for relation in checked.relations if relation.verdict is claims.Verdict.OK}
    assert {"784 + 3.317 = 4.101", "665 + 3.105 = 3.770", "1.333 + 737 = 2.070"} <= sums
    assert checked.findings == ()
    assert [claim.text for claim in checked.claims] == [
        *("4.101", "3.770", "784", "665", "3.317", "3.105"),
        *("22", "264", "20", "2.070", "1.333", "737"),
    ]


@pytest.mark.parametrize(
    "name", ["reception.visits", "reception.head.visits", "reception.head.matters", "cases.eligible"]
)
def test_a_wrong_figure_would_be_found(name: str) -> None:
    assert claims.check(write(TRA_VINH | {name: TRA_VINH[name] + 90})).findings


def test_a_part_without_records_is_left_out() -> None:
    text = write(TRA_VINH)
    assert "ủy quyền" not in text
    assert "đang phân loại" not in text
    delegated = {"reception.delegated.visits": 3, "reception.delegated.matters": 3}
    assert "người được thủ trưởng ủy quyền tiếp 03 lượt với 03 vụ việc" in write(TRA_VINH | delegated)


def test_an_empty_period_is_told_without_a_number() -> None:
    text = write(NOTHING)
    assert "không phát sinh lượt tiếp công dân" in text
    assert "không tiếp nhận đơn" in text
    assert claims.check(text).claims == ()


@pytest.mark.parametrize(
    ("period", "opening"),
    [
        (Period.of_year(2017), "Năm 2017 (số liệu từ 15/12/2016 đến 14/12/2017), tỉnh Trà Vinh"),
        (Period.nine_months(2026), "9 tháng đầu năm 2026 (số liệu từ 15/12/2025 đến 14/09/2026), tỉnh Trà Vinh"),
        (Period.between(date(2026, 1, 1), date(2026, 3, 31)), "Từ 01/01/2026 đến 31/03/2026, tỉnh Trà Vinh"),
    ],
)
def test_the_period_is_told_with_its_own_days(period: Period, opening: str) -> None:
    assert write(TRA_VINH, period).startswith(opening)


@pytest.mark.django_db
def test_every_number_is_its_figure(world: World) -> None:
    paragraph = queries.reception_paragraph(SYSTEM, unit_id=world.province, period=YEAR)
    assert paragraph.text.startswith("Năm 2026 (số liệu từ 15/12/2025 đến 14/12/2026), tỉnh Vĩnh Long đã tiếp 09 lượt")
    said = indicators.values(number.figure for number in paragraph.numbers)
    for number in paragraph.numbers:
        assert number.value == said[number.figure] == indicators.opened(SYSTEM, number.figure).value
        assert number.text == f"{number.value:02}"
    loose = "".join(run.text for run in paragraph.runs if not isinstance(run, Number))
    assert re.findall(r"\d[\d/]*", loose) == ["2026", "15/12/2025", "14/12/2026"]
    assert claims.check(paragraph.text).findings == ()


@pytest.mark.django_db
def test_only_for_the_own_area(world: World) -> None:
    queries.reception_paragraph(world.seat(world.province), unit_id=world.hoa_binh, period=YEAR)
    for seat in (world.seat(world.binh_phuoc), PUBLIC):
        with pytest.raises(Absent):
            queries.reception_paragraph(seat, unit_id=world.hoa_binh, period=YEAR)
