"""Who sees which visits; today's counter; earlier visits; how the heads kept their duty."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from gandan.foundation.people.words import PUBLIC, Role
from gandan.matters.reception import actions, queries
from gandan.matters.reception.tests.conftest import HUNG, LAN, NOW, Counter, World, at
from gandan.matters.reception.words import NewSession, ReceivedBy, VisitFilter
from gandan.pure.refusal import Absent

pytestmark = pytest.mark.django_db


def test_the_register_is_seen_by_its_body_and_the_body_above_and_nobody_else(world: World, counter: Counter) -> None:
    visit = counter.receive(LAN).visit_id
    administrator = replace(world.minh, role=Role.ADMINISTRATOR)
    handler = replace(world.minh, role=Role.HANDLER, office_id=10**6)
    seen = [queries.visits(viewer).total for viewer in (world.minh, world.phuong, world.khoa)]
    unseen = [queries.visits(viewer).total for viewer in (world.stranger, administrator, handler, PUBLIC)]
    assert (seen, unseen) == ([1, 1, 1], [0, 0, 0, 0])
    for viewer in (world.stranger, administrator, handler, PUBLIC):
        with pytest.raises(Absent):
            queries.visit(viewer, visit)


@pytest.mark.parametrize("text", ["nguyen thi lan", "Nguyễn Thị Lan", "0912345678", "ngập nước", "NGAP"])
def test_a_visit_is_found_with_or_without_diacritics(world: World, counter: Counter, text: str) -> None:
    counter.receive(LAN)
    counter.receive(HUNG, content="Xin hỏi về giấy chứng nhận hộ nghèo.")
    assert [row.visitor for row in queries.visits(world.minh, filter=VisitFilter(text=text)).rows] == ["Nguyễn Thị Lan"]


def test_filters_and_pages(world: World, counter: Counter) -> None:
    for day in (1, 2, 3):
        counter.receive(LAN, when=at(2026, 7, day), head_count=5 if day == 3 else 1)
    july_2 = queries.visits(world.minh, filter=VisitFilter(start=date(2026, 7, 2), end=date(2026, 7, 2)))
    groups = queries.visits(world.minh, filter=VisitFilter(groups_only=True))
    beyond = queries.visits(world.minh, page=9, size=2)
    assert ([row.on.day for row in july_2.rows], [row.on.day for row in groups.rows]) == ([2], [3])
    assert ([row.on.day for row in beyond.rows], beyond.number, beyond.pages) == ([1], 2, 2)


def test_today_keeps_its_counts_apart(world: World, counter: Counter) -> None:
    road = counter.receive(LAN).matter_ids[0]
    counter.receive(HUNG, matter=road)
    counter.receive(LAN, head_count=9)
    counter.receive(LAN, when=at(2026, 7, 1))
    today = queries.today(world.minh, at=NOW)
    assert (today.visits, today.people, today.matters, today.groups) == (3, 11, 2, 1)
    assert len(today.rows) == 3


@pytest.mark.parametrize("asked", [{"phone": "0912.345.678"}, {"name": "NGUYEN THI LAN"}])
def test_lans_earlier_matter_is_proposed(world: World, counter: Counter, asked: dict[str, str]) -> None:
    first = counter.receive(LAN)
    counter.receive(LAN, when=at(2026, 7, 6), matter=first.matter_ids[0])
    counter.receive(HUNG)
    found = queries.like(world.minh, **asked)
    assert [(one.matter_id, one.visits) for one in found] == [(first.matter_ids[0], 2)] * 2
    assert queries.like(world.stranger, **asked) == []
    assert queries.like(world.minh, name="La") == []


def hold(world: World, day: date, received_by: ReceivedBy) -> None:
    when = at(day.year, day.month, day.day)
    plan = NewSession(day=day, head_name="Lê Thị Phượng", head_post="Chủ tịch UBND xã", posted_on=date(2026, 7, 1))
    session = actions.plan_session(by=world.minh, at=when, plan=plan)
    given = {"receiver_name": "Phạm Văn Lộc", "reason": "Đi công tác"}
    actions.hold_session(
        session,
        by=world.minh,
        at=when,
        received_by=received_by,
        **(given if received_by is ReceivedBy.DELEGATED else {}),
    )


def test_only_the_head_in_person_counts_towards_the_duty(world: World) -> None:
    """Two days a month from 01/07/2026: July lacks one (the deputy's day does not count), August has both."""
    hold(world, date(2026, 7, 8), ReceivedBy.HEAD)
    hold(world, date(2026, 7, 22), ReceivedBy.DELEGATED)
    hold(world, date(2026, 8, 5), ReceivedBy.HEAD)
    hold(world, date(2026, 8, 5), ReceivedBy.HEAD)
    hold(world, date(2026, 8, 19), ReceivedBy.HEAD)
    rows = queries.compliance(world.khoa, start=date(2026, 7, 1), end=date(2026, 8, 31))
    commune = next(row for row in rows if row.body_id == world.body_id)
    assert (commune.required, commune.received, commune.delegated) == (4, 3, 1)
    assert commune.share == Fraction(3, 4)
    assert commune.missed == ((date(2026, 7, 1), date(2026, 7, 31)),)
    assert {row.body_id: row.required for row in rows}[world.province_body_id] == 2


def test_compliance_stays_in_reach(world: World) -> None:
    bodies = {row.body_id for row in queries.compliance(world.minh, start=date(2026, 7, 1), end=date(2026, 7, 31))}
    assert bodies == {world.body_id}
    assert queries.compliance(PUBLIC, start=date(2026, 7, 1), end=date(2026, 7, 31)) == []
