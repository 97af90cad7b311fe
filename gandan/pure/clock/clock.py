"""A legal clock: when something is due, where it stands on a day, how late it is, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gandan.pure.clock import sentences
from gandan.pure.clock.calendar import Calendar
from gandan.pure.clock.counting import Length, after, before, rolled
from gandan.pure.clock.days import DAY, countable, spoken
from gandan.pure.clock.periods import Period
from gandan.pure.clock.rules import Rule, rule, versions_of
from gandan.pure.clock.words import Bearer, Direction, Mark, Status, Unit
from gandan.pure.refusal import Refused
from gandan.pure.speech import Said

SOON = 3  # working days before the due day from which a clock is "sắp đến hạn"


@dataclass(frozen=True, slots=True)
class Pause:
    """The clock stands still from `first` up to, not including, `until`, the day of resumption (None: still open)."""

    first: date
    until: date | None
    reason: Said
    document: str


@dataclass(frozen=True, slots=True)
class Extension:
    """A decision that adds time, in the unit of the rule."""

    adds: int
    document: str
    decided_on: date
    authority: str


@dataclass(frozen=True, slots=True)
class Late:
    """How late something is, counted both ways; zero when it is not late."""

    days: int
    working_days: int

    def __bool__(self) -> bool:
        return self.days > 0


@dataclass(frozen=True, slots=True)
class Due:
    """When a clock runs out: `on` is the due day, `unrolled_on` the last day counted before any roll-over.

    With an open pause both days are as if it did not exist: they move when it is closed, never to an earlier day.
    """

    rule: Rule
    start: date
    on: date
    unrolled_on: date
    calendar: Calendar
    remote: bool
    complex: bool
    length: Length | None
    period: Period | None
    pauses: tuple[Pause, ...]
    extensions: tuple[Extension, ...]

    def status(self, today: date, *, stopped_on: date | None = None, soon: int = SOON) -> Status:
        """Where the clock stands on a day; `stopped_on` is the day on which the thing was done."""
        if self.rule.direction is Direction.KEEP:
            if stopped_on is not None and stopped_on <= self.on:
                return Status.TOO_SHORT
            return Status.ENOUGH if today > self.on else Status.RUNNING
        if stopped_on is not None:
            return Status.DONE if stopped_on <= self.on else Status.DONE_LATE
        if any(pause.first <= today and (pause.until is None or today < pause.until) for pause in self.pauses):
            return Status.PAUSED
        if today > self.on:
            return Status.OVERDUE
        return Status.SOON if self.calendar.working_between(today, self.on) <= soon else Status.RUNNING

    def late_by(self, day: date) -> Late:
        """How many days, and how many working days, a day lies after the due day."""
        if day <= self.on or self.rule.direction is Direction.KEEP:
            return Late(0, 0)
        return Late((day - self.on).days, self.calendar.working_between(self.on, day))

    def explain(self) -> tuple[Said, ...]:
        """The reasoning step by step: what starts the clock first, the due day with its article last."""
        return tuple(_explanation(self))


def due(
    rule_id: str,
    start: date,
    *,
    calendar: Calendar,
    remote: bool = False,
    complex: bool = False,
    pauses: Sequence[Pause] = (),
    extensions: Sequence[Extension] = (),
    roll_agency: bool = True,
) -> Due:
    """When a rule's time runs out for an event of the day `start`.

    The version of the rule is the one in force on that day. Refused for an unknown rule, a day on which it does not
    apply, pauses that overlap or precede the start, and extensions that the rule does not allow.
    """
    return due_by(
        rule(rule_id, on=countable(start)),
        start,
        calendar=calendar,
        remote=remote,
        complex=complex,
        pauses=pauses,
        extensions=extensions,
        roll_agency=roll_agency,
    )


def due_by(
    version: Rule,
    start: date,
    *,
    calendar: Calendar,
    remote: bool = False,
    complex: bool = False,
    pauses: Sequence[Pause] = (),
    extensions: Sequence[Extension] = (),
    roll_agency: bool = True,
) -> Due:
    """As `due`, by a version of the rule that the caller already holds."""
    check_extensions(version, extensions)
    ordered = check_pauses(version, start, pauses)
    length, period, effective = None, None, ordered
    rolls = roll_agency or version.bearer is not Bearer.AGENCY
    if version.per:
        period = Period.containing(start, version.per)
        counted = period.last
        on = _last_day_in(period, calendar) if version.direction is Direction.QUOTA else counted
    else:
        length = _length(version, remote=remote, complex=complex, extensions=extensions)
        if version.direction is Direction.BEFORE:
            counted = before(start, length, calendar)
            on = calendar.last_working(counted) if rolls else counted
        else:
            counted, effective = _count(start, length, calendar, ordered)
            on = rolled(counted, calendar) if rolls else counted
    return Due(version, start, on, counted, calendar, remote, complex, length, period, effective, tuple(extensions))


def check_pauses(version: Rule, start: date, pauses: Iterable[Pause]) -> tuple[Pause, ...]:
    """The pauses in order; Refused when they overlap, end before they begin, begin before the clock, or cannot be."""
    ordered = tuple(sorted(pauses, key=lambda pause: pause.first))
    if ordered and version.direction not in (Direction.WITHIN, Direction.KEEP):
        raise Refused(
            "clock.cannot-pause",
            "Thời hạn này gắn với một ngày đã định nên không tạm dừng được. Nếu ngày đó dời, hãy đặt lại ngày mới.",
            "This time limit hangs on a fixed day and cannot be paused. If that day moves, set the new day.",
        )
    free_from = start
    for pause in ordered:
        if pause.first < free_from:
            raise Refused(
                "clock.pauses-overlap",
                f"Lần tạm dừng từ {spoken(pause.first).vi} trùng lần khác hoặc trước ngày bắt đầu. Xin kiểm tra.",
                f"The pause from {spoken(pause.first).en} overlaps another or precedes the clock. Please check it.",
            )
        free_from = date.max if pause.until is None else pause.until
        if free_from < pause.first:
            raise Refused(
                "clock.pause-backwards",
                "Ngày tiếp tục đứng trước ngày tạm dừng. Xin kiểm tra lại hai ngày.",
                "The clock would resume before it was paused. Please check the two days.",
            )
    return ordered


def check_extensions(version: Rule, extensions: Sequence[Extension]) -> None:
    """Refused when the rule allows no extension, not so many, or not so long ones."""
    if not extensions:
        return
    allowed = version.extension
    law = version.citation.vi
    if allowed is None:
        raise Refused(
            "clock.not-extendable",
            f"Pháp luật không cho gia hạn “{version.title.vi}”. Xin giải quyết trong hạn hoặc ghi rõ lý do quá hạn.",
            f"The law does not let “{version.title.en}” be extended. Please settle in time or state why it is late.",
            law=law,
        )
    if len(extensions) > allowed.times or any(not 0 < one.adds <= allowed.each for one in extensions):
        unit = version.length.unit.said if version.length else Said("", "")
        raise Refused(
            "clock.extension-too-long",
            f"Chỉ được gia hạn tối đa {allowed.times} lần, mỗi lần 1 đến {allowed.each} {unit.vi}: {allowed.when.vi}.",
            f"At most {allowed.times} extensions of 1 to {allowed.each} {unit.en}s each: {allowed.when.en}.",
            law=law,
        )


def _length(version: Rule, *, remote: bool, complex: bool, extensions: Sequence[Extension]) -> Length:
    amount = version.amount(remote=remote, complex=complex) + sum(extension.adds for extension in extensions)
    return Length(amount, version.length.unit if version.length else Unit.DAYS)


def _count(start: date, length: Length, calendar: Calendar, pauses: Sequence[Pause]) -> tuple[date, tuple[Pause, ...]]:
    """The last day counted, and the pauses that fell within the time and so moved it."""
    counted = after(start, length, calendar)
    effective = []
    for pause in pauses:
        if pause.first > rolled(counted, calendar):
            break
        effective.append(pause)
        if pause.until is not None:
            counted = after(counted, _lost(pause.first, pause.until, length, calendar), calendar)
    return counted, tuple(effective)


def _lost(first: date, until: date, length: Length, calendar: Calendar) -> Length:
    """What a pause takes from the count: its working days for a limit in working days, else its days."""
    if length.unit is Unit.WORKING_DAYS:
        return Length(calendar.working_between(first - DAY, until - DAY), Unit.WORKING_DAYS)
    return Length((until - first).days, Unit.DAYS)


def _last_day_in(period: Period, calendar: Calendar) -> date:
    """The last working day of a period; its last day when offices are closed all through it (the week of Tết)."""
    day = calendar.last_working(period.last)
    return day if day in period else period.last


def _explanation(due: Due) -> Iterator[Said]:
    if due.period:
        yield sentences.lies_in(due.start, due.period)
        yield from sentences.version(due.rule, versions_of(due.rule.id))
    elif due.length:
        yield sentences.started(due.rule, due.start)
        yield from sentences.version(due.rule, versions_of(due.rule.id))
        yield from _counting(due, due.length)
    if due.rule.mark is Mark.UNSURE:
        yield sentences.uncertain()
    if due.rule.direction is not Direction.CUTOFF and due.calendar.is_estimated(due.on):
        yield sentences.estimated(due.on.year)
    yield sentences.concluded(due.rule, due.on, due.period)


def _counting(due: Due, length: Length) -> Iterator[Said]:
    back = due.rule.direction is Direction.BEFORE
    in_working_days = length.unit is Unit.WORKING_DAYS
    if back:
        yield sentences.not_counted_back()
    else:
        yield sentences.not_counted(due.calendar.add_working(due.start, 1) if in_working_days else due.start + DAY)
    yield from _time_given(due, length)
    for pause in due.pauses:
        if pause.until is None:
            yield sentences.still_paused(pause.first, reason=pause.reason, document=pause.document)
        else:
            lost = _lost(pause.first, pause.until, length, due.calendar)
            yield sentences.paused(pause.first, pause.until, lost=lost, reason=pause.reason, document=pause.document)
    if in_working_days:
        counted = list(_days_counted(due))
        yield from sentences.skipped(counted, due.calendar)
        yield from sentences.worked(counted, due.calendar)
    yield from _rolling(due, back=back)


def _time_given(due: Due, length: Length) -> Iterator[Said]:
    total = length.amount - sum(extension.adds for extension in due.extensions)
    yield sentences.time_given(due.rule, length.of(total), remote=due.remote, complex=due.complex)
    yield from sentences.without_effect(due.rule, remote=due.remote, complex=due.complex)
    if not due.extensions:
        yield from sentences.may_be_extended(due.rule)
    for extension in due.extensions:
        total += extension.adds
        yield sentences.extended(
            length.of(extension.adds),
            length.of(total),
            document=extension.document,
            decided_on=extension.decided_on,
            authority=extension.authority,
        )


def _days_counted(due: Due) -> Iterator[date]:
    """The days that the count ran over, from the day after the event (or back from it), without the pauses."""
    first, last = (
        (due.start + DAY, due.unrolled_on) if due.unrolled_on > due.start else (due.unrolled_on, due.start - DAY)
    )
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        if not any(pause.until is not None and pause.first <= day < pause.until for pause in due.pauses):
            yield day


def _rolling(due: Due, *, back: bool) -> Iterator[Said]:
    if due.on > due.unrolled_on:
        yield sentences.rolled_on(due.unrolled_on, due.on, due.calendar)
    elif due.on < due.unrolled_on:
        yield sentences.rolled_back(due.unrolled_on, due.on, due.calendar)
    else:
        why = due.calendar.why_off(due.on)
        if why:
            other = due.calendar.last_working if back else due.calendar.next_working
            yield sentences.not_rolled(due.on, why, other(due.on))
