"""All measures of all rooms. A new room joins by one line here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gandan.foundation.records.words import FolderKind
from gandan.matters.cases import measures as cases
from gandan.matters.reception import measures as reception
from gandan.pure.measure import Measure
from gandan.pure.refusal import Absent

# Which folders' entries may alter a room's figures. A measure may also name one kind of folder.
FOLDERS_OF_ROOM: Mapping[str, frozenset[str]] = {
    "cases": frozenset({FolderKind.CASE.value}),
    "reception": frozenset({FolderKind.VISIT.value, FolderKind.SESSION.value}),
    **{kind.value: frozenset({kind.value}) for kind in FolderKind},
}


def by_id(measures: Iterable[Measure]) -> dict[str, Measure]:
    """Measures under their ids; ValueError when two claim the same one."""
    found: dict[str, Measure] = {}
    for measure in measures:
        if measure.id in found:
            raise ValueError(f"two measures are called {measure.id}")
        found[measure.id] = measure
    return found


MEASURES: dict[str, Measure] = by_id((*reception.MEASURES, *cases.MEASURES))


def measure(measure_id: str) -> Measure:
    """One measure; Absent when the catalogue has none of this id."""
    if measure_id not in MEASURES:
        raise Absent(
            "indicators.no_such_measure",
            f"Không có chỉ tiêu “{measure_id}”. Xin xem danh mục chỉ tiêu.",
            f"There is no measure “{measure_id}”. Please see the catalogue of measures.",
        )
    return MEASURES[measure_id]
