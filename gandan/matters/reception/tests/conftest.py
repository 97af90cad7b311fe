"""Xã Hòa Bình and its province: anh Minh receives, bà Phượng is the chair, anh Khoa sits at the province."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from gandan.foundation.people.words import Role, Seat
from gandan.foundation.territory import actions as territory
from gandan.foundation.territory import queries as places
from gandan.foundation.territory.words import Kind, OfficeKind
from gandan.matters.reception import actions
from gandan.matters.reception.words import NewVisit, Presented, Visitor, VisitReceipt

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
BORN = date(2010, 1, 1)
ACT = "Nghị quyết thử"


def at(year: int, month: int, day: int, hour: int = 8, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=VIETNAM)


NOW = at(2026, 7, 2)  # a Thursday
LAN = Visitor("Nguyễn Thị Lan", phone="0912 345 678", address="Ấp 3, xã Hòa Bình")
HUNG = Visitor("Trần Văn Hùng", address="Ấp 1, xã Hòa Bình")


@dataclass(frozen=True)
class World:
    """Who and where."""

    minh: Seat
    phuong: Seat
    khoa: Seat
    stranger: Seat  # the neighbouring commune's officer
    commune_id: int
    body_id: int
    province_body_id: int


def sit(name: str, role: Role, office_id: int) -> Seat:
    body = places.body_of(office_id)
    return Seat(
        name=name,
        role=role,
        office_id=office_id,
        office_name=body.name,
        body_id=body.id,
        body_path=body.path,
        unit_id=body.unit_id,
    )


def open_commune(key: str, name: str, province: int, above: int) -> tuple[int, int]:
    unit = territory.open_unit(
        key=key, kind=Kind.RURAL_COMMUNE, name=name, valid_from=BORN, act=ACT, parent_id=province
    )
    office = territory.open_office(
        unit_id=unit,
        kind=OfficeKind.PEOPLE_COMMITTEE,
        name=f"UBND {name[0].lower()}{name[1:]}",
        valid_from=BORN,
        parent_id=above,
    )
    return unit, office


@pytest.fixture
def world(db: None) -> World:
    province = territory.open_unit(
        key="p-thu", kind=Kind.PROVINCE, name="Tỉnh Vĩnh Long", valid_from=BORN, act=ACT, parent_id=None
    )
    above = territory.open_office(
        unit_id=province, kind=OfficeKind.PEOPLE_COMMITTEE, name="UBND tỉnh Vĩnh Long", valid_from=BORN
    )
    commune, body = open_commune("c-hoa-binh", "Xã Hòa Bình", province, above)
    _, other = open_commune("c-ben-canh", "Xã Bên Cạnh", province, above)
    return World(
        minh=sit("Trần Văn Minh", Role.RECEPTION, body),
        phuong=sit("Lê Thị Phượng", Role.HEAD, body),
        khoa=sit("Đỗ Minh Khoa", Role.RECEPTION, above),
        stranger=sit("Người Lạ", Role.RECEPTION, other),
        commune_id=commune,
        body_id=body,
        province_body_id=above,
    )


class Counter:
    """Anh Minh's counter: one line a visit, each with its own token."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.forms = 0

    def receive(
        self, *people: Visitor, when: datetime = NOW, matter: int | None = None, by: Seat | None = None, **rest: object
    ) -> VisitReceipt:
        self.forms += 1
        told = {"content": "Đường ấp 3 ngập nước mỗi khi mưa lớn.", **rest}
        if matter is not None:
            told["matters"] = (Presented(matter_id=matter),)
        visit = NewVisit(token=f"form-{self.forms}", people=people or (LAN,), **told)
        return actions.register_visit(by=by or self.world.minh, at=when, visit=visit)


@pytest.fixture
def counter(world: World) -> Counter:
    return Counter(world)
