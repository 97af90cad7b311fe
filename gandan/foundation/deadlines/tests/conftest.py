"""Xã Hòa Bình in its province, its reception office, Bà Lan's folder, and those who act."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from gandan.foundation.people.words import SYSTEM, Role, Seat
from gandan.foundation.records import actions as records
from gandan.foundation.records.words import FolderKind
from gandan.foundation.territory import actions as territory
from gandan.foundation.territory.words import Kind, OfficeKind

NOW = datetime(2026, 7, 1, 1, 15, tzinfo=UTC)
OPERATOR = SYSTEM


@pytest.fixture
def province(db: None) -> int:
    return territory.open_unit(
        key="p-vl", kind=Kind.PROVINCE, name="Tỉnh Vĩnh Long", valid_from=date(2025, 7, 1), act="NQ 202", parent_id=None
    )


@pytest.fixture
def hoa_binh(province: int) -> int:
    return territory.open_unit(
        key="c-hb",
        kind=Kind.RURAL_COMMUNE,
        name="Xã Hòa Bình",
        valid_from=date(2025, 7, 1),
        act="NQ 1687",
        parent_id=province,
    )


@pytest.fixture
def an_binh(province: int) -> int:
    return territory.open_unit(
        key="c-ab",
        kind=Kind.WARD,
        name="Phường An Bình",
        valid_from=date(2025, 7, 1),
        act="NQ 1687",
        parent_id=province,
    )


@pytest.fixture
def office(hoa_binh: int) -> int:
    return territory.open_office(
        unit_id=hoa_binh,
        kind=OfficeKind.PEOPLE_COMMITTEE,
        name="UBND xã Hòa Bình",
        valid_from=date(2025, 7, 1),
    )


@pytest.fixture
def minh(office: int, hoa_binh: int) -> Seat:
    return Seat(name="Trần Văn Minh", role=Role.RECEPTION, office_id=office, unit_id=hoa_binh)


@pytest.fixture
def commune_admin(office: int, hoa_binh: int) -> Seat:
    return Seat(name="Lê Thị Hạnh", role=Role.ADMINISTRATOR, office_id=office, unit_id=hoa_binh)


@pytest.fixture
def province_admin(province: int) -> Seat:
    return Seat(name="Phạm Văn Đức", role=Role.ADMINISTRATOR, unit_id=province)


@pytest.fixture
def folder(hoa_binh: int) -> records.Folder:
    return records.open_folder(kind=FolderKind.CASE, unit_id=hoa_binh, at=NOW)


@pytest.fixture
def other_folder(an_binh: int) -> records.Folder:
    return records.open_folder(kind=FolderKind.CASE, unit_id=an_binh, at=NOW)
