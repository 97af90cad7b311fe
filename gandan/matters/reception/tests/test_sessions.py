"""A head's session: announced in time, held by whom, moved in the open, concluded in writing."""

from __future__ import annotations

from datetime import date, time

import pytest

from gandan.foundation.people.words import PUBLIC
from gandan.matters.reception import actions, queries
from gandan.matters.reception.models import Session
from gandan.matters.reception.tests.conftest import LAN, NOW, Counter, World, at
from gandan.matters.reception.words import NewSession, ReceivedBy, ReceptionKind, SessionState
from gandan.pure.refusal import Absent, Refused

pytestmark = pytest.mark.django_db

DAY = date(2026, 7, 16)  # a Thursday


def plan(world: World, day: date = DAY, posted_on: date | None = date(2026, 7, 2), **rest: object) -> int:
    new = NewSession(
        day=day,
        head_name="Lê Thị Phượng",
        head_post="Chủ tịch UBND xã",
        opens=time(7, 30),
        closes=time(11),
        place="Phòng tiếp công dân",
        posted_on=posted_on,
        **rest,
    )
    return actions.plan_session(by=world.minh, at=NOW, plan=new)


def row(world: World, session_id: int):
    return queries.session(world.phuong, session_id)


@pytest.mark.parametrize(("posted_on", "late"), [(date(2026, 7, 9), False), (date(2026, 7, 10), True), (None, True)])
def test_a_calendar_is_posted_five_working_days_before(world: World, posted_on: date | None, late: bool) -> None:
    """Điều 24 khoản 4: five working days before Thursday 16/07/2026 is Thursday 09/07/2026."""
    session = plan(world, posted_on=None)
    if posted_on:
        actions.post_session(session, by=world.minh, at=at(2026, 7, 15), on=posted_on)
    seen = row(world, session)
    assert (seen.post_by, seen.posted_late) == (date(2026, 7, 9), late)


def test_an_unscheduled_session_is_never_posted_late(world: World) -> None:
    session = plan(world, day=NOW.date(), posted_on=None, kind=ReceptionKind.UNSCHEDULED)
    assert not row(world, session).posted_late


def test_the_chair_receives_in_person_and_the_visits_are_hers(world: World, counter: Counter) -> None:
    session = plan(world)
    actions.hold_session(session, by=world.minh, at=at(2026, 7, 16), received_by=ReceivedBy.HEAD)
    visit = counter.receive(LAN, when=at(2026, 7, 16, 9), session_id=session)
    told = queries.visit(world.minh, visit.visit_id).row
    assert (told.kind, told.received_by, told.receiver_name) == (
        ReceptionKind.SCHEDULED,
        ReceivedBy.HEAD,
        "Lê Thị Phượng",
    )
    assert row(world, session).visits == 1


def test_a_delegate_is_named_with_the_reason(world: World) -> None:
    session = plan(world)
    with pytest.raises(Refused) as refusal:
        actions.hold_session(session, by=world.minh, at=at(2026, 7, 16), received_by=ReceivedBy.DELEGATED)
    assert set(refusal.value.fields) == {"receiver_name", "reason"}
    actions.hold_session(
        session,
        by=world.minh,
        at=at(2026, 7, 16),
        received_by=ReceivedBy.DELEGATED,
        receiver_name="Phạm Văn Lộc",
        receiver_post="Phó Chủ tịch UBND xã",
        reason="Chủ tịch họp đột xuất tại UBND tỉnh",
    )
    seen = row(world, session)
    assert (seen.state, seen.received_by, seen.receiver_name) == (
        SessionState.HELD,
        ReceivedBy.DELEGATED,
        "Phạm Văn Lộc",
    )


def test_a_session_is_not_held_before_its_day_nor_by_the_permanent_officer(world: World) -> None:
    session = plan(world)
    with pytest.raises(Refused) as early:
        actions.hold_session(session, by=world.minh, at=NOW, received_by=ReceivedBy.HEAD)
    with pytest.raises(Refused) as wrong:
        actions.hold_session(session, by=world.minh, at=at(2026, 7, 16), received_by=ReceivedBy.PERMANENT)
    assert (set(early.value.fields), set(wrong.value.fields)) == ({"day"}, {"received_by"})


def test_visits_wait_until_it_is_known_who_receives(world: World, counter: Counter) -> None:
    session = plan(world)
    with pytest.raises(Refused) as refusal:
        counter.receive(LAN, when=at(2026, 7, 16), session_id=session)
    assert refusal.value.code == "reception.session_not_held"


def test_a_moved_session_keeps_both_days_visible(world: World) -> None:
    session = plan(world)
    moved = actions.postpone_session(
        session, by=world.minh, at=at(2026, 7, 13), to=date(2026, 7, 23), reason="Họp Hội đồng nhân dân xã"
    )
    shown = queries.calendar(PUBLIC, start=date(2026, 7, 1), end=date(2026, 7, 31), body_id=world.body_id)
    assert [(one.id, one.day, one.state, one.moved_to) for one in shown] == [
        (session, DAY, SessionState.POSTPONED, date(2026, 7, 23)),
        (moved, date(2026, 7, 23), SessionState.PLANNED, None),
    ]
    assert shown[0].reason == "Họp Hội đồng nhân dân xã"


def test_moving_needs_a_reason_and_a_day_to_come(world: World) -> None:
    session = plan(world)
    for to, reason in ((date(2026, 7, 23), " "), (date(2026, 7, 1), "Bận")):
        with pytest.raises(Refused):
            actions.postpone_session(session, by=world.minh, at=at(2026, 7, 13), to=to, reason=reason)
    assert row(world, session).state is SessionState.PLANNED


def test_what_is_over_is_not_changed(world: World) -> None:
    session = plan(world)
    actions.cancel_session(session, by=world.minh, at=at(2026, 7, 15), reason="Bão số 2")
    with pytest.raises(Refused) as refusal:
        actions.hold_session(session, by=world.minh, at=at(2026, 7, 16), received_by=ReceivedBy.HEAD)
    assert refusal.value.code == "reception.session_over"


def test_the_chair_concludes_once_with_a_number(world: World) -> None:
    session = plan(world)
    actions.hold_session(session, by=world.minh, at=at(2026, 7, 16), received_by=ReceivedBy.HEAD)
    text = "Giao Phòng Kinh tế khảo sát cống ấp 3, báo cáo trước ngày 24/07/2026."
    assert actions.conclude_session(session, by=world.phuong, at=at(2026, 7, 17), text=text) == 1
    with pytest.raises(Refused):
        actions.conclude_session(session, by=world.phuong, at=at(2026, 7, 17), text=text)
    assert row(world, session).conclusion == text


def test_the_reception_officer_does_not_conclude_for_the_chair(world: World) -> None:
    session = plan(world)
    actions.hold_session(session, by=world.minh, at=at(2026, 7, 16), received_by=ReceivedBy.HEAD)
    with pytest.raises(Refused) as refusal:
        actions.conclude_session(session, by=world.minh, at=at(2026, 7, 17), text="Giao Phòng Kinh tế.")
    assert refusal.value.code == "people.no_right"


def test_an_unposted_session_is_not_in_the_public_calendar(world: World) -> None:
    plan(world, posted_on=None)
    july = {"start": date(2026, 7, 1), "end": date(2026, 7, 31), "body_id": world.body_id}
    assert queries.calendar(PUBLIC, **july) == []
    assert len(queries.calendar(world.minh, **july)) == 1
    assert queries.calendar(world.stranger, **july) == []


def test_another_bodys_session_does_not_exist(world: World) -> None:
    session = plan(world)
    with pytest.raises(Absent):
        actions.cancel_session(session, by=world.stranger, at=NOW, reason="Nhầm")
    with pytest.raises(Absent):
        queries.session(world.stranger, session)
    assert Session.objects.get(pk=session).state == "planned"


@pytest.mark.parametrize(
    ("fault", "change"),
    [
        ("kind", {"kind": ReceptionKind.REGULAR}),
        ("closes", {"opens": time(11), "closes": time(7)}),
        ("posted_on", {"posted_on": date(2026, 7, 3)}),
        ("head_name", {"head_name": " "}),
    ],
)
def test_a_plan_that_cannot_be_is_refused_beside_its_field(world: World, fault: str, change: dict[str, object]) -> None:
    sound = {"day": DAY, "head_name": "Lê Thị Phượng", "head_post": "Chủ tịch UBND xã"}
    with pytest.raises(Refused) as refusal:
        actions.plan_session(by=world.minh, at=NOW, plan=NewSession(**{**sound, **change}))
    assert set(refusal.value.fields) == {fault}
