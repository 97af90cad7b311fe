"""Every figure of 01/TCD on a week that can be counted on two hands."""

from __future__ import annotations

from datetime import date

import pytest
from django.db.models import Sum

from gandan.matters.reception import actions
from gandan.matters.reception.measures import COLUMNS_01_TCD, MEASURES
from gandan.matters.reception.tests.conftest import HUNG, LAN, Counter, World, at
from gandan.matters.reception.words import Handling, NewSession, Presented, Purpose, ReceivedBy, ReceptionKind

pytestmark = pytest.mark.django_db


def value(measure) -> int:
    rows = measure.rows()
    return rows.count() if measure.weight is None else rows.aggregate(sum=Sum(measure.weight))["sum"] or 0


def session(world: World, day: date, received_by: ReceivedBy, kind: ReceptionKind = ReceptionKind.SCHEDULED) -> int:
    when = at(day.year, day.month, day.day)
    plan = NewSession(day=day, head_name="Lê Thị Phượng", head_post="Chủ tịch UBND xã", kind=kind)
    made = actions.plan_session(by=world.minh, at=when, plan=plan)
    delegate = {"receiver_name": "Phạm Văn Lộc", "reason": "Chủ tịch đi công tác"}
    given = delegate if received_by is ReceivedBy.DELEGATED else {}
    actions.hold_session(made, by=world.minh, at=when, received_by=received_by, **given)
    return made


@pytest.fixture
def week(world: World, counter: Counter) -> None:
    road = counter.receive(LAN, when=at(2026, 7, 6)).matter_ids[0]  # regular: new
    counter.receive(HUNG, when=at(2026, 7, 6, 10), matter=road)  # regular, the same day: a visit only
    counter.receive(LAN, HUNG, when=at(2026, 7, 7), matter=road)  # regular, two people: again
    land = counter.receive(LAN, when=at(2026, 7, 7, 9), head_count=12).matter_ids[0]  # regular, a group: new
    counter.receive(LAN, when=at(2026, 7, 8), head_count=7, matter=land)  # regular, a group: again
    asked = (Presented(purpose=Purpose.ENQUIRE, matter_id=road),)
    told = {"handling": Handling.ANSWERED, "answer": "Đang xác minh."}
    counter.receive(LAN, when=at(2026, 7, 8, 9), purpose=Purpose.ENQUIRE, matters=asked, **told)
    chair = session(world, date(2026, 7, 9), ReceivedBy.HEAD)
    counter.receive(LAN, when=at(2026, 7, 9), matter=road, session_id=chair)  # head: again
    counter.receive(HUNG, when=at(2026, 7, 9, 9), session_id=chair)  # head: new
    session(world, date(2026, 7, 10), ReceivedBy.HEAD, ReceptionKind.UNSCHEDULED)  # held, nobody came
    deputy = session(world, date(2026, 7, 13), ReceivedBy.DELEGATED)
    counter.receive(HUNG, when=at(2026, 7, 13), head_count=5, session_id=deputy)  # delegated, a group: new


def test_every_column_of_01_tcd(week: None) -> None:
    values = {measure.id: value(measure) for measure in MEASURES}
    assert [values[COLUMNS_01_TCD[number]] for number in range(1, 30)] == [
        6 + 2 + 1, 24 + 2 + 5, 4 + 2 + 1,
        6, 1 + 1 + 2 + 12 + 7 + 1, 2, 2, 2, 12 + 7, 1, 1,
        2, 2, 2, 1, 1, 0, 0, 0, 0,
        1, 1, 5, 1, 0, 1, 5, 1, 0,
    ]  # fmt: skip


def test_a_figure_is_the_sum_of_its_days_and_units(week: None, world: World) -> None:
    for measure in MEASURES:
        rows = measure.rows()
        weights = rows.values_list(measure.day, measure.unit, *([measure.weight] if measure.weight else []))
        assert sum(line[2] if measure.weight else 1 for line in weights) == value(measure)
        assert {line[1] for line in weights} <= {world.commune_id}


def test_every_measure_is_named_once_and_its_columns_can_be_read(week: None) -> None:
    assert len({measure.id for measure in MEASURES}) == len(MEASURES)
    for measure in MEASURES:
        for line in measure.rows().values(*[name for name, _ in measure.columns]):
            assert all(shown is not None for shown in line.values())
        assert "{" not in measure.said.vi + measure.definition.vi + measure.said.en + measure.definition.en
