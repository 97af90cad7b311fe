"""The register of units as plain rows: versions and successions, ready to be loaded.

What the source package cannot tell (changes of kind, earlier names) is in `data/changes.csv`, each row with its act.

Keys: tier letter and statistical code. `vn`; `p86`, `c29242` for units that live after 30/06/2025; `p84-old`,
`c29242-old` for provinces and communes that ended on that day; `d842` for districts.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

from gandan.foundation.territory.rules import LAST_DISTRICT_DAY, read_name
from gandan.foundation.territory.source import PACKAGE, Source, read_source
from gandan.foundation.territory.words import Kind, SuccessionKind, Tier

SINCE = date(2008, 8, 1)  # NQ 15/2008/QH12: 63 provinces
REFORM = LAST_DISTRICT_DAY + timedelta(days=1)
CODES_2004, CODES_2025 = "QĐ 124/2004/QĐ-TTg", "QĐ 19/2025/QĐ-TTg"
MERGER_ACT = "NQ 202/2025/QH15"
COMMUNE_ACT = "nghị quyết của UBTVQH về sắp xếp đơn vị hành chính cấp xã năm 2025"
TWO_TIERS = "Luật 72/2025/QH15"
_CHANGES = Path(__file__).parent / "data" / "changes.csv"


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of a unit, with its parent by key."""

    key: str
    code: str
    name: str
    short_name: str
    kind: Kind
    tier: Tier
    parent: str | None
    valid_from: date
    valid_to: date | None
    start_is_known: bool
    lat: float | None
    lon: float | None
    act: str


@dataclass(frozen=True, slots=True)
class SuccessionRow:
    """One succession, units by key."""

    source: str
    target: str
    kind: SuccessionKind
    day: date
    act: str


@dataclass(frozen=True, slots=True)
class Register:
    """Everything there is to load; versions in order of tier and day."""

    source: str
    version: str
    versions: tuple[VersionRow, ...]
    successions: tuple[SuccessionRow, ...]


def read(provinces: Collection[str] | None = None) -> Register:
    """The register of the whole country, or of some present provinces (by code) with all that went into them.

    KeyError with the code when there is no such present province."""
    return _Reading(read_source(), frozenset(provinces) if provinces is not None else None).register()


class _Reading:
    """Turns the source's rows into versions and successions; one province of today after the other."""

    def __init__(self, source: Source, wanted: frozenset[str] | None) -> None:
        self.source = source
        codes = {row["provinceKey"]: row["provinceCode"] for row in source.present}
        if wanted is not None and (unknown := wanted - set(codes.values())):
            raise KeyError(min(unknown))
        self.present = {name: code for name, code in codes.items() if wanted is None or code in wanted}
        self.kept = {
            olds[0]: self.present[new] for new, olds in source.merged.items() if new in self.present and len(olds) == 1
        }
        self.home = {old: new for new, olds in source.merged.items() if new in self.present for old in olds}
        self.former = [row for row in source.former if row["provinceKey"] in self.home]
        self.former_by_key = {_former_key(row): row for row in self.former}
        self.ways = {name: self._ways(name) for name in self.present}
        self.flows = list(self._flows())
        self.same = {ways[0] for way in self.ways.values() for ways in way.values() if self._is_same(ways)}

    def register(self) -> Register:
        successions = (*self._province_successions(), *self._district_successions(), *self._commune_successions())
        versions = (self._country(), *self._provinces(), *self._districts(), *self._communes())
        return Register(PACKAGE, version(PACKAGE), _with_changes(versions), successions)

    def _ways(self, province: str) -> dict[str, list[str]]:
        """Present commune → the former units that went into it, wholly or in part."""
        ways = {commune: list(olds) for commune, olds in self.source.whole.get(province, {}).items()}
        for old, targets in self.source.divided.get(province, {}).items():
            for target in targets:
                ways.setdefault(target["newWardKey"], []).append(old)
        return ways

    def _is_same(self, olds: list[str]) -> bool:
        """A commune that nothing was added to and nothing taken from is one unit through the reform."""
        return len(olds) == 1 and not self._is_divided(olds[0]) and not olds[0].endswith("_")

    def _is_divided(self, old: str) -> bool:
        return old in self.source.divided.get(self.home[old.split("_", 1)[0]], {})

    def _country(self) -> VersionRow:
        return VersionRow(
            "vn",
            "",
            "Việt Nam",
            "Việt Nam",
            Kind.COUNTRY,
            Tier.CENTRAL,
            None,
            date(1976, 7, 2),
            None,
            True,
            None,
            None,
            "Hiến pháp",
        )

    def _provinces(self) -> Iterator[VersionRow]:
        olds = {row["provinceKey"]: row for row in self.former}
        for name, row in olds.items():
            kept = name in self.kept
            key = _province_key(row, old=not kept)
            days = (SINCE, None if kept else LAST_DISTRICT_DAY)
            yield _version(row, "province", key, parent="vn", days=days, act=CODES_2004)
        news = {row["provinceKey"]: row for row in self.source.present if row["provinceKey"] in self.present}
        for name, row in news.items():
            if len(self.source.merged[name]) > 1:
                yield _version(row, "province", _province_key(row), parent="vn", days=(REFORM, None), act=MERGER_ACT)

    def _old_province(self, row: Mapping[str, Any]) -> str:
        return _province_key(row, old=row["provinceKey"] not in self.kept)

    def _districts(self) -> Iterator[VersionRow]:
        rows = {row["districtCode"]: row for row in self.former}
        for code, row in rows.items():
            parent = self._old_province(row)
            base = _version(row, "district", f"d{code}", parent=parent, days=(SINCE, LAST_DISTRICT_DAY), act=CODES_2004)
            yield replace(base, start_is_known=False)

    def _communes(self) -> Iterator[VersionRow]:
        for key, row in self.former_by_key.items():
            if row["wardCode"]:
                unit = f"c{row['wardCode']}" + ("" if key in self.same else "-old")
                parent = f"d{row['districtCode']}"
                base = _version(row, "ward", unit, parent=parent, days=(SINCE, LAST_DISTRICT_DAY), act=CODES_2004)
                yield replace(base, start_is_known=False)
        for row in self.source.present:
            if row["provinceKey"] in self.present:
                key, parent = f"c{row['wardCode']}", _province_key(row)
                yield _version(row, "ward", key, parent=parent, days=(REFORM, None), act=CODES_2025)

    def _province_successions(self) -> Iterator[SuccessionRow]:
        codes = {row["provinceKey"]: row["provinceCode"] for row in self.former}
        for new, code in self.present.items():
            olds = self.source.merged[new]
            for old in olds if len(olds) > 1 else []:
                yield SuccessionRow(f"p{codes[old]}-old", f"p{code}", SuccessionKind.MERGE, REFORM, MERGER_ACT)

    def _commune_successions(self) -> Iterator[SuccessionRow]:
        for new, old in self.flows:
            if old in self.same or not self.former_by_key[old]["wardCode"]:
                continue
            source = f"c{self.former_by_key[old]['wardCode']}-old"
            kind = SuccessionKind.SPLIT if self._is_divided(old) else SuccessionKind.MERGE
            yield SuccessionRow(source, new, kind, REFORM, COMMUNE_ACT)

    def _district_successions(self) -> Iterator[SuccessionRow]:
        """A district that became one commune (most islands) lives on there; any other in the province."""
        for code, communes in self._targets().items():
            only = next(iter(communes))
            if len(communes) == 1 and self._districts_in(only) == {code}:
                yield SuccessionRow(f"d{code}", only, SuccessionKind.MERGE, REFORM, TWO_TIERS)
            else:
                yield SuccessionRow(f"d{code}", self._province_of(code), SuccessionKind.ABOLISH, REFORM, TWO_TIERS)

    def _targets(self) -> dict[str, set[str]]:
        """District code → the present communes that hold some of it."""
        targets: dict[str, set[str]] = {}
        for new, old in self.flows:
            targets.setdefault(self.former_by_key[old]["districtCode"], set()).add(new)
        return targets

    def _districts_in(self, commune: str) -> set[str]:
        return {self.former_by_key[old]["districtCode"] for new, old in self.flows if new == commune}

    def _province_of(self, district: str) -> str:
        row = next(row for row in self.former if row["districtCode"] == district)
        return f"p{self.present[self.home[row['provinceKey']]]}"

    def _flows(self) -> Iterator[tuple[str, str]]:
        """(key of the present commune, name key of the former one): every former commune with each of its targets."""
        codes = {(row["provinceKey"], row["wardKey"]): row["wardCode"] for row in self.source.present}
        for province, ways in self.ways.items():
            for commune, olds in ways.items():
                for old in olds:
                    yield f"c{codes[province, commune]}", old


def _former_key(row: Mapping[str, Any]) -> str:
    return f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey'] or ''}"


def _province_key(row: Mapping[str, Any], *, old: bool = False) -> str:
    return f"p{row['provinceCode']}" + ("-old" if old else "")


_TIERS = {"province": Tier.PROVINCE, "district": Tier.DISTRICT, "ward": Tier.COMMUNE}


def _version(
    row: Mapping[str, Any], level: str, key: str, *, parent: str, days: tuple[date, date | None], act: str
) -> VersionRow:
    tier = _TIERS[level]
    name = read_name(row[level], tier)
    return VersionRow(
        key,
        row[f"{level}Code"],
        name.full,
        name.short,
        name.kind,
        tier,
        parent,
        *days,
        True,
        row[f"{level}Lat"],
        row[f"{level}Lon"],
        act,
    )


def _with_changes(versions: tuple[VersionRow, ...]) -> tuple[VersionRow, ...]:
    """The versions with the rows of `data/changes.csv` worked in: each change ends the version before it."""
    timelines: dict[str, list[VersionRow]] = {}
    for row in versions:
        timelines.setdefault(row.key, []).append(row)
    for change in _changes():
        if line := timelines.get(change["key"]):
            _work_in(line, change)
    return tuple(row for line in timelines.values() for row in _closed(line))


def _work_in(line: list[VersionRow], change: Mapping[str, str]) -> None:
    day = date.fromisoformat(change["day"])
    before = max((row for row in line if row.valid_from <= day), key=lambda row: row.valid_from)
    name = read_name(change["name"], before.tier)
    act = change["act"] + (" [dẫn lại, chưa đối chiếu bản gốc]" if change["mark"] == "second-hand" else "")
    changed = replace(
        before,
        name=name.full,
        short_name=name.short,
        kind=Kind(change["kind"]),
        valid_from=day,
        act=act,
        start_is_known=True,
    )
    if before.valid_from == day:
        line.remove(before)
    line.append(changed)
    line.sort(key=lambda row: row.valid_from)


def _closed(line: list[VersionRow]) -> Iterator[VersionRow]:
    for row, after in pairwise(line):
        yield replace(row, valid_to=after.valid_from - timedelta(days=1))
    yield line[-1]


def _changes() -> list[dict[str, str]]:
    with _CHANGES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
