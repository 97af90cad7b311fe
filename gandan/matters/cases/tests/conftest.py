"""Xã Hòa Bình and phường An Bình in tỉnh Vĩnh Long, with their sở and phòng.

Anh Minh receives at Hòa Bình, chị Mai handles in its economic office, bà Phượng is its chair; anh Sơn receives at
An Bình, anh Khoa sits at the province, chị Vân in the provincial department. Bà Lan writes.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from gandan.foundation.people import actions as people
from gandan.foundation.people import queries as posts
from gandan.foundation.people.words import Role, Seat
from gandan.foundation.territory import actions as territory
from gandan.foundation.territory.words import Kind as UnitKind
from gandan.foundation.territory.words import OfficeKind
from gandan.matters.cases import actions
from gandan.matters.cases.words import CaseView, Channel, Draft, Kind, Receipt, Sender, Verb

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
BORN = date(2010, 1, 1)
ACT = "Nghị quyết thử"


def at(year: int, month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    """A moment in Viet Nam."""
    return datetime(year, month, day, hour, minute, tzinfo=VIETNAM)


NOW = at(2026, 7, 2)  # a Thursday, regime B
LAN = Sender("Nguyễn Thị Lan", phone="0912 345 678", address="Ấp 3, xã Hòa Bình")
ROAD = "Đường vào ấp 3 bị sạt lở sau mưa, xe không qua được."


@dataclass(frozen=True)
class World:
    """Who and where."""

    province: int
    hoa_binh: int
    an_binh: int
    ubnd: int  # UBND xã Hòa Bình
    kinh_te: int  # its economic office
    an_binh_ubnd: int
    tinh: int  # UBND tỉnh
    so: int  # Sở Nông nghiệp và Môi trường
    minh: Seat
    mai: Seat
    phuong: Seat
    son: Seat
    khoa: Seat
    van: Seat
    admin: Seat

    def draft(self, kind: Kind = Kind.PETITION, **changes: Any) -> Draft:
        """What bà Lan says at Hòa Bình."""
        plain = Draft(
            kind=kind, text=ROAD, body_id=self.ubnd, unit_id=self.hoa_binh, channel=Channel.RECEPTION, senders=(LAN,)
        )
        return replace(plain, **changes)

    def lodge(self, kind: Kind = Kind.PETITION, *, on: datetime = NOW, **changes: Any) -> Receipt:
        """Bà Lan's words are received by anh Minh."""
        return actions.lodge(by=self.minh, at=on, draft=self.draft(kind, **changes))

    def do(self, case_id: int, verb: Verb, by: Seat, on: datetime = NOW, **given: Any) -> CaseView:
        """One move without looking at what others did."""
        return actions.take(case_id, verb, by=by, at=on, seen=None, given=given)

    def sort(self, case_id: int, on: datetime = NOW, **given: Any) -> CaseView:
        """Anh Minh classifies it as eligible and within competence, unless told otherwise."""
        plain: Mapping[str, Any] = {"eligibility": "eligible", "competence": "within", "field": "works"}
        return self.do(case_id, Verb.CLASSIFY, self.minh, on, **{**plain, **given})

    def accepted(self, kind: Kind = Kind.PETITION, *, on: datetime = NOW) -> int:
        """A case that was received, classified and taken up."""
        case_id = self.lodge(kind, on=on).case_id
        self.sort(case_id, on)
        self.do(case_id, Verb.ACCEPT, self.phuong, on, document="05/TB-UBND")
        return case_id


@pytest.fixture(autouse=True)
def quick_passwords(settings: Any) -> None:
    """Nobody signs in here: the costly hash would only slow the world."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def world(db: None) -> World:
    """A province, two communes, five offices, seven posts."""
    return build()


def build() -> World:
    """The same, for tests that bring their own transactions."""
    province = _unit("p-vl", UnitKind.PROVINCE, "Tỉnh Vĩnh Long", None)
    hoa_binh = _unit("c-hb", UnitKind.RURAL_COMMUNE, "Xã Hòa Bình", province)
    an_binh = _unit("c-ab", UnitKind.WARD, "Phường An Bình", province)
    tinh = _office(province, OfficeKind.PEOPLE_COMMITTEE, "UBND tỉnh Vĩnh Long", None)
    so = _office(province, OfficeKind.DEPARTMENT, "Sở Nông nghiệp và Môi trường", tinh)
    ubnd = _office(hoa_binh, OfficeKind.PEOPLE_COMMITTEE, "UBND xã Hòa Bình", tinh)
    kinh_te = _office(hoa_binh, OfficeKind.DEPARTMENT, "Phòng Kinh tế xã Hòa Bình", ubnd)
    an_binh_ubnd = _office(an_binh, OfficeKind.PEOPLE_COMMITTEE, "UBND phường An Bình", tinh)
    return World(
        province=province,
        hoa_binh=hoa_binh,
        an_binh=an_binh,
        ubnd=ubnd,
        kinh_te=kinh_te,
        an_binh_ubnd=an_binh_ubnd,
        tinh=tinh,
        so=so,
        minh=_seat("minh", "Trần Văn Minh", ubnd, Role.RECEPTION),
        mai=_seat("mai", "Lê Thị Mai", kinh_te, Role.HANDLER),
        phuong=_seat("phuong", "Phạm Thị Phượng", ubnd, Role.HEAD),
        son=_seat("son", "Võ Văn Sơn", an_binh_ubnd, Role.RECEPTION),
        khoa=_seat("khoa", "Đỗ Đăng Khoa", tinh, Role.HEAD),
        van=_seat("van", "Bùi Thị Vân", so, Role.RECEPTION),
        admin=_seat("admin", "Hồ Quản Trị", ubnd, Role.ADMINISTRATOR),
    )


def _unit(key: str, kind: UnitKind, name: str, parent_id: int | None) -> int:
    return territory.open_unit(key=key, kind=kind, name=name, valid_from=BORN, act=ACT, parent_id=parent_id)


def _office(unit_id: int, kind: OfficeKind, name: str, parent_id: int | None) -> int:
    return territory.open_office(unit_id=unit_id, kind=kind, name=name, valid_from=BORN, parent_id=parent_id)


def _seat(username: str, full_name: str, office_id: int, role: Role) -> Seat:
    account = people.open_account(username=username, full_name=full_name, password="mat-khau-rat-dai-26")
    post = people.give_post(account, office_id=office_id, role=role, valid_from=BORN)
    return posts.seat(post.pk, account_id=account.pk, on=NOW.date())


@pytest.fixture
def png() -> bytes:
    """A small real picture."""
    content = io.BytesIO()
    Image.new("RGB", (8, 6), (180, 60, 40)).save(content, "PNG")
    return content.getvalue()
