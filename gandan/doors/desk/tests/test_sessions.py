"""The heads' sessions: announced, posted, held, moved, cancelled, concluded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from gandan.doors.desk.tests.conftest import NOW, World
from gandan.matters.reception import actions, queries
from gandan.matters.reception.words import NewSession, ReceivedBy, SessionState

PLAN = {
    "day": "2026-07-23",
    "kind": "scheduled",
    "opens": "7:30",
    "closes": "11:00",
    "head_name": "Phạm Thị Phượng",
    "head_post": "Chủ tịch UBND xã",
    "place": "Phòng tiếp công dân",
    "posted_on": "2026-07-09",
}


@pytest.fixture
def session(world: World) -> int:
    """A session of today, not yet held."""
    plan = NewSession(day=NOW.date(), head_name="Phạm Thị Phượng", head_post="Chủ tịch", posted_on=date(2026, 7, 1))
    return actions.plan_session(by=world["phuong"], at=NOW, plan=plan)


def test_a_session_is_announced(world: World, as_: Callable[[str], Client]) -> None:
    assert as_("minh").post("/desk/sessions/new", PLAN).headers["Location"] == "/desk/sessions"
    page = as_("minh").get("/desk/sessions").content.decode()
    assert "Thứ Năm 23/07/2026" in page
    assert "07:30 – 11:00" in page


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("day", ""),
        ("day", "23"),
        ("kind", "regular"),
        ("opens", "25:00"),
        ("opens", "bảy rưỡi"),
        ("closes", "6:00"),
        ("head_name", ""),
        ("head_name", "x" * 121),
        ("posted_on", "2026-07-10"),
        ("subject", "x" * 301),
    ],
)
def test_a_plan_that_is_wrong_is_drawn_again(world: World, as_: Callable[[str], Client], name: str, typed: str) -> None:
    answer = as_("minh").post("/desk/sessions/new", {**PLAN, name: typed})
    assert answer.status_code == 422
    assert answer.context["form"][name].error is not None
    assert "Phòng tiếp công dân" in answer.content.decode()


def test_the_head_receives_in_person_and_concludes(world: World, session: int, as_: Callable[[str], Client]) -> None:
    client, path = as_("phuong"), f"/desk/sessions/{session}"
    assert {"post", "hold", "postpone", "cancel"} == set(client.get(path).context["steps"])
    assert client.post(f"{path}/hold", {"received_by": "head"}).status_code == 302
    assert queries.session(world["phuong"], session).received_by is ReceivedBy.HEAD
    assert set(client.get(path).context["steps"]) == {"conclude"}
    assert client.post(f"{path}/conclude", {"text": "Giao Phòng Kinh tế đo lại trước 20/07."}).status_code == 302
    page = client.get(path).content.decode()
    assert "Số 1. Giao Phòng Kinh tế đo lại" in page
    assert client.get(path).context["steps"] == {}


def test_a_delegation_needs_a_name_and_a_reason(world: World, session: int, as_: Callable[[str], Client]) -> None:
    answer = as_("phuong").post(f"/desk/sessions/{session}/hold", {"received_by": "delegated"})
    assert answer.status_code == 422
    assert {field.name for field in answer.context["form"] if field.error} == {"receiver_name", "reason"}


def test_a_session_moves_to_another_day_and_both_stay_visible(
    world: World, session: int, as_: Callable[[str], Client]
) -> None:
    moved = {"to": "2026-07-16", "reason": "Chủ tịch dự họp tỉnh"}
    assert as_("minh").post(f"/desk/sessions/{session}/postpone", moved).status_code == 302
    page = as_("minh").get("/desk/sessions").content.decode()
    assert "Thứ Năm 09/07/2026" in page
    assert "Thứ Năm 16/07/2026" in page
    assert "Chủ tịch dự họp tỉnh" in page
    again = as_("minh").post(f"/desk/sessions/{session}/cancel", {"reason": "x"})
    assert again.status_code == 422
    assert "không thay đổi được nữa" in again.content.decode()


def test_strangers_and_unknown_steps_find_nothing(world: World, session: int, as_: Callable[[str], Client]) -> None:
    for path in (f"/desk/sessions/{session}", f"/desk/sessions/{session}/hold"):
        assert as_("la").get(path).status_code == 404
    assert as_("la").post(f"/desk/sessions/{session}/hold", {"received_by": "head"}).status_code == 404
    assert as_("minh").get(f"/desk/sessions/{session}/nonsense").status_code == 404
    assert as_("tam").post(f"/desk/sessions/{session}/hold", {"received_by": "head"}).status_code == 422
    assert queries.session(world["phuong"], session).state is SessionState.PLANNED


def test_the_calendar_costs_few_queries(
    world: World, as_: Callable[[str], Client], django_assert_max_num_queries: Any
) -> None:
    for n in range(60):
        plan = NewSession(day=NOW.date() + timedelta(days=n), head_name="Phạm Thị Phượng", head_post="Chủ tịch")
        actions.plan_session(by=world["phuong"], at=NOW, plan=plan)
    for who in ("phuong", "khoa"):
        client = as_(who)
        client.get("/desk/sessions")
        with django_assert_max_num_queries(15):
            client.get("/desk/sessions")
