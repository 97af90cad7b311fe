"""The room's legal clocks: the written answer to a visitor, the notice of a refusal, the working days of a place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from gandan.foundation.people.words import Seat
from gandan.foundation.records import actions as records
from gandan.matters.reception import rules
from gandan.pure.clock.calendar import Calendar, national
from gandan.pure.clock.clock import due
from gandan.pure.speech import Said


@dataclass(frozen=True, slots=True)
class Reply:
    """When the visitor must have the answer, and why that day."""

    due: date
    why: tuple[Said, ...]


def calendar(unit_id: int) -> Calendar:
    """The working days of the place."""
    return national()


def start_reply(folder: records.Folder, *, on: date, by: Seat, at: datetime) -> date:
    """Start the clock of the written answer (TCD.REPLY); its due day."""
    return due(rules.REPLY, on, calendar=national()).on


def reply(folder_id: int) -> Reply | None:
    """The clock of the written answer, where one was started."""
    return None
