"""Units are found as people type them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from gandan.foundation.territory import actions, queries

TODAY, LAST_OLD_DAY = date(2026, 7, 10), date(2025, 6, 30)


@pytest.mark.parametrize("text", ["càng long", "CANG LONG", "cang  long", "  xa Càng Long ", "Xã Cang Long, vinh long"])
def test_lan_finds_cang_long_however_she_types(vinh_long: actions.Loaded, text: str) -> None:
    assert queries.search(text, TODAY)[0].title == "Xã Càng Long, Tỉnh Vĩnh Long"


def test_old_and_new_spelling_of_tones_meet(vinh_long: actions.Loaded) -> None:
    titles = {tuple(hit.title for hit in queries.search(text, TODAY)) for text in ("Hòa Bình", "Hoà Bình", "hoa binh")}
    assert titles == {("Xã Hòa Bình, Tỉnh Vĩnh Long",)}


def test_the_province_comes_before_communes_of_like_name(vinh_long: actions.Loaded) -> None:
    assert queries.search("vĩnh long", TODAY)[0].title == "Tỉnh Vĩnh Long"


def test_a_search_is_as_of_its_day(vinh_long: actions.Loaded) -> None:
    assert queries.search("huyện càng long", TODAY) == []
    assert queries.search("huyện càng long", LAST_OLD_DAY)[0].title == "Huyện Càng Long, Tỉnh Trà Vinh"


def test_a_code_is_found_too_and_nothing_gives_nothing(vinh_long: actions.Loaded) -> None:
    assert [hit.unit.code for hit in queries.search("86", TODAY)] == ["86"]
    for text in ("", "  ", ",", "%", "không có nơi này", "🙂", "a" * 100_000, "\0"):
        assert queries.search(text, TODAY) == []


def test_the_limit_holds_and_few_queries_are_made(
    vinh_long: actions.Loaded, django_assert_max_num_queries: Callable
) -> None:
    with django_assert_max_num_queries(4):
        assert len(queries.search("a", TODAY, limit=7)) == 7
    assert queries.search("a", TODAY, limit=0) == []
