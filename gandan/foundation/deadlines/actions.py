"""The only writers of clocks and days.

What starts, pauses, extends and stops a clock is an act of another room: it calls these within its own transaction,
holding the folder, and writes the one journal entry. Loading days and setting local limits are acts of their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from gandan.foundation.deadlines import notices, rules
from gandan.foundation.deadlines.models import Clock, Extension, LocalLimit, Pause
from gandan.foundation.deadlines.reckoning import calendar_of, reckon, version_for, view
from gandan.foundation.deadlines.words import OPEN, ClockState, ClockView, NewClock
from gandan.foundation.people.words import Seat
from gandan.foundation.records import actions as records
from gandan.pure.clock import clock as legal
from gandan.pure.clock.calendar import Calendar
from gandan.pure.clock.clock import Due, due_by
from gandan.pure.clock.rules import rule
from gandan.pure.clock.words import PauseReason
from gandan.pure.refusal import Absent, Refused

_OPEN = [state.value for state in OPEN]
read_notice = rules.read_notice
load_calendar_days = notices.load_calendar_days
set_local_limit = notices.set_local_limit


def start(
    folder: records.Folder,
    rule_id: str,
    *,
    on: date,
    by: Seat,
    at: datetime,
    unit_id: int | None = None,
    office_id: int | None = None,
    remote: bool = False,
    complex: bool = False,
    roll_agency: bool = True,
    calendar: Calendar | None = None,
) -> ClockView:
    """Start a clock for an event of the day `on`, by the rule in force on that day.

    Counts by the calendar of the folder's unit unless another is named; `office_id` (else the actor's own office) holds
    it. Refused for an unknown rule or one not in force; the database refuses a second open clock of the same rule.
    """
    unit = unit_id or folder.unit_id
    clock, reckoning = _draft(
        NewClock(folder.pk, rule_id, on, unit, office_id or by.office_id, remote, complex),
        calendar or calendar_of(unit),
        at=at,
        roll_agency=roll_agency,
    )
    clock.save(force_insert=True)
    return view(clock, reckoning)


def start_many(clocks: Iterable[NewClock], *, at: datetime) -> list[ClockView]:
    """Start many clocks at once (imports), in the order given; those with `stopped_on` are entered as met or missed."""
    calendars: dict[int, Calendar] = {}
    set_locally = frozenset(LocalLimit.objects.values_list("rule_id", flat=True).distinct())
    drafts = []
    for new in clocks:
        if new.unit_id not in calendars:
            calendars[new.unit_id] = calendar_of(new.unit_id)
        drafts.append(_draft(new, calendars[new.unit_id], at=at, roll_agency=True, set_locally=set_locally))
    Clock.objects.bulk_create([clock for clock, _ in drafts], batch_size=500)
    return [view(clock, reckoning) for clock, reckoning in drafts]


def _draft(
    new: NewClock, calendar: Calendar, *, at: datetime, roll_agency: bool, set_locally: frozenset[str] | None = None
) -> tuple[Clock, Due]:
    """`set_locally`, if given: the only rules for which a local limit need be looked for."""
    if set_locally is None or new.rule in set_locally:
        version, local = version_for(new.rule, on=new.on, unit_id=new.unit_id)
    else:
        version, local = rule(new.rule, on=new.on), None
    reckoning = due_by(
        version, new.on, calendar=calendar, remote=new.remote, complex=new.complex, roll_agency=roll_agency
    )
    ended = new.stopped_on
    clock = Clock(
        folder_id=new.folder_id,
        unit_id=new.unit_id,
        held_by_id=new.office_id,
        rule_id=version.id,
        rule_valid_from=version.valid_from,
        local_amount=local.amount if local else None,
        local_basis=local.basis if local else "",
        started_on=new.on,
        remote=new.remote,
        complex=new.complex,
        rolls=roll_agency,
        state=(rules.outcome(reckoning, ended) if ended else ClockState.RUNNING).value,
        due_on=reckoning.on,
        unrolled_on=reckoning.unrolled_on,
        stopped_on=ended,
        started_at=at,
    )
    return clock, reckoning


def pause(clock: ClockView, *, on: date, reason: PauseReason, document: str, by: Seat, at: datetime) -> ClockView:
    """Stop the clock from a day on, by a decision. Refused without its document, or once the time has run out."""
    row, calendar = _held(clock)
    rules.check_move(ClockState(row.state), ClockState.PAUSED)
    rules.check_document(document)
    rules.check_pause(reckon(row, calendar), legal.Pause(on, None, reason.said, document))
    Pause(clock=row, first_on=on, reason=reason.value, document=document.strip(), author=by.name, at=at).save()
    row.changed = True
    return _settle(row, ClockState.PAUSED, calendar)


def resume(clock: ClockView, *, on: date, document: str) -> ClockView:
    """Let a paused clock go on from a day, by a decision; its due day moves by the time it stood still."""
    row, calendar = _held(clock)
    rules.check_move(ClockState(row.state), ClockState.RUNNING)
    rules.check_document(document)
    _close_pause(row, on, document.strip())
    return _settle(row, ClockState.RUNNING, calendar)


def extend(
    clock: ClockView, *, adds: int, document: str, decided_on: date, authority: str, by: Seat, at: datetime
) -> ClockView:
    """Give more time by a decision. Refused where the rule does not allow it, or without document and authority."""
    row, calendar = _held(clock)
    rules.check_open(ClockState(row.state))
    rules.check_document(document, authority)
    rules.check_extension(reckon(row, calendar), legal.Extension(adds, document, decided_on, authority))
    if row.extensions.filter(document=document.strip()).exists():
        raise Refused(
            "deadlines.extended-already",
            f"Quyết định {document.strip()} đã được ghi. Xin kiểm tra lại số văn bản.",
            f"The decision {document.strip()} is recorded already. Please check its number.",
        )
    Extension(
        clock=row,
        adds=adds,
        document=document.strip(),
        decided_on=decided_on,
        authority=authority.strip(),
        author=by.name,
        at=at,
    ).save()
    row.changed = True
    return _settle(row, ClockState(row.state), calendar)


def stop(clock: ClockView, *, on: date) -> ClockView:
    """The thing was done on a day: the clock ends as met or missed. A pause still open ends that day."""
    row, calendar = _held(clock)
    rules.check_move(ClockState(row.state), ClockState.MET)
    if row.state == ClockState.PAUSED.value:
        _close_pause(row, on, "")
    reckoning = reckon(row, calendar)
    rules.check_stop(reckoning, on)
    row.stopped_on = on
    return _settle(row, rules.outcome(reckoning, on), calendar)


def stop_rules(folder_id: int, rule_ids: Iterable[str], *, on: date) -> list[ClockView]:
    """Stop whatever open clocks a folder has among some rules; they, as they ended."""
    return [stop(clock, on=on) for clock in _open_ones(folder_id, rule_ids)]


def cancel(clock: ClockView, *, on: date) -> ClockView:
    """The clock no longer applies (withdrawn, classified anew): neither met nor missed."""
    row, calendar = _held(clock)
    rules.check_move(ClockState(row.state), ClockState.CANCELLED)
    if row.state == ClockState.PAUSED.value:
        _close_pause(row, max(on, row.pauses.get(until_on=None).first_on), "")
    row.stopped_on = on
    return _settle(row, ClockState.CANCELLED, calendar)


def cancel_rules(folder_id: int, rule_ids: Iterable[str], *, on: date) -> list[ClockView]:
    """Cancel whatever open clocks a folder has among some rules; they, as they ended."""
    return [cancel(clock, on=on) for clock in _open_ones(folder_id, rule_ids)]


def hand_over(folder_id: int, *, office_id: int) -> int:
    """Another office holds the folder's open clocks from now on; a lateness is theirs. How many there are."""
    return Clock.objects.filter(folder_id=folder_id, state__in=_OPEN).update(held_by_id=office_id)


def _held(clock: ClockView) -> tuple[Clock, Calendar]:
    """The row of a clock, locked for this transaction, as it is now; and the calendar it counts by."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError(
            "a clock changes inside the transaction of the act that changes it"
        )
    row = Clock.objects.select_for_update(of=("self",)).filter(pk=clock.id).first()
    if row is None:
        raise Absent
    return row, calendar_of(row.unit_id)


def _open_ones(folder_id: int, rule_ids: Iterable[str]) -> list[ClockView]:
    rows = Clock.objects.filter(folder_id=folder_id, rule_id__in=list(rule_ids), state__in=_OPEN).order_by("id")
    return [view(row, reckon(row, calendar_of(row.unit_id))) for row in rows]


def _close_pause(row: Clock, on: date, document: str) -> None:
    open_pause = row.pauses.get(until_on=None)
    if on < open_pause.first_on:
        raise Refused(
            "clock.pause-backwards",
            "Ngày tiếp tục đứng trước ngày tạm dừng. Xin kiểm tra lại hai ngày.",
            "The clock would resume before it was paused. Please check the two days.",
        )
    open_pause.until_on, open_pause.resumed_by = on, document
    open_pause.save(update_fields=["until_on", "resumed_by"])


def _settle(row: Clock, state: ClockState, calendar: Calendar) -> ClockView:
    """Store the state and the due day that follow from all that is now known of the clock."""
    reckoning = reckon(row, calendar)
    row.state = state.value
    row.due_on, row.unrolled_on = reckoning.on, reckoning.unrolled_on
    row.save(update_fields=["state", "due_on", "unrolled_on", "stopped_on", "changed"])
    return view(row, reckoning)
