"""The replay of Trà Vinh 2017: records made by chance from a fixed seed, whose sums are the published figures.

Published for the year 2017 (report of the province on công tác dân vận chính quyền): 4.101 lượt, 3.770 vụ việc, of
which the heads received 784 lượt, 665 vụ việc, and the daily reception 3.317 lượt, 3.105 vụ việc, among them 22 đoàn
with 264 người and 20 vụ việc; 2.070 đơn, 1.333 eligible and 737 not; at the inspectorate 119 lượt until 29/11/2017.

Not published, and therefore this replay's own: which office, day, name and content; how many matters were new; how
many people came outside the groups; how many sessions were held (only those to which somebody came are written); why a
petition was not eligible. All days lie from 03/01/2017 to 14/12/2017, so that "năm 2017" holds both for the calendar
year and for the statistical year from 15/12/2016 to 14/12/2017. Two wards that were merged before the register of
units begins (phường 2 and phường 6 of the town of Trà Vinh) have no records: 104 of the 106 communes do.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

from gandan.doors.console.demo import former, names, topics
from gandan.doors.console.demo.former import Place
from gandan.foundation.people.words import SYSTEM
from gandan.foundation.territory import queries as places
from gandan.foundation.territory.words import Tier
from gandan.matters.cases import actions as cases
from gandan.matters.cases.words import Competence, Eligibility, Field, ImportedCase, Ineligible, Kind, Outcome
from gandan.matters.reception import actions as reception
from gandan.matters.reception.words import Handling, ImportedVisit, Purpose, ReceivedBy, ReceptionKind, Regime
from gandan.pure.clock.calendar import national

SEED = 2017
FIRST, LAST = date(2017, 1, 3), date(2017, 12, 14)
INSPECTED_UNTIL = date(2017, 11, 29)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Published:
    """The figures of the report that the records must add up to."""

    head_visits: int = 784
    head_matters: int = 665
    daily_visits: int = 3317
    daily_matters: int = 3105
    inspectorate_visits: int = 119
    groups: int = 22
    group_people: int = 264
    group_matters: int = 20
    eligible: int = 1333
    ineligible: int = 737


PUBLISHED = Published()


def load(at: datetime, report: Callable[[str], None], *, successor_body_id: int) -> None:
    """Write the replay through the rooms' imports. The former offices hang under the body that keeps their records."""
    province = places.unit_on("84", former.SOME_DAY, tier=Tier.PROVINCE)
    kept = former.open_offices(province, successor_body_id=successor_body_id)
    visits = reception.import_visits(visit_rows(kept), by=SYSTEM, at=at)
    report(f"Trà Vinh 2017: {visits.visits} lượt tiếp, {visits.groups} đoàn đông người")
    petitions = cases.import_register(petition_rows(kept), by=SYSTEM, at=at)
    if petitions.faults:
        raise AssertionError(f"the replay's own rows are refused: {petitions.faults[:3]}")
    report(f"Trà Vinh 2017: {petitions.taken} đơn")


# ------------------------------------------------------------------------------------------------------------- visits


def visit_rows(kept: Sequence[Place]) -> list[ImportedVisit]:
    """The year's register of all offices: first the days' visits, then those on the heads' days, then the groups."""
    chance = Random(SEED)
    daily = _with_groups(_daily(kept, chance), {place.office_id for place in kept if place.board}, chance)
    return [*daily, *_on_heads_days(kept, chance)]


def _daily(kept: Sequence[Place], chance: Random) -> list[ImportedVisit]:
    days = _working_days(FIRST, LAST)
    inspected = [day for day in days if day <= INSPECTED_UNTIL]
    others = [place for place in kept if place.daily]
    counts = [
        *((place, PUBLISHED.inspectorate_visits) for place in kept if place.inspectorate),
        *zip(
            others,
            spread(PUBLISHED.daily_visits - PUBLISHED.inspectorate_visits, [place.daily for place in others]),
            strict=True,
        ),
    ]
    silent = _uncounted([count for _, count in counts], PUBLISHED.daily_visits - PUBLISHED.daily_matters, chance)
    rows: list[ImportedVisit] = []
    for (place, count), without in zip(counts, silent, strict=True):
        own = inspected if place.inspectorate else days
        rows += _register(place, count - without, without, _any_day(own, chance), chance, book="day")
    return rows


def _on_heads_days(kept: Sequence[Place], chance: Random) -> list[ImportedVisit]:
    heads = [place for place in kept if place.heads]
    counts = spread(PUBLISHED.head_visits, [place.heads for place in heads])
    silent = _uncounted(counts, PUBLISHED.head_visits - PUBLISHED.head_matters, chance)
    rows: list[ImportedVisit] = []
    for place, count, without in zip(heads, counts, silent, strict=True):
        days = session_days(place.regime, chance)
        for row in _register(place, count - without, without, _any_day(days, chance), chance, book="head"):
            rows.append(replace(row, kind=_kind_of_day(row.on), received_by=ReceivedBy.HEAD, receiver_name=place.head))
    return rows


def _kind_of_day(day: date) -> ReceptionKind:
    """About one head's day in twelve was not in the calendar; the day decides, so that a session is of one kind."""
    return ReceptionKind.UNSCHEDULED if day.toordinal() % 12 == 0 else ReceptionKind.SCHEDULED


def _register(
    place: Place, counted: int, uncounted: int, day: Callable[[], date], chance: Random, *, book: str
) -> Iterator[ImportedVisit]:
    """`counted` presentations that are each a matter of their day, and `uncounted` visits that are not: somebody else
    about the same matter on the same day, or a question about the result."""
    presented: list[ImportedVisit] = []
    used: set[tuple[str, date]] = set()
    for on in sorted(day() for _ in range(counted)):
        old = _to_bring_again(presented, on, used, chance)
        row = replace(old, on=on) if old else _first_time(place, on, f"{place.name}/{book}/{len(presented)}", chance)
        used.add((row.matter_key, on))
        presented.append(row)
    yield from presented
    for _ in range(uncounted):
        yield _without_a_matter(presented, day(), chance)


def _first_time(place: Place, on: date, key: str, chance: Random) -> ImportedVisit:
    area = chance.choice(place.areas)
    title, content = topics.told(topics.topic(chance, place.fields), area, chance)
    return ImportedVisit(
        body_id=place.office_id,
        unit_id=place.unit_id,
        on=on,
        visitor=names.full_name(chance),
        content=content,
        receiver_name="Cán bộ tiếp công dân",
        phone=names.telephone(chance) if chance.random() < 0.7 else "",
        address=f"Ấp {chance.randint(1, 9)}, {area}",
        head_count=chance.choices((1, 2, 3, 4), (88, 9, 2, 1))[0],
        handling=chance.choices((Handling.GUIDED, Handling.LODGED, Handling.NOTED), (6, 3, 1))[0],
        matter_key=key,
        title=title,
    )


def _to_bring_again(
    presented: Sequence[ImportedVisit], on: date, used: set[tuple[str, date]], chance: Random
) -> ImportedVisit | None:
    """Now and then somebody returns with a matter of an earlier day."""
    if not presented or chance.random() > 0.17:
        return None
    old = chance.choice(presented)
    return None if old.on >= on or (old.matter_key, on) in used else old


def _without_a_matter(presented: Sequence[ImportedVisit], day: date, chance: Random) -> ImportedVisit:
    if chance.random() < 0.12:  # a neighbour, later on the same day, about the same matter
        return replace(chance.choice(presented), visitor=names.full_name(chance), head_count=1)
    about = chance.choice([one for one in presented if one.on < day] or presented[:1])
    return replace(
        about,
        on=max(day, about.on),
        purpose=Purpose.ENQUIRE,
        content=f"Đến hỏi kết quả giải quyết: {about.title[:1].lower()}{about.title[1:]}.",
        handling=Handling.GUIDED,
        head_count=1,
    )


def _with_groups(rows: list[ImportedVisit], boards: set[int], chance: Random) -> list[ImportedVisit]:
    """Turn some visits to the reception boards into large groups: some with a matter, the rest asking for a result."""
    at_boards = [place for place, row in enumerate(rows) if row.body_id in boards]
    counted = _counted_places(rows)
    bringing = [place for place in at_boards if place in counted]
    asking = [place for place in at_boards if rows[place].purpose is Purpose.ENQUIRE]
    chosen = chance.sample(bringing, PUBLISHED.group_matters)
    chosen += chance.sample(asking, PUBLISHED.groups - PUBLISHED.group_matters)
    for place, size in zip(chosen, _sizes(chance), strict=True):
        rows[place] = replace(rows[place], head_count=size)
    return rows


def _counted_places(rows: Sequence[ImportedVisit]) -> set[int]:
    """The rows that are the only presentation of their matter on their day: these surely count."""
    times: dict[tuple[str, date], int] = {}
    for row in rows:
        if row.purpose is Purpose.PRESENT:
            times[row.matter_key, row.on] = times.get((row.matter_key, row.on), 0) + 1
    return {
        place for place, row in enumerate(rows) if row.purpose is Purpose.PRESENT and times[row.matter_key, row.on] == 1
    }


def _sizes(chance: Random) -> list[int]:
    """How many came in each group: at least five, together what was published."""
    sizes = [5] * PUBLISHED.groups
    for _ in range(PUBLISHED.group_people - sum(sizes)):
        sizes[chance.choice([place for place, size in enumerate(sizes) if size < 32])] += 1
    return sizes


# ---------------------------------------------------------------------------------------------------------- petitions

_REASONS = {
    Ineligible.DUPLICATE: 27,
    Ineligible.MULTI_ADDRESS: 19,
    Ineligible.MISSING_FORM: 16,
    Ineligible.UNSIGNED: 12,
    Ineligible.GUIDED_ONCE: 10,
    Ineligible.FINAL: 7,
    Ineligible.EXPIRED: 4,
    Ineligible.ILLEGIBLE: 3,
    Ineligible.NO_RIGHT: 2,
}


def petition_rows(kept: Sequence[Place]) -> list[ImportedCase]:
    """The year's book of petitions of all offices, in the order of their days."""
    chance = Random(SEED + 1)
    places_of = [place for place in kept if place.daily or place.inspectorate]
    weights = [place.daily or 60 for place in places_of]
    days = _working_days(FIRST, LAST)
    sortings = [True] * PUBLISHED.eligible + [False] * PUBLISHED.ineligible
    chance.shuffle(sortings)
    rows: list[ImportedCase] = []
    for number, eligible in enumerate(sortings):
        place = chance.choices(places_of, weights)[0]
        row = _petition(place, chance.choice(days), f"tv-{number}", chance)
        rows.append(_settled(row, chance) if eligible else _filed(row, chance))
    return sorted(rows, key=lambda row: row.received_on)


def _petition(place: Place, on: date, key: str, chance: Random) -> ImportedCase:
    about = topics.topic(chance, place.fields)
    area = chance.choice(place.areas)
    title, content = topics.told(about, area, chance)
    return ImportedCase(
        kind=_kind(about.field, chance),
        text=content,
        title=title,
        body_id=place.office_id,
        unit_id=place.unit_id,
        received_on=on,
        full_name=names.full_name(chance),
        address=f"Ấp {chance.randint(1, 9)}, {area}",
        field=about.field,
        matter_key=key,
    )


def _kind(field: Field, chance: Random) -> Kind:
    complaints = 55 if field is Field.LAND else 20
    return chance.choices((Kind.COMPLAINT, Kind.PETITION, Kind.FEEDBACK), (complaints, 60, 25))[0]


def _settled(row: ImportedCase, chance: Random) -> ImportedCase:
    """Eligible: answered or decided where it came in, or shown the way to the competent body."""
    row = replace(row, eligibility=Eligibility.ELIGIBLE, competence=Competence.WITHIN)
    if chance.random() < 0.22:
        away = Outcome.GUIDED if row.kind is Kind.COMPLAINT else Outcome.TRANSFERRED_OUT
        return replace(
            row, competence=Competence.OUTSIDE, outcome=away, closed_on=_later(row.received_on, 3, 9, chance)
        )
    if row.kind is not Kind.COMPLAINT:
        most = 22 if row.kind is Kind.PETITION else 11
        return replace(row, outcome=Outcome.ANSWERED, closed_on=_later(row.received_on, 3, most, chance))
    if chance.random() < 0.12:
        return replace(row, outcome=Outcome.WITHDRAWN, closed_on=_later(row.received_on, 4, 9, chance))
    ending = chance.choices((Outcome.WRONG, Outcome.RIGHT, Outcome.PARTLY), (66, 16, 18))[0]
    accepted = _later(row.received_on, 3, 9, chance)
    return replace(row, outcome=ending, accepted_on=accepted, closed_on=_later(accepted, 12, 34, chance))


def _filed(row: ImportedCase, chance: Random) -> ImportedCase:
    reason = chance.choices(tuple(_REASONS), tuple(_REASONS.values()))[0]
    return replace(
        row,
        eligibility=Eligibility.INELIGIBLE,
        ineligible_reason=reason,
        outcome=Outcome.FILED,
        closed_on=_later(row.received_on, 2, 10, chance),
    )


def _later(on: date, least: int, most: int, chance: Random) -> date:
    """A working day some days later, within the year."""
    wanted = min(on + DAY * chance.randint(least, most), date(2017, 12, 29))
    return national().next_working(wanted)


# --------------------------------------------------------------------------------------------------------------- days


def spread(total: int, weights: Sequence[int]) -> list[int]:
    """A total in parts by weight, by largest remainder: the parts add up to it."""
    whole = sum(weights)
    parts = [total * weight // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda place: -(total * weights[place] % whole))
    for place in order[: total - sum(parts)]:
        parts[place] += 1
    return parts


def _uncounted(counts: Sequence[int], total: int, chance: Random) -> list[int]:
    """How many visits of each office bring no matter of their own: by chance, never all of an office's."""
    room = [place for place, count in enumerate(counts) for _ in range(count - 1)]
    drawn = [0] * len(counts)
    for place in chance.sample(room, total):
        drawn[place] += 1
    return drawn


def session_days(regime: Regime, chance: Random) -> list[date]:
    """The days on which a head received: once a week, twice or once a month, by regime (Luật Tiếp công dân 2013)."""
    days = _working_days(FIRST, LAST)
    if regime is Regime.COMMUNE_CHAIR:
        weekday = chance.randrange(5)
        return [day for day in days if day.weekday() == weekday]
    marks = {Regime.PROVINCE_CHAIR: (15,), Regime.DISTRICT_CHAIR: (10, 25)}.get(regime, (20,))
    wanted = [date(2017, month, mark) for month in range(1, 13) for mark in marks]
    found = [days[place] for day in wanted if (place := bisect_left(days, day)) < len(days)]
    return sorted(set(found))


def _working_days(first: date, last: date) -> list[date]:
    span = (last - first).days + 1
    return [day for day in (first + DAY * step for step in range(span)) if national().is_working(day)]


def _any_day(days: Sequence[date], chance: Random) -> Callable[[], date]:
    return lambda: chance.choice(days)
