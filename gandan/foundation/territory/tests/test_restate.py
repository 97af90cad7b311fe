"""Old counts become counts of today by adding; the old report stays as it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from gandan.foundation.territory import actions, queries
from gandan.foundation.territory.words import Kind, SuccessionKind, Tier

BEFORE, REFORM, TODAY = date(2026, 12, 31), date(2027, 1, 1), date(2027, 3, 1)
LAST_OLD_DAY, FIRST_NEW_DAY = date(2025, 6, 30), date(2025, 7, 1)


def commune(key: str, *, since: date = date(2026, 1, 1)) -> int:
    return actions.open_unit(
        key=key,
        kind=Kind.RURAL_COMMUNE,
        name=f"Xã {key}",
        valid_from=since,
        act="thử",
        parent_id=queries.unit_by_key("p86"),
    )


def end(source: int, *targets: int, kind: SuccessionKind = SuccessionKind.MERGE, shares: tuple[str, ...] = ()) -> None:
    actions.close_unit(source, last_day=BEFORE)
    for target, share in zip(targets, [*map(Decimal, shares), *[None] * (len(targets) - len(shares))], strict=True):
        actions.record_succession(source_id=source, target_id=target, kind=kind, day=REFORM, act="NQ thử", share=share)


def test_forty_thirty_five_and_twenty_five_make_a_hundred_and_the_old_report_stays(vinh_long: actions.Loaded) -> None:
    a, b, c = (commune(key) for key in "abc")
    merged = commune("abc", since=REFORM)
    for old in (a, b, c):
        end(old, merged)
    report = {a: 40, b: 35, c: 25}
    restated = queries.restate(report, to_day=TODAY)
    assert restated.placed == {merged: 100}
    assert restated.unplaced == ()
    assert queries.restate(report, to_day=BEFORE).placed == report == {a: 40, b: 35, c: 25}
    assert [line.vi for line in restated.provenance[merged]] == [
        "40 của Xã a: nhập từ 01/01/2027 (NQ thử)",
        "35 của Xã b: nhập từ 01/01/2027 (NQ thử)",
        "25 của Xã c: nhập từ 01/01/2027 (NQ thử)",
    ]


def test_tra_vinh_2017_stands_in_vinh_long_today(vinh_long: actions.Loaded) -> None:
    tra_vinh, now = queries.unit_on("84", date(2017, 10, 1)).id, queries.unit_on("86", FIRST_NEW_DAY).id
    restated = queries.restate({tra_vinh: 4101, now: 9}, to_day=FIRST_NEW_DAY)
    assert restated.placed == {now: 4110}
    assert {line.vi for line in restated.provenance[now]} == {
        "4.101 của Tỉnh Trà Vinh: nhập từ 01/07/2025 (NQ 202/2025/QH15)",
        "9 của Tỉnh Vĩnh Long, giữ nguyên",
    }


def test_hoa_binh_stands_in_phu_tho(load: Callable[..., actions.Loaded]) -> None:
    load("25")
    old, new = queries.unit_on("17", LAST_OLD_DAY).id, queries.unit_on("25", FIRST_NEW_DAY).id
    assert queries.restate({old: 733}, to_day=FIRST_NEW_DAY).placed == {new: 733}


def test_a_district_counts_at_its_province_today(vinh_long: actions.Loaded) -> None:
    district = queries.unit_on("844", LAST_OLD_DAY)
    restated = queries.restate({district.id: 12}, to_day=FIRST_NEW_DAY)
    assert restated.placed == {queries.unit_on("86", FIRST_NEW_DAY).id: 12}
    assert "giải thể" in restated.provenance[queries.unit_on("86", FIRST_NEW_DAY).id][0].vi


def test_a_divided_commune_without_shares_stays_visibly_unplaced(vinh_long: actions.Loaded) -> None:
    old, one, two = commune("old"), commune("one", since=REFORM), commune("two", since=REFORM)
    end(old, one, two, kind=SuccessionKind.SPLIT)
    restated = queries.restate({old: 7}, to_day=TODAY)
    [line] = restated.unplaced
    assert (restated.placed, restated.remainder, line.source_id, line.count) == ({}, 7, old, 7)
    assert set(line.candidates) == {one, two}
    assert line.within == queries.unit_by_key("p86")
    assert line.said.vi.startswith("7 của Xã old chưa xếp được")


def test_recorded_shares_divide_into_whole_counts(vinh_long: actions.Loaded) -> None:
    old, one, two = commune("old"), commune("one", since=REFORM), commune("two", since=REFORM)
    end(old, one, two, kind=SuccessionKind.SPLIT, shares=("0.5", "0.5"))
    restated = queries.restate({old: 101}, to_day=TODAY)
    assert sorted(restated.placed.values()) == [50, 51]
    assert restated.remainder == 0
    assert "chia từ 01/01/2027, 50% (NQ thử)" in restated.provenance[one][0].vi


def test_a_transferred_part_moves_only_counts_of_before(vinh_long: actions.Loaded) -> None:
    giver, taker = commune("giver"), commune("taker")
    part = {"source_id": giver, "target_id": taker, "kind": SuccessionKind.TRANSFER, "day": REFORM, "act": "NQ thử"}
    actions.record_succession(**part, share=Decimal("0.2"))
    assert queries.restate({giver: 10}, to_day=TODAY).placed == {giver: 10}
    assert queries.restate({giver: 10}, to_day=TODAY, of_day=BEFORE).placed == {giver: 8, taker: 2}
    assert queries.restate({giver: 10}, to_day=TODAY, of_day=REFORM).placed == {giver: 10}
    actions.record_succession(**part, share=None)
    [line] = queries.restate({giver: 10}, to_day=TODAY, of_day=BEFORE).unplaced
    assert set(line.candidates) == {giver, taker}


def test_a_count_is_not_carried_back_before_its_unit(vinh_long: actions.Loaded) -> None:
    new = queries.unit_on("86", FIRST_NEW_DAY).id
    [line] = queries.restate({new: 5}, to_day=LAST_OLD_DAY).unplaced
    assert (line.count, line.candidates) == (5, ())


def test_all_old_communes_of_a_province_restate_and_nothing_is_lost(
    vinh_long: actions.Loaded, django_assert_max_num_queries: Callable
) -> None:
    old = [
        v.id
        for code in ("83", "84", "86")
        for v in queries.communes(queries.unit_on(code, LAST_OLD_DAY).id, LAST_OLD_DAY)
    ]
    counts = {id_: 1 + id_ % 17 for id_ in old}
    with django_assert_max_num_queries(8):
        restated = queries.restate(counts, to_day=FIRST_NEW_DAY)
    province = queries.unit_on("86", FIRST_NEW_DAY).id
    assert sum(restated.placed.values()) + restated.remainder == sum(counts.values())
    assert set(restated.placed) <= set(queries.descendant_ids(province, FIRST_NEW_DAY))
    assert {line.within for line in restated.unplaced} <= {province}


def test_an_unknown_unit_and_a_negative_count_are_errors(vinh_long: actions.Loaded) -> None:
    with pytest.raises(KeyError):
        queries.restate({10**9: 1}, to_day=TODAY)
    with pytest.raises(ValueError, match="negative"):
        queries.restate({queries.unit_by_key("p86"): -1}, to_day=TODAY)
    assert queries.restate({}, to_day=TODAY).placed == {}
    assert queries.unit(queries.unit_by_key("p86"), TODAY).tier is Tier.PROVINCE
