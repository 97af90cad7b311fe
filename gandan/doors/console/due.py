"""`gandan due`: a due date and why."""

from __future__ import annotations

import json
from argparse import Namespace

from gandan.pure.clock.answer import answer
from gandan.pure.clock.calendar import Calendar


def run(given: Namespace) -> int:
    """Print the due date with its reasoning, or the JSON of `pure.clock.answer.Answer`."""
    told = answer(
        given.rule, given.date, remote=given.remote, complex=given.complex, calendar=calendar_of(given.unit, given)
    )
    if given.json:
        print(json.dumps(told.as_json(), ensure_ascii=False, indent=2))
        return 0
    for number, step in enumerate(told.steps, start=1):
        print(f"{number:>2}. {step.vi}\n    {step.en}")
    return 0


def calendar_of(code: str | None, given: Namespace) -> Calendar | None:
    """The calendar of a unit of this installation, with the days an administrator loaded; None: the national one."""
    if code is None:
        return None
    from gandan.foundation.deadlines import queries as deadlines  # noqa: PLC0415  # needs the database, others do not
    from gandan.foundation.territory import queries as territory  # noqa: PLC0415

    return deadlines.calendar(territory.unit_on(code, given.date).id)
