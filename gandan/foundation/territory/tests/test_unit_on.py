"""A code is a key only together with a date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from gandan.foundation.territory import actions, queries
from gandan.foundation.territory.words import Kind, Tier
from gandan.pure.refusal import Absent, Refused

LAST_OLD_DAY, FIRST_NEW_DAY = date(2025, 6, 30), date(2025, 7, 1)


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [  # QĐ 124/2004/QĐ-TTg and QĐ 19/2025/QĐ-TTg
        ("15", "Tỉnh Yên Bái", "Tỉnh Lào Cai"),
        ("24", "Tỉnh Bắc Giang", "Tỉnh Bắc Ninh"),
        ("52", "Tỉnh Bình Định", "Tỉnh Gia Lai"),
        ("80", "Tỉnh Long An", "Tỉnh Tây Ninh"),
        ("82", "Tỉnh Tiền Giang", "Tỉnh Đồng Tháp"),
        ("91", "Tỉnh Kiên Giang", "Tỉnh An Giang"),
        ("44", "Tỉnh Quảng Bình", "Tỉnh Quảng Trị"),
        ("12", "Tỉnh Lai Châu", "Tỉnh Lai Châu"),
    ],
)
def test_a_code_may_name_another_province_after_the_merger(
    load: Callable[..., actions.Loaded], code: str, before: str, after: str
) -> None:
    load(code)
    old, new = queries.unit_on(code, LAST_OLD_DAY), queries.unit_on(code, FIRST_NEW_DAY)
    assert (old.name, new.name) == (before, after)
    assert (old.id == new.id) == (before == after)


@pytest.mark.parametrize(("code", "name", "now"), [("84", "Tỉnh Trà Vinh", "86"), ("17", "Tỉnh Hòa Bình", "25")])
def test_a_retired_code_is_explained(load: Callable[..., actions.Loaded], code: str, name: str, now: str) -> None:
    load(now)
    old = queries.unit_on(code, LAST_OLD_DAY)
    [(_, target, _)] = queries.successors(old.id)
    assert (old.name, target) == (name, queries.unit_on(now, FIRST_NEW_DAY).id)
    with pytest.raises(Absent, match=f"{name} từ 01/08/2008 đến 30/06/2025"):
        queries.unit_on(code, FIRST_NEW_DAY)


def test_dong_nai_is_a_city_from_30_april_2026_and_the_same_unit(load: Callable[..., actions.Loaded]) -> None:
    load("75")
    before, after = queries.unit_on("75", date(2026, 4, 29)), queries.unit_on("75", date(2026, 4, 30))
    assert (before.kind, after.kind) == (Kind.PROVINCE, Kind.CENTRAL_CITY)
    assert (before.name, after.name) == ("Tỉnh Đồng Nai", "Thành phố Đồng Nai")
    assert before.id == after.id
    assert "chưa đối chiếu" in after.act


def test_hue_was_thua_thien_hue_until_2024(load: Callable[..., actions.Loaded]) -> None:
    load("46")
    assert queries.unit_on("46", date(2024, 12, 31)).name == "Tỉnh Thừa Thiên Huế"
    assert queries.unit_on("46", date(2025, 1, 1)).in_text == "thành phố Huế"


def test_a_commune_untouched_by_the_reform_is_one_unit_with_two_versions(load: Callable[..., actions.Loaded]) -> None:
    load("91")
    before, after = queries.unit_on("31105", LAST_OLD_DAY), queries.unit_on("31105", FIRST_NEW_DAY)
    assert (before.name, after.name) == ("Xã Thổ Châu", "Đặc khu Thổ Châu")
    assert before.id == after.id
    assert [above.name for above in queries.ancestors(before.id, LAST_OLD_DAY)] == [
        *("Thành phố Phú Quốc", "Tỉnh Kiên Giang", "Việt Nam")
    ]
    assert [above.name for above in queries.ancestors(after.id, FIRST_NEW_DAY)] == ["Tỉnh An Giang", "Việt Nam"]


def test_an_unknown_code_an_empty_code_and_the_wrong_tier_are_absent(vinh_long: actions.Loaded) -> None:
    for code, tier in (
        ("99", None),
        ("", None),
        ("\0", None),
        ("86'", None),
        ("8" * 10_000, None),
        ("86", Tier.COMMUNE),
    ):
        with pytest.raises(Absent):
            queries.unit_on(code, FIRST_NEW_DAY, tier=tier)


def test_vinh_long_has_124_communes_in_one_query(
    vinh_long: actions.Loaded, django_assert_num_queries: Callable
) -> None:
    province = queries.unit_on("86", FIRST_NEW_DAY).id
    with django_assert_num_queries(1):
        assert len(queries.communes(province, FIRST_NEW_DAY)) == 124
    with django_assert_num_queries(1):
        choices = queries.commune_choices(province, FIRST_NEW_DAY)
    assert {id_ for id_, _ in choices} == {view.id for view in queries.communes(province, FIRST_NEW_DAY)}
    names = [name for _, name in choices]
    assert (names[0], names[-1]) == ("Xã An Bình", "Xã Vĩnh Xuân")
    assert names.index("Xã Cầu Kè") < names.index("Phường Duyên Hải") < names.index("Xã Tiểu Cần")
    assert queries.province_choices(FIRST_NEW_DAY) == [(province, "Tỉnh Vĩnh Long")]
    assert len(queries.descendant_ids(province, FIRST_NEW_DAY)) == 125


def test_tra_vinh_had_nine_districts(vinh_long: actions.Loaded) -> None:
    tra_vinh = queries.unit_on("84", date(2017, 10, 1))
    districts = queries.children(tra_vinh.id, date(2017, 10, 1))
    assert len(districts) == 9
    assert not any(district.start_is_known for district in districts)
    old_communes = queries.communes(tra_vinh.id, LAST_OLD_DAY)
    assert len(queries.descendant_ids(tra_vinh.id, LAST_OLD_DAY)) == 1 + 9 + len(old_communes)


def test_a_count_of_communes_before_the_register_is_complete_is_refused(vinh_long: actions.Loaded) -> None:
    assert queries.count(Tier.PROVINCE, date(2017, 10, 1)) == 3
    for tier, day in ((Tier.COMMUNE, date(2017, 10, 1)), (Tier.HAMLET, FIRST_NEW_DAY)):
        with pytest.raises(Refused, match=r"territory\.register_incomplete"):
            queries.count(tier, day)
