"""Who sits at a screen: asked anew on every request, so that a post that ended opens nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from gandan.doors.look import clock, seating
from gandan.foundation.people import actions as people
from gandan.foundation.people import queries
from gandan.foundation.people.words import Right, Role, Seat
from gandan.foundation.territory import actions as territory
from gandan.foundation.territory.words import Kind, OfficeKind
from gandan.pure.refusal import Refused

pytestmark = pytest.mark.django_db
SINCE, TODAY = date(2025, 7, 1), date(2026, 7, 2)


@dataclass
class Minh:
    """Anh Minh, his post and his seat."""

    post: Any
    seat: Seat


@pytest.fixture(autouse=True)
def thursday(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(clock, "moment", lambda: datetime(2026, 7, 2, 1, 15, tzinfo=UTC))
    yield


@pytest.fixture
def minh(settings: Any) -> Minh:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    unit = territory.open_unit(
        key="c1", kind=Kind.RURAL_COMMUNE, name="Xã Hòa Bình", valid_from=SINCE, act="Nghị quyết", parent_id=None
    )
    office = territory.open_office(
        unit_id=unit, kind=OfficeKind.PEOPLE_COMMITTEE, name="UBND xã Hòa Bình", valid_from=SINCE
    )
    account = people.open_account(username="minh", full_name="Lê Văn Minh", password="gió mùa đông bắc 26")
    post = people.give_post(account, office_id=office, role=Role.RECEPTION, valid_from=SINCE)
    return Minh(post, queries.seat(post.pk, account_id=account.pk, on=TODAY))


def request(session: SessionStore | None = None) -> HttpRequest:
    made = RequestFactory().get("/desk/")
    made.session = session or SessionStore()
    return made


@seating.seated(Right.RECEIVE)
def counter(request: HttpRequest) -> HttpResponse:
    return HttpResponse("the counter")


@seating.seated(Right.MANAGE)
def settings_page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("the settings")


def test_whoever_takes_a_seat_keeps_it_for_the_session_under_a_new_key(minh: Minh) -> None:
    first = request()
    first.session.save()
    before = first.session.session_key
    seating.take_seat(first, minh.seat)
    assert first.session.session_key != before
    assert seating.seat_of(request(first.session)) == minh.seat
    assert counter(request(first.session))["Cache-Control"] == "private, no-store"


def test_nobody_sits_without_signing_in(minh: Minh) -> None:
    assert seating.seat_or_none(request()) is None
    with pytest.raises(seating.SignInFirst):
        counter(request())


def test_a_post_that_ended_opens_nothing(minh: Minh) -> None:
    first = request()
    seating.take_seat(first, minh.seat)
    people.end_post(minh.post, on=date(2026, 7, 1))
    with pytest.raises(seating.SignInFirst):
        counter(request(first.session))


def test_a_seat_without_the_right_is_told_so(minh: Minh) -> None:
    first = request()
    seating.take_seat(first, minh.seat)
    with pytest.raises(Refused, match="không được quản trị"):
        settings_page(request(first.session))


def test_leaving_forgets_the_seat(minh: Minh) -> None:
    first = request()
    seating.take_seat(first, minh.seat)
    seating.leave(first)
    assert seating.seat_or_none(first) is None and not first.session.keys()


def test_another_accounts_post_is_no_seat(minh: Minh) -> None:
    first = request()
    first.session[seating.ACCOUNT] = (minh.seat.account_id or 0) + 1
    first.session[seating.POST] = minh.seat.post_id
    assert seating.seat_or_none(first) is None
