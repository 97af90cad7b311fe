"""Settle it: accept, verify, hear, answer, decide, send; pause, prolong, end, open again."""

from __future__ import annotations

from collections.abc import Mapping

from gandan.foundation.deadlines.words import ClockView
from gandan.matters.cases import clocks, rules
from gandan.matters.cases.classifying import notify
from gandan.matters.cases.models import Case
from gandan.matters.cases.taking import Doing, Taking
from gandan.matters.cases.terms import (
    Complexity,
    Eligibility,
    Kind,
    NotAccepted,
    Outcome,
    Result,
    State,
    Verb,
)
from gandan.pure.clock.words import PauseReason


def accept(taking: Taking) -> None:
    """Take it up; for a complaint with the notice, and as complex only on a documented ground (NĐ 155/2026 Điều 3a)."""
    read, case = taking.read, taking.case
    is_complaint = taking.kind is Kind.COMPLAINT
    on = read.day("accepted_on", earliest=case.received_on, latest=taking.today) or taking.today
    document = read.text("document", limit=60, required=is_complaint)
    taking.complex = read.flag("complex")
    ground = read.choice("complex_ground", Complexity, required=taking.complex)
    taking.remote = read.flag("remote")
    read.done(taking.step.law)
    taking.on, case.accepted_on = on, on
    taking.tell(document=document, complex=ground.value if taking.complex and ground else "", remote=taking.remote)


def refuse(taking: Taking) -> None:
    """Not accepted on one of the nine grounds, told to the complainant with the ground (Luật Khiếu nại Điều 11, 27)."""
    read = taking.read
    ground = read.choice("ground", NotAccepted, required=True)
    text = read.text("text", limit=5000, required=True)
    document = read.text("document", limit=60, required=True)
    read.done(taking.step.law)
    taking.case.not_accepted = ground.value if ground else ""
    notify(taking, text=text, document=document)
    taking.tell(ground=taking.case.not_accepted, document=document)


def verify(taking: Taking) -> None:
    """Verification begins, or goes on after a dialogue."""
    document = taking.read.text("document", limit=60)
    note = taking.read.text("note", limit=500)
    taking.read.done(taking.step.law)
    taking.tell(document=document, reason=note)


def dialogue(taking: Taking) -> None:
    """The minutes of a dialogue (Luật Khiếu nại Điều 30; biên bản Mẫu 14)."""
    read, case = taking.read, taking.case
    on = read.day("held_on", earliest=case.accepted_on or case.received_on, latest=taking.today, required=True)
    document = read.text("document", limit=60)
    minutes = read.text("text", limit=5000, required=True)
    absent = read.flag("absent")
    read.done(taking.step.law)
    taking.tell(held_on=on.isoformat() if on else "", document=document, reason=minutes[:500], absent=absent)


def reply(taking: Taking) -> None:
    """The answer in writing; it ends the case unless the officer keeps it open."""
    read, case = taking.read, taking.case
    text = read.text("text", limit=20_000, required=True)
    document = read.text("document", limit=60)
    signer = read.text("signer", limit=160)
    published = read.flag("published")
    closes = read.flag("close", default=True)
    read.done(taking.step.law)
    notify(taking, text=text, document=document, signer=signer, published=published)
    case.settled_on = case.settled_on or taking.today
    case.outcome = Outcome.ANSWERED.value
    taking.to = State.CLOSED if closes else State.ANSWERED
    taking.tell(document=document, published=published)


def decide(taking: Taking) -> None:
    """The decision on the complaint: right, wrong or partly right (Luật Khiếu nại Điều 31)."""
    read, case = taking.read, taking.case
    result = read.choice("outcome", Result, required=True)
    document = read.text("document", limit=60, required=True)
    signer = read.text("signer", limit=160, required=True)
    text = read.text("text", limit=20_000, required=True)
    earliest = case.accepted_on or case.received_on
    on = read.day("decided_on", earliest=earliest, latest=taking.today) or taking.today
    published = read.flag("published")
    read.done(taking.step.law)
    case.outcome = result.value if result else ""
    case.settled_on = taking.on = on
    notify(taking, text=text, document=document, signer=signer, published=published)
    taking.tell(outcome=case.outcome, document=document, signer=signer, decided_on=on.isoformat())


def send(taking: Taking) -> None:
    """The decision goes to the complainant (Luật Khiếu nại Điều 32)."""
    case = taking.case
    on = taking.read.day("sent_on", earliest=case.settled_on or case.received_on, latest=taking.today)
    how = taking.read.text("note", limit=200)
    taking.read.done(taking.step.law)
    taking.on = on
    taking.tell(sent_on=taking.day.isoformat(), reason=how)


def extend(taking: Taking) -> None:
    """More time, by a document of who may give it, signed while the time still runs."""
    read = taking.read
    document = read.text("document", limit=60, required=True)
    authority = read.text("authority", limit=160, required=True)
    reason = read.text("reason", limit=500, required=True)
    ground = read.choice("complex_ground", Complexity, required=taking.kind is Kind.COMPLAINT)
    days = read.number("days", least=1, most=30, required=taking.kind is not Kind.COMPLAINT)
    read.done(taking.step.law)
    rules.check_extension(due_on=taking.case.due_on, today=taking.today)
    due = _longer(taking, adds=days or 0, document=document, authority=authority)
    taking.case.extended += 1
    taking.tell(
        document=document,
        signer=authority,
        reason=reason,
        complex=ground.value if ground else "",
        due_on=due.due.isoformat(),
    )


def _longer(taking: Taking, *, adds: int, document: str, authority: str) -> ClockView:
    """A complaint's time has one longer form, for complex matters; other clocks take days as their rule allows."""
    clock = next(one for one in clocks.running(taking.case.folder_id) if one.rule == taking.case.due_rule)
    if taking.kind is Kind.COMPLAINT:
        rules.check_complex(already=clock.reckoning.complex, rule=clock.rule)
        return clocks.lengthen_as_complex(taking.folder, clock, on=taking.today, by=taking.by, at=taking.at)
    return clocks.extend(
        clock, adds=adds, document=document, authority=authority, on=taking.today, by=taking.by, at=taking.at
    )


def suspend(taking: Taking) -> None:
    """The time stands still: force majeure, an obstacle, or another body's result is awaited (Luật KN Điều 11a)."""
    read = taking.read
    cause = read.choice("cause", PauseReason, required=True)
    document = read.text("document", limit=60, required=True)
    reason = read.text("reason", limit=500, required=True)
    read.done(taking.step.law)
    taking.case.state_before = taking.case.state
    clocks.pause(
        clocks.running(taking.case.folder_id),
        cause=cause or PauseReason.OBSTACLE,
        document=document,
        on=taking.day,
        by=taking.by,
        at=taking.at,
    )
    taking.tell(cause=cause.value if cause else "", document=document, reason=reason)


def resume(taking: Taking) -> None:
    """The reason is gone: it goes on where it stood, and so does the time."""
    document = taking.read.text("document", limit=60, required=True)
    reason = taking.read.text("reason", limit=500)
    taking.read.done(taking.step.law)
    clocks.resume(clocks.running(taking.case.folder_id), on=taking.day, document=document)
    taking.to = State(taking.case.state_before)
    taking.case.state_before = ""
    taking.tell(document=document, reason=reason)


def terminate(taking: Taking) -> None:
    """End it without a decision, with the document and its reason (Luật Khiếu nại Điều 11a)."""
    document = taking.read.text("document", limit=60, required=True)
    reason = taking.read.text("reason", limit=500, required=True)
    taking.read.done(taking.step.law)
    taking.case.state_before = ""
    taking.tell(document=document, reason=reason)


def close(taking: Taking) -> None:
    """Nothing is owed any more: the answer or the decision has reached its reader."""
    note = taking.read.text("note", limit=500)
    taking.read.done(taking.step.law)
    taking.tell(reason=note)


def reopen(taking: Taking) -> None:
    """Look at it again: an answer is reconsidered, what was not taken up is classified anew."""
    reason = taking.read.text("reason", limit=1000, required=True)
    taking.read.done(taking.step.law)
    open_again(taking.case, taking)
    taking.tell(reason=reason)


def open_again(case: Case, taking: Taking) -> None:
    """Undo the end of a case; its journal keeps it."""
    state = rules.reopened_state(taking.kind, Outcome(case.outcome))
    taking.to = state
    taking.tell(was=case.outcome, closed_on=case.closed_on.isoformat() if case.closed_on else "")
    case.outcome, case.closed_on, case.settled_on = "", None, None
    case.rating, case.satisfied, case.rating_comment, case.rated_on = None, None, "", None
    case.reopened += 1
    if state is State.RECEIVED:
        case.eligibility, case.ineligible_reason = Eligibility.UNSORTED.value, ""


DOINGS: Mapping[Verb, Doing] = {
    Verb.ACCEPT: accept,
    Verb.REFUSE: refuse,
    Verb.VERIFY: verify,
    Verb.DIALOGUE: dialogue,
    Verb.REPLY: reply,
    Verb.DECIDE: decide,
    Verb.SEND: send,
    Verb.EXTEND: extend,
    Verb.SUSPEND: suspend,
    Verb.RESUME: resume,
    Verb.TERMINATE: terminate,
    Verb.CLOSE: close,
    Verb.REOPEN: reopen,
}
