"""A clock starts with the event, by the rule of that day, and says why it is due when it is."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from gandan.foundation.deadlines import actions, queries
from gandan.foundation.deadlines.models import Clock
from gandan.foundation.deadlines.tests.conftest import NOW
from gandan.foundation.deadlines.words import ClockState, NewClock
from gandan.pure.clock.words import Status
from gandan.pure.refusal import Refused

RECEIVED = date(2026, 7, 1)


def test_a_complaint_starts_its_acceptance_clock(folder, minh):
    clock = actions.start(folder, "KN.ACCEPT", on=RECEIVED, by=minh, at=NOW)
    assert clock.due == date(2026, 7, 10)
    assert (clock.state, clock.office_id, clock.unit_id) == (ClockState.RUNNING, minh.office_id, folder.unit_id)
    assert clock.said.vi == "Thông báo thụ lý khiếu nại"
    row = Clock.objects.get()
    assert (row.due_on, row.rule_valid_from) == (date(2026, 7, 10), date(2026, 7, 1))


def test_a_clock_that_was_stored_explains_itself_as_when_it_started(folder, minh):
    started = actions.start(folder, "KN.SETTLE1", on=RECEIVED, by=minh, at=NOW, remote=True, complex=True)
    (kept,) = queries.of_folder(folder.pk)
    assert kept == started or (kept.due, kept.steps) == (started.due, started.steps)
    assert queries.explain(kept)[-1].vi.startswith("Vậy cơ quan phải giải quyết xong khiếu nại lần đầu")
    assert "thứ Năm 03/09/2026" in kept.steps[-1].vi
    assert kept.status(date(2026, 9, 4)) is Status.OVERDUE


def test_a_clock_begun_under_the_old_law_stays_under_it(folder, minh):
    clock = actions.start(folder, "KN.ACCEPT", on=date(2026, 6, 30), by=minh, at=NOW)
    assert clock.due == date(2026, 7, 10)  # ten days, not seven working days
    assert Clock.objects.get().rule_valid_from == date(2012, 7, 1)


def test_a_folder_does_not_run_the_same_rule_twice(folder, minh):
    actions.start(folder, "KN.ACCEPT", on=RECEIVED, by=minh, at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.start(folder, "KN.ACCEPT", on=RECEIVED, by=minh, at=NOW)
    actions.stop_rules(folder.pk, ["KN.ACCEPT"], on=RECEIVED)
    assert actions.start(folder, "KN.ACCEPT", on=date(2026, 7, 6), by=minh, at=NOW).due == date(2026, 7, 15)


def test_an_unknown_rule_starts_nothing(folder, minh):
    with pytest.raises(Refused):
        actions.start(folder, "KN.NOTHING", on=RECEIVED, by=minh, at=NOW)
    assert not Clock.objects.exists()


def test_the_queue_reads_the_clocks_of_many_folders_first_due_first(folder, other_folder, minh):
    actions.start(folder, "KN.SETTLE1", on=RECEIVED, by=minh, at=NOW)
    actions.start(folder, "KN.ACCEPT", on=RECEIVED, by=minh, at=NOW)
    actions.start(other_folder, "TCD.REPLY", on=RECEIVED, by=minh, at=NOW)
    running = queries.running([folder.pk, other_folder.pk, 0])
    assert {key: [clock.rule for clock in clocks] for key, clocks in running.items()} == {
        folder.pk: ["KN.ACCEPT", "KN.SETTLE1"],
        other_folder.pk: ["TCD.REPLY"],
    }
    assert queries.running([folder.pk])[folder.pk][0].rule == "KN.ACCEPT"
    assert queries.running([0]) == {}


def test_reading_the_clocks_of_a_folder_takes_two_queries(folder, minh, django_assert_num_queries):
    actions.start(folder, "KN.ACCEPT", on=RECEIVED, by=minh, at=NOW)
    actions.start(folder, "KN.SETTLE1", on=RECEIVED, by=minh, at=NOW)
    with django_assert_num_queries(2):
        assert len(queries.of_folder(folder.pk)) == 2


def test_an_old_register_is_entered_at_once_with_what_became_of_it(folder, other_folder, django_assert_max_num_queries):
    rows = [
        NewClock(folder.pk, "TCD.REPLY", date(2017, 3, 1), folder.unit_id, stopped_on=date(2017, 3, 15)),
        NewClock(other_folder.pk, "TCD.REPLY", date(2017, 3, 1), folder.unit_id, stopped_on=date(2017, 3, 16)),
        NewClock(folder.pk, "KN.SETTLE1", RECEIVED, folder.unit_id),
    ]
    with django_assert_max_num_queries(4):
        started = actions.start_many(rows, at=NOW)
    assert [clock.state for clock in started] == [ClockState.MET, ClockState.MISSED, ClockState.RUNNING]
    assert Clock.objects.filter(state="missed").get().folder_id == other_folder.pk
