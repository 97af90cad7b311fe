"""What the room shows: everything one page draws, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from gandan.matters.cases.terms import (
    Channel,
    Competence,
    Eligibility,
    Field,
    Ineligible,
    Kind,
    Outcome,
    PartyRole,
    Show,
    Signatories,
    State,
    Verb,
    Whose,
)
from gandan.pure.speech import Said

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """One page of a list. `total` is exact up to `limit`; beyond, `more` is true and `total == limit`."""

    rows: Sequence[Row]
    total: int
    number: int  # from 1
    size: int
    more: bool = False

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return max(1, -(-self.total // self.size))

    @property
    def first(self) -> int:
        """The place of the first row, from 1; 0 on an empty list."""
        return (self.number - 1) * self.size + 1 if self.total else 0


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which cases a queue shows. An empty filter shows what the viewer's body has open."""

    whose: Whose = Whose.BODY
    show: Show = Show.OPEN
    kinds: tuple[Kind, ...] = ()
    states: tuple[State, ...] = ()
    fields: tuple[Field, ...] = ()
    text: str = ""
    late_only: bool = False
    unit_id: int | None = None
    received_from: date | None = None
    received_to: date | None = None
    due_from: date | None = None
    due_to: date | None = None
    office_id: int | None = None  # the office that holds the case now


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case in a list."""

    id: int
    receipt: str
    number: int
    year: int
    kind: Kind
    state: State
    field: Field | None
    channel: Channel
    title: str
    sender: str  # the first petitioner, "Người dân" when unnamed
    unit_id: int
    unit_name: str
    body_id: int
    body_name: str
    office_id: int
    office_name: str
    assignee_id: int | None  # a post
    assignee: str
    received_on: date
    due_on: date | None
    closed_on: date | None
    outcome: Outcome | None
    late: bool  # at close, or today against `due_on`
    days_left: int | None  # calendar days to the due date; negative when late; None when closed or without a clock
    incoming: bool = False  # sent here by another body and waiting for this viewer to take it over
    matter_id: int = 0


@dataclass(frozen=True, slots=True)
class PartyView:
    """A person of a case."""

    person_id: int
    name: str
    phone: str
    email: str
    address: str
    role: PartyRole
    position: int


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One line of a case's story, in words."""

    at: datetime
    verb: Verb
    author: str
    said: Said
    details: tuple[tuple[Said, str], ...] = ()  # label, value


@dataclass(frozen=True, slots=True)
class ClockView:
    """A legal clock of the case with its reasoning."""

    rule: str
    said: Said  # "Thông báo thụ lý khiếu nại"
    due_on: date | None
    status: str  # running, paused, met, missed, stopped
    status_said: Said
    late: bool
    basis: str
    steps: tuple[Said, ...]  # "vì sao ngày này?"


@dataclass(frozen=True, slots=True)
class TransferView:
    """One hop of a case."""

    id: int
    from_name: str
    to_name: str
    sent_at: datetime
    accepted_at: datetime | None
    declined_at: datetime | None
    recalled_at: datetime | None
    reason: str
    document: str
    hop: int
    loop: bool  # it went back to a body it had already passed
    case_id: int | None  # the receiver's case, once taken over
    state: State | None = None  # where it stands there
    outcome: Outcome | None = None

    @property
    def pending(self) -> bool:
        """Still waiting for the receiver."""
        return not (self.accepted_at or self.declined_at or self.recalled_at)


@dataclass(frozen=True, slots=True)
class ReplyView:
    """An answer given to the citizen."""

    id: int
    text: str
    document: str
    signer: str
    sent_at: datetime
    published: bool


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A file of a case; `queries.file` opens it."""

    id: int
    name: str
    kind: str
    size: int


@dataclass(frozen=True, slots=True)
class Advice:
    """What the law would do next, and why (TT 05/2021/TT-TTCP Điều 13–16)."""

    verb: Verb
    why: Said
    law: str


@dataclass(frozen=True, slots=True)
class CaseView:
    """Everything that a case's page draws."""

    id: int
    receipt: str
    number: int
    year: int
    kind: Kind
    state: State
    channel: Channel
    field: Field | None
    title: str
    text: str
    place: str
    lat: float | None
    lon: float | None
    unit_id: int
    unit_name: str
    body_id: int
    body_name: str
    office_id: int
    office_name: str
    assignee_id: int | None
    assignee: str
    received_on: date
    received_at: datetime
    eligibility: Eligibility
    ineligible_reason: Ineligible | None
    competence: Competence
    signatories: Signatories
    legal_reason: str
    outcome: Outcome | None
    closed_on: date | None
    due_on: date | None
    due_rule: str
    late: bool
    rating: int | None
    rating_comment: str
    satisfied: bool | None
    reopened: int
    matter_id: int
    matter_title: str
    matter_cases: int  # how many đơn this vụ việc has
    parties: tuple[PartyView, ...]
    story: tuple[StoryLine, ...]
    clocks: tuple[ClockView, ...]
    transfers: tuple[TransferView, ...]
    replies: tuple[ReplyView, ...]
    files: tuple[CaseFile, ...]
    advice: Advice | None
    folder_id: int
    seen: int  # the folder's last entry: give it back to `actions.take`

    @property
    def register_number(self) -> str:
        """The number in the book of the receiving body, "12/2026"."""
        return f"{self.number}/{self.year}"

    @property
    def sender(self) -> str:
        """The first petitioner."""
        return self.parties[0].name if self.parties else "Người dân"


@dataclass(frozen=True, slots=True)
class MoveField:
    """One thing that a move asks for. `kind`: text, longtext, choice, date, office, post, bool or file."""

    name: str
    label: Said
    kind: str
    required: bool = False
    choices: tuple[tuple[str, Said], ...] = ()
    hint: Said | None = None
    initial: str = ""
    limit: int | None = None  # characters


@dataclass(frozen=True, slots=True)
class Move:
    """A step that the law and the viewer's post allow now."""

    verb: Verb
    law: str
    hint: Said
    fields: tuple[MoveField, ...]
    advised: bool = False  # the decision tree recommends it
    grave: bool = False  # ends the case: ask once more


@dataclass(frozen=True, slots=True)
class PublicReply:
    """An answer as its reader sees it."""

    text: str
    document: str
    signer: str
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class PublicCaseView:
    """A case for the one who holds its receipt: plain words, no names of others."""

    receipt: str
    register_number: str
    kind: Kind
    title: str
    text: str
    place: str
    senders: tuple[str, ...]  # initials: "N. T. L."
    received_on: date
    body_name: str
    holder: str  # which office has it now
    state: State
    outcome: Outcome | None
    now: Said  # one sentence: where it stands
    due_on: date | None
    late: bool
    steps: tuple[StoryLine, ...]  # without officers' names
    why: tuple[Said, ...]  # the due date's reasoning
    replies: tuple[PublicReply, ...]
    files: tuple[CaseFile, ...]
    may_rate: bool
    may_reopen: bool
    reopen_until: date | None
    may_add: bool
    rating: int | None
    closed_on: date | None


@dataclass(frozen=True, slots=True)
class LateUnit:
    """How many cases of a body are late, and for how long."""

    unit_id: int
    unit_name: str
    office_id: int
    office_name: str
    late: int
    open: int
    longest: int  # calendar days past the due date of the latest one


@dataclass(frozen=True, slots=True)
class LateRow:
    """A late case with the reason that can be read from its record."""

    case: CaseRow
    days: int  # calendar days past the due date
    reason: Said


@dataclass(frozen=True, slots=True)
class Summary:
    """The few figures of a desk or a board."""

    open: int
    late: int
    due_soon: int  # within three days
    unsorted: int
    incoming: int
    received_30: int  # in the last thirty days
    closed_30: int
    on_time_30: int
    by_kind: Mapping[Kind, int]
    by_state: Mapping[State, int]


@dataclass(frozen=True, slots=True)
class MatterRow:
    """An earlier matter that new words may belong to."""

    matter_id: int
    title: str
    opened_on: date
    cases: int
    last_case_id: int
    last_receipt: str
    last_state: State
    last_received_on: date
    same_person: bool
