"""What the room shows: everything one page draws, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from fractions import Fraction

from gandan.matters.reception.terms import Handling, Purpose, ReceivedBy, ReceptionKind, Regime, SessionState
from gandan.pure.speech import Said


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session as the calendar shows it. Names of citizens never stand here."""

    id: int
    body_id: int
    body_name: str
    unit_id: int
    kind: ReceptionKind
    state: SessionState
    day: date
    opens: time | None
    closes: time | None
    place: str
    subject: str
    participants: str
    head_name: str
    head_post: str
    received_by: ReceivedBy | None
    receiver_name: str
    receiver_post: str
    reason: str
    posted_on: date | None
    post_by: date  # the last day on which the announcement is in time
    posted_late: bool
    moved_to: date | None
    visits: int
    conclusion: str
    conclusion_number: int | None


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A line of the reception register."""

    id: int
    number: int
    year: int
    on: date
    kind: ReceptionKind
    received_by: ReceivedBy
    receiver_name: str
    visitor: str
    head_count: int
    group: bool
    purpose: Purpose
    content: str
    handling: Handling
    body_id: int
    body_name: str
    unit_id: int


@dataclass(frozen=True, slots=True)
class VisitorView:
    """A named visitor. The identity number is never shown; `identified` tells whether it was taken down."""

    person_id: int
    full_name: str
    phone: str
    address: str
    represents: bool
    identified: bool


@dataclass(frozen=True, slots=True)
class MatterLine:
    """A matter that a visit was about, and how it counts."""

    matter_id: int
    title: str
    case_id: int | None
    purpose: Purpose
    first: bool
    counted: bool


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One line of a folder's story."""

    at: datetime
    author: str
    said: Said


@dataclass(frozen=True, slots=True)
class VisitView:
    """Everything that a visit's page draws."""

    row: VisitRow
    request: str
    history: str
    answer: str
    session_id: int | None
    persons: tuple[VisitorView, ...]
    matters: tuple[MatterLine, ...]
    reply_due: date | None
    reply_why: tuple[Said, ...]
    answered_on: date | None
    story: tuple[StoryLine, ...]
    folder_id: int
    seen: int


@dataclass(frozen=True, slots=True)
class VisitFilter:
    """Which visits a list shows."""

    text: str = ""
    start: date | None = None
    end: date | None = None
    received_by: ReceivedBy | None = None
    groups_only: bool = False
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class EarlierVisit:
    """An earlier visit of perhaps the same person, with the matter to link instead of opening another."""

    visit_id: int
    visitor: str
    on: date
    body_name: str
    content: str
    matter_id: int | None
    matter_title: str
    visits: int  # how often this matter was brought to this body


@dataclass(frozen=True, slots=True)
class Today:
    """The counter's day in figures: five different counts."""

    day: date
    visits: int
    people: int
    matters: int
    groups: int
    sessions: tuple[SessionRow, ...]
    rows: tuple[VisitRow, ...]


@dataclass(frozen=True, slots=True)
class ComplianceRow:
    """How a head kept the duty to receive in person in a period."""

    body_id: int
    body_name: str
    unit_id: int
    regime: Regime
    required: int  # days
    received: int  # days on which the head received in person; a day counts once
    delegated: int  # sessions held by somebody else: shown, never counted
    moved: int  # sessions postponed or cancelled: shown, never subtracted
    posted_late: int
    missed: tuple[tuple[date, date], ...]  # the weeks or months with too few days
    law: str

    @property
    def share(self) -> Fraction | None:
        """Received ÷ required; None where nothing was required."""
        return Fraction(self.received, self.required) if self.required else None
