"""Pauses, extensions, status and lateness of one clock."""

from datetime import date

import pytest

from gandan.pure.clock.calendar import national
from gandan.pure.clock.clock import Extension, Late, Pause, due
from gandan.pure.clock.words import PauseReason, Status
from gandan.pure.refusal import Refused

ACCEPTED = date(2026, 7, 1)


def pause(first, until):
    return Pause(first, until, PauseReason.OTHER_BODY.said, "Quyết định số 15/QĐ-UBND")


def extension(adds=30, decided_on=date(2026, 7, 28)):
    return Extension(adds, "Quyết định số 21/QĐ-UBND", decided_on, "Chủ tịch UBND xã Hòa Bình")


def settle(**given):
    return due("KN.SETTLE1", ACCEPTED, calendar=national(), **given)


def test_a_pause_of_ten_days_moves_thirty_days_by_ten():
    assert settle().on == date(2026, 7, 31)
    assert settle(pauses=[pause(date(2026, 7, 10), date(2026, 7, 20))]).on == date(2026, 8, 10)


def test_two_pauses_add_up():
    both = [pause(date(2026, 7, 20), date(2026, 7, 23)), pause(date(2026, 7, 6), date(2026, 7, 8))]
    assert settle(pauses=both).on == date(2026, 8, 5)  # 31/07 + 2 + 3


def test_a_limit_in_working_days_loses_only_working_days():
    # 10 working days from 01/07 end on 15/07; paused Thu 09/07 to Tue 14/07: 9, 10, 13 are lost
    paused = due("TCD.REPLY", ACCEPTED, calendar=national(), pauses=[pause(date(2026, 7, 9), date(2026, 7, 14))])
    assert paused.on == date(2026, 7, 20)


def test_an_open_pause_leaves_the_date_until_it_is_closed():
    paused = settle(pauses=[pause(date(2026, 7, 10), None)])
    assert paused.on == date(2026, 7, 31)
    assert paused.status(date(2026, 9, 1)) is Status.PAUSED
    assert paused.status(date(2026, 7, 9)) is Status.RUNNING


def test_a_pause_on_the_last_day_gives_that_day_back():
    assert settle(pauses=[pause(date(2026, 7, 31), date(2026, 8, 12))]).on == date(2026, 8, 12)


def test_a_pause_after_the_time_ran_out_changes_nothing():
    late = settle(pauses=[pause(date(2026, 8, 3), date(2026, 8, 20))])
    assert late.on == date(2026, 7, 31)
    assert late.pauses == ()


@pytest.mark.parametrize(
    ("pauses", "code"),
    [
        ([pause(date(2026, 6, 30), date(2026, 7, 5))], "clock.pauses-overlap"),
        ([pause(date(2026, 7, 10), date(2026, 7, 9))], "clock.pause-backwards"),
        ([pause(date(2026, 7, 6), date(2026, 7, 12)), pause(date(2026, 7, 8), None)], "clock.pauses-overlap"),
        ([pause(date(2026, 7, 6), None), pause(date(2026, 7, 8), date(2026, 7, 9))], "clock.pauses-overlap"),
    ],
)
def test_impossible_pauses_are_refused(pauses, code):
    with pytest.raises(Refused) as refusal:
        settle(pauses=pauses)
    assert refusal.value.code == code


def test_a_time_before_an_event_cannot_be_paused():
    with pytest.raises(Refused) as refusal:
        due(
            "KN.DIALOGUE_NOTICE",
            date(2026, 7, 15),
            calendar=national(),
            pauses=[pause(date(2026, 7, 15), date(2026, 7, 16))],
        )
    assert refusal.value.code == "clock.cannot-pause"


def test_a_denunciation_is_extended_once_and_twice_by_decision():
    def settled(*extensions):
        return due("TC.SETTLE", ACCEPTED, calendar=national(), complex=True, extensions=extensions).on

    assert settled() == date(2026, 7, 31)
    assert settled(extension()) == date(2026, 9, 3)  # 60: Sun 30/08, then the break
    assert settled(extension(), extension()) == date(2026, 9, 29)  # 90


def test_an_extension_is_refused_beyond_the_law():
    with pytest.raises(Refused) as refusal:
        due("TC.SETTLE", ACCEPTED, calendar=national(), extensions=[extension()] * 3)
    assert refusal.value.code == "clock.extension-too-long"
    with pytest.raises(Refused):
        due("TC.SETTLE", ACCEPTED, calendar=national(), extensions=[extension(adds=31)])
    with pytest.raises(Refused):
        due("TC.SETTLE", ACCEPTED, calendar=national(), extensions=[extension(adds=0)])
    with pytest.raises(Refused) as refusal:
        settle(extensions=[extension()])
    assert refusal.value.code == "clock.not-extendable"
    assert "Điều 28" in refusal.value.law


def test_where_a_clock_stands():
    clock = settle()  # due Friday 31/07
    assert clock.status(date(2026, 7, 27)) is Status.RUNNING  # four working days left
    assert clock.status(date(2026, 7, 28)) is Status.SOON  # three
    assert clock.status(date(2026, 7, 31)) is Status.SOON
    assert clock.status(date(2026, 8, 1)) is Status.OVERDUE
    assert clock.status(date(2026, 9, 9), stopped_on=date(2026, 7, 31)) is Status.DONE
    assert clock.status(date(2026, 9, 9), stopped_on=date(2026, 8, 3)) is Status.DONE_LATE


def test_lateness_is_told_in_days_and_working_days():
    clock = settle()
    assert clock.late_by(date(2026, 7, 31)) == Late(0, 0)
    assert not clock.late_by(date(2026, 7, 31))
    assert clock.late_by(date(2026, 8, 4)) == Late(4, 2)


def test_a_posting_is_long_enough_only_after_its_last_day():
    posted = due("DC.POST", ACCEPTED, calendar=national())  # to the end of 31/07
    assert posted.status(date(2026, 7, 31)) is Status.RUNNING
    assert posted.status(date(2026, 8, 1)) is Status.ENOUGH
    assert posted.status(date(2026, 8, 5), stopped_on=date(2026, 7, 31)) is Status.TOO_SHORT
    assert posted.status(date(2026, 8, 5), stopped_on=date(2026, 8, 1)) is Status.ENOUGH
    assert posted.late_by(date(2026, 12, 1)) == Late(0, 0)


def test_rolling_over_can_be_switched_off_for_agencies_but_not_for_citizens():
    start = date(2026, 7, 3)  # 30 days end on Sunday 02/08
    kept = due("KN.SETTLE1", start, calendar=national(), roll_agency=False)
    assert (kept.on, kept.unrolled_on) == (date(2026, 8, 2), date(2026, 8, 2))
    moved = due("KN.SETTLE1", start, calendar=national())
    assert (moved.on, moved.unrolled_on) == (date(2026, 8, 3), date(2026, 8, 2))
    assert due("KN.NEXT", start, calendar=national(), roll_agency=False).on == date(2026, 8, 3)


def test_a_quota_in_the_week_of_tet_ends_with_the_week():
    # 16 to 20/02/2026 are all off: there is no working day to fall back on within the week
    assert due("TCD.CHAIR_XA", date(2026, 2, 18), calendar=national()).on == date(2026, 2, 22)
