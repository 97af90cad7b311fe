"""Which cells a piece of news may alter. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Told:
    """What a journal entry tells about figures: the kind of folder, the units it counts in, the days it may alter."""

    folder_kind: str
    unit_ids: frozenset[int]
    days: frozenset[date]


@dataclass(slots=True)
class Touched:
    """Units and days whose cells are to be counted again. Counting a cell too many is harmless, so the two are
    kept as sets and every unit is counted on every day."""

    unit_ids: set[int] = field(default_factory=set)
    days: set[date] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.unit_ids and self.days)


def touched(news: Iterable[Told], folders: Mapping[str, frozenset[str]]) -> dict[str, Touched]:
    """What each room has to count again, given which kinds of folder carry its records (`folders`: room → kinds)."""
    by_kind: dict[str, Touched] = {}
    for told in news:
        if told.days:
            at = by_kind.setdefault(told.folder_kind, Touched())
            at.unit_ids |= told.unit_ids
            at.days |= told.days
    by_room: dict[str, Touched] = {}
    for room, kinds in folders.items():
        met = [by_kind[kind] for kind in kinds & by_kind.keys()]
        if met:
            by_room[room] = Touched(set().union(*(at.unit_ids for at in met)), set().union(*(at.days for at in met)))
    return by_room
