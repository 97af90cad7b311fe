"""The room's legal clocks: the written answer to a visitor, the notice of a refusal."""

from __future__ import annotations

from datetime import date, datetime

from gandan.foundation.deadlines import actions as deadlines
from gandan.foundation.deadlines import queries
from gandan.foundation.deadlines.words import ClockView
from gandan.foundation.people.words import Seat
from gandan.foundation.records import actions as records
from gandan.matters.reception import rules

calendar = queries.calendar
calendars = queries.calendars


def start_reply(folder: records.Folder, *, on: date, by: Seat, at: datetime) -> date:
    """The visitor must have a written answer (TCD.REPLY); its due day."""
    return deadlines.start(folder, rules.REPLY, on=on, by=by, at=at).due


def start_notice(folder: records.Folder, *, on: date, by: Seat, at: datetime) -> date:
    """The head must notify a refusal in writing (TCD.REFUSE_NOTICE); its due day. Before that rule came into force the
    same measure is shown, and no clock runs."""
    if on < rules.NOTICE_RULE_FROM:
        return rules.notice_due(on, calendar(folder.unit_id))
    return deadlines.start(folder, rules.REFUSE_NOTICE, on=on, by=by, at=at).due


def stop(folder_id: int, rule: str, *, on: date) -> None:
    """What was owed was done on this day."""
    deadlines.stop_rules(folder_id, [rule], on=on)


def reply(folder_id: int) -> ClockView | None:
    """The clock of the written answer, where one was started."""
    return next((clock for clock in queries.of_folder(folder_id) if clock.rule == rules.REPLY), None)
