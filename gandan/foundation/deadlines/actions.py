"""The only writers of clocks and days.

What starts, pauses, extends and stops a clock is an act of another room: it calls these within its own transaction,
holding the folder, and writes the one journal entry. Loading days and setting local limits are acts of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Q

from gandan.foundation.deadlines import rules
from gandan.foundation.deadlines.models import CalendarDay, Clock, Extension, LocalLimit, Pause
from gandan.foundation.deadlines.reckoning import calendar_of, exactly, reckon, version_for, view, within
from gandan.foundation.deadlines.words import OPEN, ClockState, ClockView, DayRow, Loaded, Moved, NewClock
from gandan.foundation.people.rules import demand
from gandan.foundation.people.words import Right, Role, Seat, Secrecy
from gandan.foundation.records import actions as records
from gandan.foundation.records.words import FolderKind
from gandan.foundation.territory import queries as territory
from gandan.foundation.territory.words import Tier
from gandan.pure.clock import clock as legal
from gandan.pure.clock.calendar import Calendar
from gandan.pure.clock.clock import Due, due_by
from gandan.pure.clock.rules import localised, rule
from gandan.pure.clock.words import PauseReason
from gandan.pure.refusal import Absent, Refused

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
_OPEN = [state.value for state in OPEN]
_REACH = timedelta(days=40)  # how far from a clock's days a changed day may still move it: the end of a month's quota
read_notice = rules.read_notice


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
    drafts = []
    for new in clocks:
        if new.unit_id not in calendars:
            calendars[new.unit_id] = calendar_of(new.unit_id)
        drafts.append(_draft(new, calendars[new.unit_id], at=at, roll_agency=True))
    Clock.objects.bulk_create([clock for clock, _ in drafts], batch_size=500)
    return [view(clock, reckoning) for clock, reckoning in drafts]


def _draft(new: NewClock, calendar: Calendar, *, at: datetime, roll_agency: bool) -> tuple[Clock, Due]:
    version, local = version_for(new.rule, on=new.on, unit_id=new.unit_id)
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


@transaction.atomic
def load_calendar_days(rows: Sequence[DayRow], *, by: Seat, at: datetime, unit_id: int | None = None) -> Loaded:
    """Load the days of a notice, for the country or for a unit and all under it; every open clock is computed again.

    A day loaded before is replaced. Journal: one entry "days_loaded" in the notice's own folder, and one
    "deadline_moved" in each folder whose clock moved. Refused to whom the calendar is not theirs to set.
    """
    _demand_calendar(by, unit_id, at)
    by_day = {row.day: row for row in rows}
    known = {day.day: day for day in CalendarDay.objects.filter(exactly(unit_id), day__in=by_day)}
    before = {day: known[day].kind for day in known}
    folder = _ledger(by, unit_id, at)
    for day, row in by_day.items():
        stored = known.get(day) or CalendarDay(unit_id=unit_id, day=day)
        stored.kind, stored.source, stored.folder = row.kind.value, row.source, folder
        stored.why_vi, stored.why_en = row.why.vi, row.why.en
        stored.save()
    moved = _recompute(by_day, unit_id=unit_id, by=by, at=at, notice=folder.pk) if by_day else ()
    told = [
        {"day": day.isoformat(), "kind": row.kind.value, "before": before.get(day, ""), "source": row.source}
        for day, row in sorted(by_day.items())
    ]
    records.write(folder, "days_loaded", by=by, at=at, data={"unit": unit_id, "days": told, "moved": len(moved)})
    return Loaded(len(by_day), moved, folder.pk)


@transaction.atomic
def set_local_limit(
    rule_id: str,
    *,
    amount: int,
    basis: str,
    valid_from: date,
    by: Seat,
    at: datetime,
    unit_id: int | None = None,
) -> None:
    """From a day on, a locality's own act gives this time where no law does; the limit before ends the day before.

    Holds for clocks started from then on. Refused for a rule that the law fixes, or without the act.
    """
    _demand_calendar(by, unit_id, at)
    version = rule(rule_id, on=valid_from)
    localised(version, amount=amount, basis=basis)
    if not 1 <= amount <= 365 or not basis.strip():
        raise Refused(
            "deadlines.local-limit",
            "Xin ghi số ngày từ 1 đến 365 và văn bản của địa phương quy định thời hạn này.",
            "Please give 1 to 365 days and the local act that sets this time.",
        )
    earlier = LocalLimit.objects.filter(exactly(unit_id), rule_id=version.id, valid_to=None)
    if earlier.filter(valid_from__gte=valid_from).exists():
        raise Refused(
            "deadlines.local-limit-order",
            "Đã có quy định bắt đầu từ ngày này hoặc sau đó. Xin chọn ngày bắt đầu muộn hơn.",
            "A limit that begins on or after this day is recorded already. Please choose a later day.",
        )
    earlier.update(valid_to=valid_from - timedelta(days=1))
    folder = _ledger(by, unit_id, at)
    LocalLimit(
        rule_id=version.id, unit_id=unit_id, amount=amount, basis=basis.strip(), valid_from=valid_from, folder=folder
    ).save()
    told = {"unit": unit_id, "rule": version.id, "amount": amount, "basis": basis.strip(), "from": str(valid_from)}
    records.write(folder, "local_limit_set", by=by, at=at, data=told)


def _recompute(days: Iterable[date], *, unit_id: int | None, by: Seat, at: datetime, notice: int) -> tuple[Moved, ...]:
    """Compute the open clocks again that changed days may reach; store those that moved and tell of them."""
    changed = sorted(days)
    near = Q(started_on__gte=changed[0] - _REACH) | Q(due_on__gte=changed[0] - _REACH)
    not_past = Q(started_on__lte=changed[-1] + _REACH) | Q(due_on__lte=changed[-1] + _REACH)
    rows = Clock.objects.filter(within(unit_id), near, not_past, state__in=_OPEN).order_by("folder_id", "id")
    calendars: dict[int, Calendar] = {}
    stale: list[Clock] = []
    for row in rows.prefetch_related("pauses", "extensions").iterator(chunk_size=2000):
        if row.unit_id not in calendars:
            calendars[row.unit_id] = calendar_of(row.unit_id)
        reckoning = reckon(row, calendars[row.unit_id])
        if (reckoning.on, reckoning.unrolled_on) != (row.due_on, row.unrolled_on):
            stale.append(row)
    return _move(stale, calendars, by=by, at=at, notice=notice)


def _move(
    stale: Iterable[Clock], calendars: dict[int, Calendar], *, by: Seat, at: datetime, notice: int
) -> tuple[Moved, ...]:
    """Store the new days of clocks, each read again with its folder held against whoever acts on it, and tell of those
    whose due day moved."""
    folders: dict[int, records.Folder] = {}
    rows: list[Clock] = []
    moved: list[Moved] = []
    for one in stale:
        if one.folder_id not in folders:
            folders[one.folder_id] = records.hold(one.folder_id)
        row = Clock.objects.get(pk=one.pk)
        reckoning = reckon(row, calendars[row.unit_id])
        before, row.due_on, row.unrolled_on = row.due_on, reckoning.on, reckoning.unrolled_on
        rows.append(row)
        if row.due_on != before:
            moved.append(Moved(row.pk, row.folder_id, row.rule_id, before, row.due_on))
    Clock.objects.bulk_update(rows, ["due_on", "unrolled_on"], batch_size=500)
    records.write_many((_told(one, folders[one.folder_id], notice, at) for one in moved), by=by)
    return tuple(moved)


def _told(moved: Moved, folder: records.Folder, notice: int, at: datetime) -> records.NewEntry:
    told = {"rule": moved.rule, "before": str(moved.before), "after": str(moved.after), "notice": notice}
    return records.NewEntry(folder, "deadline_moved", at, told, (moved.before, moved.after))


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


def _ledger(by: Seat, unit_id: int | None, at: datetime) -> records.Folder:
    """A folder for one notice: its journal tells who loaded what; the rows point to it."""
    place = unit_id or by.unit_id or territory.unit_by_key("vn")
    return records.open_folder(kind=FolderKind.CALENDAR, unit_id=place, at=at, secrecy=Secrecy.PUBLIC)


def _demand_calendar(by: Seat, unit_id: int | None, at: datetime) -> None:
    """Administrators set the days of their own unit and of those under it; of the country, the province's do."""
    demand(by, Right.MANAGE)
    if by.role is Role.SYSTEM:
        return
    day = at.astimezone(VIETNAM).date()
    own = territory.unit(by.unit_id, day) if by.unit_id else None
    if own and unit_id is None and own.tier in (Tier.CENTRAL, Tier.PROVINCE):
        return
    if own and unit_id is not None and own.id in {unit_id, *(above.id for above in territory.ancestors(unit_id, day))}:
        return
    raise Refused(
        "deadlines.not-your-calendar",
        "Quản trị của một đơn vị chỉ đặt lịch cho đơn vị mình và cấp dưới. Lịch cả nước do cấp tỉnh "
        "hoặc người vận hành hệ thống nạp.",
        "An administrator sets the days of the own unit and those under it. The country's days are loaded by a "
        "province or by the operator.",
    )
