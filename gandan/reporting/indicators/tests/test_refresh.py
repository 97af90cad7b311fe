"""Cells follow the journal: at once, exactly, and once only."""

from __future__ import annotations

import random
import threading
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from gandan.pure.measure import Measure
from gandan.reporting.indicators import actions, queries
from gandan.reporting.indicators.models import DayCell, Series
from gandan.reporting.indicators.tests.conftest import ALL, Clerk, measure_of, table
from gandan.reporting.indicators.words import Refreshed

MAY, JUNE = date(2026, 5, 4), date(2026, 6, 1)
YEAR = {"start": date(2026, 1, 1), "end": date(2026, 12, 31)}


def all_of(clerk: Clerk, name: str = "test.all") -> int:
    return queries.total(name, unit_ids=clerk.units, **YEAR)


def recount() -> Counter[tuple[str, int, date]]:
    """What the cells must say, counted by hand in Python."""
    cells: Counter[tuple[str, int, date]] = Counter()
    for pk, unit, day, kind in table().values_list("pk", "unit_id", "valid_from", "kind"):
        cells["test.all", unit, day] += 1
        cells["test.weighed", unit, day] += pk
        cells["test.roads", unit, day] += kind == "department"
    return +cells


def cells() -> Counter[tuple[str, int, date]]:
    rows = DayCell.objects.values_list("series__measure", "unit_id", "day", "value")
    return Counter({(name, unit, day): value for name, unit, day, value in rows})


def test_a_record_is_counted_as_soon_as_somebody_looks(clerk: Clerk) -> None:
    assert all_of(clerk) == 0
    clerk.lodge(MAY)
    clerk.lodge(MAY, unit=1)
    assert all_of(clerk) == 2
    assert queries.by_unit(["test.all"], unit_ids=clerk.units, **YEAR) == {
        "test.all": {clerk.units[0]: 1, clerk.units[1]: 1}
    }


def test_a_record_that_changes_its_day_leaves_the_old_one(clerk: Clerk) -> None:
    record = clerk.lodge(MAY)
    assert queries.by_day("test.all", unit_ids=clerk.units, **YEAR) == {MAY: 1}
    clerk.redate(record, JUNE)
    assert queries.by_day("test.all", unit_ids=clerk.units, **YEAR) == {JUNE: 1}


def test_a_record_that_changes_its_unit_leaves_the_old_one(clerk: Clerk) -> None:
    record = clerk.lodge(MAY)
    assert all_of(clerk) == 1
    clerk.move(record, 2)
    assert queries.by_unit(["test.all"], unit_ids=clerk.units, **YEAR) == {"test.all": {clerk.units[2]: 1}}


def test_looking_twice_costs_two_queries_and_writes_nothing(clerk: Clerk) -> None:
    clerk.lodge(MAY)
    assert all_of(clerk) == 1
    with CaptureQueriesContext(connection) as asked:
        assert actions.refresh() == Refreshed()
    assert len(asked) == 2


def test_a_new_measure_is_counted_over_what_was_there_before(clerk: Clerk, measures: dict[str, Measure]) -> None:
    clerk.lodge(MAY, kind="party")
    assert all_of(clerk) == 1
    measures["test.party"] = measure_of("test.party", "party")
    assert all_of(clerk, "test.party") == 1
    assert all_of(clerk) == 1


def test_a_measure_counted_differently_since_the_release_is_counted_anew(
    clerk: Clerk, measures: dict[str, Measure]
) -> None:
    clerk.lodge(MAY, kind="party")
    clerk.lodge(MAY)
    assert all_of(clerk, "test.roads") == 1
    measures["test.roads"] = replace(measures["test.roads"], rows=ALL.rows)
    assert all_of(clerk, "test.roads") == 2


def test_a_measure_that_is_gone_takes_its_cells_along(clerk: Clerk, measures: dict[str, Measure]) -> None:
    clerk.lodge(MAY)
    actions.refresh()
    del measures["test.weighed"]
    actions.refresh()
    assert not Series.objects.filter(measure="test.weighed").exists()
    assert cells() == Counter({k: v for k, v in recount().items() if k[0] != "test.weighed"})


def test_a_measure_counts_only_in_its_days_of_validity(clerk: Clerk, measures: dict[str, Measure]) -> None:
    measures["test.all"] = replace(ALL, valid_from=JUNE)
    clerk.lodge(MAY)
    clerk.lodge(JUNE)
    assert all_of(clerk) == 1


def test_a_great_backlog_is_counted_anew(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    actions.refresh()
    monkeypatch.setattr(actions, "BATCH", 3)
    for _ in range(5):
        clerk.lodge(MAY)
    assert actions.refresh().rebuilt
    assert cells() == recount()
    assert actions.refresh() == Refreshed()


def test_an_act_that_fails_leaves_no_figure(clerk: Clerk) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        clerk.lodge(MAY)
        raise RuntimeError("power cut")
    assert all_of(clerk) == 0


def test_inside_a_transaction_its_own_records_are_counted(clerk: Clerk) -> None:
    with transaction.atomic():
        clerk.lodge(MAY)
        assert all_of(clerk) == 1
    assert all_of(clerk) == 1


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_whatever_happens_cells_equal_a_recount(clerk: Clerk, seed: int) -> None:
    dice = random.Random(seed)
    days = [date(2025, 12, 10) + timedelta(days=n) for n in range(9)]
    living: list[int] = []
    for _ in range(60):
        act = dice.choice(["lodge", "lodge", "redate", "move", "sort", "strike"])
        if act == "lodge" or not living:
            living.append(
                clerk.lodge(dice.choice(days), unit=dice.randrange(3), kind=dice.choice(["party", "department"]))
            )
        elif act == "redate":
            clerk.redate(dice.choice(living), dice.choice(days))
        elif act == "move":
            clerk.move(dice.choice(living), dice.randrange(3))
        elif act == "sort":
            clerk.sort(dice.choice(living), dice.choice(["party", "department"]))
        else:
            clerk.strike(living.pop(dice.randrange(len(living))))
        if dice.random() < 0.4:
            actions.refresh()
            assert cells() == recount()
    actions.refresh()
    assert cells() == recount()
    kept = cells()
    actions.rebuild()
    assert cells() == kept
    assert actions.verify() == ()


def test_four_readers_and_a_writer_at_once_leave_exact_cells(clerk: Clerk) -> None:
    faults: list[BaseException] = []

    def work(place: int) -> None:
        try:
            for n in range(6):
                if place == 0:
                    clerk.lodge(MAY + timedelta(days=n))
                actions.refresh()
        except BaseException as fault:  # noqa: BLE001  # told to the test below
            faults.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(place,)) for place in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    actions.refresh()
    assert cells() == recount()


def test_a_changed_cell_is_found(clerk: Clerk) -> None:
    clerk.lodge(MAY)
    assert actions.verify() == ()
    DayCell.objects.filter(series__measure="test.all").update(value=7)
    (found,) = actions.verify()
    assert (found.measure, found.unit_id, found.day, found.cell, found.records) == (
        "test.all",
        clerk.units[0],
        MAY,
        7,
        1,
    )
    actions.rebuild(["test.all"])
    assert actions.verify() == ()
