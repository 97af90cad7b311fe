"""A visit at the counter: people, group, first or repeated, what they say, what was done; then the register."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from gandan.doors.desk.tests.conftest import NOW, World
from gandan.matters.cases import queries as cases
from gandan.matters.reception import actions, queries
from gandan.matters.reception.words import Handling, NewVisit, Purpose, Visitor

LAN = {
    "token": "phieu-1",
    "full_name": "Nguyễn Thị Lan",
    "phone": "0912345678",
    "address": "Ấp 3, xã Hòa Bình",
    "head_count": "",
    "content": "Tiền đền bù đất làm đường tính chưa đủ diện tích.",
    "purpose": "present",
    "handling": "noted",
    "lodge": "",
    "session": "",
    "on": "2026-07-09",
}


def visit_of(answer: Any, world: World) -> Any:
    assert answer.status_code == 302, answer.content.decode()
    return queries.visit(world["minh"], int(answer.headers["Location"].split("/")[3].split("?")[0]))


def test_lan_is_written_down_and_her_slip_printed(world: World, as_: Callable[[str], Client]) -> None:
    client = as_("minh")
    answer = client.post("/desk/visit", LAN)
    visit = visit_of(answer, world)
    assert (visit.row.visitor, visit.row.head_count, visit.row.handling) == ("Nguyễn Thị Lan", 1, Handling.NOTED)
    page = client.get(answer.headers["Location"]).content.decode()
    assert "Đã ghi lượt tiếp số 1" in page
    assert "Trả lời công dân trước" in page
    assert 'data-arrived="desk-visit"' in page


def test_a_visit_may_open_a_case_and_print_its_receipt(world: World, as_: Callable[[str], Client]) -> None:
    client = as_("minh")
    answer = client.post("/desk/visit", {**LAN, "lodge": "complaint", "field": "land"})
    visit = visit_of(answer, world)
    case = cases.case(world["minh"], visit.matters[0].case_id, at=NOW)
    page = client.get(answer.headers["Location"]).content.decode()
    assert visit.row.handling is Handling.LODGED
    assert case.receipt in page
    assert '<svg class="qr"' in page


def test_the_same_form_sent_twice_is_one_visit(world: World, as_: Callable[[str], Client]) -> None:
    for _ in range(2):
        as_("minh").post("/desk/visit", LAN)
    assert queries.visits(world["minh"]).total == 1


def test_a_second_visit_links_the_matter_of_the_first(world: World, as_: Callable[[str], Client]) -> None:
    first = visit_of(as_("minh").post("/desk/visit", {**LAN, "lodge": "petition"}), world)
    shown = as_("minh").post("/desk/visit", {**LAN, "token": "phieu-2", "check": "1"})
    matter = first.matters[0].matter_id
    assert [row.matter_id for row in shown.context["earlier"]] == [matter]
    again = visit_of(as_("minh").post("/desk/visit", {**LAN, "token": "phieu-2", "matter_id": matter}), world)
    assert [line.matter_id for line in again.matters] == [matter]
    assert not again.matters[0].first


def test_twelve_people_are_a_group_and_one_visit(world: World, as_: Callable[[str], Client]) -> None:
    visit = visit_of(
        as_("minh").post("/desk/visit", {**LAN, "head_count": "12", "others": "Trần Văn Hùng, Ấp 1"}), world
    )
    assert visit.row.group
    assert [one.full_name for one in visit.persons] == ["Nguyễn Thị Lan", "Trần Văn Hùng"]
    assert queries.visits(world["minh"]).total == 1


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("full_name", ""),
        ("full_name", "x" * 161),
        ("content", ""),
        ("content", "a" * 20_001),
        ("purpose", "nonsense"),
        ("handling", "lodged"),
        ("handling", "answered"),
        ("head_count", "-3"),
        ("head_count", "mười"),
        ("head_count", "0"),
        ("head_count", "999999999"),
        ("on", "2026-07-10"),
        ("on", "hôm qua"),
        ("session", "999999"),
        ("lodge", "<script>"),
        ("address", ""),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_nothing_is_lost(
    world: World, as_: Callable[[str], Client], name: str, typed: str
) -> None:
    nowhere = {"phone": "", "identity": ""} if name == "address" else {}
    answer = as_("minh").post("/desk/visit", {**LAN, **nowhere, name: typed})
    form = answer.context["form"]
    assert answer.status_code == 422
    assert form.loose or any(field.error for field in form)
    if name != "content":
        assert "Tiền đền bù đất làm đường" in answer.content.decode()
    assert queries.visits(world["minh"]).total == 0


def test_the_words_of_visitors_are_never_markup(world: World, as_: Callable[[str], Client]) -> None:
    bad = {**LAN, "full_name": "<b>Lan</b>", "content": "<script>alert(1)</script>"}
    answer = as_("minh").post("/desk/visit", bad)
    for path in (answer.headers["Location"], "/desk/visits", "/desk/visit"):
        page = as_("minh").get(path).content.decode()
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page


def test_the_written_answer_stops_the_clock(world: World, as_: Callable[[str], Client]) -> None:
    visit = visit_of(as_("minh").post("/desk/visit", LAN), world)
    path = f"/desk/visit/{visit.row.id}/answer"
    assert "Ghi là đã trả lời" in as_("minh").get(path).content.decode()
    assert as_("minh").post(path, {"answer": " "}).status_code == 422
    assert as_("minh").post(path, {"answer": "Xã đã đo lại, bổ sung 40 m²."}).status_code == 302
    assert queries.visit(world["minh"], visit.row.id).answered_on == NOW.date()
    again = as_("minh").post(path, {"answer": "Trả lời lần nữa."})
    assert again.status_code == 422
    assert "đã được trả lời" in again.content.decode()
    assert as_("la").get(path).status_code == 404
    assert as_("la").post(path, {"answer": "x"}).status_code == 404


def test_the_register_is_read_by_words_days_and_receiver(
    world: World, as_: Callable[[str], Client], django_assert_max_num_queries: Any
) -> None:
    for n in range(60):
        actions.register_visit(
            by=world["minh"],
            at=NOW,
            visit=NewVisit(
                token=f"so-{n}",
                people=(Visitor(f"Người Thứ {n}", address="Ấp 1"),),
                content="Hỏi kết quả",
                purpose=Purpose.ENQUIRE,
                on=NOW.date() - timedelta(days=n),
            ),
        )
    client = as_("minh")
    assert client.get("/desk/visits").context["page"].total == 60
    assert client.get("/desk/visits?q=nguoi+thu+7").context["page"].total >= 1
    assert client.get("/desk/visits?from=2026-07-09&to=2026-07-09").context["page"].total == 1
    assert client.get("/desk/visits?by=head").context["page"].total == 0
    assert client.get("/desk/visits?from=x&by=y&groups=z&page=0").context["page"].total == 60
    assert as_("la").get("/desk/visits").context["page"].total == 0
    for path in ("/desk/visits", "/desk/visits?page=2", "/desk/visit"):
        client.get(path)
        with django_assert_max_num_queries(15):
            client.get(path)
