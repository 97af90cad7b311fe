"""The replay's records, counted by plain SQL, add up to what the province published for 2017."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.db.models import Sum

from gandan.doors.console.demo import former, province, tra_vinh
from gandan.doors.console.demo.tests.conftest import NOW
from gandan.foundation.territory import actions as territory
from gandan.foundation.territory import queries as places
from gandan.matters.reception.measures import COLUMNS_01_TCD, MEASURES
from gandan.pure.clock.calendar import national

pytestmark = pytest.mark.django_db


def count(sql: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return int(cursor.fetchone()[0] or 0)


@pytest.fixture(scope="module", autouse=True)
def replay(loaded) -> None:
    def load() -> None:
        territory.load_register(provinces={"86"})
        body = province.open_body()
        tra_vinh.load(NOW, lambda _: None, successor_body_id=body)

    loaded(load)


@pytest.mark.parametrize(
    ("published", "sql"),
    [
        (4101, "SELECT count(*) FROM reception_visit"),
        (784, "SELECT count(*) FROM reception_visit WHERE received_by = 'head'"),
        (3317, "SELECT count(*) FROM reception_visit WHERE received_by = 'permanent'"),
        (3770, "SELECT count(*) FROM reception_visitmatter WHERE counted"),
        (665, "SELECT count(*) FROM reception_visitmatter WHERE counted AND received_by = 'head'"),
        (3105, "SELECT count(*) FROM reception_visitmatter WHERE counted AND received_by = 'permanent'"),
        (22, "SELECT count(*) FROM reception_group"),
        (264, "SELECT sum(head_count) FROM reception_group"),
        (
            20,
            "SELECT count(*) FROM reception_visitmatter m JOIN reception_group g ON g.visit_id = m.visit_id"
            " WHERE m.counted AND m.received_by = 'permanent'",
        ),
        (2070, "SELECT count(*) FROM cases_case"),
        (1333, "SELECT count(*) FROM cases_case WHERE eligibility = 'eligible'"),
        (737, "SELECT count(*) FROM cases_case WHERE eligibility = 'ineligible' AND ineligible_reason <> ''"),
        (
            119,
            "SELECT count(*) FROM reception_visit v JOIN territory_office o ON o.id = v.body_id"
            " WHERE o.kind = 'inspectorate' AND v.received_by = 'permanent' AND v.\"on\" <= '2017-11-29'",
        ),
    ],
)
def test_a_published_figure(published: int, sql: str) -> None:
    assert count(sql) == published


def test_the_groups_are_within_the_daily_reception_and_of_five_people_or_more() -> None:
    outside = (
        "SELECT count(*) FROM reception_group g JOIN reception_visit v ON v.id = g.visit_id"
        " WHERE v.received_by <> 'permanent' OR g.head_count < 5 OR g.head_count <> v.head_count"
    )
    assert count(outside) == 0
    assert count("SELECT count(*) FROM reception_visit WHERE head_count >= 5") == 22


@pytest.mark.parametrize(
    ("start", "end"), [(date(2017, 1, 1), date(2017, 12, 31)), (date(2016, 12, 15), date(2017, 12, 14))]
)
def test_the_calendar_year_and_the_statistical_year_agree(start: date, end: date) -> None:
    """Through the room's own measures: columns 1, 3, 4, 6+7, 8 to 11, 13, 15+16 of 01/TCD."""
    measures = {measure.id: measure for measure in MEASURES}

    def column(number: int) -> int:
        measure = measures[COLUMNS_01_TCD[number]]
        rows = measure.rows().filter(**{f"{measure.day}__gte": start, f"{measure.day}__lte": end})
        return rows.count() if measure.weight is None else rows.aggregate(sum=Sum(measure.weight))["sum"] or 0

    assert [column(1), column(3), column(4), column(6) + column(7)] == [4101, 3770, 3317, 3105]
    assert [column(8), column(9), column(10) + column(11)] == [22, 264, 20]
    assert [column(13), column(15) + column(16), column(22)] == [784, 665, 0]


def test_nobody_was_received_or_wrote_on_a_day_off_or_outside_the_year() -> None:
    with connection.cursor() as cursor:
        cursor.execute('SELECT DISTINCT "on" FROM reception_visit UNION SELECT DISTINCT received_on FROM cases_case')
        days = {day if isinstance(day, date) else date.fromisoformat(day) for (day,) in cursor.fetchall()}
    assert min(days) >= date(2017, 1, 1)
    assert max(days) <= date(2017, 12, 14)
    assert [day for day in days if not national().is_working(day)] == []


def test_every_district_and_every_commune_of_the_register_has_its_visits() -> None:
    replayed = places.unit_on("84", former.SOME_DAY)
    below = set(places.descendant_ids(replayed.id, former.SOME_DAY))
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT unit_id FROM reception_visit")
        seen = {unit for (unit,) in cursor.fetchall()}
    assert len(below) == 1 + 9 + 104
    assert seen == below


def test_the_replay_is_the_same_every_time() -> None:
    place = former.Place(1, 1, "p/0", ("xã A",), "Chủ tịch UBND xã A", former.Regime.COMMUNE_CHAIR, 50, 5, board=True)
    inspectors = former.Place(2, 2, "p/1", ("xã A",), "Chánh Thanh tra", former.Regime.AGENCY_HEAD, 0, 5, False, True)
    assert tra_vinh.visit_rows([place, inspectors]) == tra_vinh.visit_rows([place, inspectors])
    assert tra_vinh.petition_rows([place]) == tra_vinh.petition_rows([place])


@pytest.mark.parametrize("weights", [[1], [1, 1, 1], [5, 3, 3, 1, 1], [460, 0, 12]])
def test_parts_add_up_to_the_whole(weights: list[int]) -> None:
    for total in (0, 1, 7, 3317):
        parts = tra_vinh.spread(total, weights)
        assert sum(parts) == total
        assert all(abs(part - total * weight / sum(weights)) < 1 for part, weight in zip(parts, weights, strict=True))
