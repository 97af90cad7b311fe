"""The demo province of today: Vĩnh Long with its offices, xã Hòa Bình in full, and the people who sit there.

Vĩnh Long (code 86) is the successor of Trà Vinh, whose year 2017 is replayed; xã Hòa Bình (29830) is one of its
communes. The people are invented.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gandan.doors.console.office import bodies_of
from gandan.foundation.people import actions as people
from gandan.foundation.people import queries as accounts
from gandan.foundation.people.words import Role, Seat
from gandan.foundation.territory import actions as territory
from gandan.foundation.territory import queries as places
from gandan.foundation.territory.words import OfficeKind, UnitView

PROVINCE, COMMUNE, NEIGHBOUR = "86", "29830", "29836"
FIRST_DAY = date(2025, 7, 1)  # Nghị quyết 202/2025/QH15: the province of today begins
PASSWORD = "hoa-binh-2026"

DEPARTMENTS = (
    "Sở Nội vụ",
    "Sở Tư pháp",
    "Sở Tài chính",
    "Sở Công Thương",
    "Sở Nông nghiệp và Môi trường",
    "Sở Xây dựng",
    "Sở Khoa học và Công nghệ",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Sở Giáo dục và Đào tạo",
    "Sở Y tế",
    "Sở Dân tộc và Tôn giáo",
)


@dataclass(frozen=True, slots=True)
class Official:
    """Somebody who signs in, and where they sit."""

    username: str
    full_name: str
    role: Role
    office: str  # a key of `Province.offices`
    title: str
    shown_as: str  # for the list of sign-ins


OFFICIALS: tuple[Official, ...] = (
    Official("minh", "Trần Văn Minh", Role.RECEPTION, "vp", "Công chức tiếp công dân", "anh Minh"),
    Official("hanh", "Nguyễn Thị Hạnh", Role.HANDLER, "kt", "Công chức địa chính – xây dựng", "chị Hạnh"),
    Official("tu", "Lê Anh Tú", Role.HANDLER, "vhxh", "Công chức lao động – xã hội", "anh Tú"),
    Official("phuong", "Phạm Thị Phượng", Role.HEAD, "xa", "Chủ tịch UBND xã Hòa Bình", "bà Phượng"),
    Official("thao", "Kim Thị Thảo", Role.RECEPTION, "neighbour", "Công chức tiếp công dân", "chị Thảo"),
    Official("khoa", "Đỗ Minh Khoa", Role.RECEPTION, "btcd", "Công chức Ban Tiếp công dân tỉnh", "anh Khoa"),
    Official("vinh", "Thạch Quang Vinh", Role.RECEPTION, "nnmt", "Công chức Văn phòng Sở", "anh Vinh"),
    Official("lien", "Sơn Thị Liên", Role.HANDLER, "nnmt", "Chuyên viên Chi cục Thủy lợi", "chị Liên"),
    Official("yen", "Võ Hải Yến", Role.REPORTER, "vpt", "Chuyên viên tổng hợp", "chị Yến"),
    Official("dat", "Trương Quốc Đạt", Role.HEAD, "tinh", "Chủ tịch UBND tỉnh Vĩnh Long", "ông Đạt"),
    Official("quan", "Lâm Hữu Quân", Role.ADMINISTRATOR, "tinh", "Quản trị hệ thống", "anh Quân"),
)


@dataclass(frozen=True, slots=True)
class Province:
    """The offices and seats that the demo's stories need."""

    unit: UnitView
    commune: UnitView
    offices: dict[str, int]
    seats: Mapping[str, Seat]
    others: tuple[tuple[int, UnitView], ...]  # the other communes: the office of the People's Committee, the unit


def is_loaded() -> bool:
    """Whether the demo's accounts stand in this database already."""
    return accounts.account(OFFICIALS[0].username) is not None


def open_body() -> int:
    """The People's Committee of the province."""
    unit = places.unit_on(PROVINCE, FIRST_DAY)
    return territory.open_office(
        unit_id=unit.id, kind=OfficeKind.PEOPLE_COMMITTEE, name="UBND tỉnh Vĩnh Long", valid_from=FIRST_DAY
    )


def open_province(body: int) -> Province:
    """Open the offices under the province's body and the accounts with their posts."""
    unit = places.unit_on(PROVINCE, FIRST_DAY)
    offices = {"tinh": body, **_departments(unit, body)}
    communes = {view.code: view for view in places.communes(unit.id, FIRST_DAY)}
    bodies = {code: _commune(view, body) for code, view in communes.items()}
    commune = communes[COMMUNE]
    offices |= {"xa": bodies[COMMUNE], "neighbour": bodies[NEIGHBOUR], **_of_commune(commune, bodies[COMMUNE])}
    others = tuple((bodies[code], view) for code, view in sorted(communes.items()) if code != COMMUNE)
    return Province(unit, commune, offices, {one.username: _seat(one, offices) for one in OFFICIALS}, others)


def _departments(unit: UnitView, body: int) -> dict[str, int]:
    def office(kind: OfficeKind, name: str) -> int:
        return territory.open_office(unit_id=unit.id, kind=kind, name=name, valid_from=FIRST_DAY, parent_id=body)

    kept = {
        "vpt": office(OfficeKind.SECRETARIAT, "Văn phòng UBND tỉnh"),
        "btcd": office(OfficeKind.RECEPTION_BOARD, "Ban Tiếp công dân tỉnh"),
        "tt": office(OfficeKind.INSPECTORATE, "Thanh tra tỉnh"),
    }
    departments = {name: office(OfficeKind.DEPARTMENT, name) for name in DEPARTMENTS}
    return {**kept, "nnmt": departments["Sở Nông nghiệp và Môi trường"], "sxd": departments["Sở Xây dựng"]}


def _commune(commune: UnitView, body: int) -> int:
    return territory.open_office(
        unit_id=commune.id,
        kind=OfficeKind.PEOPLE_COMMITTEE,
        name=f"UBND {commune.in_text}",
        valid_from=FIRST_DAY,
        parent_id=body,
    )


def _of_commune(commune: UnitView, body: int) -> dict[str, int]:
    """The bodies under the commune's committee: its office, two departments, the one-stop centre."""
    opened = [
        territory.open_office(unit_id=commune.id, kind=kind, name=name, valid_from=FIRST_DAY, parent_id=body)
        for kind, name in bodies_of(commune)
    ]
    return dict(zip(("vp", "kt", "vhxh", "hcc"), opened, strict=True))


def _seat(one: Official, offices: Mapping[str, int]) -> Seat:
    account = people.open_account(username=one.username, full_name=one.full_name, password=PASSWORD)
    post = people.give_post(
        account, office_id=offices[one.office], role=one.role, title=one.title, valid_from=FIRST_DAY
    )
    return accounts.seat(post.pk, account_id=account.pk, on=FIRST_DAY)
