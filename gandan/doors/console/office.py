"""`gandan office CODE`: open the People's Committee of a commune or province with its usual departments."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from django.db import transaction

from gandan.doors.look import clock
from gandan.foundation.territory import actions, queries
from gandan.foundation.territory.words import Kind, OfficeKind, OfficeView, Tier, UnitView

# The bodies under a People's Committee (Nghị định 150/2025/NĐ-CP; Luật Tiếp công dân 42/2013 for the reception board).
# Names vary from place to place: an installation opens the rest, or renames, as its own decision says.
COMMUNE = (
    (OfficeKind.SECRETARIAT, "Văn phòng HĐND và UBND"),
    (OfficeKind.DEPARTMENT, "Phòng Kinh tế"),
    (OfficeKind.DEPARTMENT, "Phòng Văn hóa – Xã hội"),
    (OfficeKind.ONE_STOP, "Trung tâm Phục vụ hành chính công"),
)
WARD = (COMMUNE[0], (OfficeKind.DEPARTMENT, "Phòng Kinh tế, Hạ tầng và Đô thị"), *COMMUNE[2:])
PROVINCE = (
    (OfficeKind.RECEPTION_BOARD, "Ban Tiếp công dân"),
    (OfficeKind.INSPECTORATE, "Thanh tra"),
    (OfficeKind.SECRETARIAT, "Văn phòng UBND"),
)


def run(given: Namespace) -> int:
    """Open the offices of a unit, or list them when they are open; exit status 0."""
    today = clock.today()
    unit = queries.unit_on(given.unit, today)
    offices = queries.offices_of(unit.id, today) or open_offices(unit, today)
    print(f"{unit.name} ({unit.code})")
    for office in offices:
        print(f"  {office.id:>6}  {'  ' * (office.path.count('/') - 1)}{office.name}")
    return 0


@transaction.atomic
def open_offices(unit: UnitView, today: date) -> list[OfficeView]:
    """The People's Committee of a unit and the bodies under it, under the province's committee where one is open."""
    above = next((one for one in queries.offices_of(unit.parent_id or 0, today) if is_committee(one)), None)
    committee = actions.open_office(
        unit_id=unit.id,
        kind=OfficeKind.PEOPLE_COMMITTEE,
        name=f"UBND {unit.in_text}",
        valid_from=today,
        parent_id=above.id if above else None,
    )
    for kind, name in bodies_of(unit):
        actions.open_office(unit_id=unit.id, kind=kind, name=name, valid_from=today, parent_id=committee)
    return queries.offices_of(unit.id, today)


def is_committee(office: OfficeView) -> bool:
    """Whether an office is a People's Committee."""
    return office.kind is OfficeKind.PEOPLE_COMMITTEE


def bodies_of(unit: UnitView) -> tuple[tuple[OfficeKind, str], ...]:
    """What stands under the People's Committee of such a unit."""
    if unit.tier is Tier.PROVINCE:
        return PROVINCE
    return WARD if unit.kind is Kind.WARD else COMMUNE
