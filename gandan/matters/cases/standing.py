"""How the work stands: what is late where and why, how old the open cases are, how long the answers took."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Min, Q

from gandan.foundation.people.words import Seat
from gandan.matters.cases import finding
from gandan.matters.cases.models import Case
from gandan.matters.cases.pages import CaseRow
from gandan.matters.cases.terms import SETTLED, State, Whose

if TYPE_CHECKING:
    from django.db.models import QuerySet


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


@dataclass(frozen=True, slots=True)
class Pace:
    """How long cases took from receipt to the answer or decision on the substance, in calendar days."""

    settled: int
    median: int | None  # half of them took no longer
    nine_tenths: int | None  # nine of ten took no longer


@dataclass(frozen=True, slots=True)
class Overview:
    """What a head looks at first."""

    standing: Standing
    latest: tuple[CaseRow, ...]  # late the longest, without their senders' names
    pace: Pace


def overview(viewer: Seat, *, at: date, start: date, end: date, most: int = 6) -> Overview:
    """How the cases in the viewer's reach stand on a day, and the pace of what was settled between two days, both
    included; at most four queries."""
    reach = finding.within(viewer, Whose.REACH)
    open_ones = reach.filter(closed_on__isnull=True)
    latest = finding.rows_of(open_ones.filter(due_on__lt=at).order_by("due_on", "id")[:most], at=at, named=False)
    return Overview(_standing(open_ones, at), tuple(latest), _pace(reach, start, end))


def _standing(open_ones: QuerySet[Case], at: date) -> Standing:
    """Every open case, counted by who holds it, how late, how old and in which state. Where there are several bodies
    the holders are bodies, else the offices of the one."""
    rows = _counted(open_ones, at)
    is_body = len({row["body_id"] for row in rows}) > 1
    holders = [_holder(group, is_body, at) for group in _by(rows, "unit_id" if is_body else "office_id").values()]
    stuck = [(State(state), sum(_late(row) for row in group)) for state, group in _by(rows, "state").items()]
    return Standing(
        tuple(sorted(holders, key=lambda one: (-one.all_late, -one.open, one.name))),
        tuple(sorted(((state, late) for state, late in stuck if late), key=lambda one: -one[1])),
    )


def _counted(open_ones: QuerySet[Case], at: date) -> list[dict[str, Any]]:
    bands = {f"late{place}": _in("due_on", band, at) for place, band in enumerate(LATE)}
    bands |= {f"age{place}": _in("received_on", band, at) for place, band in enumerate(AGES)}
    counts: dict[str, Any] = {name: Count("id", filter=band) for name, band in bands.items()}
    columns = ("unit_id", "unit__name", "body_id", "office_id", "office__name", "state")
    rows = open_ones.order_by().values(*columns)
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


def _pace(reach: QuerySet[Case], start: date, end: date) -> Pace:
    """The pace of what was settled in the period. Sending words on is no settlement."""
    settled_ones = reach.filter(settled_on__range=(start, end), outcome__in=[word.value for word in SETTLED])
    rows = settled_ones.order_by().values_list("settled_on", "received_on").annotate(Count("id"))
    took: Counter[int] = Counter()
    for settled_on, received_on, cases in rows:
        took[(settled_on - received_on).days] += cases
    counts, settled = sorted(took.items()), took.total()
    return Pace(settled, _nearest_rank(counts, settled, 50), _nearest_rank(counts, settled, 90))


def _nearest_rank(counts: Sequence[tuple[int, int]], total: int, percent: int) -> int | None:
    """The smallest number of days within which `percent` of the cases were settled (nearest rank)."""
    reached = 0
    for days, cases in counts:
        reached += cases
        if reached * 100 >= total * percent:
            return days
    return None
