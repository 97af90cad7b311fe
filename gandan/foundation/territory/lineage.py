"""Which former units passed into given ones within a stretch of days: what a report of a changing area must gather."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from gandan.foundation.territory.models import Succession
from gandan.foundation.territory.words import SuccessionKind


@dataclass(frozen=True, slots=True)
class Gathered:
    """Former units of an area. `whole`: old unit → the given unit that took it in whole. `divided`: old units whose
    every part went into the area, but not into one unit of it."""

    whole: dict[int, int]
    divided: frozenset[int]


def gathered(unit_ids: Collection[int], *, start: date, end: date) -> Gathered:
    """The units that ceased to be after `start` and until `end` and live on in the given ones; over several steps too.

    A unit of which a part went elsewhere is not told: its records belong to no one unit of the area."""
    home: dict[int, int | None] = {unit: unit for unit in unit_ids}
    front = set(unit_ids)
    while front:
        rows = Succession.objects.filter(target_id__in=front, day__gt=start, day__lte=end)
        sources = (
            set(rows.exclude(kind=SuccessionKind.TRANSFER.value).values_list("source_id", flat=True)) - home.keys()
        )
        targets: dict[int, set[int]] = {source: set() for source in sources}
        heirs = Succession.objects.filter(source_id__in=sources, day__gt=start, day__lte=end)
        for source, target in heirs.values_list("source_id", "target_id"):
            targets[source].add(target)
        front = {source for source, into in targets.items() if into <= home.keys()}
        for source in front:
            homes = {home[target] for target in targets[source]}
            home[source] = homes.pop() if len(homes) == 1 else None
    former = home.keys() - set(unit_ids)
    return Gathered(
        {unit: into for unit in former if (into := home[unit]) is not None},
        frozenset(unit for unit in former if home[unit] is None),
    )
