"""Pure rules: names, days, shares, and the law of conservation."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.foundation.territory import rules
from gandan.foundation.territory.words import TIER_OF, Kind, SuccessionKind, Tier
from gandan.pure.refusal import Refused

TODAY = date(2027, 1, 1)


@pytest.mark.parametrize(
    ("text", "tier", "full", "short", "kind"),
    [
        ("Thị Xã Việt Yên", Tier.DISTRICT, "Thị xã Việt Yên", "Việt Yên", Kind.TOWN),
        ("Thành phố Thủ Đức", Tier.DISTRICT, "Thành phố Thủ Đức", "Thủ Đức", Kind.PROVINCIAL_CITY),
        ("Thành phố Huế", Tier.PROVINCE, "Thành phố Huế", "Huế", Kind.CENTRAL_CITY),
        ("Phường 1", Tier.COMMUNE, "Phường 1", "Phường 1", Kind.WARD),
        ("Xã Vị Thanh 1", Tier.COMMUNE, "Xã Vị Thanh 1", "Vị Thanh 1", Kind.RURAL_COMMUNE),
    ],
)
def test_a_name_tells_its_kind(text: str, tier: Tier, full: str, short: str, kind: Kind) -> None:
    assert rules.read_name(text, tier) == rules.Name(full, short, kind)
    assert TIER_OF[kind] is tier


def test_a_name_without_a_kind_is_an_error() -> None:
    with pytest.raises(ValueError, match="does not begin with a kind"):
        rules.read_name("Trà Vinh", Tier.PROVINCE)


def test_the_district_level_is_closed() -> None:
    rules.check_tier(Tier.DISTRICT, date(2025, 6, 30))
    with pytest.raises(Refused) as refusal:
        rules.check_tier(Tier.DISTRICT, date(2025, 7, 1))
    assert refusal.value.law == "Luật 72/2025/QH15"


def test_a_stretch_of_one_day_is_allowed_and_a_backward_one_is_not() -> None:
    rules.check_days(TODAY, TODAY)
    rules.check_days(TODAY, None)
    with pytest.raises(Refused, match=r"territory\.ends_before_it_begins"):
        rules.check_days(TODAY, date(2026, 12, 31))


@pytest.mark.parametrize(
    ("count", "shares", "parts"),
    [
        (101, ["0.5", "0.5"], [51, 50]),
        (10, ["0.333", "0.333", "0.334"], [3, 3, 4]),
        (10, ["0.25"], [2]),
        (0, ["1"], [0]),
        (7, ["1"], [7]),
    ],
)
def test_shares_give_whole_parts(count: int, shares: list[str], parts: list[int]) -> None:
    assert rules.allot(count, [Decimal(share) for share in shares]) == parts


@given(st.integers(0, 10**9), st.lists(st.integers(1, 100), min_size=1, max_size=6))
def test_parts_of_the_whole_add_up(count: int, weights: list[int]) -> None:
    exact = [(Decimal(weight) / Decimal(sum(weights))).quantize(Decimal("0.00000001")) for weight in weights]
    exact[-1] += 1 - sum(exact)
    parts = rules.allot(count, exact)
    assert sum(parts) == count
    assert all(abs(part - count * share) < 1 for part, share in zip(parts, exact, strict=True))


@st.composite
def histories(draw: st.DrawFn) -> tuple[dict[int, list[rules.Edge]], dict[int, int | None], dict[int, int]]:
    """A random past: units 0–9, each of them handed on (or not) to later units, with or without shares."""
    edges: dict[int, list[rules.Edge]] = {}
    living: dict[int, int | None] = {}
    for unit in range(10):
        later = draw(st.lists(st.integers(unit + 1, 12), unique=True, max_size=3)) if draw(st.booleans()) else []
        kind = SuccessionKind.MERGE if len(later) == 1 else SuccessionKind.SPLIT
        shares = [draw(st.sampled_from([None, Decimal("0.3"), Decimal("0.25")])) for _ in later]
        days = date(2026, 1, 1 + unit)
        edges[unit] = [rules.Edge(t, kind, days, s, "thử") for t, s in zip(later, shares, strict=True)]
        if not later and draw(st.booleans()):
            living[unit] = None
    living |= dict.fromkeys((10, 11, 12))
    counts = draw(st.dictionaries(st.integers(0, 12), st.integers(0, 5000), max_size=8))
    return edges, living, counts


@given(histories())
def test_restating_loses_nothing_and_adds_nothing(
    history: tuple[dict[int, list[rules.Edge]], dict[int, int | None], dict[int, int]],
) -> None:
    edges, living, counts = history
    restated = rules.Restating(edges, living, {unit: f"Xã {unit}" for unit in range(13)}, TODAY).run(counts)
    assert sum(restated.placed.values()) + restated.remainder == sum(counts.values())
    assert set(restated.placed) <= set(living)
    assert set(restated.provenance) == set(restated.placed)
