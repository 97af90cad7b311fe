"""Counting a measure's records into cells, inside the database. The one translation of a measure into SQL.

What is to be counted again stands in front of the counting as named lists: the places that each room touched, then the
records of each table that lie at these places by one of its days. A measure's own query only reads its list, so it is
always the same text, compiled once; and one statement counts all measures at the same moment.

    INSERT INTO cells WITH touched_cases (unit_id, day) AS (VALUES …),
        touched_cases_case_received_on (id) AS MATERIALIZED (SELECT id … WHERE (unit_id, received_on) IN …), …
    SELECT … UNION ALL SELECT …
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Count, F, Func, IntegerField, Q, QuerySet, Sum, Value
from django.db.models.expressions import RawSQL

from gandan.pure.measure import Measure
from gandan.reporting.indicators.models import DayCell
from gandan.reporting.indicators.rules import Place

Compiled = tuple[str, tuple[Any, ...]]

_CELL = ("cell_series", "cell_unit", "cell_day", "cell_value")
_PLACES = 10_000  # in one statement: SQLite takes 32,766 parameters as it is usually built
_MANY = 200  # from so many places on, SQLite had better know how large its tables are


class _IsTouched(Func):
    """Whether a record's unit and day are among the places that its room counts again."""

    template = "(%(expressions)s) IN (SELECT unit_id, day FROM %(places)s)"
    arg_joiner = ", "
    output_field = BooleanField()


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


def grouped(measure: Measure, series_id: int = 0, *, touched: bool = False) -> QuerySet[Any]:
    """The cells of a measure as its records say, as (series, unit, day, value); with `touched` only of the records that
    stand in the list in front of the statement."""
    rows = records(measure)
    if touched:
        rows = rows.filter(pk__in=RawSQL(f"SELECT id FROM {_name_of_records(measure)}", ()))
    cells: QuerySet[Any] = (
        rows.annotate(cell_series=Value(series_id, IntegerField()))
        .values("cell_series", cell_unit=F(measure.unit), cell_day=F(measure.day))
        .annotate(cell_value=value_of(measure))
        .filter(Q(cell_value__gt=0) | Q(cell_value__lt=0))
        .values_list(*_CELL)
    )
    return cells


def write_all(series: Mapping[Measure, int]) -> int:
    """Count measures into empty cells; returns how many cells."""
    written = _insert([_compiled(measure, series_id) for measure, series_id in series.items()])
    _look_at_tables(_table())
    return written


def rewrite(series: Mapping[Measure, int], touched: Mapping[str, Collection[Place]]) -> int:
    """Count measures again at the places that their rooms were touched; returns how many cells were written there."""
    if connection.vendor == "sqlite" and sum(map(len, touched.values())) >= _MANY:
        _look_at_tables("")
    written = 0
    for portion in _portions(touched):
        concerned = {measure: series_id for measure, series_id in series.items() if measure.room in portion}
        places = [_places(room, lie) for room, lie in portion.items()]
        for room, lie in portion.items():
            _delete([series_id for measure, series_id in concerned.items() if measure.room == room], room, lie)
        lists = {_name_of_records(measure): _records_at(measure) for measure in concerned}
        arms = [_compiled(measure, series_id, touched=True) for measure, series_id in concerned.items()]
        written += _insert(arms, lists=[*places, *lists.values()])
    return written


def _portions(touched: Mapping[str, Collection[Place]]) -> Iterator[dict[str, list[Place]]]:
    """All places at once, or in portions that SQLite can take (its transaction stands still meanwhile)."""
    everything = [(room, place) for room, places in touched.items() for place in sorted(places)]
    size = _PLACES if connection.vendor == "sqlite" else max(1, len(everything))
    for start in range(0, len(everything), size):
        portion: dict[str, list[Place]] = {}
        for room, place in everything[start : start + size]:
            portion.setdefault(room, []).append(place)
        yield portion


def _insert(arms: Sequence[Compiled], *, lists: Sequence[Compiled] = ()) -> int:
    front = f"WITH {', '.join(sql for sql, _ in lists)} " if lists else ""
    counting = " UNION ALL ".join(sql for sql, _ in arms)
    given = [parameter for _, parameters in (*lists, *arms) for parameter in parameters]
    if connection.vendor == "postgresql":
        _run("SET LOCAL jit = off", ())  # compiling a hundred small countings takes four times as long as running them
    return _run(f"INSERT INTO {_table()} (series_id, unit_id, day, value) {front}{counting}", given)


def _delete(series_ids: Sequence[int], room: str, lie: Sequence[Place]) -> None:
    places, given = _places(room, lie)
    marks = ", ".join(["%s"] * len(series_ids))
    where = f"series_id IN ({marks}) AND (unit_id, day) IN (SELECT unit_id, day FROM {_name_of_places(room)})"
    _run(f"WITH {places} DELETE FROM {_table()} WHERE {where}", (*given, *series_ids))


def _run(sql: str, given: Sequence[Any]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return int(cursor.rowcount)


def _look_at_tables(table: str) -> None:
    """Let the engine learn how large its tables are, or one of them: it chooses its indexes by that. SQLite never does
    so by itself; with a limit it takes milliseconds."""
    if connection.vendor == "sqlite":
        _run("PRAGMA analysis_limit = 400", ())
    _run(f"ANALYZE {table}", ())


def _places(room: str, lie: Sequence[Place]) -> Compiled:
    marks = ", ".join(["(%s, %s)"] * len(lie))
    given = [part for unit, day in lie for part in (unit, connection.ops.adapt_datefield_value(day))]
    return f"{_name_of_places(room)} (unit_id, day) AS (VALUES {marks})", tuple(given)


def _name_of_places(room: str) -> str:
    return str(connection.ops.quote_name(f"touched_{room}"))


@cache
def _records_at(measure: Measure) -> Compiled:
    """The list of the records of a measure's table that lie at touched places by the measure's day."""
    rows = measure.rows().model._base_manager.filter(
        _IsTouched(F(measure.unit), F(measure.day), places=_name_of_places(measure.room)),
        **{f"{measure.day}__isnull": False},
    )
    sql, parameters = rows.values("pk").query.get_compiler(connection=connection).as_sql()
    return f"{_name_of_records(measure)} (id) AS MATERIALIZED ({sql})", tuple(parameters)


@cache
def _name_of_records(measure: Measure) -> str:
    table = measure.rows().model._meta.db_table
    return str(connection.ops.quote_name(f"touched_{table}_{measure.day}_{measure.unit}"))


def _table() -> str:
    return str(connection.ops.quote_name(DayCell._meta.db_table))


@cache
def _compiled(measure: Measure, series_id: int, *, touched: bool = False) -> Compiled:
    query = grouped(measure, series_id, touched=touched).query
    sql, parameters = query.get_compiler(connection=connection).as_sql()
    return sql, tuple(parameters)


@cache
def definition(measure: Measure) -> str:
    """A hash of how a measure is counted: when it changes with a release, its cells are counted anew."""
    return hashlib.sha256(repr(_compiled(measure, 0)).encode()).hexdigest()


def definition_of_all(measures: Iterable[Measure]) -> str:
    """One hash over a whole catalogue."""
    lines = sorted(f"{measure.id} {definition(measure)}" for measure in measures)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def counted(measure: Measure) -> dict[tuple[int, date], int]:
    """A fresh count of all cells of a measure, from its records alone."""
    return {(unit, day): value for _, unit, day, value in grouped(measure)}
