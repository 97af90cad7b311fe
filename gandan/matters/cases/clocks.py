"""Turn the legal clocks of a case in step with its moves, and find the earliest due day for the queue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from gandan.foundation.deadlines import actions as deadlines
from gandan.foundation.deadlines import queries as running_clocks
from gandan.foundation.deadlines.words import ClockState, ClockView
from gandan.foundation.people.words import Seat
from gandan.foundation.records import actions as records
from gandan.matters.cases import limits
from gandan.matters.cases.models import Case
from gandan.matters.cases.terms import Channel, Competence, Kind, Verb
from gandan.pure.clock.words import PauseReason
from gandan.pure.refusal import Refused


@dataclass(frozen=True, slots=True)
class Due:
    """The earliest day on which something is owed, and by which rule."""

    on: date | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a clock is started for."""

    verb: Verb
    kind: Kind
    channel: Channel
    received_on: date  # for the clocks that count from the receipt
    on: date  # for those that count from the move
    field: str = ""
    competence: Competence = Competence.UNKNOWN
    remote: bool = False
    complex: bool = False


def begin(
    folder: records.Folder, occasion: Occasion, *, office_id: int | None, by: Seat, at: datetime
) -> list[ClockView]:
    """Start every clock that the move begins. A rule that is missing or not in force on that day starts nothing:
    nobody's words are turned away because a clock is."""
    started = []
    for limit in limits.begun_by(
        occasion.verb,
        kind=occasion.kind,
        channel=occasion.channel,
        field=occasion.field,
        competence=occasion.competence,
    ):
        try:
            clock = deadlines.start(
                folder,
                limit.rule,
                on=occasion.received_on if limit.from_receipt else occasion.on,
                by=by,
                at=at,
                office_id=office_id,
                remote=occasion.remote,
                complex=occasion.complex,
            )
        except Refused:
            continue
        started.append(clock)
    return started


def running(folder_id: int) -> list[ClockView]:
    """The open clocks of a case, the one due first at the head."""
    return running_clocks.running([folder_id]).get(folder_id, [])


def stop(clocks: Iterable[ClockView], *, on: date) -> bool:
    """The duties were done on this day; whether any was late."""
    ended = [deadlines.stop(clock, on=max(on, clock.started_on)) for clock in clocks]
    return any(clock.state is ClockState.MISSED for clock in ended)


def cancel(clocks: Iterable[ClockView], *, on: date) -> bool:
    """The duties fell away on this day; whether any had been missed before."""
    fallen = list(clocks)
    for clock in fallen:
        deadlines.cancel(clock, on=max(on, clock.started_on))
    return any(clock.state is ClockState.RUNNING and clock.due < on for clock in fallen)


def earliest(clocks: Iterable[ClockView]) -> Due:
    """The running clock that ends first; a paused one has no day while it stands still."""
    first = min(
        (clock for clock in clocks if clock.state is ClockState.RUNNING),
        key=lambda clock: (clock.due, clock.id),
        default=None,
    )
    return Due(first.due, first.rule) if first else Due()


def pause(clocks: Sequence[ClockView], *, cause: PauseReason, document: str, on: date, by: Seat, at: datetime) -> None:
    """The settling time stands still from a day on, by a decision (Luật Khiếu nại Điều 11a)."""
    for clock in clocks:
        if clock.rule in limits.PAUSING and clock.state is ClockState.RUNNING:
            deadlines.pause(clock, on=on, reason=cause, document=document, by=by, at=at)


def resume(clocks: Sequence[ClockView], *, on: date, document: str) -> None:
    """What stood still goes on from a day."""
    for clock in clocks:
        if clock.state is ClockState.PAUSED:
            deadlines.resume(clock, on=on, document=document)


def extend(
    clock: ClockView, *, adds: int, document: str, authority: str, on: date, by: Seat, at: datetime
) -> ClockView:
    """More time by a decision, as the rule allows."""
    return deadlines.extend(clock, adds=adds, document=document, decided_on=on, authority=authority, by=by, at=at)


def lengthen_as_complex(folder: records.Folder, clock: ClockView, *, on: date, by: Seat, at: datetime) -> ClockView:
    """The matter turns out to be complex: the same time limit in its longer form, from the same start, with the same
    pauses; the shorter one falls away (Luật Khiếu nại Điều 28, Nghị định 155/2026/NĐ-CP Điều 3a)."""
    deadlines.cancel(clock, on=on)
    longer = deadlines.start(
        folder,
        clock.rule,
        on=clock.started_on,
        by=by,
        at=at,
        unit_id=clock.unit_id,
        office_id=clock.office_id,
        remote=clock.reckoning.remote,
        complex=True,
    )
    causes = {reason.said: reason for reason in PauseReason}
    for old in clock.reckoning.pauses:
        longer = deadlines.pause(longer, on=old.first, reason=causes[old.reason], document=old.document, by=by, at=at)
        if old.until is not None:
            longer = deadlines.resume(longer, on=old.until, document=old.document)
    return longer


def hand_over(folder: records.Folder, *, office_id: int) -> None:
    """Another office holds the case and its clocks: a lateness from now on is theirs."""
    deadlines.hand_over(folder.pk, office_id=office_id)


def follow(folder_ids: Iterable[int]) -> int:
    """Copy the earliest due days again, after a notice moved clocks (`deadlines.actions.load_calendar_days` tells of
    which folders); how many cases changed. Each folder's journal already tells why."""
    ids = list(folder_ids)
    open_clocks = running_clocks.running(ids)
    changed = 0
    for case in Case.objects.filter(folder_id__in=ids, closed_on__isnull=True).only("folder_id", "due_on", "due_rule"):
        due = earliest(open_clocks.get(case.folder_id, []))
        if (due.on, due.rule) != (case.due_on, case.due_rule):
            Case.objects.filter(pk=case.pk).update(due_on=due.on, due_rule=due.rule)
            changed += 1
    return changed
