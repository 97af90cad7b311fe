"""Names, kinds and codes change with a day and an act; what was stays readable."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from gandan.foundation.territory import actions, queries
from gandan.foundation.territory.models import UnitVersion
from gandan.foundation.territory.words import Kind, Scheme, SuccessionKind
from gandan.pure.refusal import Absent, Refused

DAY = date(2027, 1, 1)
FIRST_NEW_DAY = date(2025, 7, 1)


@pytest.fixture
def cang_long(vinh_long: actions.Loaded) -> int:
    return queries.search("xã càng long", FIRST_NEW_DAY)[0].unit.id


def test_a_commune_becomes_a_ward_and_was_a_commune_the_day_before(cang_long: int) -> None:
    actions.add_version(cang_long, valid_from=DAY, act="NQ thử", kind=Kind.WARD, name="Phường Càng Long")
    before, after = queries.unit(cang_long, date(2026, 12, 31)), queries.unit(cang_long, DAY)
    assert (before.name, before.valid_to) == ("Xã Càng Long", date(2026, 12, 31))
    assert (after.name, after.code, after.parent_id, after.act) == (
        "Phường Càng Long",
        before.code,
        before.parent_id,
        "NQ thử",
    )
    assert queries.search("phuong cang long", DAY)[0].unit.id == cang_long
    assert queries.search("phuong cang long", date(2026, 12, 31)) == []


def test_versions_come_in_order(cang_long: int) -> None:
    for day in (FIRST_NEW_DAY, date(2020, 1, 1)):
        with pytest.raises(Refused, match=r"territory\.version_out_of_order"):
            actions.add_version(cang_long, valid_from=day, act="NQ thử", name="Xã khác")
    actions.close_unit(cang_long, last_day=date(2026, 12, 31))
    with pytest.raises(Refused, match=r"territory\.version_out_of_order"):
        actions.add_version(cang_long, valid_from=DAY, act="NQ thử", name="Xã khác")
    with pytest.raises(Refused, match=r"territory\.unit_closed"):
        actions.close_unit(cang_long, last_day=DAY)
    with pytest.raises(Absent):
        queries.unit(cang_long, DAY)


def test_a_code_that_another_unit_holds_is_refused(cang_long: int) -> None:
    other = queries.search("xã cầu kè", FIRST_NEW_DAY)[0].unit
    with pytest.raises(Refused, match=r"territory\.code_taken") as refusal:
        actions.add_version(cang_long, valid_from=DAY, act="NQ thử", code=other.code)
    assert "Xã Cầu Kè" in refusal.value.said.vi


def test_a_retired_code_may_be_given_again(cang_long: int) -> None:
    other = queries.search("xã cầu kè", FIRST_NEW_DAY)[0].unit
    actions.close_unit(other.id, last_day=date(2026, 12, 31))
    actions.add_version(cang_long, valid_from=DAY, act="NQ thử", code=other.code)
    assert queries.unit_on(other.code, date(2026, 12, 31)).id == other.id
    assert queries.unit_on(other.code, DAY).id == cang_long


def test_no_district_opens_after_june_2025(vinh_long: actions.Loaded) -> None:
    with pytest.raises(Refused, match=r"territory\.no_district_level"):
        actions.open_unit(
            key="d999",
            kind=Kind.TOWN,
            name="Thị xã mới",
            valid_from=FIRST_NEW_DAY,
            act="thử",
            parent_id=queries.unit_by_key("p86"),
        )


def test_the_tables_refuse_too(cang_long: int) -> None:
    version = UnitVersion.objects.get(unit_id=cang_long, valid_to=None)
    broken = [
        {"valid_to": date(2025, 1, 1)},
        {"tier": "district"},
        {"code": queries.search("xã cầu kè", FIRST_NEW_DAY)[0].unit.code},
    ]
    for change in broken:
        with pytest.raises(IntegrityError), transaction.atomic():
            UnitVersion.objects.filter(id=version.id).update(**change)


def test_a_hamlet_opens_under_its_commune(cang_long: int) -> None:
    hamlet = actions.open_unit(
        key="h-cang-long-1", kind=Kind.HAMLET, name="Ấp 1", valid_from=DAY, act="NQ HĐND xã", parent_id=cang_long
    )
    assert [view.name for view in queries.children(cang_long, DAY)] == ["Ấp 1"]
    assert queries.descendant_ids(cang_long, DAY) == [cang_long, hamlet]
    for key, parent, code in (
        ("h-cang-long-1", cang_long, "key_taken"),
        ("h2", queries.unit_by_key("d844"), "not_alive_on_day"),
    ):
        with pytest.raises(Refused, match=rf"territory\.{code}"):
            actions.open_unit(key=key, kind=Kind.HAMLET, name="Ấp 2", valid_from=DAY, act="thử", parent_id=parent)


def test_a_succession_needs_an_ended_source_a_living_target_and_no_more_than_the_whole(cang_long: int) -> None:
    one, two = (queries.search(name, FIRST_NEW_DAY)[0].unit.id for name in ("xã cầu kè", "xã tiểu cần"))
    edge = {"source_id": cang_long, "kind": SuccessionKind.SPLIT, "day": DAY, "act": "NQ thử"}
    with pytest.raises(Refused, match=r"territory\.source_still_lives"):
        actions.record_succession(**edge, target_id=one)
    actions.close_unit(cang_long, last_day=date(2026, 12, 31))
    with pytest.raises(Refused, match=r"territory\.not_alive_on_day"):
        actions.record_succession(**edge, target_id=queries.unit_by_key("p84-old"))
    actions.record_succession(**edge, target_id=one, share=Decimal("0.7"))
    with pytest.raises(Refused, match=r"territory\.shares_exceed_whole"):
        actions.record_succession(**edge, target_id=two, share=Decimal("0.4"))
    actions.record_succession(**edge, target_id=two, share=Decimal("0.3"))
    assert {target for _, target, _ in queries.successors(cang_long)} == {one, two}


def test_an_identifier_of_another_scheme_has_its_days(cang_long: int) -> None:
    actions.record_identifier(unit_id=cang_long, scheme=Scheme.QD20, value="H59.1", valid_from=FIRST_NEW_DAY)
    actions.record_identifier(unit_id=cang_long, scheme=Scheme.QD20, value="H61.7", valid_from=DAY)
    assert queries.identifiers(cang_long, date(2026, 12, 31)) == {Scheme.QD20: "H59.1"}
    assert queries.identifiers(cang_long, DAY) == {Scheme.QD20: "H61.7"}
    assert queries.identifiers(cang_long, date(2025, 6, 30)) == {}


def test_a_load_keeps_what_was_changed_by_hand(cang_long: int) -> None:
    actions.add_version(cang_long, valid_from=DAY, act="NQ thử", name="Xã Càng Long Mới")
    again = actions.load_register(provinces=("86",))
    assert (again.units, again.versions) == (0, 0)
    assert queries.unit(cang_long, DAY).name == "Xã Càng Long Mới"
