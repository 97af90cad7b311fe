"""A commune with one office, and a folder opened there."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from gandan.foundation.people.words import Role, Seat
from gandan.foundation.records import actions
from gandan.foundation.records.models import Folder
from gandan.foundation.records.words import FolderKind
from gandan.foundation.territory import actions as territory
from gandan.foundation.territory.words import Kind, OfficeKind

NOW = datetime(2026, 7, 2, 1, 15, tzinfo=UTC)
MINH = Seat(name="Trần Văn Minh", role=Role.RECEPTION, office_name="Bộ phận tiếp công dân")


START = date(2025, 7, 1)


@pytest.fixture
def hoa_binh(db: None) -> int:
    return territory.open_unit(
        key="hoa-binh", kind=Kind.RURAL_COMMUNE, name="Xã Hòa Bình", valid_from=START, act="NQ 202/2025", parent_id=None
    )


@pytest.fixture
def office(hoa_binh: int) -> int:
    return territory.open_office(
        unit_id=hoa_binh, kind=OfficeKind.PEOPLE_COMMITTEE, name="UBND xã Hòa Bình", valid_from=START
    )


@pytest.fixture
def folder(hoa_binh: int) -> Folder:
    return actions.open_folder(kind=FolderKind.CASE, unit_id=hoa_binh, at=NOW)
