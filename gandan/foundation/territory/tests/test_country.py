"""The whole country, loaded once. Expected figures: NQ 202/2025/QH15, QĐ 19/2025/QĐ-TTg, the handbook's §1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from django.db import transaction

from gandan.foundation.territory import actions, queries
from gandan.foundation.territory.models import RegisterLoad, Unit, UnitVersion
from gandan.foundation.territory.words import Kind, Tier

LAST_OLD_DAY, FIRST_NEW_DAY = date(2025, 6, 30), date(2025, 7, 1)

MADE_OF = {  # QĐ 19/2025/QĐ-TTg; NQ 202/2025/QH15
    "01": "Hà Nội",
    "04": "Cao Bằng",
    "08": "Tuyên Quang, Hà Giang",
    "11": "Điện Biên",
    "12": "Lai Châu",
    "14": "Sơn La",
    "15": "Lào Cai, Yên Bái",
    "19": "Thái Nguyên, Bắc Kạn",
    "20": "Lạng Sơn",
    "22": "Quảng Ninh",
    "24": "Bắc Ninh, Bắc Giang",
    "25": "Phú Thọ, Vĩnh Phúc, Hòa Bình",
    "31": "Hải Phòng, Hải Dương",
    "33": "Hưng Yên, Thái Bình",
    "37": "Ninh Bình, Hà Nam, Nam Định",
    "38": "Thanh Hóa",
    "40": "Nghệ An",
    "42": "Hà Tĩnh",
    "44": "Quảng Trị, Quảng Bình",
    "46": "Huế",
    "48": "Đà Nẵng, Quảng Nam",
    "51": "Quảng Ngãi, Kon Tum",
    "52": "Gia Lai, Bình Định",
    "56": "Khánh Hòa, Ninh Thuận",
    "66": "Đắk Lắk, Phú Yên",
    "68": "Lâm Đồng, Đắk Nông, Bình Thuận",
    "75": "Đồng Nai, Bình Phước",
    "79": "Hồ Chí Minh, Bình Dương, Bà Rịa - Vũng Tàu",
    "80": "Tây Ninh, Long An",
    "82": "Đồng Tháp, Tiền Giang",
    "86": "Vĩnh Long, Bến Tre, Trà Vinh",
    "91": "An Giang, Kiên Giang",
    "92": "Cần Thơ, Sóc Trăng, Hậu Giang",
    "96": "Cà Mau, Bạc Liêu",
}


@pytest.fixture(scope="module")
def country(django_db_setup: None, django_db_blocker: Any) -> Iterator[actions.Loaded]:
    """The country, loaded once for this file and taken back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield actions.load_register()
        transaction.set_rollback(True)


pytestmark = pytest.mark.django_db


def kinds(day: date, tier: Tier) -> dict[Kind, int]:
    rows = UnitVersion.objects.filter(tier=tier.value, valid_from__lte=day).exclude(valid_to__lt=day)
    return {Kind(kind): number for kind, number in Counter(rows.values_list("kind", flat=True)).items()}


def test_there_are_34_provinces_and_3321_communes_from_1_july_2025(country: actions.Loaded) -> None:
    assert queries.count(Tier.PROVINCE, FIRST_NEW_DAY) == 34
    assert queries.count(Tier.DISTRICT, FIRST_NEW_DAY) == 0
    assert queries.count(Tier.COMMUNE, FIRST_NEW_DAY) == 3321


def test_there_were_63_provinces_696_districts_and_10035_communes_the_day_before(country: actions.Loaded) -> None:
    assert queries.count(Tier.PROVINCE, LAST_OLD_DAY) == 63
    assert queries.count(Tier.DISTRICT, LAST_OLD_DAY) == 696
    assert queries.count(Tier.COMMUNE, LAST_OLD_DAY) == 10035


def test_the_kinds_are_the_published_ones(country: actions.Loaded) -> None:
    assert kinds(FIRST_NEW_DAY, Tier.COMMUNE) == {Kind.RURAL_COMMUNE: 2621, Kind.WARD: 687, Kind.SPECIAL_ZONE: 13}
    assert kinds(FIRST_NEW_DAY, Tier.PROVINCE) == {Kind.PROVINCE: 28, Kind.CENTRAL_CITY: 6}
    assert kinds(date(2026, 4, 30), Tier.PROVINCE) == {Kind.PROVINCE: 27, Kind.CENTRAL_CITY: 7}


def test_the_special_zones_are_the_thirteen(country: actions.Loaded) -> None:
    named = set(Unit.objects.filter(kind=Kind.SPECIAL_ZONE.value).values_list("short_name", flat=True))
    assert named == {
        *("Vân Đồn", "Cô Tô", "Cát Hải", "Bạch Long Vĩ", "Cồn Cỏ", "Lý Sơn", "Hoàng Sa", "Trường Sa", "Phú Quý"),
        *("Côn Đảo", "Kiên Hải", "Phú Quốc", "Thổ Châu"),
    }


@pytest.mark.parametrize("code", MADE_OF)
def test_every_province_is_made_of_its_predecessors(country: actions.Loaded, code: str) -> None:
    province = queries.unit_on(code, FIRST_NEW_DAY)
    olds = [queries.units([id_], LAST_OLD_DAY).get(id_) for id_ in queries.predecessor_ids(province.id)]
    names = {old.short_name for old in olds if old is not None and old.tier is Tier.PROVINCE}
    assert names == set(MADE_OF[code].split(", "))


def test_every_unit_that_ended_has_a_successor_and_every_new_one_a_predecessor(country: actions.Loaded) -> None:
    assert not Unit.objects.filter(valid_to=LAST_OLD_DAY, successors=None).exists()
    assert not Unit.objects.filter(valid_from=FIRST_NEW_DAY, predecessors=None).exists()


def test_no_versions_of_a_unit_overlap_and_no_code_names_two_units_on_one_day(country: actions.Loaded) -> None:
    rows = UnitVersion.objects.values_list("unit_id", "tier", "code", "valid_from", "valid_to")
    for key in (lambda row: row[0], lambda row: row[1:3]):
        lines: dict[Any, list[tuple[date, date]]] = {}
        for row in rows:
            if row[2]:
                lines.setdefault(key(row), []).append((row[3], row[4] or date.max))
        for line in map(sorted, lines.values()):
            assert all(ends < begins for (_, ends), (begins, _) in pairwise(line)), line


def test_every_unit_repeats_its_last_version(country: actions.Loaded) -> None:
    last = {row.unit_id: row for row in UnitVersion.objects.order_by("valid_from")}
    assert len(last) == Unit.objects.count()
    for unit in Unit.objects.all():
        version = last[unit.id]
        assert (unit.code, unit.name, unit.kind, unit.parent_id, unit.valid_to) == (
            *(version.code, version.name, version.kind, version.parent_id, version.valid_to),
        )


def test_loading_again_adds_nothing_and_records_nothing(country: actions.Loaded) -> None:
    again = actions.load_register()
    assert (again.units, again.versions, again.successions) == (0, 0, 0)
    assert RegisterLoad.objects.count() == 1
    assert queries.loads() == [("vietnamadminunits", again.version, "all", country.units)]


def test_the_islands_without_communes_live_on_in_their_special_zones(country: actions.Loaded) -> None:
    for code, name in {
        "318": "Bạch Long Vĩ",
        "471": "Cồn Cỏ",
        "498": "Hoàng Sa",
        "536": "Lý Sơn",
        "755": "Côn Đảo",
    }.items():
        [(_, target, day)] = queries.successors(queries.unit_on(code, LAST_OLD_DAY).id)
        assert (queries.unit(target, day).name, day) == (f"Đặc khu {name}", FIRST_NEW_DAY)
