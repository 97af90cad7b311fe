"""The organisation tree: an office and all below it are one prefix."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from gandan.foundation.territory import actions, queries
from gandan.foundation.territory.words import OfficeKind
from gandan.pure.refusal import Absent, Refused

DAY = date(2026, 7, 10)


@pytest.fixture
def offices(vinh_long: actions.Loaded) -> dict[str, int]:
    """UBND tỉnh with its reception board and inspectorate, UBND xã Càng Long with its economic office."""
    province, commune = queries.unit_by_key("p86"), queries.search("xã càng long", DAY)[0].unit.id
    tree = [
        ("ubnd", None, province, OfficeKind.PEOPLE_COMMITTEE, "Ủy ban nhân dân tỉnh Vĩnh Long"),
        ("board", "ubnd", province, OfficeKind.RECEPTION_BOARD, "Ban tiếp công dân tỉnh"),
        ("inspectorate", "ubnd", province, OfficeKind.INSPECTORATE, "Thanh tra tỉnh"),
        ("commune", "ubnd", commune, OfficeKind.PEOPLE_COMMITTEE, "Ủy ban nhân dân xã Càng Long"),
        ("economy", "commune", commune, OfficeKind.DEPARTMENT, "Phòng Kinh tế"),
    ]
    ids: dict[str, int] = {}
    for key, parent, unit, kind, name in tree:
        above = ids[parent] if parent else None
        ids[key] = actions.open_office(unit_id=unit, kind=kind, name=name, valid_from=date(2025, 7, 1), parent_id=above)
    return ids


def test_a_path_begins_with_the_path_of_the_office_above(offices: dict[str, int]) -> None:
    line = [offices[key] for key in ("ubnd", "commune", "economy")]
    assert queries.office(offices["economy"]).path == "".join(f"{office}/" for office in line)


def test_an_office_and_all_below_it(offices: dict[str, int]) -> None:
    assert {view.id for view in queries.offices_under(offices["ubnd"])} == set(offices.values())
    assert {view.id for view in queries.offices_under(offices["commune"])} == {offices["commune"], offices["economy"]}


def test_the_body_of_an_office_is_its_peoples_committee(
    offices: dict[str, int], django_assert_max_num_queries: Callable
) -> None:
    with django_assert_max_num_queries(2):
        assert queries.body_of(offices["economy"]).id == offices["commune"]
    assert queries.body_of(offices["board"]).id == offices["ubnd"]
    assert queries.body_of(offices["commune"]).id == offices["commune"]
    assert queries.body_of(offices["inspectorate"]).id == offices["inspectorate"]
    lone = actions.open_office(
        unit_id=queries.unit_by_key("p86"), kind=OfficeKind.OTHER, name="Đơn vị sự nghiệp", valid_from=DAY
    )
    assert queries.body_of(lone).id == lone


def test_a_closed_office_is_found_only_on_its_days(offices: dict[str, int]) -> None:
    actions.close_office(offices["board"], last_day=date(2026, 6, 30))
    assert offices["board"] in {view.id for view in queries.offices_under(offices["ubnd"], on=date(2026, 6, 30))}
    assert offices["board"] not in {view.id for view in queries.offices_under(offices["ubnd"], on=DAY)}
    with pytest.raises(Refused, match=r"territory\.ends_before_it_begins"):
        actions.close_office(offices["economy"], last_day=date(2025, 1, 1))


def test_the_offices_of_a_unit(offices: dict[str, int]) -> None:
    served = queries.offices_of(queries.unit_by_key("p86"), DAY)
    assert served[0].name == "Ủy ban nhân dân tỉnh Vĩnh Long"
    assert len(served) == 3


def test_an_office_under_nobody_is_absent(vinh_long: actions.Loaded) -> None:
    with pytest.raises(Absent):
        actions.open_office(
            unit_id=queries.unit_by_key("p86"), kind=OfficeKind.DEPARTMENT, name="Sở", valid_from=DAY, parent_id=10**9
        )
    with pytest.raises(Absent):
        queries.office(10**9)
