"""The public calculator: a rule and a day in, the due day and its reasons out (`gandan due`, the calculator page)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from gandan.pure.clock.calendar import Calendar, national
from gandan.pure.clock.clock import Due, due
from gandan.pure.clock.days import countable, read_day
from gandan.pure.clock.rules import rules_on
from gandan.pure.speech import Said


@dataclass(frozen=True, slots=True)
class Choice:
    """A time limit as the calculator's list offers it: what it is about, what starts it, whether the boxes matter."""

    id: str
    title: Said
    group: Said
    start: Said
    asks_remote: bool
    asks_complex: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What the calculator says."""

    rule: str
    start: date
    due: date
    steps: tuple[Said, ...]
    reckoning: Due

    def as_json(self) -> dict[str, Any]:
        """Keys `rule`, `start`, `due` (ISO dates) and `steps` (Vietnamese sentences)."""
        return {
            "rule": self.rule,
            "start": self.start.isoformat(),
            "due": self.due.isoformat(),
            "steps": [step.vi for step in self.steps],
        }


def answer(
    rule_id: str,
    start: date | str,
    *,
    remote: bool = False,
    complex: bool = False,
    calendar: Calendar | None = None,
) -> Answer:
    """The due day of a rule for an event of the day `start` (a date, or typed as 2026-07-01 or 01/07/2026).

    Counts by the national calendar unless another is given. Refused for an unknown rule or day, with what to do next.
    """
    day = read_day(start) if isinstance(start, str) else countable(start)
    reckoned = due(rule_id, day, calendar=calendar or national(), remote=remote, complex=complex)
    return Answer(reckoned.rule.id, day, reckoned.on, reckoned.explain(), reckoned)


def all_rules(on: date) -> tuple[Choice, ...]:
    """Every time limit in force on a day, in the order of the book, grouped by its neighbours."""
    return tuple(
        Choice(
            id=rule.id,
            title=rule.title,
            group=rule.group,
            start=rule.start,
            asks_remote=rule.remote is not None,
            asks_complex=rule.complex is not None,
        )
        for rule in rules_on(on)
    )
