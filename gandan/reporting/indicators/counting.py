"""Counting a measure's records into cells, inside the database. The one translation of a measure into SQL."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Count, F, IntegerField, Q, QuerySet, Sum, Value

from gandan.pure.measure import Measure
from gandan.reporting.indicators.models import DayCell
from gandan.reporting.indicators.rules import Touched

_CELL = ("cell_series", "cell_unit", "cell_day", "cell_value")
_PARAMETERS = 30_000  # SQLite takes 32,766 in one statement as it is usually built


def records(measure: Measure) -> QuerySet[Any]:
    """The records of a measure: in its days of validity, dated and placed."""
    rows: QuerySet[Any] = measure.rows().order_by()
    rows = rows.filter(**{f"{measure.day}__isnull": False, f"{measure.unit}__isnull": False})
    if measure.valid_from > date.min:
        rows = rows.filter(**{f"{measure.day}__gte": measure.valid_from})
    if measure.valid_to < date.max:
        rows = rows.filter(**{f"{measure.day}__lte": measure.valid_to})
    return rows


def value_of(measure: Measure) -> Count | Sum:
    """What adds the records up: their number, or the sum of their weight."""
    return Count("pk") if measure.weight is None else Sum(measure.weight)


def grouped(measure: Measure, series_id: int, where: Touched | None = None) -> QuerySet[Any]:
    """The cells of a measure as its records say, as (series, unit, day, value); only some units and days if given."""
    rows = records(measure)
    if where is not None:
        rows = rows.filter(**{f"{measure.unit}__in": sorted(where.unit_ids), f"{measure.day}__in": sorted(where.days)})
    cells: QuerySet[Any] = (
        rows.annotate(cell_series=Value(series_id, IntegerField()))
        .values("cell_series", cell_unit=F(measure.unit), cell_day=F(measure.day))
        .annotate(cell_value=value_of(measure))
        .filter(Q(cell_value__gt=0) | Q(cell_value__lt=0))
        .values_list(*_CELL)
    )
    return cells


def write(arms: Sequence[QuerySet[Any]]) -> int:
    """Write what the arms count into the cells; returns how many cells.

    All arms are one statement, so that measures which must agree are counted at the same moment.
    """
    written = 0
    table = connection.ops.quote_name(DayCell._meta.db_table)
    with connection.cursor() as cursor:
        for sql, parameters in _statements(arms):
            cursor.execute(f"INSERT INTO {table} (series_id, unit_id, day, value) {sql}", parameters)
            written += cursor.rowcount
    return written


def _statements(arms: Sequence[QuerySet[Any]]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """The arms as few statements: one, or as many as SQLite's limit asks for (its transaction stands still anyway)."""
    sqls: list[str] = []
    parameters: list[Any] = []
    for sql, given in map(_compiled, arms):
        if sqls and connection.vendor == "sqlite" and len(parameters) + len(given) > _PARAMETERS:
            yield " UNION ALL ".join(sqls), tuple(parameters)
            sqls, parameters = [], []
        sqls.append(sql)
        parameters += given
    if sqls:
        yield " UNION ALL ".join(sqls), tuple(parameters)


def _compiled(rows: QuerySet[Any]) -> tuple[str, tuple[Any, ...]]:
    sql, parameters = rows.query.get_compiler(connection=connection).as_sql()
    return sql, tuple(parameters)


@cache
def definition(measure: Measure) -> str:
    """A hash of how a measure is counted: when it changes with a release, its cells are counted anew."""
    return hashlib.sha256(repr(_compiled(grouped(measure, 0))).encode()).hexdigest()


def definition_of_all(measures: Iterable[Measure]) -> str:
    """One hash over a whole catalogue."""
    lines = sorted(f"{measure.id} {definition(measure)}" for measure in measures)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def counted(measure: Measure) -> dict[tuple[int, date], int]:
    """A fresh count of all cells of a measure, from its records alone."""
    return {(unit, day): value for _, unit, day, value in grouped(measure, 0)}
