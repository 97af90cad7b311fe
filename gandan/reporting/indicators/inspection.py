"""What `gandan check` asks of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.core.exceptions import FieldError
from django.db import models

from gandan.pure.measure import Measure
from gandan.reporting.indicators import counting
from gandan.reporting.indicators.catalogue import FOLDERS_OF_ROOM, MEASURES


def catalogue_is_sound(**_: Any) -> Sequence[CheckMessage]:
    """Every measure is fed by the journal of a known room, can be counted, and shows its columns."""
    return [fault for measure in MEASURES.values() for fault in _faults(measure)]


def _faults(measure: Measure) -> Iterator[CheckMessage]:
    if measure.room not in FOLDERS_OF_ROOM:
        yield _fault(measure, f"its room {measure.room!r} keeps no folders", "E001")
    try:
        cells = counting.grouped(measure)
        str(counting.records(measure).values_list(*(path for path, _ in measure.columns)).query)
    except FieldError as error:
        yield _fault(measure, str(error), "E002")
        return
    if cells.query.distinct:
        yield _fault(measure, "its rows are made distinct: count the table whose rows they are", "E003")
    if not isinstance(cells.query.annotations["cell_day"].output_field, models.DateField):
        yield _fault(measure, f"{measure.day} is not a day", "E004")


def _fault(measure: Measure, fault: str, number: str) -> Error:
    return Error(f"measure {measure.id}: {fault}", hint="Mend the measure in its room.", id=f"indicators.{number}")
