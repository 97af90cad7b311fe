"""What is done stops its clock, in time or late; what no longer applies is cancelled."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from gandan.foundation.deadlines import actions, queries
from gandan.foundation.deadlines.models import Clock
from gandan.foundation.deadlines.tests.conftest import NOW
from gandan.foundation.deadlines.words import ClockState
from gandan.foundation.territory import actions as territory
from gandan.foundation.territory.words import OfficeKind
from gandan.pure.clock.clock import Late
from gandan.pure.clock.words import PauseReason
from gandan.pure.refusal import Refused


@pytest.fixture
def clock(folder, minh):
    return actions.start(folder, "KN.SETTLE1", on=date(2026, 7, 1), by=minh, at=NOW)  # due Friday 31/07


def test_done_on_the_last_day_is_in_time(clock):
    ended = actions.stop(clock, on=date(2026, 7, 31))
    assert (ended.state, ended.late_by(date(2026, 12, 1))) == (ClockState.MET, Late(0, 0))
    assert queries.running([clock.folder_id]) == {}


def test_done_after_it_is_missed_and_stays_so_late(clock):
    ended = actions.stop(clock, on=date(2026, 8, 4))
    assert (ended.state, ended.late_by(date(2026, 12, 1))) == (ClockState.MISSED, Late(4, 2))


def test_a_posting_taken_down_too_early_is_missed(folder, minh):
    posted = actions.start(folder, "DC.POST", on=date(2026, 7, 1), by=minh, at=NOW)
    assert actions.stop(posted, on=date(2026, 7, 31)).state is ClockState.MISSED


def test_a_notice_before_an_event_may_be_stopped_before_its_day(folder, minh):
    notice = actions.start(folder, "KN.DIALOGUE_NOTICE", on=date(2026, 7, 15), by=minh, at=NOW)
    assert actions.stop(notice, on=date(2026, 7, 9)).state is ClockState.MET


def test_nothing_is_done_before_its_clock_starts(clock):
    with pytest.raises(Refused) as refusal:
        actions.stop(clock, on=date(2026, 6, 30))
    assert refusal.value.code == "deadlines.stop-before-start"


def test_an_ended_clock_does_not_end_again(clock):
    actions.stop(clock, on=date(2026, 7, 20))
    with pytest.raises(Refused) as refusal:
        actions.stop(clock, on=date(2026, 7, 21))
    assert refusal.value.code == "deadlines.clock-ended"
    assert Clock.objects.get().stopped_on == date(2026, 7, 20)


def test_what_ends_while_paused_ends_its_pause(clock, minh):
    paused = actions.pause(clock, on=date(2026, 7, 30), reason=PauseReason.OBSTACLE, document="QĐ 15", by=minh, at=NOW)
    ended = actions.stop(paused, on=date(2026, 8, 20))
    assert ended.state is ClockState.MET
    assert ended.reckoning.pauses[0].until == date(2026, 8, 20)


def test_a_withdrawn_complaint_cancels_its_clocks(folder, clock, minh):
    actions.start(folder, "KN.SEND1", on=date(2026, 7, 2), by=minh, at=NOW)
    ended = actions.cancel_rules(folder.pk, ["KN.SETTLE1", "TC.SETTLE"], on=date(2026, 9, 1))
    assert [(one.rule, one.state) for one in ended] == [("KN.SETTLE1", ClockState.CANCELLED)]
    assert ended[0].late_by(date(2026, 9, 1)) == Late(0, 0)
    assert [one.rule for one in queries.running([folder.pk])[folder.pk]] == ["KN.SEND1"]


def test_the_office_that_takes_over_holds_the_clock(folder, clock, hoa_binh):
    economy = territory.open_office(
        unit_id=hoa_binh, kind=OfficeKind.DEPARTMENT, name="Phòng Kinh tế", valid_from=date(2025, 7, 1)
    )
    assert actions.hand_over(folder.pk, office_id=economy) == 1
    assert queries.running([folder.pk])[folder.pk][0].office_id == economy


def test_the_database_refuses_a_clock_that_ended_without_a_day(clock):
    with pytest.raises(IntegrityError), transaction.atomic():
        Clock.objects.update(state="met")
    with pytest.raises(IntegrityError), transaction.atomic():
        Clock.objects.update(stopped_on=date(2026, 7, 2))
    with pytest.raises(IntegrityError), transaction.atomic():
        Clock.objects.update(state="asleep", stopped_on=date(2026, 7, 2))
