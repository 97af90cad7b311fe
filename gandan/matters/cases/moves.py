"""The officers' moves, all through `take`: it holds the folder, asks the table and the law, lets the verb do its own
work (`classifying`, `handing`, `settling`), turns the clocks, and writes the one journal entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from gandan.foundation.people.rules import demand
from gandan.foundation.people.words import Seat
from gandan.foundation.records import actions as records
from gandan.matters.cases import classifying, clocks, handing, limits, lodging, queries, rules, scope, settling
from gandan.matters.cases.models import Case
from gandan.matters.cases.pages import CaseView
from gandan.matters.cases.papers import Upload
from gandan.matters.cases.reading import Reader
from gandan.matters.cases.taking import Doing, Taking
from gandan.matters.cases.terms import Channel, Competence, Eligibility, Kind, State, Verb
from gandan.matters.cases.tracks import ENDS
from gandan.pure.refusal import Absent

DOINGS: Mapping[Verb, Doing] = {**classifying.DOINGS, **handing.DOINGS, **settling.DOINGS}


def take(
    case_id: int,
    verb: Verb,
    *,
    by: Seat,
    at: datetime,
    seen: int | None,
    given: Mapping[str, object],
    files: Sequence[Upload] = (),
) -> CaseView:
    """Do one move of the state table; the case as it then is.

    Absent when the viewer does not see the case; Outdated when somebody acted since `seen`; Refused by the table
    (`case.not_now`), by the post's rights, by the law, or with a sentence per field of the form.
    """
    with transaction.atomic():
        taking = _begin(case_id, verb, by=by, at=at, seen=seen, given=given, files=files)
        before = queries.days_of(taking.case)
        DOINGS[verb](taking)
        _attach(taking)
        turn(taking)
        taking.case.save()
        records.write(
            taking.folder,
            verb,
            by=by,
            at=at,
            data=taking.said,
            days=sorted(before | taking.days | queries.days_of(taking.case)),
        )
    return queries.after(by, taking.result_id or case_id, at=at)


def join(case_id: int, matter_id: int, *, by: Seat, at: datetime, seen: int | None = None) -> CaseView:
    """Make a đơn one more of an existing vụ việc: the number of petitions stays, that of matters does not grow."""
    return take(case_id, Verb.JOIN, by=by, at=at, seen=seen, given={"matter": matter_id})


def _begin(
    case_id: int,
    verb: Verb,
    *,
    by: Seat,
    at: datetime,
    seen: int | None,
    given: Mapping[str, object],
    files: Sequence[Upload],
) -> Taking:
    """Sight, hold, table, right, hand, classification: in this order, so that a stranger learns nothing."""
    case = Case.objects.select_related("folder", "body").defer("text", "search").filter(pk=case_id).first()
    if case is None:
        raise Absent
    arriving = scope.demand_sight(by, case)
    folder = records.hold(case.folder_id, seen=seen)
    case = Case.objects.select_related("body").defer("search").get(pk=case_id)  # as it is now that nobody else can act
    step = rules.allowed(Kind(case.kind), State(case.state), verb)
    demand(by, step.right)
    if step.receiver:
        _demand_receiver(by, case)
    elif arriving is not None:
        raise Absent
    else:
        scope.demand_hand(by, case)
    rules.check_sorted(verb, State(case.state), Eligibility(case.eligibility), Competence(case.competence))
    return Taking(case, folder, verb, step, by, at, Reader(given), files)


def _demand_receiver(by: Seat, case: Case) -> None:
    transfer = scope.pending(case)
    if transfer is None or not scope.is_receiver(by, transfer.to_office_id):
        raise Absent


def _attach(taking: Taking) -> None:
    names = lodging.attach(taking.folder, taking.files, at=taking.at)
    taking.tell(files=list(names) or None)


def turn(taking: Taking) -> None:
    """The new state, the end if it is one, and the clocks that the move ends and starts."""
    case, state = taking.case, taking.to or taking.step.to[0]
    if state not in taking.step.to:
        raise AssertionError(f"{taking.verb} leads to {state}, which its row does not allow")
    case.state = state.value
    if state is State.CLOSED and taking.verb in ENDS:
        outcome = ENDS[taking.verb]
        case.outcome = outcome.value if outcome else case.outcome
        case.closed_on = taking.day
        taking.tell(outcome=case.outcome)
    _turn_clocks(taking, state)


def _turn_clocks(taking: Taking, state: State) -> None:
    """What the move fulfils stops, met or missed; what falls away is cancelled; what it begins starts."""
    case, day = taking.case, taking.day
    ended, left = limits.ended_by(taking.verb), clocks.running(case.folder_id)
    closes = state is State.CLOSED
    falls = closes and taking.verb in limits.FALL_AWAY
    met = [clock for clock in left if not falls and (closes or clock.rule in ended)]
    fallen = [clock for clock in left if clock not in met and (falls or clock.rule in taking.cancels)]
    if clocks.stop(met, on=day) | clocks.cancel(fallen, on=day):
        case.late = True
    gone = {clock.id for clock in (*met, *fallen)}
    started = (
        []
        if closes
        else clocks.begin(taking.folder, _occasion(taking, state), office_id=case.office_id, by=taking.by, at=taking.at)
    )
    due = clocks.earliest([*(clock for clock in left if clock.id not in gone), *started])
    case.due_on, case.due_rule = due.on, due.rule


def _occasion(taking: Taking, state: State) -> clocks.Occasion:
    case = taking.case
    afresh = taking.verb is Verb.REOPEN
    arrives = taking.arrives_anew or (afresh and state is State.RECEIVED)
    return clocks.Occasion(
        verb=Verb.LODGE if arrives else taking.verb,
        kind=Kind(case.kind),
        channel=Channel(case.channel),
        received_on=taking.day if afresh else case.received_on,
        on=taking.day,
        field=case.field,
        competence=Competence(case.competence),
        remote=taking.remote,
        complex=taking.complex,
    )
