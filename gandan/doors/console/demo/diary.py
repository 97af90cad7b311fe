"""The demo's clock: stories that take turns, step by step, until the present moment."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count
from random import Random
from zoneinfo import ZoneInfo

from gandan.pure.clock.calendar import Calendar, national

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
LATER_TODAY = 0

Story = Generator[int, datetime, None]
"""Yields how many working days to wait (0: later the same day), is sent the moment of its next step."""


@dataclass(order=True, slots=True)
class _Turn:
    at: datetime
    order: int
    story: Story = field(compare=False)


class Diary:
    """Runs stories in the order of their steps and drops what lies after `until`."""

    def __init__(self, until: datetime, chance: Random) -> None:
        self.until = until.astimezone(VIETNAM)
        self.calendar: Calendar = national()
        self.chance = chance
        self._turns: list[_Turn] = []
        self._order = count()

    @property
    def today(self) -> date:
        """The day of the present moment."""
        return self.until.date()

    def working_day(self, ago: int) -> date:
        """The working day so many working days ago; 0 is today, or the next working day on a day off: so what is "due
        today" is then due on that day, and not late over a weekend."""
        return self.calendar.add_working(self.calendar.next_working(self.today), -ago)

    def begin(self, day: date, story: Callable[[], Story], *, hour: float | None = None) -> None:
        """A story that begins on a day, at an hour (of the office when None)."""
        started = story()
        next(started)
        self._queue(self._moment(day, hour), started)

    def run(self) -> int:
        """Let every story tell what happened until now; how many steps there were."""
        steps = 0
        while self._turns and self._turns[0].at <= self.until:
            turn = heapq.heappop(self._turns)
            steps += 1
            try:
                wait = turn.story.send(turn.at)
            except StopIteration:
                continue
            self._queue(self._after(turn.at, wait), turn.story)
        return steps

    def _queue(self, at: datetime, story: Story) -> None:
        heapq.heappush(self._turns, _Turn(at, next(self._order), story))

    def _after(self, at: datetime, wait: int) -> datetime:
        if wait == LATER_TODAY:
            return at + timedelta(minutes=self.chance.randint(6, 45))
        return self._moment(self.calendar.add_working(at.date(), wait), None)

    def _moment(self, day: date, hour: float | None) -> datetime:
        at = hour if hour is not None else self.chance.choice((7.6, 8.2, 8.9, 9.5, 10.3, 13.6, 14.4, 15.2, 16.0))
        minutes = int(at * 60) + (self.chance.randint(0, 14) if hour is None else 0)
        return datetime.combine(day, time(minutes // 60, minutes % 60), VIETNAM)
