"""What a leader and a desk watch: what is late and why, and a few figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Count, Min, Q

from gandan.foundation.people.words import Seat
from gandan.matters.cases import finding, scope
from gandan.matters.cases.finding import rows_of
from gandan.matters.cases.models import Case, Transfer
from gandan.matters.cases.pages import (
    CaseRow,
    LateRow,
    LateUnit,
    Page,
    QueueFilter,
    Summary,
)
from gandan.matters.cases.terms import Eligibility, Kind, Show, State, Whose
from gandan.pure.speech import Said

if TYPE_CHECKING:
    from django.db.models import QuerySet

SOON = 3  # calendar days
MONTH = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class LateBoard:
    """What is late in the viewer's reach: the bodies, the worst first, and the cases, the longest late first."""

    units: tuple[LateUnit, ...]
    rows: Page[LateRow]

    @property
    def late(self) -> int:
        """How many cases are late; the sum over the bodies."""
        return sum(unit.late for unit in self.units)

    @property
    def open(self) -> int:
        """How many cases are open."""
        return sum(unit.open for unit in self.units)


def late(viewer: Seat, *, at: date, unit_id: int | None = None, page: int = 1) -> LateBoard:
    """What is past its due day on `at`, by body and case by case with the reason; of one unit, if one is given."""
    reach = finding.chosen(viewer, QueueFilter(whose=Whose.REACH, unit_id=unit_id), at)
    overdue = reach.filter(due_on__lt=at)
    total = overdue.count()
    number = min(max(page, 1), max(1, -(-total // finding.SIZE)))
    first = (number - 1) * finding.SIZE
    rows = rows_of(overdue.order_by("due_on", "id")[first : first + finding.SIZE], at=at)
    return LateBoard(_by_body(reach, at), Page(_with_reasons(rows, at), total, number, finding.SIZE))


def _by_body(reach: QuerySet[Case], at: date) -> tuple[LateUnit, ...]:
    """How each body stands, counted from the index alone; the names are read from one case of each."""
    counted = (
        reach.order_by()
        .values("body_id")
        .annotate(open=Count("id"), late=Count("id", filter=Q(due_on__lt=at)), first=Min("due_on"), one=Min("id"))
    )
    rows = {row["one"]: row for row in counted}
    named = Case.objects.filter(id__in=rows).values_list("id", "unit_id", "unit__name", "body_id", "body__name")
    units = [
        LateUnit(
            unit_id=unit_id,
            unit_name=unit_name,
            office_id=body_id,
            office_name=body_name,
            late=rows[one]["late"],
            open=rows[one]["open"],
            longest=(at - rows[one]["first"]).days if rows[one]["late"] else 0,
        )
        for one, unit_id, unit_name, body_id, body_name in named
    ]
    return tuple(sorted(units, key=lambda unit: (-unit.late, unit.office_name)))


def _with_reasons(rows: Sequence[CaseRow], at: date) -> list[LateRow]:
    waiting = Transfer.objects.filter(scope.WAITING, case_id__in=[row.id for row in rows])
    to = dict(waiting.values_list("case_id", "to_name"))
    return [LateRow(row, (at - row.due_on).days if row.due_on else 0, _reason(row, to)) for row in rows]


_REASONS = {
    State.RECEIVED: Said("Chưa phân loại", "Not yet classified"),
    State.SORTED: Said("Đã phân loại, chưa thụ lý hoặc chuyển", "Classified, not yet taken up or sent on"),
    State.VERIFYING: Said("Đang xác minh ở {office}", "Being verified at {office}"),
    State.DIALOGUE: Said("Đang đối thoại", "In dialogue"),
    State.DECIDED: Said("Đã ký quyết định, chưa gửi cho người khiếu nại", "Decided, the decision not yet sent"),
}


def _reason(row: CaseRow, waiting: dict[int, str]) -> Said:
    """Why it is late, as far as its record tells."""
    if row.id in waiting:
        return Said("{to} chưa nhận đơn chuyển đến", "{to} has not taken it over").given(to=waiting[row.id])
    if row.state in _REASONS:
        return _REASONS[row.state].given(office=row.office_name)
    if not row.assignee:
        return Said("{office} đang giữ, chưa giao người xử lý", "With {office}, no officer assigned").given(
            office=row.office_name
        )
    return Said("{name} ({office}) đang xử lý", "{name} ({office}) is handling it").given(
        name=row.assignee, office=row.office_name
    )


def summary(viewer: Seat, *, at: date, whose: Whose = Whose.REACH) -> Summary:
    """The few figures of a desk or a board, on a day; at most five queries, counted from the indexes alone."""
    rows = _open_by_kind(finding.chosen(viewer, QueueFilter(whose=whose), at), at)
    everything = finding.chosen(viewer, QueueFilter(whose=whose, show=Show.ALL), at)
    month = (at - MONTH + timedelta(days=1), at)
    closed = everything.filter(closed_on__gte=month[0], closed_on__lte=month[1]).aggregate(
        all=Count("id"), on_time=Count("id", filter=Q(late=False))
    )
    return Summary(
        open=sum(row["open"] for row in rows),
        late=sum(row["late"] for row in rows),
        due_soon=sum(row["soon"] for row in rows),
        unsorted=sum(row["open"] for row in rows if row["eligibility"] == Eligibility.UNSORTED.value),
        incoming=Transfer.objects.filter(scope.waiting_for(viewer)).count(),
        received_30=everything.filter(received_on__range=month).count(),
        closed_30=closed["all"],
        on_time_30=closed["on_time"],
        by_kind=_added(rows, "kind", Kind),
        by_state=_added(rows, "state", State),
    )


@dataclass(frozen=True, slots=True)
class Sums:
    """The few sums above a queue; each is the length of a list."""

    open: int
    late: int
    due_soon: int
    received: int  # not yet classified


def sums(viewer: Seat, *, at: date, whose: Whose = Whose.BODY) -> Sums:
    """The sums above a queue, on a day; two queries, counted from an index alone."""
    rows = _open_by_kind(finding.chosen(viewer, QueueFilter(whose=whose), at), at)
    return Sums(
        open=sum(row["open"] for row in rows),
        late=sum(row["late"] for row in rows),
        due_soon=sum(row["soon"] for row in rows),
        received=sum(row["open"] for row in rows if row["state"] == State.RECEIVED.value),
    )


def _open_by_kind(cases: QuerySet[Case], at: date) -> list[dict[str, Any]]:
    counted = (
        cases.order_by()
        .values("kind", "state", "eligibility")
        .annotate(
            open=Count("id"),
            late=Count("id", filter=Q(due_on__lt=at)),
            soon=Count("id", filter=Q(due_on__range=(at, at + timedelta(days=SOON)))),
        )
    )
    return [dict(row) for row in counted]


Axis = TypeVar("Axis", Kind, State)


def _added(rows: Sequence[dict[str, Any]], column: str, words: type[Axis]) -> dict[Axis, int]:
    found: dict[Axis, int] = {}
    for row in rows:
        word = words(row[column])
        found[word] = found.get(word, 0) + row["open"]
    return found
