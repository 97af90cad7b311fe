"""The few sums above a queue, each with the address of its cases."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from gandan.doors.desk.queue.asking import Asked
from gandan.matters.cases.queries import Sums as Counted
from gandan.matters.cases.words import State
from gandan.pure.speech import Said

SOON = timedelta(days=3)  # as the room of cases counts


@dataclass(frozen=True, slots=True)
class Sum:
    """One figure that opens."""

    name: Said
    value: int
    address: str
    here: bool
    tone: str = ""


def sums(counted: Counted, asked: Asked, today: date) -> tuple[Sum, ...]:
    """Late, due soon, not yet classified, open: of those whose cases are listed, whatever else narrows the list."""
    whole = Asked(whose=asked.whose)
    soon = replace(whole, due_from=today, due_to=today + SOON)
    few = (
        (Said("quá hạn", "late"), counted.late, replace(whole, late=True)),
        (Said("đến hạn trong 3 ngày", "due within 3 days"), counted.due_soon, soon),
        (Said("chưa phân loại", "not yet classified"), counted.received, replace(whole, state=State.RECEIVED)),
        (Said("đang giải quyết", "open"), counted.open, whole),
    )
    return tuple(
        Sum(name, value, wanted.address, wanted == asked, "late" if wanted.late and value else "")
        for name, value, wanted in few
    )
