"""How the work stands: every figure is counted again by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from gandan.foundation.people.words import Seat
from gandan.matters.cases import actions, queries
from gandan.matters.cases.tests.conftest import NOW, World
from gandan.matters.cases.words import ImportedCase, Kind, Outcome, QueueFilter, Show, Whose

TODAY = NOW.date()


def old(world: World, days: int, *, took: int | None = None, body: int | None = None) -> ImportedCase:
    """A feedback received `days` ago, still open, or answered after `took` days."""
    received = TODAY - timedelta(days=days)
    return ImportedCase(
        kind=Kind.FEEDBACK,
        text="Đèn đường không sáng",
        body_id=body or world.ubnd,
        unit_id=world.an_binh if body == world.an_binh_ubnd else world.hoa_binh,
        received_on=received,
        outcome=None if took is None else Outcome.ANSWERED,
        closed_on=None if took is None else received + timedelta(days=took),
        reply="" if took is None else "Đã sửa.",
    )


def keep(by: Seat, *rows: ImportedCase) -> None:
    report = actions.import_register(rows, by=by, at=NOW)
    assert report.faults == ()


def seen(viewer: Seat, start: date = TODAY, end: date = TODAY) -> queries.Overview:
    return queries.overview(viewer, at=TODAY, start=start, end=end)


def in_bands(days: list[int], bands: tuple[queries.Band, ...]) -> tuple[int, ...]:
    return tuple(sum(band.first <= day <= (band.last or day) for day in days) for band in bands)


@pytest.mark.django_db
def test_late_and_open_cases_fall_into_bands_that_open_to_as_many(world: World) -> None:
    received = (0, 2, 4, 7, 8, 14, 15, 16, 17, 18, 19, 22, 26, 30, 31, 44, 60, 61, 120)
    keep(world.minh, *(old(world, days) for days in received))
    rows = queries.queue(world.phuong, at=TODAY).rows
    late = [(TODAY - row.due_on).days for row in rows if row.due_on and row.due_on < TODAY]
    found = seen(world.phuong).standing
    assert len(late) >= 8
    assert [holder.late for holder in found.holders] == [in_bands(late, queries.LATE)]
    assert found.ages == in_bands(list(received), queries.AGES)
    assert (found.late, found.open) == (len(late), len(received))
    assert found.holders[0].longest == max(late)
    for band, count in zip(queries.LATE, found.holders[0].late, strict=True):
        start, end = band.days(TODAY)
        wanted = QueueFilter(whose=Whose.REACH, due_from=start, due_to=end, office_id=found.holders[0].id)
        assert queries.queue(world.phuong, at=TODAY, filter=wanted).total == count
    for band, count in zip(queries.AGES, found.ages, strict=True):
        start, end = band.days(TODAY)
        wanted = QueueFilter(whose=Whose.REACH, received_from=start, received_to=end)
        assert queries.queue(world.phuong, at=TODAY, filter=wanted).total == count


@pytest.mark.django_db
def test_a_province_sees_bodies_and_a_commune_its_own_offices(world: World) -> None:
    keep(world.minh, old(world, 40), old(world, 40))
    keep(world.son, old(world, 40, body=world.an_binh_ubnd))
    province = seen(world.khoa).standing
    assert [(one.name, one.is_body, one.all_late) for one in province.holders] == [
        ("Xã Hòa Bình", True, 2),
        ("Phường An Bình", True, 1),
    ]
    commune = seen(world.phuong).standing
    assert [(one.id, one.is_body, one.all_late) for one in commune.holders] == [(world.ubnd, False, 2)]


@pytest.mark.django_db
def test_the_latest_stand_first_and_say_where_they_are_stuck(world: World) -> None:
    keep(world.minh, old(world, 40), old(world, 90), old(world, 1))
    assert [row.received_on for row in seen(world.phuong).latest] == [
        TODAY - timedelta(days=90),
        TODAY - timedelta(days=40),
    ]
    assert sum(count for _, count in seen(world.phuong).standing.late_by_state) == 2


@pytest.mark.django_db
def test_the_pace_is_the_nearest_rank_of_what_was_settled_in_the_period(world: World) -> None:
    keep(world.minh, *(old(world, 60, took=took) for took in (1, 2, 3, 4, 5, 6, 7, 8, 9, 30)), old(world, 5))
    start = TODAY - timedelta(days=60)
    found = seen(world.phuong, start).pace
    assert (found.settled, found.median, found.nine_tenths) == (10, 5, 9)
    none = seen(world.phuong, date(2020, 1, 1), date(2020, 12, 31)).pace
    assert (none.settled, none.median, none.nine_tenths) == (0, None, None)


@pytest.mark.django_db
def test_a_stranger_sees_nothing(world: World) -> None:
    keep(world.minh, old(world, 10))
    assert seen(world.son).standing.open == 0
    assert seen(world.son).latest == ()
    assert seen(world.son).pace.settled == 0
    everything = QueueFilter(whose=Whose.REACH, show=Show.ALL)
    assert queries.queue(world.son, at=TODAY, filter=everything).total == 0
