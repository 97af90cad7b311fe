"""The only writers of territory. Reference data: each row carries its act; a load records its source and version."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.db.models import Q

from gandan.foundation.territory import register, rules
from gandan.foundation.territory.models import Identifier, Office, RegisterLoad, Succession, Unit, UnitVersion
from gandan.foundation.territory.words import TIER_OF, Kind, OfficeKind, Scheme, SuccessionKind, Tier
from gandan.pure.refusal import Absent, Refused
from gandan.pure.vietnamese.folding import fold

_TIER_ORDER = (Tier.CENTRAL, Tier.PROVINCE, Tier.DISTRICT, Tier.COMMUNE, Tier.HAMLET)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load added; all zero when everything was there already."""

    source: str
    version: str
    units: int
    versions: int
    successions: int


@transaction.atomic
def load_register(*, provinces: Collection[str] | None = None, at: datetime | None = None) -> Loaded:
    """Load all units of the country, or of some present provinces (by code) with all that went into them.

    May be called again: adds only what is missing, changes nothing that is there. About three seconds for the country.
    """
    try:
        book = register.read(provinces)
    except KeyError as unknown:
        code = unknown.args[0]
        raise Refused(
            "territory.no_such_province",
            f"Không có tỉnh, thành phố nào mang mã {code}. Xin xem danh mục theo QĐ 19/2025/QĐ-TTg.",
            f"No province has the code {code}. See the list of Decision 19/2025/QĐ-TTg.",
            law="QĐ 19/2025/QĐ-TTg",
        ) from unknown
    known = dict(Unit.objects.values_list("key", "id"))
    ids = _load_units(book.versions, dict(known))
    versions = _load_versions(book.versions, ids)
    successions = _load_successions(book.successions, ids)
    loaded = Loaded(book.source, book.version, len(ids) - len(known), versions, successions)
    if loaded.units or versions or successions:
        RegisterLoad.objects.create(
            source=book.source,
            version=book.version,
            scope=",".join(sorted(provinces)) if provinces is not None else "all",
            units=loaded.units,
            versions=versions,
            successions=successions,
            at=at,
        )
    return loaded


def _load_units(rows: Iterable[register.VersionRow], ids: dict[str, int]) -> dict[str, int]:
    latest = {row.key: row for row in rows}
    first: dict[str, date] = {}
    for row in rows:
        first.setdefault(row.key, row.valid_from)
    for tier in _TIER_ORDER:
        new = [row for row in latest.values() if row.tier is tier and row.key not in ids]
        units = [
            Unit(
                key=row.key,
                code=row.code,
                name=row.name,
                short_name=row.short_name,
                kind=row.kind.value,
                tier=row.tier.value,
                parent_id=ids[row.parent] if row.parent else None,
                valid_from=first[row.key],
                valid_to=row.valid_to,
            )
            for row in new
        ]
        ids.update((unit.key, unit.id) for unit in Unit.objects.bulk_create(units))
    return ids


def _load_versions(rows: Iterable[register.VersionRow], ids: dict[str, int]) -> int:
    """New units get all their versions; a unit that is there gets only versions that begin after its last one."""
    last: dict[int, date] = {}
    for unit, valid_from in UnitVersion.objects.order_by("valid_from").values_list("unit_id", "valid_from"):
        last[unit] = valid_from
    new = [row for row in rows if ids[row.key] not in last]
    UnitVersion.objects.bulk_create(_version_of(row, ids) for row in new)
    later = [row for row in rows if ids[row.key] in last and row.valid_from > last[ids[row.key]]]
    for row in later:
        _append(Unit.objects.get(id=ids[row.key]), _version_of(row, ids))
    return len(new) + len(later)


def _version_of(row: register.VersionRow, ids: dict[str, int]) -> UnitVersion:
    return UnitVersion(
        unit_id=ids[row.key],
        code=row.code,
        name=row.name,
        short_name=row.short_name,
        folded=fold(row.name),
        kind=row.kind.value,
        tier=row.tier.value,
        parent_id=ids[row.parent] if row.parent else None,
        lat=row.lat,
        lon=row.lon,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        start_is_known=row.start_is_known,
        act=row.act,
    )


def _load_successions(rows: Iterable[register.SuccessionRow], ids: dict[str, int]) -> int:
    known = set(Succession.objects.values_list("source_id", "target_id", "day"))
    new = [
        Succession(source_id=ids[row.source], target_id=ids[row.target], kind=row.kind.value, day=row.day, act=row.act)
        for row in rows
        if (ids[row.source], ids[row.target], row.day) not in known
    ]
    Succession.objects.bulk_create(new)
    return len(new)


@transaction.atomic
def open_unit(
    *,
    key: str,
    kind: Kind,
    name: str,
    valid_from: date,
    act: str,
    parent_id: int | None,
    code: str = "",
    short_name: str = "",
) -> int:
    """A new unit (a hamlet, a commune made by a merger) with its first version; its id. The parent lives that day."""
    tier = TIER_OF[kind]
    rules.check_tier(tier, valid_from)
    if Unit.objects.filter(key=key).exists():
        raise Refused(
            "territory.key_taken",
            f"Khóa “{key}” đã có đơn vị khác dùng. Xin chọn khóa khác.",
            f"The key “{key}” is taken by another unit. Please choose another.",
        )
    _check_code(code, tier, valid_from, None)
    if parent_id is not None:
        _check_alive(parent_id, valid_from)
    unit = Unit.objects.create(
        key=key,
        code=code,
        name=name,
        short_name=short_name or name,
        kind=kind.value,
        tier=tier.value,
        parent_id=parent_id,
        valid_from=valid_from,
    )
    _append(unit, _first_version(unit, act))
    return unit.id


def _first_version(unit: Unit, act: str) -> UnitVersion:
    return UnitVersion(
        unit=unit,
        code=unit.code,
        name=unit.name,
        short_name=unit.short_name,
        folded=fold(unit.name),
        kind=unit.kind,
        tier=unit.tier,
        parent_id=unit.parent_id,
        valid_from=unit.valid_from,
        act=act,
    )


@transaction.atomic
def add_version(
    unit_id: int,
    *,
    valid_from: date,
    act: str,
    name: str | None = None,
    short_name: str | None = None,
    kind: Kind | None = None,
    code: str | None = None,
    parent_id: int | None = None,
) -> None:
    """From a day on, the unit has another name, kind, code or parent; what is not given stays. The version before ends
    the day before. Refused when the new version does not begin after the last, or another unit holds the code."""
    unit = _locked(unit_id)
    last = UnitVersion.objects.filter(unit=unit).latest("valid_from")
    if valid_from <= last.valid_from or last.valid_to is not None:
        raise Refused(
            "territory.version_out_of_order",
            f"Thông tin mới của {unit.name} phải bắt đầu sau {last.valid_from:%d/%m/%Y}, khi đơn vị còn hoạt động.",
            f"A new version of {unit.name} must begin after {last.valid_from:%d/%m/%Y}, while the unit lives.",
        )
    new_kind = kind or Kind(last.kind)
    tier = TIER_OF[new_kind]
    rules.check_tier(tier, valid_from)
    new_name = name if name is not None else last.name
    new_code = code if code is not None else last.code
    _check_code(new_code, tier, valid_from, unit.id)
    if parent_id is not None:
        _check_alive(parent_id, valid_from)
    version = UnitVersion(
        unit=unit,
        code=new_code,
        name=new_name,
        short_name=short_name or (last.short_name if name is None else new_name),
        folded=fold(new_name),
        kind=new_kind.value,
        tier=tier.value,
        parent_id=parent_id if parent_id is not None else last.parent_id,
        lat=last.lat,
        lon=last.lon,
        valid_from=valid_from,
        act=act,
    )
    _append(unit, version)


@transaction.atomic
def close_unit(unit_id: int, *, last_day: date) -> None:
    """The unit ends with `last_day`. Its successors are recorded by `record_succession`."""
    unit = _locked(unit_id)
    last = UnitVersion.objects.filter(unit=unit).latest("valid_from")
    if last.valid_to is not None:
        raise Refused(
            "territory.unit_closed",
            f"{unit.name} đã kết thúc ngày {last.valid_to:%d/%m/%Y}.",
            f"{unit.name} already ended on {last.valid_to:%d/%m/%Y}.",
        )
    rules.check_days(last.valid_from, last_day)
    last.valid_to = unit.valid_to = last_day
    last.save(update_fields=["valid_to"])
    unit.save(update_fields=["valid_to"])


@transaction.atomic
def record_succession(
    *, source_id: int, target_id: int, kind: SuccessionKind, day: date, act: str, share: Decimal | None = None
) -> None:
    """From `day` on, `source` lives on in `target`. `share` is the signed part of the source's counts that goes there.

    Refused when the target does not live on that day, when the source still does (a transfer apart), or when the
    recorded shares of the source on that day exceed the whole."""
    source = _locked(source_id)
    _check_alive(target_id, day)
    if kind is not SuccessionKind.TRANSFER and (source.valid_to is None or source.valid_to >= day):
        raise Refused(
            "territory.source_still_lives",
            f"{source.name} còn hoạt động vào ngày {day:%d/%m/%Y}. Xin ghi ngày kết thúc của đơn vị trước.",
            f"{source.name} still lives on {day:%d/%m/%Y}. Please record its last day first.",
        )
    others = Succession.objects.filter(source=source, day=day).exclude(target_id=target_id)
    rules.check_shares([*others.values_list("share", flat=True), share])
    Succession.objects.update_or_create(
        source=source, target_id=target_id, day=day, defaults={"kind": kind.value, "act": act, "share": share}
    )


@transaction.atomic
def record_identifier(*, unit_id: int, scheme: Scheme, value: str, valid_from: date) -> None:
    """The unit bears this code of another scheme from a day on; the code of that scheme it bore before ends."""
    unit = _locked(unit_id)
    before = Identifier.objects.filter(unit=unit, scheme=scheme.value, valid_to__isnull=True).first()
    if before is not None:
        rules.check_days(before.valid_from, valid_from - timedelta(days=1))
        before.valid_to = valid_from - timedelta(days=1)
        before.save(update_fields=["valid_to"])
    Identifier.objects.create(unit=unit, scheme=scheme.value, value=value, valid_from=valid_from)


@transaction.atomic
def open_office(
    *, unit_id: int, kind: OfficeKind, name: str, valid_from: date, short_name: str = "", parent_id: int | None = None
) -> int:
    """A new office serving a unit, under another office or at the top; the id. Its `path` begins with its parent's."""
    above = ""
    if parent_id is not None:
        parent = Office.objects.filter(id=parent_id).first()
        if parent is None:
            raise Absent
        above = parent.path
    office = Office.objects.create(
        unit_id=unit_id,
        kind=kind.value,
        name=name,
        short_name=short_name or name,
        parent_id=parent_id,
        path=above,
        valid_from=valid_from,
    )
    office.path = f"{above}{office.id}/"
    office.save(update_fields=["path"])
    return office.id


@transaction.atomic
def close_office(office_id: int, *, last_day: date) -> None:
    """The office ends with `last_day`."""
    office = Office.objects.select_for_update().filter(id=office_id).first()
    if office is None:
        raise Absent
    rules.check_days(office.valid_from, last_day)
    office.valid_to = last_day
    office.save(update_fields=["valid_to"])


def _append(unit: Unit, version: UnitVersion) -> None:
    """End the open version the day before, add the new one, and let the unit's own columns repeat it."""
    UnitVersion.objects.filter(unit=unit, valid_to__isnull=True).update(valid_to=version.valid_from - timedelta(days=1))
    version.save()
    unit.code, unit.name, unit.short_name = version.code, version.name, version.short_name
    unit.kind, unit.tier, unit.parent_id = version.kind, version.tier, version.parent_id
    unit.valid_to = version.valid_to
    unit.save()


def _locked(unit_id: int) -> Unit:
    unit = Unit.objects.select_for_update().filter(id=unit_id).first()
    if unit is None:
        raise Absent
    return unit


def _check_alive(unit_id: int, day: date) -> None:
    living = Q(valid_to__isnull=True) | Q(valid_to__gte=day)
    if not UnitVersion.objects.filter(living, unit_id=unit_id, valid_from__lte=day).exists():
        raise Refused(
            "territory.not_alive_on_day",
            f"Đơn vị đã chọn không hoạt động vào ngày {day:%d/%m/%Y}. Xin chọn đơn vị có hiệu lực trong ngày đó.",
            f"The chosen unit does not live on {day:%d/%m/%Y}. Please choose one that is valid on that day.",
        )


def _check_code(code: str, tier: Tier, valid_from: date, unit_id: int | None) -> None:
    """On one day a code names one unit of a tier."""
    if not code:
        return
    on_or_after = Q(valid_to__isnull=True) | Q(valid_to__gte=valid_from)
    held = UnitVersion.objects.filter(on_or_after, tier=tier.value, code=code)
    holder = (held if unit_id is None else held.exclude(unit_id=unit_id)).first()
    if holder is not None:
        raise Refused(
            "territory.code_taken",
            f"Mã {code} đang là của {holder.name}. Mỗi ngày một mã chỉ của một đơn vị: xin kiểm tra lại mã và ngày.",
            f"The code {code} belongs to {holder.name}. On one day a code names one unit: please check code and day.",
            law=register.CODES_2025,
        )
