"""The queue and the search: what is due first, found by number, receipt, name, telephone or words."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.matters.cases import actions, queries
from gandan.matters.cases.tests.conftest import NOW, World, at
from gandan.matters.cases.words import Kind, QueueFilter, Sender, Show, State, Verb, Whose

TODAY = NOW.date()


def found(world: World, text: str, **more: object) -> list[int]:
    page = queries.queue(world.minh, at=TODAY, filter=QueueFilter(text=text, **more))  # type: ignore[arg-type]
    assert page.total == len(page.rows)
    return [row.id for row in page.rows]


def test_what_is_due_first_stands_first_and_what_has_no_clock_last(world: World) -> None:
    unclocked = world.lodge(received_on=date(2012, 5, 3)).case_id
    later = world.lodge().case_id  # 16/07
    sooner = world.lodge(Kind.COMPLAINT).case_id  # 13/07
    rows = queries.queue(world.minh, at=TODAY).rows
    assert [row.id for row in rows] == [sooner, later, unclocked]
    assert [(row.days_left, row.late) for row in rows] == [(11, False), (14, False), (None, False)]
    overdue = queries.queue(world.minh, at=date(2026, 7, 14), filter=QueueFilter(late_only=True)).rows
    assert [(row.id, row.days_left, row.late) for row in overdue] == [(sooner, -1, True)]


@pytest.mark.parametrize(
    "text",
    [
        "sạt lở",
        "sat lo",
        "SẠT LỞ",
        "sa\u0323t lo\u031b\u0309",
        "duong sat",
        "sat l",
        "Nguyễn Thị Lan",
        "nguyen thi lan",
    ],
)
def test_words_are_found_with_or_without_diacritics(world: World, text: str) -> None:
    case_id = world.lodge().case_id
    world.lodge(text="Rác thải ở chợ", senders=(Sender("Võ Văn Tư", address="Ấp 1"),))
    assert found(world, text) == [case_id]


def test_numbers_receipts_and_telephones_are_found(world: World) -> None:
    first, second = world.lodge(), world.lodge(senders=(Sender("Võ Văn Tư", phone="0987654321", address="Ấp 1"),))
    assert found(world, "2/2026") == [second.case_id]
    assert found(world, "số 02/2026") == [second.case_id]
    assert found(world, first.receipt) == [first.case_id]
    assert found(world, first.receipt.lower().replace("-", " ")) == [first.case_id]
    assert found(world, "+84 987 654 321") == [second.case_id]
    assert found(world, "09876") == [second.case_id]
    assert found(world, "22/2026") == []


@pytest.mark.parametrize(
    "text", ["*", '"', "' OR 1=1 --", "a" * 5000, "😀😀", "\x00", "AND OR NOT", "b*c:d^e", "ủa (x", "\ud800"]
)
def test_no_search_is_an_error(world: World, text: str) -> None:
    world.lodge()
    assert found(world, text) == [] or text.strip() == ""


def test_the_newest_found_stands_first(world: World) -> None:
    ids = [world.lodge().case_id for _ in range(3)]
    assert found(world, "sat lo") == ids[::-1]


def test_a_search_stays_within_the_viewers_reach(world: World) -> None:
    world.lodge()
    there = world.draft(body_id=world.an_binh_ubnd, unit_id=world.an_binh)
    other = actions.lodge(by=world.son, at=NOW, draft=there).case_id
    assert len(found(world, "sat lo", whose=Whose.REACH)) == 1
    wide = QueueFilter(text="sat lo", whose=Whose.REACH)
    assert len(queries.queue(world.khoa, at=TODAY, filter=wide).rows) == 2
    only = QueueFilter(whose=Whose.REACH, unit_id=world.an_binh)
    assert [row.id for row in queries.queue(world.khoa, at=TODAY, filter=only).rows] == [other]
    assert queries.queue(world.admin, at=TODAY).rows == []


def test_mine_my_office_and_the_whole_body(world: World) -> None:
    first, second, third = (world.lodge().case_id for _ in range(3))
    world.do(first, Verb.ASSIGN, world.minh, post=world.mai.post_id)
    world.do(second, Verb.ASSIGN, world.minh, office=world.kinh_te)

    def ids(viewer: object, whose: Whose) -> set[int]:
        return {row.id for row in queries.queue(viewer, at=TODAY, filter=QueueFilter(whose=whose)).rows}  # type: ignore[arg-type]

    assert ids(world.mai, Whose.MINE) == {first}
    assert ids(world.mai, Whose.BODY) == ids(world.mai, Whose.OFFICE) == {first, second}
    assert ids(world.minh, Whose.BODY) == {first, second, third}
    assert ids(world.minh, Whose.OFFICE) == {third}


def test_filters_by_state_kind_day_and_end(world: World) -> None:
    old = world.lodge(received_on=date(2026, 6, 1)).case_id
    done = world.lodge(Kind.FEEDBACK).case_id
    world.sort(done, eligibility="ineligible", ineligible_reason="duplicate")
    world.do(done, Verb.FILE, world.minh, reason="Trùng")

    def ids(**more: object) -> list[int]:
        return [row.id for row in queries.queue(world.minh, at=TODAY, filter=QueueFilter(**more)).rows]  # type: ignore[arg-type]

    assert ids() == [old]
    assert ids(show=Show.CLOSED) == [done]
    assert ids(show=Show.ALL) == [done, old]
    assert ids(show=Show.ALL, kinds=(Kind.FEEDBACK,)) == [done]
    assert ids(show=Show.ALL, states=(State.RECEIVED,)) == [old]
    assert ids(received_from=date(2026, 6, 2)) == []
    assert ids(received_to=date(2026, 6, 2)) == [old]


def test_a_page_of_fifty_takes_six_queries(world: World) -> None:
    for _ in range(52):
        world.lodge()
    with CaptureQueriesContext(connection) as asked:
        page = queries.queue(world.minh, at=TODAY)
    assert (len(page.rows), page.total, page.pages, page.more) == (50, 52, 2, False)
    assert len(asked) <= 6
    assert len(queries.queue(world.minh, at=TODAY, page=2).rows) == 2
    assert queries.queue(world.minh, at=TODAY, page=99).number == 2
    with CaptureQueriesContext(connection) as searched:
        queries.queue(world.minh, at=TODAY, filter=QueueFilter(text="sat lo"))
    assert len(searched) <= 6


def test_an_assigned_case_is_seen_by_its_officer(world: World) -> None:
    case_id = world.lodge().case_id
    seen = world.do(case_id, Verb.ASSIGN, world.minh, post=world.mai.post_id)
    assert (seen.office_id, seen.assignee) == (world.kinh_te, "Lê Thị Mai")
    assert queries.case(world.mai, case_id).id == case_id


def test_earlier_matters_of_the_same_person_or_words_are_shown(world: World) -> None:
    first = world.lodge()
    world.lodge(text="Rác thải ở chợ", senders=(Sender("Võ Văn Tư", phone="0987654321", address="Ấp 1"),))
    by_phone = queries.matters_like(world.minh, phone="0912 345 678")
    assert [(row.matter_id, row.same_person, row.cases) for row in by_phone] == [(first.matter_id, True, 1)]
    by_words = queries.matters_like(world.minh, text="Đường vào ấp 3 sạt lở quá nặng, xin sửa đường")
    assert queries.matters_like(world.minh, name="nguyen thi lan")[0].matter_id == first.matter_id
    assert queries.matters_like(world.son, phone="0912345678") == []
    assert [(row.matter_id, row.same_person) for row in by_words] == [(first.matter_id, False)]
    assert queries.matters_like(world.minh, text="Xin cấp lại giấy khai sinh cho con") == []


def test_the_board_says_what_is_late_where_and_why(world: World) -> None:
    first = world.lodge(Kind.COMPLAINT).case_id  # due 13/07
    world.lodge(received_on=date(2026, 7, 1))  # due 15/07
    world.lodge(on=at(2026, 7, 10))
    board = queries.late(world.khoa, at=date(2026, 7, 20))
    assert [(unit.office_name, unit.late, unit.open, unit.longest) for unit in board.units] == [
        ("UBND xã Hòa Bình", 2, 3, 7)
    ]
    assert [(row.case.id == first, row.days, row.reason.vi) for row in board.rows.rows] == [
        (True, 7, "Chưa phân loại"),
        (False, 5, "Chưa phân loại"),
    ]
    assert (board.late, board.open) == (2, 3)
    assert queries.late(world.khoa, at=date(2026, 7, 20), unit_id=world.an_binh).late == 0
    figures = queries.summary(world.khoa, at=date(2026, 7, 20))
    assert (figures.open, figures.late, figures.unsorted, figures.received_30) == (3, 2, 3, 3)
