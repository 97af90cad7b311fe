"""A post is held between two days, at one office; nobody sits in another's seat."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from gandan.foundation.people import actions, queries
from gandan.foundation.people.models import Account, Person
from gandan.foundation.people.sealing import blind, unseal
from gandan.foundation.people.words import Role
from gandan.foundation.territory import actions as territory
from gandan.foundation.territory import queries as units
from gandan.foundation.territory.words import Kind, OfficeKind, OfficeView
from gandan.pure.refusal import Absent, Refused

pytestmark = pytest.mark.django_db
START, END = date(2025, 7, 1), date(2026, 6, 30)


@pytest.fixture
def committee() -> OfficeView:
    unit_id = territory.open_unit(
        key="hoa-binh", kind=Kind.RURAL_COMMUNE, name="Xã Hòa Bình", valid_from=START, act="NQ 202/2025", parent_id=None
    )
    office_id = territory.open_office(
        unit_id=unit_id, kind=OfficeKind.PEOPLE_COMMITTEE, name="UBND xã Hòa Bình", valid_from=START
    )
    return units.office(office_id)


@pytest.fixture
def minh() -> Account:
    return actions.open_account(username="minh", full_name="Trần Văn Minh", password="trà-ôn-cầu-tre-1")


def test_minh_sits_while_his_post_lasts(minh: Account, committee: OfficeView) -> None:
    actions.give_post(minh, office_id=committee.id, role=Role.RECEPTION, valid_from=START, valid_to=END)
    assert [seat.role for seat in queries.seats(minh, on=END)] == [Role.RECEPTION]
    assert queries.seats(minh, on=date(2026, 7, 1)) == []
    assert queries.seats(minh, on=date(2025, 6, 30)) == []


def test_a_seat_knows_the_body_and_the_area_it_serves(minh: Account, committee: OfficeView) -> None:
    actions.give_post(minh, office_id=committee.id, role=Role.RECEPTION, valid_from=START)
    (seat,) = queries.seats(minh, on=END)
    assert (seat.body_id, seat.unit_id, seat.body_path) == (committee.id, committee.unit_id, f"{committee.id}/")


def test_an_officer_of_a_department_reaches_the_department_and_not_the_province(minh: Account) -> None:
    """A sở receives in its own name (Luật Tiếp công dân Điều 18); a secretariat acts for the committee."""
    province = territory.open_unit(
        key="vinh-long", kind=Kind.PROVINCE, name="Tỉnh Vĩnh Long", valid_from=START, act="NQ 202/2025", parent_id=None
    )
    tree = [
        (OfficeKind.PEOPLE_COMMITTEE, "UBND tỉnh", None),
        (OfficeKind.DEPARTMENT, "Sở Xây dựng", 0),
        (OfficeKind.SECRETARIAT, "Văn phòng UBND tỉnh", 0),
    ]
    ids: list[int] = []
    for kind, name, above in tree:
        parent = None if above is None else ids[above]
        ids.append(territory.open_office(unit_id=province, kind=kind, name=name, valid_from=START, parent_id=parent))
    for office_id in ids[1:]:
        actions.give_post(minh, office_id=office_id, role=Role.RECEPTION, valid_from=START)
    department, secretariat = queries.seats(minh, on=END)
    assert (department.body_id, department.body_path) == (ids[1], f"{ids[0]}/{ids[1]}/")
    assert (secretariat.body_id, secretariat.body_path) == (ids[0], f"{ids[0]}/")


def test_nobody_sits_in_anothers_seat(minh: Account, committee: OfficeView) -> None:
    post = actions.give_post(minh, office_id=committee.id, role=Role.HEAD, valid_from=START)
    other = actions.open_account(username="tu", full_name="Lê Tú", password="vàm-lịch-thứ-hai")
    with pytest.raises(Absent):
        queries.seat(post.pk, account_id=other.pk, on=END)


def test_an_ended_post_seats_nobody_the_day_after(minh: Account, committee: OfficeView) -> None:
    post = actions.give_post(minh, office_id=committee.id, role=Role.HANDLER, valid_from=START)
    actions.end_post(post, on=date(2026, 3, 31))
    assert queries.seat(post.pk, account_id=minh.pk, on=date(2026, 3, 31)).role is Role.HANDLER
    with pytest.raises(Absent):
        queries.seat(post.pk, account_id=minh.pk, on=date(2026, 4, 1))


def test_a_common_password_is_refused() -> None:
    with pytest.raises(Refused):
        actions.open_account(username="x", full_name="X", password="password123")


def test_an_identity_number_is_sealed_and_still_found() -> None:
    at = datetime(2026, 7, 2, tzinfo=UTC)
    lan = actions.note_person(full_name="Nguyễn Thị Lan", at=at, phone="+84 912.345.678", identity="086 155 000 123")
    row = Person.objects.get(pk=lan.pk)
    assert b"086155000123" not in bytes(row.identity_sealed)
    assert unseal(row.identity_sealed) == "086155000123"
    assert Person.objects.filter(identity_index=blind("086155000123")).get() == lan
    assert (row.phone, row.folded_name) == ("0912345678", "nguyen thi lan")
