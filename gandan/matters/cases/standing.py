"""How the work stands: what is late where and why, how old the open cases are, how long the answers took."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, DurationField, ExpressionWrapper, F, Min, Q

from gandan.foundation.people.words import Seat
from gandan.matters.cases import finding
from gandan.matters.cases.pages import CaseRow, QueueFilter
from gandan.matters.cases.terms import SETTLED, Show, State, Whose


@dataclass(frozen=True, slots=True)
class Band:
    """Days from `first` to `last`, both included; without end when `last` is None."""

    first: int
    last: int | None

    def days(self, at: date) -> tuple[date | None, date]:
        """The calendar days that lie so many days before `at`: from (None: without end) and to."""
        return (None if self.last is None else at - timedelta(days=self.last)), at - timedelta(days=self.first)


LATE = (Band(1, 3), Band(4, 7), Band(8, 15), Band(16, 30), Band(31, None))
AGES = (Band(0, 7), Band(8, 15), Band(16, 30), Band(31, 60), Band(61, None))


@dataclass(frozen=True, slots=True)
class Holder:
    """How one body, or one office of a single body, stands: late cases by `LATE`, open ones by `AGES`."""

    id: int  # of the unit where `is_body`, else of the office
    name: str
    is_body: bool
    late: tuple[int, ...]
    ages: tuple[int, ...]
    longest: int  # calendar days past the due day of the latest one

    @property
    def all_late(self) -> int:
        """How many are late."""
        return sum(self.late)

    @property
    def open(self) -> int:
        """How many are open."""
        return sum(self.ages)


@dataclass(frozen=True, slots=True)
class Standing:
    """The open cases in the viewer's reach on a day. Sums over holders and over states are the same cases."""

    holders: tuple[Holder, ...]  # the latest first
    late_by_state: tuple[tuple[State, int], ...]  # where the late ones are stuck, the most first

    @property
    def late(self) -> int:
        """How many are late."""
        return sum(holder.all_late for holder in self.holders)

    @property
    def open(self) -> int:
        """How many are open."""
        return sum(holder.open for holder in self.holders)

    @property
    def ages(self) -> tuple[int, ...]:
        """The open ones by age."""
        return tuple(sum(holder.ages[place] for holder in self.holders) for place in range(len(AGES)))


def standing(viewer: Seat, *, at: date) -> Standing:
    """Every open case in reach, counted by who holds it, how late, how old and in which state; one query.

    Where the viewer reaches several bodies the holders are bodies, else the offices of the one.
    """
    rows = list(_counted(viewer, at))
    is_body = len({row["body_id"] for row in rows}) > 1
    holders = [_holder(group, is_body, at) for group in _by(rows, "unit_id" if is_body else "office_id").values()]
    stuck = [(State(state), sum(_late(row) for row in group)) for state, group in _by(rows, "state").items()]
    return Standing(
        tuple(sorted(holders, key=lambda one: (-one.all_late, -one.open, one.name))),
        tuple(sorted(((state, late) for state, late in stuck if late), key=lambda one: -one[1])),
    )


def _counted(viewer: Seat, at: date) -> Iterable[dict[str, Any]]:
    bands = {f"late{place}": _in("due_on", band, at) for place, band in enumerate(LATE)}
    bands |= {f"age{place}": _in("received_on", band, at) for place, band in enumerate(AGES)}
    counts: dict[str, Any] = {name: Count("id", filter=band) for name, band in bands.items()}
    cases = finding.chosen(viewer, QueueFilter(whose=Whose.REACH), at).order_by()
    rows = cases.values("unit_id", "unit__name", "body_id", "office_id", "office__name", "state")
    return [dict(row) for row in rows.annotate(first=Min("due_on"), **counts)]


def _in(column: str, band: Band, at: date) -> Q:
    first, last = band.days(at)
    upper = Q(**{f"{column}__lte": last})
    return upper if first is None else upper & Q(**{f"{column}__gte": first})


def _by(rows: Sequence[dict[str, Any]], key: str) -> Mapping[Any, list[dict[str, Any]]]:
    groups: dict[Any, list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return groups


def _late(row: Mapping[str, Any]) -> int:
    return sum(row[f"late{place}"] for place in range(len(LATE)))


def _holder(group: Sequence[dict[str, Any]], is_body: bool, at: date) -> Holder:
    firsts = [row["first"] for row in group if row["first"] is not None]
    return Holder(
        id=group[0]["unit_id" if is_body else "office_id"],
        name=group[0]["unit__name" if is_body else "office__name"],
        is_body=is_body,
        late=tuple(sum(row[f"late{place}"] for row in group) for place in range(len(LATE))),
        ages=tuple(sum(row[f"age{place}"] for row in group) for place in range(len(AGES))),
        longest=max(0, (at - min(firsts)).days) if firsts else 0,
    )


def latest(viewer: Seat, *, at: date, most: int = 6) -> list[CaseRow]:
    """The cases that are late the longest, without their senders' names; one query."""
    wanted = QueueFilter(whose=Whose.REACH, late_only=True)
    return finding.rows_of(finding.chosen(viewer, wanted, at).order_by("due_on", "id")[:most], at=at, named=False)


@dataclass(frozen=True, slots=True)
class Pace:
    """How long cases took from receipt to the answer or decision on the substance, in calendar days."""

    settled: int
    median: int | None  # half of them took no longer
    nine_tenths: int | None  # nine of ten took no longer


def pace(viewer: Seat, *, start: date, end: date) -> Pace:
    """The pace of what was settled between two days, both included; one query. Sending words on is no settlement."""
    reach = finding.chosen(viewer, replace(QueueFilter(whose=Whose.REACH), show=Show.ALL), end)
    took = ExpressionWrapper(F("settled_on") - F("received_on"), output_field=DurationField())
    rows = (
        reach.filter(settled_on__range=(start, end), outcome__in=[word.value for word in SETTLED])
        .order_by()
        .annotate(took=took)
        .values("took")
        .annotate(cases=Count("id"))
    )
    counts = sorted((row["took"].days, row["cases"]) for row in rows)
    settled = sum(cases for _, cases in counts)
    return Pace(settled, _nearest_rank(counts, settled, 50), _nearest_rank(counts, settled, 90))


def _nearest_rank(counts: Sequence[tuple[int, int]], total: int, percent: int) -> int | None:
    """The smallest number of days within which `percent` of the cases were settled (nearest rank)."""
    reached = 0
    for days, cases in counts:
        reached += cases
        if reached * 100 >= total * percent:
            return days
    return None
