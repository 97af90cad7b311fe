"""A commune with one office, and a folder opened there."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from gandan.foundation.people.words import Role, Seat
from gandan.foundation.records import actions
from gandan.foundation.records.models import Folder
from gandan.foundation.records.words import FolderKind
from gandan.foundation.territory.models import Office, Unit

NOW = datetime(2026, 7, 2, 1, 15, tzinfo=UTC)
MINH = Seat(name="Trần Văn Minh", role=Role.RECEPTION, office_name="Bộ phận tiếp công dân")


@pytest.fixture
def hoa_binh(db: None) -> Unit:
    return Unit.objects.create(
        key="hoa-binh",
        name="Xã Hòa Bình",
        short_name="Hòa Bình",
        kind="xa",
        tier="commune",
        valid_from=date(2025, 7, 1),
    )


@pytest.fixture
def office(hoa_binh: Unit) -> Office:
    return Office.objects.create(
        unit=hoa_binh, kind="people_committee", name="UBND xã Hòa Bình", path="1/", valid_from=date(2025, 7, 1)
    )


@pytest.fixture
def folder(hoa_binh: Unit) -> Folder:
    return actions.open_folder(kind=FolderKind.CASE, unit_id=hoa_binh.pk, at=NOW)
