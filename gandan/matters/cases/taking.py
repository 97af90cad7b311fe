"""One move under way, and the register of what each verb does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from gandan.foundation.people.words import Seat
from gandan.foundation.records import actions as records
from gandan.matters.cases.intake import day_of
from gandan.matters.cases.models import Case
from gandan.matters.cases.papers import Upload
from gandan.matters.cases.reading import Reader
from gandan.matters.cases.terms import Kind, State, Verb
from gandan.matters.cases.tracks import Step


@dataclass
class Taking:
    """One move under way: the held case, what was typed, and what the verb has to tell."""

    case: Case
    folder: records.Folder
    verb: Verb
    step: Step
    by: Seat
    at: datetime
    read: Reader
    files: Sequence[Upload] = ()
    said: dict[str, Any] = field(default_factory=dict)  # for the journal: codes, documents, offices, reasons
    to: State | None = None  # where it goes; None: the first of the step
    on: date | None = None  # the day that counts for clocks; None: today
    remote: bool = False
    complex: bool = False
    cancels: frozenset[str] = frozenset()  # clocks that no longer apply
    arrives_anew: bool = False  # its kind was corrected: the clocks of the right kind begin from the receipt
    days: set[date] = field(default_factory=set)  # more days whose figures change
    result_id: int | None = None  # the case to show afterwards, when it is another one

    @property
    def today(self) -> date:
        """The day of the move in Viet Nam."""
        return day_of(self.at)

    @property
    def day(self) -> date:
        """The day that counts: the one given, or today."""
        return self.on or self.today

    @property
    def kind(self) -> Kind:
        """The track of the case."""
        return Kind(self.case.kind)

    def tell(self, **facts: Any) -> None:
        """Facts for the journal; empty ones are left out."""
        self.said.update({name: value for name, value in facts.items() if value not in (None, "", False)})


Doing = Callable[[Taking], None]
