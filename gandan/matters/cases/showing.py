"""One case for the officers who may see it."""

from __future__ import annotations

from datetime import datetime

from gandan.foundation.deadlines import queries as deadlines
from gandan.foundation.people.words import Seat
from gandan.foundation.records import queries as records
from gandan.matters.cases import offering, parts, receipts, scope
from gandan.matters.cases.intake import day_of
from gandan.matters.cases.models import Case
from gandan.matters.cases.pages import Advice, CaseView, Move
from gandan.matters.cases.terms import (
    Channel,
    Competence,
    Eligibility,
    Field,
    Ineligible,
    Kind,
    Signatories,
    State,
    Verb,
)
from gandan.pure.refusal import Absent


def held(viewer: Seat, case_id: int) -> Case:
    """The row of a case that the viewer sees; Absent otherwise. One query, two for the receiver of a transfer."""
    case = parts.rows().filter(pk=case_id).first()
    if case is None:
        raise Absent
    scope.demand_sight(viewer, case)
    return case


def case(viewer: Seat, case_id: int, *, at: datetime | None = None) -> CaseView:
    """Everything that a case's page draws; Absent outside the viewer's scope. At most twelve queries."""
    row = held(viewer, case_id)
    return _case(viewer, row, parts.advice(row), at)


def after(viewer: Seat, case_id: int, *, at: datetime) -> CaseView:
    """The case as the move of the viewer left it, also where that move took it out of their sight."""
    row = parts.rows().get(pk=case_id)
    return _case(viewer, row, parts.advice(row), at)


def page(viewer: Seat, case_id: int, *, at: datetime, verb: Verb | None = None) -> tuple[CaseView, tuple[Move, ...]]:
    """A case and its moves together, for fewer queries than asking twice; only the move `verb` comes with the choices
    of its form. Absent outside the viewer's scope."""
    row = held(viewer, case_id)
    advice = parts.advice(row)
    return _case(viewer, row, advice, at), offering.moves_of(viewer, row, advice, at, filled=(verb,))


def _case(viewer: Seat, row: Case, advice: Advice | None, at: datetime | None) -> CaseView:
    today = day_of(at) if at else None
    clocks = deadlines.of_folder(row.folder_id)
    entries = parts.entries_of(row)
    return CaseView(
        id=row.pk,
        receipt=receipts.printed(row.receipt),
        number=row.number,
        year=row.year,
        kind=Kind(row.kind),
        state=State(row.state),
        channel=Channel(row.channel),
        field=Field(row.field) if row.field else None,
        title=row.title,
        text=row.text,
        place=row.place,
        lat=row.lat,
        lon=row.lon,
        unit_id=row.unit_id,
        unit_name=row.unit.name,
        body_id=row.body_id,
        body_name=row.body.name,
        office_id=row.office_id,
        office_name=row.office.name,
        assignee_id=row.assignee_id,
        assignee=row.assignee.account.full_name if row.assignee else "",
        received_on=row.received_on,
        received_at=row.received_at,
        eligibility=Eligibility(row.eligibility),
        ineligible_reason=Ineligible(row.ineligible_reason) if row.ineligible_reason else None,
        competence=Competence(row.competence),
        signatories=Signatories(row.signatories),
        legal_reason=row.legal_reason,
        outcome=parts.outcome_of(row),
        closed_on=row.closed_on,
        due_on=row.due_on,
        due_rule=row.due_rule,
        late=row.late or bool(today and row.closed_on is None and row.due_on and row.due_on < today),
        rating=row.rating,
        rating_comment=row.rating_comment,
        satisfied=row.satisfied,
        reopened=row.reopened,
        matter_id=row.matter_id,
        matter_title=row.matter.title,
        matter_cases=Case.objects.filter(matter_id=row.matter_id).count(),
        parties=parts.parties(row),
        story=parts.story(row, entries),
        clocks=tuple(parts.clock_view(clock, today) for clock in clocks),
        transfers=parts.transfers(row, entries),
        replies=parts.replies(row, entries),
        files=parts.files(viewer, row, entries),
        advice=advice,
        folder_id=row.folder_id,
        seen=row.folder.last_seq,
    )


def moves(viewer: Seat, case_id: int, *, at: datetime) -> tuple[Move, ...]:
    """What the viewer may do with the case now: the table, their post's rights, who holds it; the advised first."""
    row = held(viewer, case_id)
    return offering.moves_of(viewer, row, parts.advice(row), at, filled=tuple(Verb))


def file(viewer: Seat, case_id: int, attachment_id: int) -> records.FileView:
    """One file of a case the viewer sees, to be sent; Absent otherwise."""
    row = held(viewer, case_id)
    allowed = {one.id for one in parts.files(viewer, row, parts.entries_of(row))}
    if attachment_id not in allowed:
        raise Absent
    return parts.in_one_of(parts.folders(row), attachment_id)
