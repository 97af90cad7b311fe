"""The answer to kiến nghị and phản ánh, and what its reader may do: rate it, ask again, add."""

from __future__ import annotations

from datetime import date

import pytest

from gandan.matters.cases import actions, queries
from gandan.matters.cases.tests.conftest import NOW, World, at
from gandan.matters.cases.words import Kind, Outcome, QueueFilter, State, Verb
from gandan.pure.refusal import Absent, Refused

ANSWER = "Xã đã đổ đá, sửa xong ngày 08/07."


def answered(world: World, kind: Kind = Kind.FEEDBACK) -> str:
    """A case that anh Minh took up and chị Phượng answered; its receipt."""
    receipt = world.lodge(kind)
    world.sort(receipt.case_id)
    world.do(receipt.case_id, Verb.ACCEPT, world.minh)
    world.do(receipt.case_id, Verb.REPLY, world.phuong, at(2026, 7, 8), text=ANSWER, document="40/UBND", close="1")
    return receipt.receipt


def test_an_answer_ends_the_case_and_is_read_with_the_receipt(world: World) -> None:
    code = answered(world)
    seen = queries.by_receipt(code, at=at(2026, 7, 9))
    assert (seen.state, seen.outcome, seen.late, seen.due_on) == (State.CLOSED, Outcome.ANSWERED, False, None)
    assert [(one.text, one.document, one.signer) for one in seen.replies] == [(ANSWER, "40/UBND", "Phạm Thị Phượng")]
    assert (seen.may_rate, seen.may_reopen, seen.may_add) == (True, True, False)


def test_an_answer_may_leave_the_case_open(world: World) -> None:
    case_id = world.accepted()
    given = {"text": ANSWER, "close": ""}
    assert world.do(case_id, Verb.REPLY, world.phuong, **given).state is State.ANSWERED
    more = world.do(case_id, Verb.REPLY, world.phuong, text="Bổ sung: đã kè bờ.", close="")
    assert (more.state, len(more.replies)) == (State.ANSWERED, 2)
    assert world.do(case_id, Verb.CLOSE, world.phuong).outcome is Outcome.ANSWERED


def test_an_answer_needs_words(world: World) -> None:
    case_id = world.accepted()
    with pytest.raises(Refused) as refusal:
        world.do(case_id, Verb.REPLY, world.phuong, text=" \u200b ")
    assert set(refusal.value.fields) == {"text"}


def test_a_late_answer_stays_late(world: World) -> None:
    receipt = world.lodge(Kind.FEEDBACK)  # to be answered by 13/07/2026
    world.sort(receipt.case_id)
    world.do(receipt.case_id, Verb.ACCEPT, world.minh)
    closed = world.do(receipt.case_id, Verb.REPLY, world.phuong, at(2026, 7, 14), text=ANSWER)
    assert closed.late is True and queries.by_receipt(receipt.receipt, at=at(2026, 8, 1)).late is True


def test_more_time_for_feedback_is_given_once_by_a_document(world: World) -> None:
    case_id = world.accepted(Kind.FEEDBACK)
    given = {"document": "9/TB-UBND", "authority": "Chủ tịch UBND xã", "reason": "Chờ nước rút", "days": "7"}
    longer = world.do(case_id, Verb.EXTEND, world.phuong, at(2026, 7, 10), **given)
    assert longer.due_on == date(2026, 7, 22)  # 14 working days from 02/07/2026
    with pytest.raises(Refused):
        world.do(case_id, Verb.EXTEND, world.phuong, at(2026, 7, 13), **{**given, "document": "10/TB-UBND"})


def test_lan_rates_the_answer(world: World) -> None:
    code = answered(world)
    rated = actions.rate(code, at=at(2026, 7, 9), stars=5, satisfied=True, comment="Cảm ơn xã.")
    assert rated.rating == 5
    assert actions.rate(code, at=at(2026, 7, 10), stars=4, satisfied=True).rating == 4
    seen = queries.queue(world.minh, at=NOW.date())
    assert len(seen.rows) == 0


@pytest.mark.parametrize("stars", [0, 6, -1])
def test_stars_are_one_to_five(world: World, stars: int) -> None:
    with pytest.raises(Refused) as refusal:
        actions.rate(answered(world), at=at(2026, 7, 9), stars=stars)
    assert set(refusal.value.fields) == {"stars"}


def test_what_is_not_answered_is_not_rated(world: World) -> None:
    with pytest.raises(Refused) as refusal:
        actions.rate(world.lodge().receipt, at=NOW, stars=5)
    assert refusal.value.code == "case.not_answered"


def test_lan_asks_to_look_again_within_the_window(world: World) -> None:
    code = answered(world)
    opened = actions.reopen(code, at=at(2026, 8, 7), reason="Mưa xuống lại sạt.")
    assert (opened.state, opened.outcome, opened.may_rate) == (State.ACCEPTED, None, False)
    assert opened.due_on == date(2026, 8, 18)  # seven working days from Friday 07/08/2026
    case_id = queries.queue(world.minh, at=date(2026, 8, 7)).rows[0].id
    seen = queries.case(world.minh, case_id)
    assert (seen.reopened, seen.rating) == (1, None)
    assert "Mưa xuống lại sạt." in str(seen.story[-1].details)


def test_after_the_window_she_sends_a_new_one(world: World) -> None:
    code = answered(world)
    with pytest.raises(Refused) as refusal:
        actions.reopen(code, at=at(2026, 8, 8), reason="Mưa xuống lại sạt.")
    assert refusal.value.code == "case.window_over" and "07/08/2026" in refusal.value.said.vi


def test_what_was_filed_is_opened_by_an_officer_only(world: World) -> None:
    receipt = world.lodge()
    world.sort(receipt.case_id, eligibility="ineligible", ineligible_reason="unsigned")
    world.do(receipt.case_id, Verb.FILE, world.minh, reason="Không ký")
    with pytest.raises(Refused) as refusal:
        actions.reopen(receipt.receipt, at=NOW, reason="Tôi ký rồi")
    assert refusal.value.code == "case.not_reopened"
    opened = world.do(receipt.case_id, Verb.REOPEN, world.minh, at(2026, 7, 6), reason="Đã bổ sung chữ ký")
    assert (opened.state, opened.ineligible_reason, opened.due_on) == (State.RECEIVED, None, date(2026, 7, 20))


def test_lan_adds_a_word_while_it_is_open(world: World) -> None:
    code = world.lodge().receipt
    actions.add_word(code, at=NOW, text="Cạnh nhà ông Tư Cẩm.")
    found = queries.queue(world.minh, at=NOW.date(), filter=QueueFilter(text="tu cam"))
    assert [row.receipt for row in found.rows] == [code]
    with pytest.raises(Refused):
        actions.add_word(code, at=NOW, text="")
    with pytest.raises(Absent):
        actions.add_word("7KQ4-M9XD-2TB", at=NOW, text="x")


def test_a_closed_case_takes_no_more_words(world: World) -> None:
    with pytest.raises(Refused) as refusal:
        actions.add_word(answered(world), at=at(2026, 7, 9), text="Thêm")
    assert refusal.value.code == "case.closed"
