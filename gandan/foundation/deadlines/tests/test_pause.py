"""A clock stops by a decision and goes on by a decision (Luật Khiếu nại Điều 11a)."""

from datetime import date

import pytest

from gandan.foundation.deadlines import actions, queries
from gandan.foundation.deadlines.models import Clock, Pause
from gandan.foundation.deadlines.tests.conftest import NOW
from gandan.foundation.deadlines.words import ClockState
from gandan.pure.clock.words import PauseReason, Status
from gandan.pure.refusal import Refused


@pytest.fixture
def clock(folder, minh):
    return actions.start(folder, "KN.SETTLE1", on=date(2026, 7, 1), by=minh, at=NOW)  # due 31/07


def paused(clock, minh, on=date(2026, 7, 10), document="Quyết định số 15/QĐ-UBND"):
    return actions.pause(clock, on=on, reason=PauseReason.OTHER_BODY, document=document, by=minh, at=NOW)


def test_ten_days_of_pause_move_the_due_day_by_ten(clock, minh):
    stopped = paused(clock, minh)
    assert (stopped.state, stopped.due) == (ClockState.PAUSED, date(2026, 7, 31))
    assert stopped.status(date(2026, 8, 30)) is Status.PAUSED
    going = actions.resume(stopped, on=date(2026, 7, 20), document="Quyết định số 18/QĐ-UBND")
    assert (going.state, going.due) == (ClockState.RUNNING, date(2026, 8, 10))
    assert Clock.objects.get().due_on == date(2026, 8, 10)
    (kept,) = queries.of_folder(clock.folder_id)
    assert any("phải chờ kết quả của cơ quan khác (Quyết định số 15/QĐ-UBND)" in step.vi for step in kept.steps)


def test_a_pause_needs_its_decision(clock, minh):
    with pytest.raises(Refused) as refusal:
        paused(clock, minh, document="  ")
    assert set(refusal.value.fields) == {"document"}
    assert not Pause.objects.exists()


def test_a_pause_cannot_undo_a_lateness(clock, minh):
    with pytest.raises(Refused) as refusal:
        paused(clock, minh, on=date(2026, 8, 3))
    assert refusal.value.code == "deadlines.pause-too-late"


def test_a_pause_before_the_clock_started_is_refused(clock, minh):
    with pytest.raises(Refused):
        paused(clock, minh, on=date(2026, 6, 30))


def test_a_clock_is_paused_once_at_a_time_and_resumed_only_when_paused(clock, minh):
    with pytest.raises(Refused):
        actions.resume(clock, on=date(2026, 7, 20), document="QĐ 18")
    paused(clock, minh)
    with pytest.raises(Refused) as refusal:
        paused(clock, minh, on=date(2026, 7, 12))
    assert refusal.value.code == "deadlines.clock-is-so"


def test_a_resumption_before_the_pause_is_refused(clock, minh):
    stopped = paused(clock, minh)
    with pytest.raises(Refused):
        actions.resume(stopped, on=date(2026, 7, 9), document="QĐ 18")
    assert Pause.objects.get().until_on is None


def test_a_second_pause_over_the_first_is_refused(clock, minh):
    actions.resume(paused(clock, minh), on=date(2026, 7, 20), document="QĐ 18")
    with pytest.raises(Refused) as refusal:
        paused(clock, minh, on=date(2026, 7, 15))
    assert refusal.value.code == "clock.pauses-overlap"
