"""Which cells a piece of news may alter. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

Place = tuple[int, date]
"""A unit and a day: where a cell of every measure lies."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a journal entry tells about figures: the kind of folder, the units it counts in, the days it may alter."""

    folder_kind: str
    unit_ids: frozenset[int]
    days: frozenset[date]


def touched(news: Iterable[Told], folders: Mapping[str, frozenset[str]]) -> dict[str, set[Place]]:
    """Where each room has to count again, given which kinds of folder carry its records (`folders`: room → kinds)."""
    by_kind: dict[str, set[Place]] = {}
    for told in news:
        places = by_kind.setdefault(told.folder_kind, set())
        places.update((unit, day) for unit in told.unit_ids for day in told.days)
    by_room = {room: set().union(*(by_kind.get(kind, ()) for kind in kinds)) for room, kinds in folders.items()}
    return {room: places for room, places in by_room.items() if places}
