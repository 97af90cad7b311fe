"""The only readers of territory. Units are public knowledge: no viewer is asked for, a day always is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Case, IntegerField, Q, Value, When
from django.db.models.functions import Length

from gandan.foundation.territory import lineage, rules
from gandan.foundation.territory.models import Identifier, Office, RegisterLoad, Succession, Unit, UnitVersion
from gandan.foundation.territory.words import (
    Found,
    Kind,
    OfficeKind,
    OfficeView,
    Restated,
    Scheme,
    SuccessionKind,
    Tier,
    UnitView,
)
from gandan.pure.refusal import Absent, Refused
from gandan.pure.vietnamese.folding import fold

if TYPE_CHECKING:
    from django.db.models import QuerySet

gathered = lineage.gathered

_COLUMNS = (
    "unit_id",
    "unit__key",
    "code",
    "name",
    "short_name",
    "kind",
    "tier",
    "parent_id",
    "valid_from",
    "valid_to",
    "start_is_known",
    "lat",
    "lon",
    "act",
)
_LONGEST = 240  # longer than any unit with all above it; what is pasted beyond that is not read
_KINDS = re.compile(r"^(tinh|thanh pho|xa|phuong|thi tran|dac khu) ")
_RANKS = (Tier.CENTRAL, Tier.PROVINCE, Tier.COMMUNE, Tier.DISTRICT, Tier.HAMLET)


def unit_on(code: str, day: date, *, tier: Tier | None = None) -> UnitView:
    """The unit that bore this statistical code on this day: 15 is Yên Bái until 30/06/2025 and Lào Cai after.

    Absent, with the unit of another day named where there is one, when nobody bore it."""
    held = _on(day).filter(code=code)
    if tier is not None:
        held = held.filter(tier=tier.value)
    found = _views(held)[:1] if code.isalnum() else []
    if not found:
        raise _no_unit(code, day)
    return found[0]


def unit(unit_id: int, day: date) -> UnitView:
    """The unit as it was on a day; Absent when it did not live then."""
    found = units([unit_id], day)
    if unit_id not in found:
        raise Absent
    return found[unit_id]


def units(unit_ids: Iterable[int], day: date) -> dict[int, UnitView]:
    """Many units as they were on a day, by id, in one query; those that did not live then are left out."""
    return {view.id: view for view in _views(_on(day).filter(unit_id__in=set(unit_ids)))}


def unit_by_key(key: str) -> int:
    """The id of a unit by its key ("p86", "p84-old", "c29242", "d842"); Absent when there is none."""
    found = Unit.objects.filter(key=key).values_list("id", flat=True).first()
    if found is None:
        raise Absent
    return found


def provinces(day: date) -> list[UnitView]:
    """The provinces of a day by code: 34 from 01/07/2025, 63 before."""
    return _views(_on(day).filter(tier=Tier.PROVINCE.value).order_by("code"))


def communes(province_id: int, day: date) -> list[UnitView]:
    """The communes of a province on a day by code, also through the districts there were; one query."""
    return sorted(_views(_communes(province_id, day)), key=lambda view: (view.code, view.id))


def province_choices(day: date) -> list[tuple[int, str]]:
    """(id, name) of the provinces of a day in the order of their names, for a picker; one query of three columns."""
    return _choices(_on(day).filter(tier=Tier.PROVINCE.value))


def commune_choices(province_id: int, day: date) -> list[tuple[int, str]]:
    """(id, name) of the communes of a province on a day in the order of their names, for a picker; one query."""
    return _choices(_communes(province_id, day))


def children(unit_id: int, day: date) -> list[UnitView]:
    """The units right under a unit on a day, by code."""
    return _views(_on(day).filter(parent_id=unit_id).order_by("code", "unit_id"))


def ancestors(unit_id: int, day: date) -> list[UnitView]:
    """The units above a unit on a day, nearest first, the country last."""
    line: list[UnitView] = []
    above = unit(unit_id, day).parent_id
    while above is not None:
        line.append(unit(above, day))
        above = line[-1].parent_id
    return line


def descendant_ids(unit_id: int, day: date) -> list[int]:
    """The unit itself and every unit under it on a day, as ids."""
    found, front = [unit_id], [unit_id]
    while front:
        front = list(_on(day).filter(parent_id__in=front).values_list("unit_id", flat=True))
        found += front
    return found


def count(tier: Tier, day: date) -> int:
    """How many units of a tier there are on a day. Refused for days on which the register does not know them all."""
    known = rules.COMPLETE_FROM.get(tier)
    if known is None or day < known:
        since = f"từ {known:%d/%m/%Y}" if known else "khi địa phương đã nhập đủ"
        since_en = f"from {known:%d/%m/%Y}" if known else "once entered locally"
        raise Refused(
            "territory.register_incomplete",
            f"Sổ đơn vị chỉ có đủ {tier.said.vi} {since}, nên không đếm được vào ngày {day:%d/%m/%Y}.",
            f"The register knows every unit of the {tier.said.en} only {since_en}; no count for {day:%d/%m/%Y}.",
        )
    return _on(day).filter(tier=tier.value).count()


def search(text: str, day: date, limit: int = 10) -> list[Found]:
    """Units by name, with or without diacritics, or by code, as of a day; best first, each with the units above it.

    After a comma stands the name of a unit above: "tân an, vĩnh long"."""
    wanted, *above = [fold(part) for part in text[:_LONGEST].split(",")]
    if not wanted or limit < 1:
        return []
    matches = Q(code=wanted)
    contains = Q()
    for token in wanted.split():
        contains &= Q(folded__contains=token)
    hits = _on(day).filter(matches | contains).annotate(rank=_rank(wanted), width=Length("folded"))
    views = _views(hits.order_by("rank", _tier_rank(), "width", "folded", "code")[: limit * 30 if above else limit])
    found = _with_ancestors(views, day)
    for name in filter(None, above):
        found = [hit for hit in found if any(name in fold(view.name) for view in hit.above)]
    return found[:limit]


def successors(unit_id: int) -> list[tuple[SuccessionKind, int, date]]:
    """What became of a unit: kind, id of the new unit, day."""
    rows = Succession.objects.filter(source_id=unit_id).order_by("day", "target__code")
    return [(SuccessionKind(row.kind), row.target_id, row.day) for row in rows]


def predecessor_ids(unit_id: int) -> list[int]:
    """All units that went, wholly or in part, into this one, over all generations; the unit itself first."""
    found, front = [unit_id], [unit_id]
    while front:
        rows = Succession.objects.filter(target_id__in=front).exclude(source_id__in=found)
        front = sorted(set(rows.values_list("source_id", flat=True)))
        found += front
    return found


def restate(counts: Mapping[int, int], *, to_day: date, of_day: date | None = None) -> Restated:
    """Whole counts of old units as counts of the units of `to_day`, by adding along the recorded successions.

    Give each unit its own count, not also its parent's. A divided unit goes by recorded shares, or stays visibly
    unplaced; nothing is averaged and nothing is lost. `of_day`, if given, is the day on which the counts held."""
    edges: dict[int, list[rules.Edge]] = {}
    front = set(counts)
    while front:
        rows = Succession.objects.filter(source_id__in=front, day__lte=to_day).order_by("day", "target_id")
        met = set(front)
        front = set()
        for row in rows:
            edge = rules.Edge(row.target_id, SuccessionKind(row.kind), row.day, row.share, row.act)
            edges.setdefault(row.source_id, []).append(edge)
            front.add(row.target_id)
        front -= met | set(edges)
    met_units = set(counts) | {edge.target for line in edges.values() for edge in line}
    names = dict(Unit.objects.filter(id__in=met_units).values_list("id", "name"))
    if missing := set(counts) - set(names):
        raise KeyError(f"no such unit: {sorted(missing)}")
    work = rules.Restating(edges, _holders(met_units, to_day), names, to_day, of_day)
    return work.run(counts)


def identifiers(unit_id: int, day: date) -> dict[Scheme, str]:
    """The codes of other schemes that the unit bore on a day."""
    rows = Identifier.objects.filter(_valid(day), unit_id=unit_id).values_list("scheme", "value")
    return {Scheme(scheme): value for scheme, value in rows}


def loads() -> list[tuple[str, str, str, int]]:
    """What the register was filled from: source, version, scope, units added."""
    return list(RegisterLoad.objects.order_by("id").values_list("source", "version", "scope", "units"))


def office(office_id: int) -> OfficeView:
    """One office; Absent when there is none."""
    found = _offices(Office.objects.filter(id=office_id))
    if not found:
        raise Absent
    return found[0]


def offices_under(office_id: int, *, on: date | None = None) -> list[OfficeView]:
    """The office and all below it, by path; only those valid on a day, if one is given."""
    rows = Office.objects.filter(path__startswith=office(office_id).path)
    return _offices(rows.filter(_valid(on)) if on is not None else rows)


def office_ids_under(path: str) -> list[int]:
    """The ids of the office with this path and of all below it, whether open or closed."""
    return list(Office.objects.filter(path__startswith=path).values_list("id", flat=True))


def offices_of(unit_id: int, day: date) -> list[OfficeView]:
    """The offices that serve a unit on a day."""
    return _offices(Office.objects.filter(_valid(day), unit_id=unit_id))


def receiving_bodies(day: date) -> list[tuple[OfficeView, UnitView, str]]:
    """The communes' People's Committees that are open on a day, each with its unit and the name of the unit above,
    in the order of the communes' names: where a citizen's words can go. Three queries however many there are."""
    rows = Office.objects.filter(_valid(day), kind=OfficeKind.PEOPLE_COMMITTEE.value)
    offices = {view.unit_id: view for view in _offices(rows)}
    here = [view for view in units(offices, day).values() if view.tier is Tier.COMMUNE]
    above = units({view.parent_id for view in here if view.parent_id is not None}, day)
    here.sort(key=lambda view: _KINDS.sub("", fold(view.name)))
    return [(offices[view.id], view, above[view.parent_id].name if view.parent_id in above else "") for view in here]


def body_of(office_id: int) -> OfficeView:
    """The body (`OfficeView.is_body`) that an office is or acts for; else the topmost office above it."""
    path = office(office_id).path
    return bodies_of([path])[path]


def bodies_of(paths: Iterable[str]) -> dict[str, OfficeView]:
    """The body of each of many offices, by the office's path; one query."""
    lines = {path: [int(part) for part in path.rstrip("/").split("/")] for path in set(paths)}
    steps = {step for line in lines.values() for step in line}
    above = {view.id: view for view in _offices(Office.objects.filter(id__in=steps))}
    upward = {path: [above[step] for step in reversed(line)] for path, line in lines.items()}
    return {path: next((view for view in line if view.is_body), line[-1]) for path, line in upward.items()}


def _valid(day: date) -> Q:
    return Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gte=day))


def _on(day: date) -> QuerySet[UnitVersion]:
    return UnitVersion.objects.filter(_valid(day))


def _communes(province_id: int, day: date) -> QuerySet[UnitVersion]:
    # Unordered, and by parent alone while there are no districts: else SQLite walks all communes of the country.
    if day > rules.LAST_DISTRICT_DAY:
        return _on(day).filter(parent_id=province_id)
    districts = _on(day).filter(parent_id=province_id).values("unit_id")
    return _on(day).filter(parent_id__in=districts)


def _choices(rows: QuerySet[UnitVersion]) -> list[tuple[int, str]]:
    """Sorted here and not by the database: the engines collate differently, and "Xã" is no part of a name's order."""
    found = sorted(rows.values_list("folded", "unit_id", "name"), key=lambda row: _KINDS.sub("", row[0]))
    return [(unit_id, name) for _, unit_id, name in found]


def _views(rows: QuerySet[UnitVersion]) -> list[UnitView]:
    return [
        UnitView(id_, key, code, name, short, Kind(kind), Tier(tier), parent, begins, ends, known, lat, lon, act)
        for id_, key, code, name, short, kind, tier, parent, begins, ends, known, lat, lon, act in rows.values_list(
            *_COLUMNS
        )
    ]


def _offices(rows: QuerySet[Office]) -> list[OfficeView]:
    columns = ("id", "unit_id", "kind", "name", "short_name", "parent_id", "path", "valid_from", "valid_to")
    found = rows.order_by("path", "id").values_list(*columns, "unit__tier")
    return [
        OfficeView(id_, unit_id, OfficeKind(kind), name, short_name, parent_id, path, first, last, Tier(tier))
        for id_, unit_id, kind, name, short_name, parent_id, path, first, last, tier in found
    ]


def _rank(wanted: str) -> Case:
    return Case(
        When(code=wanted, then=Value(0)),
        When(Q(folded=wanted) | Q(folded__endswith=" " + wanted), then=Value(1)),
        When(Q(folded__startswith=wanted) | Q(folded__contains=" " + wanted), then=Value(2)),
        When(folded__contains=wanted, then=Value(3)),
        default=Value(4),
        output_field=IntegerField(),
    )


def _tier_rank() -> Case:
    return Case(
        *(When(tier=tier.value, then=Value(rank)) for rank, tier in enumerate(_RANKS)), output_field=IntegerField()
    )


def _with_ancestors(views: list[UnitView], day: date) -> list[Found]:
    known = {view.id: view for view in views}
    front = {view.parent_id for view in views if view.parent_id is not None} - set(known)
    while front:
        above = units(front, day)
        known |= above
        front = {view.parent_id for view in above.values() if view.parent_id is not None} - set(known)
    return [Found(view, _line(view, known)) for view in views]


def _line(view: UnitView, known: Mapping[int, UnitView]) -> tuple[UnitView, ...]:
    line: list[UnitView] = []
    while view.parent_id is not None and view.parent_id in known:
        view = known[view.parent_id]
        line.append(view)
    return tuple(line)


def _holders(unit_ids: set[int], day: date) -> dict[int, int | None]:
    """The units among these that live on a day, and all above them, each with its parent."""
    holders: dict[int, int | None] = {}
    front = unit_ids
    while front:
        found = dict(_on(day).filter(unit_id__in=front).values_list("unit_id", "parent_id"))
        holders |= found
        front = {parent for parent in found.values() if parent is not None} - set(holders)
    return holders


def _no_unit(code: str, day: date) -> Absent:
    other = UnitVersion.objects.filter(code=code).order_by("-valid_from").first() if code.isalnum() else None
    if other is None:
        return Absent(
            "territory.no_such_code",
            f"Không có đơn vị nào mang mã {code}. Xin kiểm tra lại mã.",
            f"No unit bears the code {code}. Please check the code.",
        )
    begins, ends = f"{other.valid_from:%d/%m/%Y}", f"{other.valid_to:%d/%m/%Y}" if other.valid_to else "nay"
    return Absent(
        "territory.code_of_another_day",
        f"Mã {code} không dùng vào ngày {day:%d/%m/%Y}; đó là mã của {other.name} từ {begins} đến {ends}.",
        f"The code {code} was not in use on {day:%d/%m/%Y}; it named {other.name} from {begins} "
        f"to {ends if other.valid_to else 'now'}.",
    )
