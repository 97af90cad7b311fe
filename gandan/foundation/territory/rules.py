"""Pure checks and sums of territory: names, days, codes, and how old counts become counts of today's units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from gandan.foundation.territory.words import Kind, Restated, SuccessionKind, Tier, Unplaced
from gandan.pure.refusal import Refused
from gandan.pure.speech import Said

LAST_DISTRICT_DAY = date(2025, 6, 30)  # Luật 72/2025/QH15: two tiers of local government from 01/07/2025

# From which day the register lists *every* unit of a tier. 63 provinces since NQ 15/2008/QH12; the districts and
# communes of the source are those of 2025 (696 and 10.035), so a count on an earlier day would be a false figure.
COMPLETE_FROM: Mapping[Tier, date] = {
    Tier.CENTRAL: date.min,
    Tier.PROVINCE: date(2008, 8, 1),
    Tier.DISTRICT: date(2025, 3, 1),
    Tier.COMMUNE: date(2025, 3, 1),
}

_PREFIXES: Mapping[Tier, Mapping[str, Kind]] = {
    Tier.PROVINCE: {"Tỉnh": Kind.PROVINCE, "Thành phố": Kind.CENTRAL_CITY},
    Tier.DISTRICT: {
        "Huyện": Kind.RURAL_DISTRICT,
        "Quận": Kind.URBAN_DISTRICT,
        "Thị xã": Kind.TOWN,
        "Thành phố": Kind.PROVINCIAL_CITY,
    },
    Tier.COMMUNE: {
        "Xã": Kind.RURAL_COMMUNE,
        "Phường": Kind.WARD,
        "Thị trấn": Kind.TOWNSHIP,
        "Đặc khu": Kind.SPECIAL_ZONE,
    },
}


@dataclass(frozen=True, slots=True)
class Name:
    """A unit's full name, its short name and the kind that the name tells."""

    full: str
    short: str
    kind: Kind


def read_name(text: str, tier: Tier) -> Name:
    """The parts of a unit's name. "Thị Xã Việt Yên" → "Thị xã Việt Yên", "Việt Yên", thị xã; a number alone is no
    short name ("Quận 1" stays "Quận 1"). ValueError when the name does not begin with a kind of that tier."""
    for prefix, kind in _PREFIXES[tier].items():
        if text.lower().startswith(prefix.lower() + " "):
            rest = text[len(prefix) + 1 :].strip()
            full = f"{prefix} {rest}"
            return Name(full, full if rest.isdecimal() else rest, kind)
    raise ValueError(f"{text!r} does not begin with a kind of {tier}")


def overlap(one_from: date, one_to: date | None, other_from: date, other_to: date | None) -> bool:
    """Whether two stretches of days, both ends included, share a day; None is without end."""
    return one_from <= (other_to or date.max) and other_from <= (one_to or date.max)


def check_days(valid_from: date, valid_to: date | None) -> None:
    """A stretch of days does not end before it begins."""
    if valid_to is not None and valid_to < valid_from:
        raise Refused(
            "territory.ends_before_it_begins",
            f"Ngày kết thúc {valid_to:%d/%m/%Y} trước ngày bắt đầu {valid_from:%d/%m/%Y}. Xin xem lại hai ngày.",
            f"The last day {valid_to:%d/%m/%Y} is before the first day {valid_from:%d/%m/%Y}. Please check both.",
        )


def check_tier(tier: Tier, valid_from: date) -> None:
    """No district from 01/07/2025 (Luật 72/2025/QH15)."""
    if tier is Tier.DISTRICT and valid_from > LAST_DISTRICT_DAY:
        raise Refused(
            "territory.no_district_level",
            "Từ 01/07/2025 không còn cấp huyện. Xin chọn cấp tỉnh hoặc cấp xã.",
            "There is no district level from 01/07/2025. Please choose the province or the commune level.",
            law="Luật 72/2025/QH15",
        )


def check_shares(shares: Iterable[Decimal | None]) -> None:
    """The recorded shares of one unit on one day do not exceed the whole."""
    if sum((share for share in shares if share is not None), Decimal()) > 1:
        raise Refused(
            "territory.shares_exceed_whole",
            "Tổng tỷ lệ chia vượt quá 100%. Xin xem lại các tỷ lệ đã ghi.",
            "The shares add up to more than 100%. Please check the recorded shares.",
        )


def allot(count: int, shares: list[Decimal]) -> list[int]:
    """`count` split into whole parts by shares (largest remainder); what the shares leave over is not allotted.

    >>> allot(101, [Decimal("0.5"), Decimal("0.5")])
    [51, 50]
    """
    exact = [count * share for share in shares]
    parts = [int(part) for part in exact]
    left = int(sum(exact)) - sum(parts)
    by_remainder = sorted(range(len(shares)), key=lambda index: (parts[index] - exact[index], index))
    for index in by_remainder[:left]:
        parts[index] += 1
    return parts


@dataclass(frozen=True, slots=True)
class Edge:
    """A succession, as the sums need it."""

    target: int
    kind: SuccessionKind
    day: date
    share: Decimal | None
    act: str


@dataclass(slots=True)
class Restating:
    """The work of one restatement: follows each count along the successions until a unit that lives on `to_day`.

    `living` are the units of that day by id, `names` the names of all units met, `holder` the unit above each.
    Without `of_day`, a count of a unit that still lives stays where it is; with it, transfers after that day apply.
    """

    edges: Mapping[int, list[Edge]]
    living: Mapping[int, int | None]
    names: Mapping[int, str]
    to_day: date
    of_day: date | None = None
    placed: dict[int, int] = field(default_factory=dict)
    unplaced: list[Unplaced] = field(default_factory=list)
    provenance: dict[int, list[Said]] = field(default_factory=dict)

    def run(self, counts: Mapping[int, int]) -> Restated:
        """All counts, placed or left over; nothing is lost, nothing is averaged."""
        for unit, count in sorted(counts.items()):
            if count < 0:
                raise ValueError(f"a count cannot be negative: {count} of unit {unit}")
            self._follow(unit, unit, count, self.of_day, ())
        lines = {unit: tuple(said) for unit, said in self.provenance.items()}
        return Restated(self.to_day, dict(self.placed), tuple(self.unplaced), lines)

    def _follow(self, origin: int, unit: int, count: int, since: date | None, path: tuple[Edge, ...]) -> None:
        if since is None and unit in self.living:
            return self._place(origin, unit, count, path)
        ahead = [edge for edge in self.edges.get(unit, []) if (since or date.min) < edge.day <= self.to_day]
        if not ahead:
            if unit in self.living:
                return self._place(origin, unit, count, path)
            return self._leave(origin, count, ())
        day = min(edge.day for edge in ahead)
        return self._divide(origin, unit, count, [edge for edge in ahead if edge.day == day], path)

    def _divide(self, origin: int, unit: int, count: int, edges: list[Edge], path: tuple[Edge, ...]) -> None:
        day = edges[0].day
        candidates = tuple(edge.target for edge in edges)
        goes_on = all(edge.kind is SuccessionKind.TRANSFER for edge in edges)
        if len(edges) == 1 and edges[0].share is None and not goes_on:
            return self._follow(origin, candidates[0], count, day, (*path, edges[0]))
        shared = [edge for edge in edges if edge.share is not None]
        parts = allot(count, [edge.share for edge in shared if edge.share is not None])
        for edge, part in zip(shared, parts, strict=True):
            self._follow(origin, edge.target, part, day, (*path, edge))
        rest = count - sum(parts)
        if goes_on and len(shared) == len(edges):
            return self._follow(origin, unit, rest, day, path)
        if rest:
            self._leave(origin, rest, (unit, *candidates) if goes_on else candidates)
        return None

    def _place(self, origin: int, unit: int, count: int, path: tuple[Edge, ...]) -> None:
        self.placed[unit] = self.placed.get(unit, 0) + count
        self.provenance.setdefault(unit, []).append(_line(self.names[origin], count, path))

    def _leave(self, origin: int, count: int, candidates: tuple[int, ...]) -> None:
        said = _cannot_split(self.names[origin], count) if candidates else _no_successor(self.names[origin], count)
        self.unplaced.append(Unplaced(origin, count, candidates, self._holder(candidates), said))

    def _holder(self, candidates: tuple[int, ...]) -> int | None:
        lines = [self._upward(unit) for unit in candidates]
        if not lines or not all(lines):
            return None
        return next((unit for unit in lines[0] if all(unit in line for line in lines)), None)

    def _upward(self, unit: int | None) -> list[int]:
        line: list[int] = []
        while unit is not None and unit in self.living:
            line.append(unit)
            unit = self.living[unit]
        return line


def grouped(number: int) -> str:
    """A whole number the Vietnamese way: 4.101."""
    return f"{number:,}".replace(",", ".")


def _line(name: str, count: int, path: tuple[Edge, ...]) -> Said:
    if not path:
        return Said(f"{grouped(count)} của {name}, giữ nguyên", f"{count:,} of {name}, unchanged")
    vi = "; ".join(f"{e.kind.said.vi} từ {e.day:%d/%m/%Y}{_share(e, ',')} ({e.act})" for e in path)
    en = "; ".join(f"{e.kind.said.en} from {e.day:%d/%m/%Y}{_share(e, '.')} ({e.act})" for e in path)
    return Said(f"{grouped(count)} của {name}: {vi}", f"{count:,} of {name}: {en}")


def _share(edge: Edge, point: str) -> str:
    if edge.share is None:
        return ""
    percent = f"{(edge.share * 100).normalize():f}".replace(".", point)
    return f", {percent}%"


def _cannot_split(name: str, count: int) -> Said:
    return Said(
        f"{grouped(count)} của {name} chưa xếp được: đơn vị đã chia cho nhiều đơn vị mà chưa ghi tỷ lệ. "
        "Xin ghi tỷ lệ chia hoặc xem ở cấp trên.",
        f"{count:,} of {name} cannot be placed: the unit was divided and no shares are recorded. "
        "Record the shares, or look one level higher.",
    )


def _no_successor(name: str, count: int) -> Said:
    return Said(
        f"{grouped(count)} của {name} chưa xếp được: chưa ghi đơn vị kế thừa vào ngày đã chọn.",
        f"{count:,} of {name} cannot be placed: no successor is recorded for the chosen day.",
    )
