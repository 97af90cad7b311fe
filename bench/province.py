"""A province to measure: Vĩnh Long with its real communes, an office in each, and as many cases as asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random

from gandan.doors.console.demo.names import full_name
from gandan.doors.console.demo.topics import TOPICS
from gandan.doors.console.office import open_offices
from gandan.foundation.people import actions as people
from gandan.foundation.people.words import SYSTEM, Role
from gandan.foundation.territory import actions as territory_actions
from gandan.foundation.territory import queries as territory
from gandan.matters.cases import actions as cases
from gandan.matters.cases.words import Channel, Competence, Eligibility, ImportedCase, Kind, Outcome
from gandan.matters.reception import actions as reception
from gandan.matters.reception.papers import ImportedVisit

TODAY = date(2026, 11, 23)
FIRST = date(2025, 12, 15)
CODE = "86"
PASSWORD = "đo-cho-đúng-rồi-hãy-nói"


@dataclass(slots=True)
class Commune:
    """A commune with the office that receives."""

    unit_id: int
    body_id: int
    name: str


@dataclass(slots=True)
class Province:
    """What the bench asks for again."""

    unit_id: int
    communes: list[Commune]
    officer: str = "bench-officer"
    head: str = "bench-head"
    case_ids: list[int] = field(default_factory=list)


def open_province() -> Province:
    """Load the register, open every People's Committee, seat an officer in a commune and a head at the province."""
    territory_actions.load_register(provinces=(CODE,))
    unit = territory.unit_on(CODE, TODAY)
    top = open_offices(unit, FIRST)[0]
    communes = [
        Commune(view.id, open_offices(view, FIRST)[0].id, view.name) for view in territory.communes(unit.id, TODAY)
    ]
    province = Province(unit.id, communes)
    for username, office_id, role in (
        (province.officer, communes[0].body_id, Role.RECEPTION),
        (province.head, top.id, Role.HEAD),
    ):
        account = people.open_account(username=username, full_name=username.title(), password=PASSWORD)
        people.give_post(account, office_id=office_id, role=role, valid_from=FIRST)
    return province


def fill(province: Province, *, cases_wanted: int, visits_wanted: int) -> None:
    """Enter so many cases and visits of a report year, as a register is imported."""
    at = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
    report = cases.import_register(case_rows(province, cases_wanted), by=SYSTEM, at=at)
    if report.faults:
        raise SystemExit(f"{len(report.faults)} rows were not taken, the first: {report.faults[0]}")
    home = province.communes[0].body_id
    province.case_ids = [
        case_id for number, case_id in enumerate(report.case_ids) if commune_of(province, number).body_id == home
    ]
    reception.import_visits(visit_rows(province, visits_wanted), by=SYSTEM, at=at)


def commune_of(province: Province, number: int) -> Commune:
    """The first commune holds a twentieth of all, so that its queue is long; the others share the rest."""
    if number % 20 == 0:
        return province.communes[0]
    return province.communes[1 + number % (len(province.communes) - 1)]


def case_rows(province: Province, wanted: int) -> Iterator[ImportedCase]:
    """Cases of one report year; one in ten is open still."""
    chance = Random(86)
    for number in range(wanted):
        commune = commune_of(province, number)
        received = FIRST + timedelta(days=chance.randrange((TODAY - FIRST).days))
        title, text = words(chance, commune)
        is_open = number % 10 == 0 or (TODAY - received).days < 15
        yield ImportedCase(
            kind=chance.choice((Kind.PETITION, Kind.FEEDBACK, Kind.FEEDBACK)),
            title=title,
            text=text,
            body_id=commune.body_id,
            unit_id=commune.unit_id,
            received_on=received,
            full_name=full_name(chance),
            phone=f"09{chance.randrange(10**8):08}",
            address=commune.name,
            channel=chance.choice((Channel.COUNTER, Channel.PORTAL, Channel.POST)),
            eligibility=Eligibility.UNSORTED if is_open else Eligibility.ELIGIBLE,
            competence=Competence.UNKNOWN if is_open else Competence.WITHIN,
            outcome=None if is_open else Outcome.ANSWERED,
            closed_on=None if is_open else received + timedelta(days=chance.randrange(1, 15)),
        )


def visit_rows(province: Province, wanted: int) -> Iterator[ImportedVisit]:
    """Regular visits of the same year."""
    chance = Random(87)
    for number in range(wanted):
        commune = commune_of(province, number)
        _, text = words(chance, commune)
        yield ImportedVisit(
            body_id=commune.body_id,
            unit_id=commune.unit_id,
            on=FIRST + timedelta(days=chance.randrange((TODAY - FIRST).days)),
            visitor=full_name(chance),
            content=text,
            head_count=chance.choice((1, 1, 1, 2, 3)),
        )


def words(chance: Random, commune: Commune) -> tuple[str, str]:
    """A title and a text."""
    topic = chance.choice(TOPICS)
    blanks = {
        "place": commune.name,
        "ap": chance.choice(("Cầu Tre", "Vàm Lịch", "Trà Ôn", "Bến Có", "Sóc Thát")),
        "m2": chance.randrange(60, 2000),
        "year": chance.randrange(1990, 2020),
        "price": chance.randrange(100, 900),
    }
    return topic.title.format(**blanks), topic.content.format(**blanks)
