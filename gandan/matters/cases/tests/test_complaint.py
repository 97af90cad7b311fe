"""A first-instance complaint from the receipt to the sent decision, with all that may happen on the way."""

from __future__ import annotations

from datetime import date

import pytest

from gandan.matters.cases import queries
from gandan.matters.cases.tests.conftest import NOW, World, at
from gandan.matters.cases.words import CaseView, Kind, Outcome, State, Verb
from gandan.pure.refusal import Refused

DECISION = {
    "outcome": "partly",
    "document": "88/QĐ-UBND",
    "signer": "Phạm Thị Phượng",
    "text": "Công nhận một phần nội dung khiếu nại.",
}
EXTENSION = {
    "document": "20/QĐ-UBND",
    "authority": "Chủ tịch UBND xã",
    "reason": "Phải xác minh nhiều nơi",
    "complex_ground": "places",
}


def clock(view: CaseView, rule: str) -> tuple[str, date | None]:
    """The last clock of a rule: where it stands and its due day."""
    found = [one for one in view.clocks if one.rule == rule][-1]
    return found.status, found.due_on


def test_lans_complaint_is_settled_and_the_decision_sent(world: World) -> None:
    case_id = world.lodge(Kind.COMPLAINT).case_id
    world.sort(case_id, field="land")
    accepted = world.do(case_id, Verb.ACCEPT, world.phuong, at(2026, 7, 6), document="05/TB-UBND")
    # Điều 28: thirty days from the acceptance on 06/07/2026 end on Wednesday 05/08/2026.
    assert (accepted.state, accepted.due_rule, accepted.due_on) == (State.ACCEPTED, "KN.SETTLE1", date(2026, 8, 5))
    assert clock(accepted, "KN.ACCEPT")[0] == "done"
    world.do(case_id, Verb.ASSIGN, world.minh, at(2026, 7, 6), post=world.mai.post_id)
    assert world.do(case_id, Verb.VERIFY, world.mai, at(2026, 7, 7)).state is State.VERIFYING
    minutes = {"held_on": "18/07/2026", "text": "Hai bên trình bày."}
    heard = world.do(case_id, Verb.DIALOGUE, world.mai, at(2026, 7, 20), **minutes)
    assert heard.story[-1].said.vi == "Đối thoại ngày 18/07/2026"
    decided = world.do(case_id, Verb.DECIDE, world.phuong, at(2026, 7, 24), **DECISION)
    # Điều 32: three working days from Friday 24/07/2026 end on Wednesday 29/07/2026.
    assert (decided.outcome, decided.due_rule, decided.due_on) == (Outcome.PARTLY, "KN.SEND1", date(2026, 7, 29))
    sent = world.do(case_id, Verb.SEND, world.mai, at(2026, 7, 27), note="Trao tận tay")
    closed = world.do(case_id, Verb.CLOSE, world.mai, at(2026, 7, 28))
    assert (sent.state, closed.state, closed.outcome, closed.late) == (State.SENT, State.CLOSED, Outcome.PARTLY, False)
    assert (closed.due_on, [one.status for one in closed.clocks]) == (None, ["done", "done", "done"])


@pytest.mark.parametrize(
    ("given", "due"),
    [
        ({}, date(2026, 8, 5)),  # 30 days
        ({"complex": "1", "complex_ground": "people"}, date(2026, 8, 20)),  # 45
        ({"remote": "1"}, date(2026, 8, 20)),  # 45
        ({"remote": "1", "complex": "1", "complex_ground": "people"}, date(2026, 9, 4)),  # 60
    ],
)
def test_the_settling_time_follows_article_28(world: World, given: dict[str, str], due: date) -> None:
    case_id = world.lodge(Kind.COMPLAINT).case_id
    world.sort(case_id)
    seen = world.do(case_id, Verb.ACCEPT, world.phuong, at(2026, 7, 6), document="05/TB-UBND", **given)
    assert seen.due_on == due


def test_complex_needs_its_ground_and_acceptance_its_notice(world: World) -> None:
    case_id = world.lodge(Kind.COMPLAINT).case_id
    world.sort(case_id)
    with pytest.raises(Refused) as refusal:
        world.do(case_id, Verb.ACCEPT, world.phuong, complex="1")
    assert set(refusal.value.fields) == {"document", "complex_ground"}


def test_only_the_head_accepts_or_declines_a_complaint(world: World) -> None:
    case_id = world.lodge(Kind.COMPLAINT).case_id
    world.sort(case_id)
    for verb in (Verb.ACCEPT, Verb.REFUSE):
        with pytest.raises(Refused) as refusal:
            world.do(case_id, verb, world.minh)
        assert refusal.value.code == "people.no_right"


def test_not_accepted_names_one_of_nine_grounds(world: World) -> None:
    case_id = world.lodge(Kind.COMPLAINT).case_id
    world.sort(case_id)
    with pytest.raises(Refused) as refusal:
        world.do(case_id, Verb.REFUSE, world.phuong, ground="i do not like it")
    assert set(refusal.value.fields) == {"ground", "text", "document"}
    text = "Đơn đã quá 90 ngày từ khi nhận quyết định."
    refused = world.do(case_id, Verb.REFUSE, world.phuong, ground="expired", text=text, document="06/TB-UBND")
    assert (refused.outcome, refused.replies[0].text) == (Outcome.REFUSED, text)
    assert "hết thời hiệu" in refused.story[-1].said.vi.lower()


def test_accepted_late_stays_late(world: World) -> None:
    case_id = world.lodge(Kind.COMPLAINT).case_id  # to be accepted by 13/07/2026
    world.sort(case_id)
    seen = world.do(case_id, Verb.ACCEPT, world.phuong, at(2026, 7, 14), document="05/TB-UBND")
    assert (seen.late, clock(seen, "KN.ACCEPT")[0]) == (True, "done_late")


def test_a_decision_is_not_dated_before_its_acceptance(world: World) -> None:
    case_id = world.accepted(Kind.COMPLAINT, on=at(2026, 7, 6))
    world.do(case_id, Verb.VERIFY, world.phuong, at(2026, 7, 7))
    for day in ("05/07/2026", "25/07/2026", "31/02/2026", "1/1/1", "abc"):
        with pytest.raises(Refused) as refusal:
            world.do(case_id, Verb.DECIDE, world.phuong, at(2026, 7, 24), **DECISION, decided_on=day)
        assert set(refusal.value.fields) == {"decided_on"}
    decided = world.do(case_id, Verb.DECIDE, world.phuong, at(2026, 7, 24), **DECISION, decided_on="2026-07-06")
    assert decided.outcome is Outcome.PARTLY


def test_suspension_stops_the_clock_and_resumption_moves_it(world: World) -> None:
    case_id = world.accepted(Kind.COMPLAINT, on=at(2026, 7, 6))  # due 05/08/2026
    world.do(case_id, Verb.VERIFY, world.phuong, at(2026, 7, 7))
    given = {"cause": "force_majeure", "document": "10/QĐ-UBND", "reason": "Bão số 3"}
    paused = world.do(case_id, Verb.SUSPEND, world.phuong, at(2026, 7, 16), **given)
    assert (paused.state, paused.due_on, clock(paused, "KN.SETTLE1")[0]) == (State.SUSPENDED, None, "paused")
    with pytest.raises(Refused):
        world.do(case_id, Verb.SUSPEND, world.phuong, at(2026, 7, 17), **given)
    resumed = world.do(case_id, Verb.RESUME, world.phuong, at(2026, 7, 26), document="12/QĐ-UBND")
    # Ten days stood still: 05/08/2026 + 10 is Saturday 15/08/2026, so Monday 17/08/2026.
    assert (resumed.state, resumed.due_on) == (State.VERIFYING, date(2026, 8, 17))


def test_an_extension_is_the_complex_form_decided_in_time(world: World) -> None:
    case_id = world.accepted(Kind.COMPLAINT, on=at(2026, 7, 6))
    for missing in EXTENSION:
        with pytest.raises(Refused) as refusal:
            world.do(case_id, Verb.EXTEND, world.phuong, **{**EXTENSION, missing: ""})
        assert set(refusal.value.fields) == {missing}
    longer = world.do(case_id, Verb.EXTEND, world.phuong, at(2026, 8, 5), **EXTENSION)
    assert longer.due_on == date(2026, 8, 20)  # 45 days from the acceptance
    with pytest.raises(Refused) as refusal:
        world.do(case_id, Verb.EXTEND, world.phuong, at(2026, 8, 6), **EXTENSION)
    assert refusal.value.code == "case.no_longer_time"


def test_an_extension_after_the_time_is_refused(world: World) -> None:
    case_id = world.accepted(Kind.COMPLAINT, on=at(2026, 7, 6))
    with pytest.raises(Refused) as refusal:
        world.do(case_id, Verb.EXTEND, world.phuong, at(2026, 8, 6), **EXTENSION)
    assert refusal.value.code == "case.extension_late"


def test_an_extension_keeps_what_stood_still(world: World) -> None:
    case_id = world.accepted(Kind.COMPLAINT, on=at(2026, 7, 6))
    pause = {"cause": "obstacle", "document": "10/QĐ-UBND", "reason": "Người khiếu nại ốm"}
    world.do(case_id, Verb.SUSPEND, world.phuong, at(2026, 7, 10), **pause)
    world.do(case_id, Verb.RESUME, world.phuong, at(2026, 7, 20), document="11/QĐ-UBND")
    longer = world.do(case_id, Verb.EXTEND, world.phuong, at(2026, 8, 1), **EXTENSION)
    # 45 days from 06/07/2026 and ten that stood still: Sunday 30/08/2026, so the next working day.
    assert longer.due_on is not None and longer.due_on >= date(2026, 8, 31)
    assert "10/QĐ-UBND" in " ".join(step.vi for step in longer.clocks[-1].steps)


def test_a_complaint_may_be_withdrawn_before_the_decision_not_after(world: World) -> None:
    case_id = world.accepted(Kind.COMPLAINT, on=at(2026, 7, 6))
    world.do(case_id, Verb.VERIFY, world.phuong, at(2026, 7, 7))
    other = world.accepted(Kind.COMPLAINT, on=at(2026, 7, 6))
    gone = world.do(other, Verb.WITHDRAW, world.minh, at(2026, 7, 9), reason="Đã được giải thích", explained="1")
    assert (gone.outcome, clock(gone, "KN.SETTLE1")[0], gone.late) == (Outcome.WITHDRAWN, "cancelled", False)
    assert not Outcome.WITHDRAWN.settled
    world.do(case_id, Verb.DECIDE, world.phuong, at(2026, 7, 24), **DECISION)
    with pytest.raises(Refused) as refusal:
        world.do(case_id, Verb.WITHDRAW, world.minh, at(2026, 7, 25), reason="x")
    assert refusal.value.code == "case.not_now"


def test_termination_ends_it_without_a_decision(world: World) -> None:
    case_id = world.accepted(Kind.COMPLAINT, on=at(2026, 7, 6))
    pause = {"cause": "obstacle", "document": "10/QĐ-UBND", "reason": "Người khiếu nại mất"}
    world.do(case_id, Verb.SUSPEND, world.phuong, at(2026, 7, 10), **pause)
    given = {"document": "13/QĐ-UBND", "reason": "Không có người kế thừa"}
    ended = world.do(case_id, Verb.TERMINATE, world.phuong, at(2026, 7, 20), **given)
    assert (ended.outcome, ended.state) == (Outcome.TERMINATED, State.CLOSED)


def test_a_decided_complaint_is_not_reopened(world: World) -> None:
    case_id = world.accepted(Kind.COMPLAINT, on=at(2026, 7, 6))
    world.do(case_id, Verb.VERIFY, world.phuong, at(2026, 7, 7))
    world.do(case_id, Verb.DECIDE, world.phuong, at(2026, 7, 24), **DECISION)
    world.do(case_id, Verb.SEND, world.phuong, at(2026, 7, 24))
    world.do(case_id, Verb.CLOSE, world.phuong, at(2026, 7, 24))
    offered = {move.verb for move in queries.moves(world.phuong, case_id, at=NOW)}
    assert Verb.REOPEN not in offered
