"""The small world: xã Hòa Bình with its committee, a neighbour, an empty one; bà Lan sends, anh Minh answers."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from PIL import Image

from gandan.doors.look import clock
from gandan.foundation.people import actions as people
from gandan.foundation.people import queries as seats
from gandan.foundation.people.words import PUBLIC, Role, Seat
from gandan.foundation.territory import actions as territory
from gandan.foundation.territory.words import Kind as UnitKind
from gandan.foundation.territory.words import OfficeKind
from gandan.matters.cases import actions as cases
from gandan.matters.cases import queries
from gandan.matters.cases.words import Channel, Draft, Kind, Receipt, Sender, Verb

NOW = datetime(2026, 7, 2, 1, 15, tzinfo=UTC)  # thứ Năm 02/07/2026, 08:15
SINCE = date(2025, 7, 1)


@dataclass(frozen=True)
class World:
    """Ids of the places and people of the stories."""

    unit_id: int
    other_unit_id: int
    closed_unit_id: int
    body_id: int
    minh: Seat  # receives and decides at the commune


@pytest.fixture(autouse=True)
def eight_fifteen(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """It is Thursday morning; nobody has been counted yet."""
    cache.clear()
    monkeypatch.setattr(clock, "moment", lambda: NOW)
    yield
    cache.clear()


@pytest.fixture
def world(db: None, settings: Any) -> World:
    """Two communes with an open committee, one without."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # the slow one is not tested here
    act = "Nghị quyết mẫu"
    province = territory.open_unit(
        key="p86", kind=UnitKind.PROVINCE, name="Tỉnh Vĩnh Long", valid_from=SINCE, act=act, parent_id=None, code="86"
    )
    units = [
        territory.open_unit(
            key=f"c{code}",
            kind=UnitKind.RURAL_COMMUNE,
            name=name,
            short_name=name.removeprefix("Xã "),
            valid_from=SINCE,
            act=act,
            parent_id=province,
            code=code,
        )
        for code, name in (("29001", "Xã Hòa Bình"), ("29002", "Xã Cầu Kè"), ("29003", "Xã Vắng"))
    ]
    bodies = [
        territory.open_office(
            unit_id=unit_id, kind=OfficeKind.PEOPLE_COMMITTEE, name=f"UBND xã {name}", valid_from=SINCE
        )
        for unit_id, name in zip(units[:2], ("Hòa Bình", "Cầu Kè"), strict=True)
    ]
    account = people.open_account(username="minh", full_name="Lê Văn Minh", password="gió mùa đông bắc 26")
    post = people.give_post(account, office_id=bodies[0], role=Role.HEAD, valid_from=SINCE)
    minh = seats.seat(post.pk, account_id=account.pk, on=NOW.date())
    return World(units[0], units[1], units[2], bodies[0], minh)


@pytest.fixture
def lan() -> Client:
    """Bà Lan's telephone."""
    return Client()


@pytest.fixture
def lodged(world: World) -> Receipt:
    """What bà Lan sent a moment ago."""
    return cases.lodge(by=PUBLIC, at=NOW, draft=draft(world))


def draft(world: World, **changes: Any) -> Draft:
    """The drain in front of bà Lan's house."""
    given: dict[str, Any] = {
        "kind": Kind.FEEDBACK,
        "text": "Cống thoát nước trước nhà bị nghẹt",
        "body_id": world.body_id,
        "unit_id": world.unit_id,
        "channel": Channel.PORTAL,
        "place": "ấp Cầu Tre",
        "senders": (Sender(full_name="Nguyễn Thị Lan", phone="0912345678"),),
    }
    return Draft(**(given | changes))


@pytest.fixture
def answered(world: World, lodged: Receipt) -> Receipt:
    """Anh Minh classified, accepted and answered it."""
    for verb, given in (
        (Verb.CLASSIFY, {"kind": "feedback", "eligibility": "eligible", "competence": "within", "field": "works"}),
        (Verb.ACCEPT, {}),
        (Verb.REPLY, {"text": "Xã đã khơi thông 12 m cống.", "signer": "Lê Văn Minh", "published": "yes"}),
    ):
        seen = queries.case(world.minh, lodged.case_id).seen
        cases.take(lodged.case_id, verb, by=world.minh, at=NOW, seen=seen, given=given)
    return lodged


@pytest.fixture
def form(world: World, lan: Client) -> Callable[..., dict[str, Any]]:
    """What the feedback form holds when it is filled in: a fresh token and bà Lan's words."""

    def fill(**typed: Any) -> dict[str, Any]:
        page = lan.get("/gui/phan-anh").content.decode()
        token = page.split('name="token" value="')[1].split('"')[0]
        return {"token": token, "text": "Cống bị nghẹt", "unit_id": str(world.unit_id)} | typed

    return fill


def photo(name: str = "cong.jpg", size: tuple[int, int] = (40, 30)) -> io.BytesIO:
    """A small picture as a telephone sends it."""
    out = io.BytesIO()
    Image.new("RGB", size, "green").save(out, "JPEG")
    out.seek(0)
    out.name = name
    return out
