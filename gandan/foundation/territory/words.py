"""The words of territory: tiers, kinds of unit, kinds of succession, kinds of office, identifier schemes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gandan.pure.speech import Said, Word


class Tier(Word):
    """How high a unit stands. The district level closed on 30/06/2025 (Luật 72/2025/QH15)."""

    CENTRAL = "central", "trung ương", "central"
    PROVINCE = "province", "cấp tỉnh", "province level"
    DISTRICT = "district", "cấp huyện", "district level"
    COMMUNE = "commune", "cấp xã", "commune level"
    HAMLET = "hamlet", "thôn, tổ dân phố", "hamlet level"


class Kind(Word):
    """What a unit is called in law."""

    COUNTRY = "country", "nước", "country"
    PROVINCE = "province", "tỉnh", "province"
    CENTRAL_CITY = "central_city", "thành phố trực thuộc trung ương", "centrally run city"
    RURAL_DISTRICT = "rural_district", "huyện", "rural district"
    URBAN_DISTRICT = "urban_district", "quận", "urban district"
    TOWN = "town", "thị xã", "town"
    PROVINCIAL_CITY = "provincial_city", "thành phố thuộc tỉnh", "provincial city"
    RURAL_COMMUNE = "rural_commune", "xã", "commune"
    WARD = "ward", "phường", "ward"
    TOWNSHIP = "township", "thị trấn", "township"
    SPECIAL_ZONE = "special_zone", "đặc khu", "special administrative zone"
    HAMLET = "hamlet", "thôn", "hamlet"
    RESIDENTIAL_GROUP = "residential_group", "tổ dân phố", "residential group"


TIER_OF: Mapping[Kind, Tier] = {
    Kind.COUNTRY: Tier.CENTRAL,
    Kind.PROVINCE: Tier.PROVINCE,
    Kind.CENTRAL_CITY: Tier.PROVINCE,
    Kind.RURAL_DISTRICT: Tier.DISTRICT,
    Kind.URBAN_DISTRICT: Tier.DISTRICT,
    Kind.TOWN: Tier.DISTRICT,
    Kind.PROVINCIAL_CITY: Tier.DISTRICT,
    Kind.RURAL_COMMUNE: Tier.COMMUNE,
    Kind.WARD: Tier.COMMUNE,
    Kind.TOWNSHIP: Tier.COMMUNE,
    Kind.SPECIAL_ZONE: Tier.COMMUNE,
    Kind.HAMLET: Tier.HAMLET,
    Kind.RESIDENTIAL_GROUP: Tier.HAMLET,
}


class SuccessionKind(Word):
    """How an old unit lives on in a new one."""

    MERGE = "merge", "nhập", "merged"
    SPLIT = "split", "chia", "split"
    RENAME = "rename", "đổi tên, đổi loại", "renamed or changed in kind"
    TRANSFER = "transfer", "chuyển một phần", "in part transferred"
    ABOLISH = "abolish", "giải thể, chuyển lên cấp trên", "abolished, passed to the level above"


class OfficeKind(Word):
    """What an office is, in the organisation tree."""

    PEOPLE_COMMITTEE = "people_committee", "Ủy ban nhân dân", "People's Committee"
    COUNCIL = "council", "Hội đồng nhân dân", "People's Council"
    PARTY = "party", "cấp ủy, cơ quan Đảng", "Party body"
    FRONT = "front", "Mặt trận Tổ quốc và đoàn thể", "Fatherland Front and mass organisations"
    DEPARTMENT = "department", "sở, phòng chuyên môn", "department"
    SECRETARIAT = "secretariat", "văn phòng", "secretariat"
    INSPECTORATE = "inspectorate", "Thanh tra", "inspectorate"
    RECEPTION_BOARD = "reception_board", "Ban tiếp công dân", "citizen reception board"
    ONE_STOP = "one_stop", "Trung tâm phục vụ hành chính công", "public administration service centre"
    OTHER = "other", "cơ quan, đơn vị khác", "other body"


BODIES = frozenset({OfficeKind.PEOPLE_COMMITTEE, OfficeKind.COUNCIL, OfficeKind.PARTY, OfficeKind.FRONT})
AGENCIES = frozenset({OfficeKind.DEPARTMENT, OfficeKind.INSPECTORATE})  # bodies of their own at the province


class Scheme(Word):
    """Who gave an identifier. The statistical code (GSO) is a column of the version itself."""

    QD20 = "qd20", "mã định danh theo QĐ 20/2020/QĐ-TTg", "identification code, Decision 20/2020/QĐ-TTg"
    QCVN102 = "qcvn102", "mã theo QCVN 102:2016/BTTTT", "code by QCVN 102:2016/BTTTT"
    TAX = "tax", "mã số thuế", "tax code"
    TTHC = "tthc", "mã trên Cơ sở dữ liệu thủ tục hành chính", "code in the procedures database"


@dataclass(frozen=True, slots=True)
class UnitView:
    """A unit as it was on one day."""

    id: int
    key: str
    code: str  # the statistical code on that day; "" where the source gives none
    name: str  # "Tỉnh Trà Vinh", "Phường 1"
    short_name: str  # "Trà Vinh", "1"
    kind: Kind
    tier: Tier
    parent_id: int | None
    valid_from: date
    valid_to: date | None  # the last day; None while it lives
    start_is_known: bool  # False: older than the source can tell
    lat: float | None
    lon: float | None
    act: str

    @property
    def in_text(self) -> str:
        """The name inside a sentence: "tỉnh Trà Vinh", "phường 1"."""
        return self.name if self.tier is Tier.CENTRAL else self.name[:1].lower() + self.name[1:]

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class OfficeView:
    """An office of the organisation tree; every office below it has a `path` that starts with its own."""

    id: int
    unit_id: int
    kind: OfficeKind
    name: str
    short_name: str
    parent_id: int | None
    path: str
    valid_from: date
    valid_to: date | None
    tier: Tier  # of the unit it serves

    @property
    def is_body(self) -> bool:
        """Whether it receives, numbers and answers in its own name.

        A sở does (its director decides complaints, Luật Khiếu nại 02/2011 Điều 20, and receives citizens, Luật Tiếp
        công dân 42/2013 Điều 18); a phòng of a commune, a secretariat, a reception board act for their committee.
        """
        return self.kind in BODIES or (self.kind in AGENCIES and self.tier is Tier.PROVINCE)

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Found:
    """A search hit with the units above it, nearest first."""

    unit: UnitView
    above: tuple[UnitView, ...]

    @property
    def title(self) -> str:
        """ "Xã Càng Long, Tỉnh Vĩnh Long": how a picker shows it."""
        return ", ".join(view.name for view in (self.unit, *self.above) if view.tier != Tier.CENTRAL)


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A count that no unit can claim alone. `within` is the lowest unit that holds all candidates, if there is one."""

    source_id: int
    count: int
    candidates: tuple[int, ...]
    within: int | None
    said: Said


@dataclass(frozen=True, slots=True)
class Restated:
    """Old counts in the units of another day. `total(placed) + total(unplaced) == total(given)`, always."""

    to_day: date
    placed: Mapping[int, int]
    unplaced: tuple[Unplaced, ...]
    provenance: Mapping[int, tuple[Said, ...]]  # unit id → where its figure comes from, line by line

    @property
    def remainder(self) -> int:
        """How much could not be placed."""
        return sum(line.count for line in self.unplaced)
