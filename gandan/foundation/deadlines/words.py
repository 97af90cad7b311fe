"""The words of running clocks, and the values that the room hands out and takes in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gandan.pure.clock.clock import Due, Late
from gandan.pure.clock.words import DayKind, Status
from gandan.pure.speech import Said, Word


class ClockState(Word):
    """What has become of a clock."""

    RUNNING = "running", "đang chạy", "running"
    PAUSED = "paused", "tạm dừng", "paused"
    MET = "met", "đúng hạn", "met"
    MISSED = "missed", "quá hạn", "missed"
    CANCELLED = "cancelled", "không còn áp dụng", "no longer applies"


OPEN = (ClockState.RUNNING, ClockState.PAUSED)


@dataclass(frozen=True, slots=True)
class ClockView:
    """A clock as it stands, with all that its due day was computed from."""

    id: int
    folder_id: int
    unit_id: int
    office_id: int | None
    rule: str
    state: ClockState
    stopped_on: date | None
    reckoning: Due

    @property
    def said(self) -> Said:
        """What the time limit is about: "Thông báo thụ lý khiếu nại"."""
        return self.reckoning.rule.title

    @property
    def basis(self) -> Said:
        """The article."""
        return self.reckoning.rule.citation

    @property
    def started_on(self) -> date:
        """The day of the event that started it; not itself counted."""
        return self.reckoning.start

    @property
    def due(self) -> date:
        """The last day."""
        return self.reckoning.on

    @property
    def unrolled(self) -> date:
        """The last day counted before it rolled over days off."""
        return self.reckoning.unrolled_on

    @property
    def is_open(self) -> bool:
        """Whether it still runs or is paused."""
        return self.state in OPEN

    @property
    def steps(self) -> tuple[Said, ...]:
        """Why this day: the reasoning, sentence by sentence."""
        return self.reckoning.explain()

    def status(self, today: date) -> Status:
        """Where it stands on a day."""
        return self.reckoning.status(today, stopped_on=self.stopped_on)

    def late_by(self, today: date) -> Late:
        """How late it was stopped, or is today; nothing for a cancelled clock."""
        if self.state is ClockState.CANCELLED:
            return Late(0, 0)
        return self.reckoning.late_by(self.stopped_on or today)


@dataclass(frozen=True, slots=True)
class NewClock:
    """A clock to start among many; `stopped_on` for one that ended before it was entered here (an old register)."""

    folder_id: int
    rule: str
    on: date
    unit_id: int
    office_id: int | None = None
    remote: bool = False
    complex: bool = False
    stopped_on: date | None = None


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day of a notice: what it is, why, and the document that says so."""

    day: date
    kind: DayKind
    why: Said
    source: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A running clock whose due day changed."""

    clock_id: int
    folder_id: int
    rule: str
    before: date
    after: date


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading a notice did: the days written, the clocks it moved, the folder whose journal tells of it."""

    days: int
    moved: tuple[Moved, ...]
    folder_id: int
