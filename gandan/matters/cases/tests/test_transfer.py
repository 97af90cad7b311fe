"""Transfer without loss: open and counted for the sender until the receiver takes it over; never settled by it."""

from __future__ import annotations

import io

import pytest

from gandan.foundation.people.words import Seat
from gandan.matters.cases import actions, queries
from gandan.matters.cases.models import Case
from gandan.matters.cases.tests.conftest import LAN, NOW, World, at
from gandan.matters.cases.words import CaseView, Channel, Outcome, State, Upload, Verb
from gandan.pure.refusal import Absent, Refused

LATER = at(2026, 7, 6)


def send(world: World, case_id: int, to: int, by: Seat | None = None, **given: object) -> CaseView:
    return world.do(case_id, Verb.TRANSFER, by or world.minh, to_office=to, reason="Đường tỉnh", **given)


def outside(world: World, **changes: object) -> int:
    case_id = world.lodge(**changes).case_id
    world.sort(case_id, competence="outside")
    return case_id


def test_it_stays_open_here_until_the_receiver_takes_it_over(world: World) -> None:
    case_id = outside(world)
    sent = send(world, case_id, world.an_binh_ubnd)
    assert (sent.state, sent.closed_on, sent.outcome, sent.due_on is not None) == (State.TRANSFERRING, None, None, True)
    assert [row.id for row in queries.queue(world.minh, at=NOW.date()).rows] == [case_id]
    waiting = queries.queue(world.son, at=NOW.date()).rows
    assert [(row.id, row.incoming) for row in waiting] == [(case_id, True)]
    assert [move.verb for move in queries.moves(world.son, case_id, at=NOW)] == [Verb.TAKE_OVER, Verb.DECLINE]


def test_the_receiver_enters_it_in_its_own_register(world: World) -> None:
    case_id = outside(world)
    send(world, case_id, world.an_binh_ubnd)
    arrived = world.do(case_id, Verb.TAKE_OVER, world.son, LATER)
    assert (arrived.id != case_id, arrived.body_id, arrived.number, arrived.channel) == (
        True,
        world.an_binh_ubnd,
        1,
        Channel.TRANSFER,
    )
    assert (arrived.sender, arrived.received_on, arrived.state) == (LAN.full_name, LATER.date(), State.RECEIVED)
    here = queries.case(world.minh, case_id)
    assert (here.state, here.outcome, here.closed_on) == (State.CLOSED, Outcome.TRANSFERRED_OUT, LATER.date())
    assert here.transfers[0].case_id == arrived.id and not Outcome.TRANSFERRED_OUT.settled
    assert arrived.matter_id == here.matter_id and here.matter_cases == 2
    with pytest.raises(Absent):
        queries.case(world.son, case_id)


def test_a_declined_case_is_the_senders_again(world: World) -> None:
    case_id = outside(world)
    send(world, case_id, world.an_binh_ubnd)
    with pytest.raises(Refused):
        world.do(case_id, Verb.DECLINE, world.son, reason="")
    back = world.do(case_id, Verb.DECLINE, world.son, reason="Đường do huyện cũ quản lý, nay giao xã")
    assert (back.state, back.transfers[0].pending) == (State.SORTED, False)
    with pytest.raises(Absent):
        queries.case(world.son, case_id)
    assert send(world, case_id, world.so).state is State.TRANSFERRING


def test_only_the_receiver_takes_over_and_only_the_sender_recalls(world: World) -> None:
    case_id = outside(world)
    send(world, case_id, world.an_binh_ubnd)
    for verb, who in ((Verb.TAKE_OVER, world.minh), (Verb.TAKE_OVER, world.mai), (Verb.RECALL, world.son)):
        with pytest.raises(Absent):
            world.do(case_id, verb, who, reason="x")
    assert world.do(case_id, Verb.RECALL, world.minh, reason="Nhầm nơi").state is State.SORTED
    with pytest.raises(Absent):
        world.do(case_id, Verb.TAKE_OVER, world.son)


def test_a_silent_receiver_can_be_urged_and_the_clock_runs_on(world: World) -> None:
    case_id = outside(world)
    due = send(world, case_id, world.an_binh_ubnd).due_on
    late = at(2026, 7, 20)
    urged = world.do(case_id, Verb.URGE, world.minh, late, to_name="Sở NN&MT", document="20/UBND-VP")
    assert (urged.state, urged.due_on, urged.late) == (State.TRANSFERRING, due, True)
    world.do(case_id, Verb.TAKE_OVER, world.son, late)
    assert queries.case(world.minh, case_id).late is True


def test_a_body_outside_needs_its_document(world: World) -> None:
    case_id = outside(world)
    with pytest.raises(Refused) as refusal:
        world.do(case_id, Verb.TRANSFER, world.minh, to_name="Tòa án nhân dân khu vực 3", reason="Tranh chấp dân sự")
    assert set(refusal.value.fields) == {"document"}
    sent = world.do(
        case_id, Verb.TRANSFER, world.minh, to_name="Tòa án nhân dân khu vực 3", document="31/UBND", reason="Dân sự"
    )
    assert (sent.state, sent.outcome, sent.transfers[0].to_name) == (
        State.CLOSED,
        Outcome.TRANSFERRED_OUT,
        "Tòa án nhân dân khu vực 3",
    )


def test_sending_it_to_who_has_it_is_refused(world: World) -> None:
    case_id = outside(world)
    with pytest.raises(Refused) as refusal:
        send(world, case_id, world.ubnd)
    assert set(refusal.value.fields) == {"to_office"}
    with pytest.raises(Refused):
        send(world, case_id, 10**9)


def test_a_loop_is_alarmed_and_needs_a_second_word(world: World) -> None:
    case_id = outside(world)
    send(world, case_id, world.an_binh_ubnd)
    there = world.do(case_id, Verb.TAKE_OVER, world.son).id
    world.do(there, Verb.CLASSIFY, world.son, eligibility="eligible", competence="outside", field="works")
    with pytest.raises(Refused) as alarm:
        send(world, there, world.ubnd, world.son)
    assert alarm.value.code == "case.transfer_loop"
    sent = send(world, there, world.ubnd, world.son, despite_loop="1")
    assert (sent.transfers[0].loop, sent.transfers[0].hop) == (True, 2)
    assert any("chuyển vòng" in label.vi for label, _ in sent.story[-1].details)


def test_the_citizen_follows_it_with_the_first_receipt(world: World) -> None:
    receipt = world.lodge()
    world.sort(receipt.case_id, competence="outside")
    send(world, receipt.case_id, world.an_binh_ubnd)
    waiting = queries.by_receipt(receipt.receipt, at=NOW)
    assert "chờ nơi này nhận" in waiting.now.vi and "An Bình" in waiting.now.vi
    there = world.do(receipt.case_id, Verb.TAKE_OVER, world.son, LATER).id
    followed = queries.by_receipt(receipt.receipt, at=LATER)
    assert (followed.receipt, followed.holder, followed.state) == (
        receipt.receipt,
        "UBND phường An Bình",
        State.RECEIVED,
    )
    actions.add_word(receipt.receipt, at=LATER, text="Thêm: có hai xe bị kẹt.")
    assert "hai xe bị kẹt" in str(queries.case(world.son, there).story[-1].details)


def test_the_photo_travels_with_it(world: World, png: bytes) -> None:
    receipt = world.lodge(files=(Upload("duong.png", io.BytesIO(png)),))
    world.sort(receipt.case_id, competence="outside")
    send(world, receipt.case_id, world.an_binh_ubnd)
    there = world.do(receipt.case_id, Verb.TAKE_OVER, world.son)
    assert [file.name for file in there.files] == ["duong.png"]
    assert queries.file(world.son, there.id, there.files[0].id).size > 0
    with pytest.raises(Absent):
        queries.file(world.mai, there.id, there.files[0].id)


def test_every_step_keeps_one_open_case_or_one_end(world: World) -> None:
    case_id = outside(world)
    for _ in range(2):
        send(world, case_id, world.an_binh_ubnd)
        world.do(case_id, Verb.DECLINE, world.son, reason="Không thuộc")
    send(world, case_id, world.so)
    world.do(case_id, Verb.TAKE_OVER, world.van)
    assert Case.objects.filter(closed_on__isnull=True).count() == 1
    assert Case.objects.count() == 2
