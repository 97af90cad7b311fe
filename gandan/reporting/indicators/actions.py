"""The only writers of cells. Everything written here can be counted again from the rooms' records."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from django.db import connection, transaction

from gandan.foundation.records import queries as records
from gandan.pure.measure import Measure
from gandan.reporting.indicators import counting
from gandan.reporting.indicators.catalogue import FOLDERS_OF_ROOM, MEASURES
from gandan.reporting.indicators.models import Cursor, DayCell, Series
from gandan.reporting.indicators.rules import Told, touched
from gandan.reporting.indicators.words import Difference, Refreshed

BATCH = 20_000  # with so many entries waiting, counting everything anew is quicker than counting what they touched


def refresh() -> Refreshed:
    """Bring the cells up to the journal. Costs two small queries when nothing is new.

    The cells that the waiting entries touch are deleted and counted again from the records, and the place in the
    journal moves with them in one transaction; of two processes at once the second waits, then finds nothing to do.
    A measure that is new or counted differently since the last release is counted anew.
    """
    if connection.in_atomic_block and connection.vendor == "postgresql":
        return rebuild()  # the journal does not tell yet what the surrounding transaction wrote
    if not _is_behind():
        return Refreshed()
    with transaction.atomic():
        cursor = _held_cursor()
        if cursor.catalogue != counting.definition_of_all(MEASURES.values()):
            return _adopt(cursor)
        news = records.news((cursor.tx, cursor.entry), limit=BATCH)
        if len(news.entries) == BATCH:
            return _count_anew(cursor)
        cells = _recount(_told(news))
        _move(cursor, news.cursor)
        return Refreshed(len(news.entries), cells)


def rebuild(measure_ids: Collection[str] | None = None) -> Refreshed:
    """Count all cells anew, or those of some measures; the result is what `refresh` would have kept."""
    with transaction.atomic():
        cursor = _held_cursor()
        known = _adopt(cursor) if cursor.catalogue != counting.definition_of_all(MEASURES.values()) else Refreshed()
        if measure_ids is None:
            return known if known.rebuilt else _count_anew(cursor)
        return Refreshed(cells=_rewrite(measure_ids), rebuilt=True)


def verify() -> tuple[Difference, ...]:
    """Compare every cell with a fresh count of its records; empty when all agree.

    Records may be written while it runs: what differs is brought up to the journal and compared once more.
    """
    refresh()
    suspects = {difference.measure for difference in _differences(MEASURES)}
    if not suspects:
        return ()
    refresh()
    return tuple(_differences(suspects))


def _is_behind() -> bool:
    cursor = Cursor.objects.first()
    if cursor is None or cursor.catalogue != counting.definition_of_all(MEASURES.values()):
        return True
    return bool(records.news((cursor.tx, cursor.entry), limit=1).entries)


def _held_cursor() -> Cursor:
    Cursor.objects.bulk_create([Cursor(id=1)], ignore_conflicts=True)
    return Cursor.objects.select_for_update().get(id=1)


def _move(cursor: Cursor, place: tuple[int, int]) -> None:
    cursor.tx, cursor.entry = place
    cursor.save(update_fields=["tx", "entry", "catalogue"])


def _told(news: records.News) -> list[Told]:
    """An entry that moves a folder between units names the units it left under `units` in its data."""
    return [
        Told(
            entry.folder.kind,
            frozenset({entry.folder.unit_id, *entry.data.get("units", ())}),
            frozenset(date.fromisoformat(day) for day in entry.days),
        )
        for entry in news.entries
    ]


def _recount(news: Iterable[Told]) -> int:
    rooms = {measure.room for measure in MEASURES.values()}
    places = touched(news, {room: FOLDERS_OF_ROOM[room] for room in rooms})
    concerned = [measure.id for measure in MEASURES.values() if measure.room in places]
    return counting.rewrite(_series(concerned), places)


def _adopt(cursor: Cursor) -> Refreshed:
    """Make the stored series those of the catalogue; count anew what is new or counted differently."""
    stored = dict(Series.objects.values_list("measure", "definition"))
    wanted = {measure.id: counting.definition(measure) for measure in MEASURES.values()}
    DayCell.objects.filter(series__measure__in=stored.keys() - wanted.keys()).delete()
    Series.objects.filter(measure__in=stored.keys() - wanted.keys()).delete()
    changed = [name for name, text in wanted.items() if stored.get(name) != text]
    Series.objects.bulk_create([Series(measure=name) for name in changed if name not in stored])
    for name in changed:
        Series.objects.filter(measure=name).update(definition=wanted[name])
    cursor.catalogue = counting.definition_of_all(MEASURES.values())
    if len(changed) == len(wanted):
        return _count_anew(cursor)
    _move(cursor, (cursor.tx, cursor.entry))
    return Refreshed(cells=_rewrite(changed), rebuilt=True)


def _count_anew(cursor: Cursor) -> Refreshed:
    """All cells anew. The place in the journal is taken before counting, so that nothing in between is missed."""
    _move(cursor, records.end_of_news())
    return Refreshed(cells=_rewrite(MEASURES), rebuilt=True)


def _rewrite(measure_ids: Collection[str]) -> int:
    series = _series(measure_ids)
    DayCell.objects.filter(series_id__in=series.values()).delete()
    return counting.write_all(series) if series else 0


def _series(measure_ids: Collection[str]) -> dict[Measure, int]:
    ids = dict(Series.objects.values_list("measure", "id"))
    return {MEASURES[name]: ids[name] for name in measure_ids}


def _differences(measure_ids: Collection[str]) -> Iterable[Difference]:
    for measure, series_id in _series(measure_ids).items():
        rows = DayCell.objects.filter(series_id=series_id).values_list("unit_id", "day", "value")
        cells = {(unit, day): value for unit, day, value in rows}
        fresh = counting.counted(measure)
        for unit, day in sorted(cells.keys() | fresh.keys()):
            if cells.get((unit, day), 0) != fresh.get((unit, day), 0):
                yield Difference(measure.id, unit, day, cells.get((unit, day), 0), fresh.get((unit, day), 0))
