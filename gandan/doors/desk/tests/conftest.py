"""The officers of xã Hòa Bình, one of the neighbouring commune, one of the province; what citizens brought."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from gandan.doors.look import clock, seating
from gandan.foundation.people import actions as people
from gandan.foundation.people import queries as seats
from gandan.foundation.people.words import Role, Seat
from gandan.foundation.territory import actions as territory
from gandan.foundation.territory.words import Kind as UnitKind
from gandan.foundation.territory.words import OfficeKind
from gandan.matters.cases import actions as cases
from gandan.matters.cases.words import Channel, Draft, Kind, Receipt, Sender, Verb

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
BORN = date(2010, 1, 1)
ACT = "Nghị quyết thử"
PASSWORD = "mat-khau-cua-xa-1"
NOW = datetime(2026, 7, 9, 9, 0, tzinfo=VIETNAM)  # a Thursday
LAN = Sender("Nguyễn Thị Lan", phone="0912345678", address="Ấp 3, xã Hòa Bình")


@dataclass(frozen=True)
class World:
    """Who sits where."""

    seats: dict[str, Seat]
    commune_id: int
    body_id: int
    economy_id: int
    neighbour_id: int

    def __getitem__(self, name: str) -> Seat:
        return self.seats[name]


def _office(unit: int, kind: OfficeKind, name: str, above: int | None) -> int:
    return territory.open_office(unit_id=unit, kind=kind, name=name, valid_from=BORN, parent_id=above)


def _commune(key: str, name: str, province: int, above: int) -> tuple[int, int]:
    unit = territory.open_unit(
        key=key, kind=UnitKind.RURAL_COMMUNE, name=name, valid_from=BORN, act=ACT, parent_id=province
    )
    return unit, _office(unit, OfficeKind.PEOPLE_COMMITTEE, f"UBND {name[0].lower()}{name[1:]}", above)


def _sit(username: str, name: str, role: Role, office: int) -> Seat:
    account = people.open_account(username=username, full_name=name, password=PASSWORD)
    post = people.give_post(account, office_id=office, role=role, valid_from=BORN)
    return seats.seat(post.pk, account_id=account.pk, on=NOW.date())


@pytest.fixture
def world(db: None, settings: object, monkeypatch: pytest.MonkeyPatch) -> World:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]
    monkeypatch.setattr(clock, "moment", lambda: NOW)
    province = territory.open_unit(
        key="p-thu", kind=UnitKind.PROVINCE, name="Tỉnh Vĩnh Long", valid_from=BORN, act=ACT, parent_id=None
    )
    above = _office(province, OfficeKind.PEOPLE_COMMITTEE, "UBND tỉnh Vĩnh Long", None)
    commune, body = _commune("c-hoa-binh", "Xã Hòa Bình", province, above)
    neighbour, other = _commune("c-ben-canh", "Xã Bên Cạnh", province, above)
    economy = _office(commune, OfficeKind.DEPARTMENT, "Phòng Kinh tế", body)
    posts = {
        "minh": ("Trần Văn Minh", Role.RECEPTION, body),
        "hanh": ("Lê Thị Hạnh", Role.HANDLER, economy),
        "phuong": ("Phạm Thị Phượng", Role.HEAD, body),
        "tam": ("Võ Minh Tâm", Role.REPORTER, body),
        "quan": ("Đặng Hồng Quân", Role.ADMINISTRATOR, body),
        "la": ("Người Lạ", Role.RECEPTION, other),
        "khoa": ("Đỗ Minh Khoa", Role.REPORTER, above),
    }
    sitting = {username: _sit(username, *post) for username, post in posts.items()}
    return World(sitting, commune, body, economy, neighbour)


@pytest.fixture
def as_(world: World) -> Callable[[str], Client]:
    """A browser in which somebody has signed in; "" for nobody."""

    def sign(username: str) -> Client:
        client = Client()
        if username:
            session = client.session
            session[seating.ACCOUNT] = world[username].account_id
            session[seating.POST] = world[username].post_id
            session.save()
        return client

    return sign


@pytest.fixture
def bring(world: World) -> Callable[..., Receipt]:
    """Somebody brings a petition to anh Minh; `by` and the rest of the draft may differ."""

    def brought(text: str = "Đường ấp 3 ngập nước mỗi khi mưa lớn.", *, by: str = "minh", **rest: object) -> Receipt:
        seat = world[by]
        told = {"kind": Kind.PETITION, "channel": Channel.COUNTER, "senders": (LAN,), **rest}
        draft = Draft(text=text, body_id=seat.body_id, unit_id=seat.unit_id, **told)
        return cases.lodge(by=seat, at=NOW, draft=draft)

    return brought


@pytest.fixture
def accepted(world: World, bring: Callable[..., Receipt]) -> Receipt:
    """A petition that anh Minh classified and accepted, and gave to chị Hạnh."""
    receipt, minh = bring(), world["minh"]
    sorted_ = {"kind": "petition", "eligibility": "eligible", "competence": "within", "field": "works"}
    view = cases.take(receipt.case_id, Verb.CLASSIFY, by=minh, at=NOW, seen=1, given=sorted_)
    view = cases.take(receipt.case_id, Verb.ACCEPT, by=minh, at=NOW, seen=view.seen, given={})
    given = {"office": str(world.economy_id), "post": str(world["hanh"].post_id)}
    cases.take(receipt.case_id, Verb.ASSIGN, by=minh, at=NOW, seen=view.seen, given=given)
    return receipt
