"""Notices of days off and limits that localities set: acts of their own, each with its journal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Q

from gandan.foundation.deadlines.models import CalendarDay, Clock, LocalLimit
from gandan.foundation.deadlines.reckoning import calendar_of, exactly, reckon, within
from gandan.foundation.deadlines.words import OPEN, DayRow, Loaded, Moved
from gandan.foundation.people.rules import demand
from gandan.foundation.people.words import Right, Role, Seat, Secrecy
from gandan.foundation.records import actions as records
from gandan.foundation.records.words import FolderKind
from gandan.foundation.territory import queries as territory
from gandan.foundation.territory.words import Tier
from gandan.pure.clock.calendar import Calendar
from gandan.pure.clock.rules import localised, rule
from gandan.pure.refusal import Refused

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
_OPEN = [state.value for state in OPEN]
_REACH = timedelta(days=40)  # how far from a clock's days a changed day may still move it: the end of a month's quota


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
