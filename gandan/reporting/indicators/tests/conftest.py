"""A small room of its own: records with a unit, a day and a weight, kept by a clerk who always tells the journal.

The table of offices stands in for a room's table: it has a unit and a day, and this world needs no real offices.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction

from gandan.foundation.people.words import SYSTEM
from gandan.foundation.records import actions as records
from gandan.foundation.records.words import FolderKind
from gandan.foundation.territory import actions as territory
from gandan.foundation.territory.words import Kind
from gandan.pure.measure import Measure
from gandan.pure.speech import Said
from gandan.reporting.indicators import catalogue

NOW = datetime(2026, 7, 2, 1, 15, tzinfo=UTC)
BORN = date(2010, 1, 1)


def table() -> Any:
    return apps.get_model("territory", "Office").objects


def measure_of(id_: str, kind: str | None = None, *, weight: str | None = None) -> Measure:
    said = Said(id_, id_)
    return Measure(
        id=id_,
        said=said,
        counted_in=Said("đơn", "petitions"),
        definition=said,
        basis="thử",
        room="cases",
        rows=(lambda: table().filter(kind=kind)) if kind else (lambda: table().exclude(kind="not counted")),
        day="valid_from",
        unit="unit",
        columns=(("name", Said("Nội dung", "Content")), ("kind", Said("Loại", "Kind"))),
        weight=weight,
    )


ALL = measure_of("test.all")
ROADS = measure_of("test.roads", "department")
WEIGHED = measure_of("test.weighed", weight="id")


@pytest.fixture
def measures() -> Iterator[dict[str, Measure]]:
    """The catalogue of this small room alone."""
    kept = dict(catalogue.MEASURES)
    catalogue.MEASURES.clear()
    catalogue.MEASURES.update(catalogue.by_id((ALL, ROADS, WEIGHED)))
    yield catalogue.MEASURES
    catalogue.MEASURES.clear()
    catalogue.MEASURES.update(kept)


@dataclass
class Clerk:
    """Writes, moves and strikes records; each act and its journal entry are one transaction."""

    province: int
    units: list[int]
    folders: dict[int, int] = field(default_factory=dict)

    def lodge(self, day: date, *, unit: int = 0, kind: str = "department") -> int:
        with transaction.atomic():
            folder = records.open_folder(kind=FolderKind.CASE, unit_id=self.units[unit], at=NOW)
            record = table().create(
                unit_id=self.units[unit], kind=kind, name="Đường ngập", path=f"{folder.pk}/", valid_from=day
            )
            self.folders[record.pk] = folder.pk
            records.write(folder, "lodge", by=SYSTEM, at=NOW, days=[day])
        return record.pk

    def redate(self, record: int, day: date) -> None:
        with transaction.atomic():
            folder = records.hold(self.folders[record])
            was = table().values_list("valid_from", flat=True).get(pk=record)
            table().filter(pk=record).update(valid_from=day)
            records.write(folder, "redate", by=SYSTEM, at=NOW, days=[was, day])

    def move(self, record: int, unit: int) -> None:
        with transaction.atomic():
            folder = records.hold(self.folders[record])
            was, day = folder.unit_id, table().values_list("valid_from", flat=True).get(pk=record)
            table().filter(pk=record).update(unit_id=self.units[unit])
            folder.unit_id = self.units[unit]
            folder.save(update_fields=["unit_id"])
            records.write(folder, "move", by=SYSTEM, at=NOW, days=[day], data={"units": [was]})

    def sort(self, record: int, kind: str) -> None:
        with transaction.atomic():
            folder = records.hold(self.folders[record])
            table().filter(pk=record).update(kind=kind)
            day = table().values_list("valid_from", flat=True).get(pk=record)
            records.write(folder, "sort", by=SYSTEM, at=NOW, days=[day])

    def strike(self, record: int) -> None:
        with transaction.atomic():
            folder = records.hold(self.folders[record])
            day = table().values_list("valid_from", flat=True).get(pk=record)
            table().filter(pk=record).delete()
            records.write(folder, "strike", by=SYSTEM, at=NOW, days=[day])


def open_world() -> Clerk:
    province = territory.open_unit(
        key="p-vl", kind=Kind.PROVINCE, name="Tỉnh Vĩnh Long", valid_from=BORN, act="thử", parent_id=None
    )
    communes = [
        territory.open_unit(
            key=f"c-{place}", kind=Kind.RURAL_COMMUNE, name=f"Xã {name}", valid_from=BORN, act="thử", parent_id=province
        )
        for place, name in enumerate(("Hòa Bình", "Bình Phước", "Long Đức"))
    ]
    return Clerk(province, communes)


@pytest.fixture
def clerk(transactional_db: None, measures: dict[str, Measure]) -> Clerk:
    return open_world()
