"""The law of citizen reception: who must receive how often, who may be refused, what counts as what. Pure.

Luật Tiếp công dân 42/2013/QH13 (amended by Luật 136/2025/QH15), NĐ 64/2014, from 01/07/2026 NĐ 154/2026.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from gandan.matters.reception.words import Ground, Purpose, ReceivedBy, ReceptionKind, Regime, SessionState
from gandan.pure.clock.calendar import Calendar
from gandan.pure.clock.counting import before
from gandan.pure.clock.rules import rule, versions_of
from gandan.pure.clock.words import Per

DAY = timedelta(days=1)
POST = "TCD.POST_CALENDAR"
REPLY = "TCD.REPLY"
REFUSE_NOTICE = "TCD.REFUSE_NOTICE"
LONGEST_TEXT = 20_000  # characters of what a visitor says
LARGEST_PARTY = 5_000  # people of one visit; more is a slip of the hand


# ------------------------------------------------------------------------------------------------ groups and speakers


@dataclass(frozen=True, slots=True)
class Dated:
    """A number that is valid between two days, with where it comes from; `sure` is False where no act fixes it."""

    value: int
    valid_from: date
    valid_to: date
    basis: str
    sure: bool


GROUP_MIN: tuple[Dated, ...] = (
    # TT 07/2014 Điều 6 khoản 4 speaks of petitions of "nhiều người (từ 05 người)"; as the size of a đoàn it is
    # reporting practice, and no act in force defines it [?].
    Dated(5, date(2014, 7, 1), date.max, "TT 07/2014/TT-TTCP Điều 6 khoản 4; thực tế báo cáo", sure=False),
)


def group_min(on: date) -> int:
    """From how many people with one content a visit is a large group (đoàn đông người) on that day."""
    return next((row.value for row in GROUP_MIN if row.valid_from <= on <= row.valid_to), GROUP_MIN[0].value)


def is_group(head_count: int, *, on: date) -> bool:
    """Whether a party of so many is a đoàn."""
    return head_count >= group_min(on)


def most_speakers(head_count: int) -> int:
    """How many of a party may speak for it (Luật Tiếp công dân Điều 29): two of five to ten, five of more than ten."""
    if head_count < 5:
        return head_count
    return 2 if head_count <= 10 else 5


# --------------------------------------------------------------------------------------------- what counts as a matter


@dataclass(frozen=True, slots=True)
class Counting:
    """How one presentation of a matter stands in the statistics."""

    first: bool  # "lần đầu": this body never received the matter before; else "nhiều lần"
    counted: bool


def counting(purpose: Purpose, *, seen_before: bool, counted_today: bool) -> Counting:
    """A matter counts once for each body, kind of reception and day on which it is presented (decision 0008).

    `seen_before`: the body received the matter on an earlier visit; `counted_today`: an earlier visit of the same day
    and kind already counts it. Asking about the result counts nowhere.
    """
    if purpose is Purpose.ENQUIRE or counted_today:
        return Counting(first=False, counted=False)
    return Counting(first=not seen_before, counted=True)


def fits(kind: ReceptionKind, received_by: ReceivedBy) -> bool:
    """Whether the two go together: the permanent officer receives daily, a head or delegate on session days."""
    return (kind is ReceptionKind.REGULAR) == (received_by is ReceivedBy.PERMANENT)


# ------------------------------------------------------------------------------------------------------------ sessions

NEXT: Mapping[SessionState, frozenset[SessionState]] = {
    # Điều 24 khoản 4: a session may be moved for a good reason, showing the new day
    SessionState.PLANNED: frozenset({SessionState.HELD, SessionState.POSTPONED, SessionState.CANCELLED}),
    SessionState.HELD: frozenset(),
    SessionState.POSTPONED: frozenset(),
    SessionState.CANCELLED: frozenset(),
}


def post_by(day: date, calendar: Calendar) -> date:
    """The last day on which a session's announcement is in time: five working days before (Điều 24 khoản 4)."""
    length = rule(POST, on=day).length
    assert length is not None
    return before(day, length, calendar)


def posted_late(day: date, posted_on: date | None, kind: ReceptionKind, calendar: Calendar) -> bool:
    """Whether a scheduled session was announced too late or not at all; an unscheduled one cannot be announced."""
    if kind is ReceptionKind.UNSCHEDULED:
        return False
    return posted_on is None or posted_on > post_by(day, calendar)


# ------------------------------------------------------------------------------------- the head's duty to receive


@dataclass(frozen=True, slots=True)
class Quota:
    """So many days in each week or month, while one version of the law holds."""

    times: int
    per: Per
    valid_from: date
    valid_to: date
    law: str


@dataclass(frozen=True, slots=True)
class Duty:
    """One week or month and the days of reception that the law asks for in it."""

    first: date
    last: date
    days: int
    law: str


_CLOCK_RULE = {
    Regime.PROVINCE_CHAIR: "TCD.CHAIR_TINH",
    Regime.COMMUNE_CHAIR: "TCD.CHAIR_XA",
    Regime.AGENCY_HEAD: "TCD.HEAD_AGENCY",
}
_DISTRICT = Quota(2, Per.MONTH, date(2014, 7, 1), date(2025, 6, 30), "khoản 5 Điều 13 Luật Tiếp công dân 42/2013/QH13")


def quotas(regime: Regime) -> tuple[Quota, ...]:
    """The rhythm of a head's reception days, version by version. District chairs: two days a month until 30/06/2025."""
    if regime is Regime.DISTRICT_CHAIR:
        return (_DISTRICT,)
    return tuple(
        Quota(version.times, version.per, version.valid_from, version.valid_to, version.citation.vi)
        for version in versions_of(_CLOCK_RULE[regime])
        if version.per is not None
    )


def duties(regime: Regime, start: date, end: date) -> Iterator[Duty]:
    """The weeks or months whose last day lies from `start` to `end`, each with its required days.

    A week or month belongs to the period that holds its last day, so that duties of adjoining periods add up; it
    follows the version in force on that day. Holidays are not subtracted: the law does not say so.
    """
    for quota in quotas(regime):
        day = max(start, quota.valid_from)
        until = min(end, quota.valid_to)
        while day <= until:
            first, last = _span(quota.per, day)
            if last <= until:
                yield Duty(first, last, quota.times, quota.law)
            day = last + DAY


def _span(per: Per, day: date) -> tuple[date, date]:
    """The Monday-to-Sunday week or the calendar month around a day."""
    if per is Per.WEEK:
        first = day - DAY * day.weekday()
        return first, first + DAY * 6
    first = day.replace(day=1)
    return first, (first + DAY * 31).replace(day=1) - DAY


def required_days(regime: Regime, start: date, end: date) -> int:
    """How many days a head must receive in person from `start` to `end`."""
    return sum(duty.days for duty in duties(regime, start, end))


def missed(regime: Regime, start: date, end: date, held: Collection[date]) -> list[Duty]:
    """The weeks or months in which the head received on fewer days than required; a day counts once."""
    return [
        duty
        for duty in duties(regime, start, end)
        if sum(duty.first <= day <= duty.last for day in set(held)) < duty.days
    ]


# ------------------------------------------------------------------------------------------------------------ refusal

NOTICE_RULE_FROM = _B = date(2026, 7, 1)


@dataclass(frozen=True, slots=True)
class GroundLaw:
    """The article of a ground, since when, and whether the head must notify in writing."""

    law: str
    valid_from: date
    notice: bool


GROUNDS: Mapping[Ground, GroundLaw] = {
    Ground.INTOXICATED: GroundLaw("khoản 1 Điều 9 Luật Tiếp công dân 42/2013/QH13", date(2014, 7, 1), notice=False),
    Ground.DISORDER: GroundLaw("khoản 2 Điều 9 Luật Tiếp công dân 42/2013/QH13", date(2014, 7, 1), notice=False),
    Ground.SETTLED: GroundLaw("khoản 3 Điều 9 Luật Tiếp công dân 42/2013/QH13", date(2014, 7, 1), notice=True),
    Ground.WEAPON: GroundLaw("điểm a khoản 1 Điều 4 Nghị định 154/2026/NĐ-CP", _B, notice=False),
    Ground.NO_CHECK: GroundLaw("điểm b khoản 1 Điều 4 Nghị định 154/2026/NĐ-CP", _B, notice=False),
    Ground.RECORDING: GroundLaw("điểm c khoản 1 Điều 4 Nghị định 154/2026/NĐ-CP", _B, notice=False),
    Ground.INCITES: GroundLaw("điểm d khoản 1 Điều 4 Nghị định 154/2026/NĐ-CP", _B, notice=False),
    Ground.NO_CAPACITY: GroundLaw("điểm đ khoản 1 Điều 4 Nghị định 154/2026/NĐ-CP", _B, notice=False),
    Ground.NO_MANDATE: GroundLaw("điểm e khoản 1 Điều 4 Nghị định 154/2026/NĐ-CP", _B, notice=False),
    Ground.OUT_OF_SCOPE: GroundLaw("điểm g khoản 1 Điều 4 Nghị định 154/2026/NĐ-CP", _B, notice=False),
    Ground.ANSWERED_BEFORE: GroundLaw("điểm h khoản 1 Điều 4 Nghị định 154/2026/NĐ-CP", _B, notice=True),
    Ground.JUDGMENT: GroundLaw("điểm i khoản 1 Điều 4 Nghị định 154/2026/NĐ-CP", _B, notice=False),
    Ground.IN_HAND: GroundLaw("điểm k khoản 1 Điều 4 Nghị định 154/2026/NĐ-CP", _B, notice=False),
}


def grounds_on(day: date) -> tuple[Ground, ...]:
    """The grounds on which a visitor may be refused on that day."""
    return tuple(ground for ground, law in GROUNDS.items() if law.valid_from <= day)


def needs_notice(ground: Ground) -> bool:
    """Whether the head must refuse in writing (Luật Điều 9 khoản 3; NĐ 154/2026 Điều 4 khoản 2)."""
    return GROUNDS[ground].notice


def notice_due(refused_on: date, calendar: Calendar) -> date:
    """Three working days after the refusal. Before 01/07/2026 the law set no number; the same measure is kept."""
    length = rule(REFUSE_NOTICE, on=max(refused_on, _B)).length
    assert length is not None
    return calendar.add_working(refused_on, length.amount)
