"""What comes into the room: a visit at the counter, a planned session, rows of an old register, and the receipts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from gandan.matters.cases.words import Field, Kind, Receipt, Upload
from gandan.matters.reception.terms import Ground, Handling, Purpose, ReceivedBy, ReceptionKind


@dataclass(frozen=True, slots=True)
class Visitor:
    """A person at the counter as they gave themselves."""

    full_name: str
    phone: str = ""
    address: str = ""
    identity: str = ""  # sealed before it touches a table
    represents: bool = False  # speaks for the others of a group


@dataclass(frozen=True, slots=True)
class Lodging:
    """A case to open from what a visitor says or hands in; people, body, unit and channel come from the visit."""

    kind: Kind
    text: str
    title: str = ""
    field: Field | None = None
    place: str = ""
    files: tuple[Upload, ...] = ()


@dataclass(frozen=True, slots=True)
class Presented:
    """One matter of a visit: an existing one by its id, or a new one by its title; perhaps with a case to lodge."""

    purpose: Purpose = Purpose.PRESENT
    matter_id: int | None = None
    title: str = ""  # of a new matter; empty: the first words of what is said
    lodging: Lodging | None = None


@dataclass(frozen=True, slots=True)
class NewVisit:
    """A visit as the officer writes it down. With only a name, an address and a content it is complete."""

    token: str
    people: tuple[Visitor, ...]
    content: str
    purpose: Purpose = Purpose.PRESENT
    head_count: int | None = None  # None: as many as are named
    request: str = ""
    history: str = ""
    handling: Handling = Handling.NOTED
    answer: str = ""
    matters: tuple[Presented, ...] = ()  # empty: what is said opens one new matter, an enquiry opens none
    session_id: int | None = None  # None: the daily reception by the permanent officer
    on: date | None = None  # None: the day of `at`; an earlier day for what was first written on paper


@dataclass(frozen=True, slots=True)
class VisitReceipt:
    """What was written down."""

    visit_id: int
    number: int
    year: int
    group: bool
    matter_ids: tuple[int, ...]
    receipts: tuple[Receipt, ...]  # of the cases lodged
    reply_due: date | None
    duplicate: bool = False  # the same form came before: this is what was written then


@dataclass(frozen=True, slots=True)
class NewSession:
    """A head's session to announce. Unscheduled ones are written down on the day itself."""

    day: date
    head_name: str
    head_post: str
    kind: ReceptionKind = ReceptionKind.SCHEDULED
    opens: time | None = None
    closes: time | None = None
    place: str = ""
    subject: str = ""
    participants: str = ""
    posted_on: date | None = None


@dataclass(frozen=True, slots=True)
class NewRefusal:
    """A visitor who is not received, the ground, and what the officer explained."""

    person: Visitor
    ground: Ground
    explanation: str
    matter_id: int | None = None


@dataclass(frozen=True, slots=True)
class RefusalReceipt:
    """A refusal as written down; `notice_due` where the head must notify in writing."""

    refusal_id: int
    law: str
    notice_due: date | None


@dataclass(frozen=True, slots=True)
class ImportedVisit:
    """One row of a register that an office kept before, for instance a line of its Excel book."""

    body_id: int  # the office that kept the register
    unit_id: int  # in whose figures it counts
    on: date
    visitor: str
    content: str
    kind: ReceptionKind = ReceptionKind.REGULAR
    received_by: ReceivedBy = ReceivedBy.PERMANENT
    receiver_name: str = ""
    phone: str = ""
    address: str = ""
    head_count: int = 1
    purpose: Purpose = Purpose.PRESENT
    handling: Handling = Handling.GUIDED
    answer: str = ""
    matter_key: str = ""  # rows with the same key are one matter; empty: a matter of its own, none for an enquiry
    title: str = ""


@dataclass(frozen=True, slots=True)
class VisitImport:
    """What an import wrote."""

    visits: int
    people: int
    matters: int
    groups: int
    sessions: int
    first_id: int | None
