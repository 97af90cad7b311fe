"""What comes into the room: a citizen's words, rows of an old register, and the receipts that go back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import BinaryIO

from gandan.matters.cases.terms import (
    Channel,
    Competence,
    Eligibility,
    Field,
    Ineligible,
    Kind,
    NotAccepted,
    Outcome,
    Signatories,
)
from gandan.pure.speech import Said


@dataclass(frozen=True, slots=True)
class Sender:
    """A person as they gave themselves. Feedback may come without any of it."""

    full_name: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    identity: str = ""  # sealed by `people` before it touches a table
    representative: bool = False  # speaks for the others


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was handed over."""

    name: str
    content: BinaryIO


@dataclass(frozen=True, slots=True)
class Draft:
    """What a citizen says, or an officer writes down for them, before it becomes a case."""

    kind: Kind
    text: str
    body_id: int  # the office (People's Committee, department) that receives it
    unit_id: int  # the unit in whose figures it counts
    channel: Channel
    title: str = ""  # empty: the first words of the text
    place: str = ""
    lat: float | None = None
    lon: float | None = None
    field: Field | None = None
    senders: tuple[Sender, ...] = ()
    signatories: Signatories | None = None  # None: by the number of senders
    received_on: date | None = None  # None: the day of `at`
    matter_id: int | None = None  # a matter that it belongs to; None opens a new one
    token: str = ""  # the same token twice gives the first receipt
    files: tuple[Upload, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the citizen takes home."""

    case_id: int
    receipt: str
    number: int
    year: int
    due_on: date | None
    duplicate: bool = False  # the same token came before: this is the first one's receipt
    matter_id: int = 0
    seen: int = 1  # how many journal entries stand in the folder


@dataclass(frozen=True, slots=True)
class ImportedCase:
    """One row of a register that an office kept before; also how the demo province and the bench are written."""

    kind: Kind
    text: str
    body_id: int
    unit_id: int
    received_on: date
    title: str = ""
    full_name: str = ""
    phone: str = ""
    address: str = ""
    channel: Channel = Channel.IMPORT
    field: Field | None = None
    signatories: Signatories = Signatories.ONE
    eligibility: Eligibility = Eligibility.UNSORTED
    ineligible_reason: Ineligible | None = None
    competence: Competence = Competence.UNKNOWN
    accepted_on: date | None = None
    not_accepted: NotAccepted | None = None  # the ground, for the outcome REFUSED
    outcome: Outcome | None = None  # with closed_on: the case is closed
    closed_on: date | None = None
    reply: str = ""
    late: bool | None = None  # None: by its clocks
    number: int | None = None  # the number in the old book; None takes the next one
    matter_key: str = ""  # rows with the same key are one vụ việc
    received_at: datetime | None = None
    office_id: int | None = None  # who holds it; None: the receiving body


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that was not taken, and why."""

    row: int  # counted from 1
    said: Said
    fields: Mapping[str, Said]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: `taken + len(faults) == rows given`."""

    taken: int
    matters: int
    first_id: int | None
    faults: tuple[Fault, ...]
    case_ids: tuple[int, ...]  # in the order of the rows taken
    matter_ids: tuple[int, ...]  # each row's matter, beside `case_ids`
