"""The offices of Trà Vinh as they stood in 2017: the province, its departments, nine districts, the communes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gandan.foundation.territory import actions as territory
from gandan.foundation.territory import queries as places
from gandan.foundation.territory.words import OfficeKind, UnitView
from gandan.matters.cases.words import Field
from gandan.matters.reception.words import Regime

SOME_DAY = date(2017, 6, 1)
LAST_DAY = date(2025, 6, 30)  # the province and its districts ended with this day

DEPARTMENTS: dict[str, tuple[int, tuple[Field, ...]]] = {  # how busy, and with what
    "Văn phòng UBND tỉnh": (1, ()),
    "Sở Nội vụ": (1, (Field.OFFICIALS,)),
    "Sở Tư pháp": (2, (Field.PROCEDURE, Field.JUSTICE)),
    "Sở Kế hoạch và Đầu tư": (1, (Field.WORKS,)),
    "Sở Tài chính": (1, (Field.LAND,)),
    "Sở Công Thương": (1, (Field.WORKS,)),
    "Sở Nông nghiệp và Phát triển nông thôn": (2, (Field.WORKS, Field.ENVIRONMENT)),
    "Sở Giao thông vận tải": (1, (Field.WORKS,)),
    "Sở Xây dựng": (2, (Field.LAND, Field.WORKS)),
    "Sở Tài nguyên và Môi trường": (6, (Field.LAND, Field.ENVIRONMENT)),
    "Sở Thông tin và Truyền thông": (1, (Field.OTHER,)),
    "Sở Lao động – Thương binh và Xã hội": (4, (Field.POLICY,)),
    "Sở Văn hóa, Thể thao và Du lịch": (1, (Field.OTHER,)),
    "Sở Khoa học và Công nghệ": (1, (Field.ENVIRONMENT,)),
    "Sở Giáo dục và Đào tạo": (1, (Field.PROCEDURE, Field.POLICY)),
    "Sở Y tế": (1, (Field.POLICY,)),
    "Ban Dân tộc": (2, (Field.POLICY,)),
}


@dataclass(frozen=True, slots=True)
class Place:
    """An office that kept a register of reception, and how busy it was, by day and on its head's days."""

    office_id: int
    unit_id: int
    name: str  # the same in every database, as the ids are not
    areas: tuple[str, ...]  # where its visitors live: "xã Mỹ Cẩm, huyện Càng Long"
    head: str  # "Chủ tịch UBND xã Mỹ Cẩm"
    regime: Regime
    daily: int
    heads: int
    board: bool = False  # a citizen reception board: where the large groups go
    inspectorate: bool = False
    fields: tuple[Field, ...] = ()  # what people come to it about; empty: anything


def open_offices(province: UnitView, *, successor_body_id: int) -> list[Place]:
    """Open the former offices under the body that keeps their records today, and close them with the province."""
    opening = _Opening()
    body = opening.office(province, OfficeKind.PEOPLE_COMMITTEE, "UBND tỉnh Trà Vinh", successor_body_id)
    communes: list[str] = []
    for district in places.children(province.id, SOME_DAY):
        communes += opening.district(district, body)
    opening.province(province, body, tuple(communes))
    for place in opening.kept:
        territory.close_office(place.office_id, last_day=LAST_DAY)
    return opening.kept


class _Opening:
    """The offices opened so far that keep a register."""

    def __init__(self) -> None:
        self.kept: list[Place] = []

    def office(self, unit: UnitView, kind: OfficeKind, name: str, parent: int) -> int:
        return territory.open_office(
            unit_id=unit.id, kind=kind, name=name, valid_from=unit.valid_from, parent_id=parent
        )

    def district(self, district: UnitView, above: int) -> list[str]:
        """A district's committee, its reception board and its communes; the communes as they stand in an address."""
        body = self.office(district, OfficeKind.PEOPLE_COMMITTEE, f"UBND {district.in_text}", above)
        communes = places.children(district.id, SOME_DAY)
        areas = tuple(f"{commune.in_text}, {district.in_text}" for commune in communes)
        board = self.office(district, OfficeKind.RECEPTION_BOARD, f"Ban Tiếp công dân {district.in_text}", body)
        self.keep(board, district, areas, head="", regime=Regime.DISTRICT_CHAIR, daily=120, heads=0, board=True)
        self.keep(body, district, areas, head=_chair(district), regime=Regime.DISTRICT_CHAIR, daily=0, heads=24)
        for commune, area in zip(communes, areas, strict=True):
            own = self.office(commune, OfficeKind.PEOPLE_COMMITTEE, f"UBND {commune.in_text}", body)
            daily = 6 + int(commune.code) % 9
            regime = Regime.COMMUNE_CHAIR
            self.keep(own, commune, (area,), head=_chair(commune), regime=regime, daily=daily, heads=4)
        return list(areas)

    def province(self, province: UnitView, body: int, areas: tuple[str, ...]) -> None:
        """The province's reception board, its chair, its inspectorate and its departments."""
        regime = Regime.AGENCY_HEAD
        board = self.office(province, OfficeKind.RECEPTION_BOARD, "Ban Tiếp công dân tỉnh Trà Vinh", body)
        self.keep(board, province, areas, head="", regime=regime, daily=460, heads=0, board=True)
        self.keep(body, province, areas, head=_chair(province), regime=Regime.PROVINCE_CHAIR, daily=0, heads=60)
        own = self.office(province, OfficeKind.INSPECTORATE, "Thanh tra tỉnh Trà Vinh", body)
        inspector = "Chánh Thanh tra tỉnh"
        self.keep(own, province, areas, head=inspector, regime=regime, daily=0, heads=10, inspectorate=True)
        for name, (busy, fields) in DEPARTMENTS.items():
            own = self.office(province, OfficeKind.DEPARTMENT, name, body)
            head = _director(name)
            self.keep(own, province, areas, head=head, regime=regime, daily=12 * busy, heads=3 * busy, fields=fields)

    def keep(
        self,
        office_id: int,
        unit: UnitView,
        areas: tuple[str, ...],
        *,
        head: str,
        regime: Regime,
        daily: int,
        heads: int,
        board: bool = False,
        inspectorate: bool = False,
        fields: tuple[Field, ...] = (),
    ) -> None:
        """Remember an office that kept a register."""
        name = f"{unit.key}/{len(self.kept)}"
        self.kept.append(
            Place(office_id, unit.id, name, areas, head, regime, daily, heads, board, inspectorate, fields)
        )


def _director(name: str) -> str:
    if name.startswith("Văn phòng"):
        return f"Chánh {name}"
    return f"Trưởng {name}" if name.startswith("Ban ") else f"Giám đốc {name}"


def _chair(unit: UnitView) -> str:
    return f"Chủ tịch UBND {unit.in_text}"
