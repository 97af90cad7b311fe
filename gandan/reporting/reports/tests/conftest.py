"""Tỉnh Vĩnh Long in the report year 2026: two communes with a register, a silent one, one that merged, one divided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from gandan.foundation.people.words import SYSTEM, Role, Seat
from gandan.foundation.territory import actions as territory
from gandan.foundation.territory import queries as places
from gandan.foundation.territory.words import Kind as UnitKind
from gandan.foundation.territory.words import OfficeKind, SuccessionKind
from gandan.matters.cases import actions as cases
from gandan.matters.cases.words import Eligibility, ImportedCase, Ineligible, Kind
from gandan.matters.reception import actions as reception
from gandan.matters.reception.words import ImportedVisit, Purpose, ReceivedBy, ReceptionKind

AT = datetime(2026, 12, 20, 1, 0, tzinfo=UTC)
BORN, MERGED = date(2010, 1, 1), date(2026, 3, 1)
START, END = date(2025, 12, 15), date(2026, 12, 14)
ACT = "Nghị quyết thử"


@dataclass(frozen=True)
class World:
    """Where, and who looks."""

    province: int
    hoa_binh: int
    binh_phuoc: int
    silent: int
    merged: int  # into Hòa Bình on 01/03/2026
    divided: int  # between Hòa Bình and Bình Phước on that day
    offices: dict[int, int]

    def seat(self, unit: int, role: Role = Role.REPORTER) -> Seat:
        """Someone at the People's Committee of a unit."""
        body = places.office(self.offices[unit])
        return Seat("Chị Hạnh", role, office_id=body.id, body_id=body.id, body_path=body.path, unit_id=unit)


def open_commune(key: str, name: str, above: int, *, last: date | None = None) -> int:
    unit = territory.open_unit(
        key=key, kind=UnitKind.RURAL_COMMUNE, name=name, valid_from=BORN, act=ACT, parent_id=above
    )
    if last is not None:
        territory.close_unit(unit, last_day=last)
    return unit


def open_world() -> World:
    province = territory.open_unit(
        key="p-vl", kind=UnitKind.PROVINCE, name="Tỉnh Vĩnh Long", valid_from=BORN, act=ACT, parent_id=None
    )
    hoa_binh = open_commune("c-hb", "Xã Hòa Bình", province)
    binh_phuoc = open_commune("c-bp", "Xã Bình Phước", province)
    silent = open_commune("c-im", "Xã Im Lặng", province)
    merged = open_commune("c-cu", "Xã Cũ", province, last=date(2026, 2, 28))
    divided = open_commune("c-ch", "Xã Chia", province, last=date(2026, 2, 28))
    for source, targets in ((merged, (hoa_binh,)), (divided, (hoa_binh, binh_phuoc))):
        kind = SuccessionKind.MERGE if len(targets) == 1 else SuccessionKind.SPLIT
        for target in targets:
            territory.record_succession(source_id=source, target_id=target, kind=kind, day=MERGED, act=ACT)
    offices: dict[int, int] = {}
    for unit in (province, hoa_binh, binh_phuoc, silent, merged, divided):
        offices[unit] = territory.open_office(
            unit_id=unit,
            kind=OfficeKind.PEOPLE_COMMITTEE,
            name=f"UBND {unit}",
            valid_from=BORN,
            parent_id=offices.get(province),
        )
    return World(province, hoa_binh, binh_phuoc, silent, merged, divided, offices)


def visits_of(world: World, unit: int) -> ImportedVisit:
    return ImportedVisit(
        body_id=world.offices[unit],
        unit_id=unit,
        on=date(2026, 1, 5),
        visitor="Nguyễn Thị Lan",
        content="Đường ấp 3 ngập nước.",
        receiver_name="Chủ tịch",
    )


def write_visits(world: World) -> None:
    """What each place heard; the form below is counted from these lines by hand."""
    own, here, there = (visits_of(world, unit) for unit in (world.province, world.hoa_binh, world.binh_phuoc))
    head = {"kind": ReceptionKind.SCHEDULED, "received_by": ReceivedBy.HEAD}
    delegated = {"kind": ReceptionKind.UNSCHEDULED, "received_by": ReceivedBy.DELEGATED}
    rows = [
        replace(here, on=date(2025, 12, 14)),  # a day before the report year
        replace(here, on=date(2025, 12, 15), matter_key="road"),
        replace(here, on=date(2026, 5, 4), matter_key="road", **head),
        replace(here, on=date(2026, 5, 5), head_count=12),  # a group
        replace(here, on=date(2026, 5, 5), purpose=Purpose.ENQUIRE),
        replace(here, on=date(2026, 12, 14), head_count=2, **delegated),
        replace(here, on=date(2026, 12, 15)),  # a day after
        replace(there, on=date(2026, 6, 1)),
        replace(own, on=date(2026, 6, 2), head_count=6, **head),  # a group with the chair
        replace(visits_of(world, world.merged), on=date(2026, 2, 2)),
        replace(visits_of(world, world.divided), on=date(2026, 2, 3)),
    ]
    reception.import_visits(rows, by=SYSTEM, at=AT)


def write_petitions(world: World) -> None:
    """Three petitions in Hòa Bình: two eligible of one matter, one not; one in Bình Phước that nobody sorted."""
    line = ImportedCase(
        kind=Kind.PETITION,
        text="Đề nghị sửa đường ấp 3.",
        title="Sửa đường ấp 3",
        body_id=world.offices[world.hoa_binh],
        unit_id=world.hoa_binh,
        received_on=date(2026, 4, 1),
        full_name="Nguyễn Thị Lan",
        address="Ấp 3",
        eligibility=Eligibility.ELIGIBLE,
        matter_key="road",
    )
    reason = {"eligibility": Eligibility.INELIGIBLE, "ineligible_reason": next(iter(Ineligible)), "matter_key": "x"}
    elsewhere = {"body_id": world.offices[world.binh_phuoc], "unit_id": world.binh_phuoc, "matter_key": "y"}
    rows = [line, line, replace(line, **reason), replace(line, eligibility=Eligibility.UNSORTED, **elsewhere)]
    report = cases.import_register(rows, by=SYSTEM, at=AT)
    assert report.faults == ()


@pytest.fixture
def world(db: None) -> World:
    made = open_world()
    write_visits(made)
    write_petitions(made)
    return made
