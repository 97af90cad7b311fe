"""What a report of a changing area gathers: units that passed into it during the period, whole or divided inside it."""

from __future__ import annotations

from datetime import date

import pytest

from gandan.foundation.territory import actions, queries
from gandan.foundation.territory.words import Kind, SuccessionKind

BORN, LAST, DAY = date(2010, 1, 1), date(2025, 6, 30), date(2025, 7, 1)
YEAR = {"start": date(2024, 12, 15), "end": date(2025, 12, 14)}

pytestmark = pytest.mark.django_db


def commune(key: str, since: date = BORN) -> int:
    return actions.open_unit(
        key=key, kind=Kind.RURAL_COMMUNE, name=f"Xã {key}", valid_from=since, act="thử", parent_id=None
    )


def ends_in(source: int, *targets: int) -> int:
    actions.close_unit(source, last_day=LAST)
    kind = SuccessionKind.MERGE if len(targets) == 1 else SuccessionKind.SPLIT
    for target in targets:
        actions.record_succession(source_id=source, target_id=target, kind=kind, day=DAY, act="thử")
    return source


def test_three_communes_that_merged_are_gathered_whole() -> None:
    new = commune("Mới", DAY)
    old = {ends_in(commune(name), new) for name in ("Một", "Hai", "Ba")}
    assert queries.gathered([new], **YEAR).whole == dict.fromkeys(old, new)


def test_a_divided_commune_is_told_only_when_all_its_parts_are_inside() -> None:
    north, south = commune("Bắc", DAY), commune("Nam", DAY)
    old = ends_in(commune("Cũ"), north, south)
    inside = queries.gathered([north, south], **YEAR)
    assert (inside.whole, inside.divided) == ({}, {old})
    assert queries.gathered([north], **YEAR).divided == frozenset()


def test_a_merger_before_or_after_the_period_is_not_gathered() -> None:
    new = commune("Mới", DAY)
    ends_in(commune("Một"), new)
    assert queries.gathered([new], start=DAY, end=date(2026, 1, 1)).whole == {}
    assert queries.gathered([new], start=BORN, end=LAST).whole == {}


def test_two_steps_in_one_period_lead_to_the_last_home() -> None:
    last, middle = commune("Cuối", date(2025, 10, 1)), commune("Giữa", DAY)
    first = ends_in(commune("Đầu"), middle)
    actions.close_unit(middle, last_day=date(2025, 9, 30))
    actions.record_succession(
        source_id=middle, target_id=last, kind=SuccessionKind.MERGE, day=date(2025, 10, 1), act="thử"
    )
    assert queries.gathered([last], **YEAR).whole == {first: last, middle: last}
