"""A case as a line of what happened, who has it and what comes next, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gandan.doors.look import english
from gandan.matters.cases.words import PublicCaseView, State
from gandan.pure.speech import Said
from gandan.pure.vietnamese import moment, weekday_day


@dataclass(frozen=True, slots=True)
class Line:
    """One knot of the line. `tone`: empty for done, now, next, stop."""

    what: Said
    when: Said
    who: Said | str = ""
    note: Said | str = ""
    tone: str = ""


def timeline(case: PublicCaseView) -> list[Line]:
    """What happened, in order; where it stands; and, while it is open, the answer that is still to come."""
    lines = [
        Line(step.said, Said(moment(step.at), english.moment(step.at)), note=_details(step.details))
        for step in case.steps
    ]
    if case.closed_on:
        return lines
    lines.append(Line(case.now, Said("Hiện nay", "Now"), case.holder, tone="stop" if _rests(case) else "now"))
    if case.due_on:
        lines.append(_answer(case))
    return lines


def facts(case: PublicCaseView) -> list[tuple[Said, Said | str]]:
    """What a receipt tells beside its number: label and value."""
    told: list[tuple[Said, Said | str]] = [
        (Said("Việc", "About"), case.title),
        (Said("Nơi nhận", "Received by"), case.body_name),
        (Said("Ngày nhận", "Received"), _day(case.received_on)),
        (Said("Số vào sổ", "Register number"), case.register_number),
    ]
    if case.due_on:
        told.append((Said("Trả lời trước", "Answer by"), _day(case.due_on)))
    return told


def _day(day: date) -> Said:
    vi = weekday_day(day)
    return Said(vi[:1].upper() + vi[1:], english.weekday_day(day))


def _rests(case: PublicCaseView) -> bool:
    return case.state is State.SUSPENDED


def _answer(case: PublicCaseView) -> Line:
    assert case.due_on is not None
    when = Said(weekday_day(case.due_on), english.weekday_day(case.due_on))
    if case.late:
        return Line(
            Said("Trả lời bà con", "An answer to you"),
            Said("đã quá hạn {day}", "was due {day}").given(day=when),
            tone="next",
        )
    return Line(
        Said("Trả lời bà con", "An answer to you"), Said("chậm nhất {day}", "by {day}").given(day=when), tone="next"
    )


def _details(details: tuple[tuple[Said, str], ...]) -> Said | str:
    if not details:
        return ""
    return Said(
        "; ".join(f"{label.vi}: {value}" for label, value in details),
        "; ".join(f"{label.en}: {value}" for label, value in details),
    )
