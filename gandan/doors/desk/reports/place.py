"""Whose figures a period has: the viewer's own unit, or the former units that became it."""

from __future__ import annotations

from datetime import date

from gandan.foundation.people.words import Seat
from gandan.foundation.territory import queries as territory
from gandan.foundation.territory.words import UnitView
from gandan.pure.refusal import Absent


def units(seat: Seat, *, on: date, today: date) -> list[UnitView]:
    """The viewer's unit where it lived on that day, else those of its own tier that went into it, by name."""
    if seat.unit_id is None:
        raise Absent
    own = territory.units([seat.unit_id], on)
    if own:
        return list(own.values())
    tier = territory.unit(seat.unit_id, today).tier
    former = territory.units(territory.predecessor_ids(seat.unit_id), on)
    return sorted((view for view in former.values() if view.tier is tier), key=lambda view: view.name)
