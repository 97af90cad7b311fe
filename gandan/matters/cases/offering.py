"""What may be done with a case now, and what each move asks for, filled for who looks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime

from gandan.foundation.people import queries as people
from gandan.foundation.people.rules import may
from gandan.foundation.people.words import Seat
from gandan.foundation.territory import queries as territory
from gandan.matters.cases import forms, rules, scope
from gandan.matters.cases.intake import day_of
from gandan.matters.cases.models import Case
from gandan.matters.cases.pages import Advice, Move, MoveField
from gandan.matters.cases.terms import Competence, Eligibility, Kind, Outcome, State, Verb
from gandan.matters.cases.tracks import HINTS, steps
from gandan.pure.refusal import Refused
from gandan.pure.speech import Said


def moves_of(
    viewer: Seat, row: Case, advice: Advice | None, at: datetime, *, filled: Collection[Verb | None]
) -> tuple[Move, ...]:
    """The moves open to the viewer, the advised first; only the verbs in `filled` come with their choices."""
    arriving = scope.pending(row) if row.state == State.TRANSFERRING.value else None
    receives = arriving is not None and scope.is_receiver(viewer, arriving.to_office_id)
    acts = _acts(viewer, row)
    choices = _Choices(viewer, row, day_of(at))
    found = []
    for verb, step in steps(Kind(row.kind), State(row.state)).items():
        if not may(viewer, step.right) or not (receives if step.receiver else acts) or not _fits(verb, row):
            continue
        fields = forms.fields_of(Kind(row.kind), verb)
        if verb in filled:
            fields = tuple(choices.fill(field) for field in fields)
        grave = State.CLOSED in step.to and verb not in (Verb.REPLY, Verb.TAKE_OVER)
        advised = advice is not None and advice.verb is verb
        found.append(Move(verb, step.law, HINTS[verb], fields, advised, grave))
    return tuple(sorted(found, key=lambda move: not move.advised))


def _acts(viewer: Seat, row: Case) -> bool:
    if not scope.sees(viewer, row):
        return False
    try:
        scope.demand_hand(viewer, row)
    except Refused:
        return False
    return True


def _fits(verb: Verb, row: Case) -> bool:
    """Whether the classification and the outcome allow the verb: what the law refuses is not offered."""
    try:
        rules.check_sorted(verb, State(row.state), Eligibility(row.eligibility), Competence(row.competence))
        if verb is Verb.REOPEN:
            rules.reopened_state(Kind(row.kind), Outcome(row.outcome))
    except Refused:
        return False
    return True


class _Choices:
    """Fills the fields whose choices depend on who looks and at what."""

    def __init__(self, viewer: Seat, row: Case, today: date) -> None:
        self._viewer, self._row, self._today = viewer, row, today
        self._known: dict[str, tuple[tuple[str, Said], ...]] = {}

    def fill(self, field: MoveField) -> MoveField:
        """The field with its choices and what it starts from."""
        if field.kind in ("office", "post"):
            return replace(field, choices=self._once(field))
        if field.kind == "date" and field.required is False:
            return replace(field, initial=self._today.isoformat())
        if field.name in ("kind", "eligibility", "competence", "field", "signatories", "ineligible_reason"):
            return replace(field, initial=getattr(self._row, field.name))
        if field.name == "signer":
            return replace(field, initial=self._viewer.name)
        return field

    def _once(self, field: MoveField) -> tuple[tuple[str, Said], ...]:
        if field.name not in self._known:
            self._known[field.name] = {"office": self._offices, "post": self._posts, "to_office": self._bodies}[
                field.name
            ]()
        return self._known[field.name]

    def _offices(self) -> tuple[tuple[str, Said], ...]:
        below = territory.offices_under(self._row.body_id, on=self._today)
        return tuple((str(office.id), Said(office.name, office.name)) for office in below)

    def _posts(self) -> tuple[tuple[str, Said], ...]:
        seats = people.colleagues(self._viewer, on=self._today)
        return tuple(
            (
                str(seat.post_id),
                Said(
                    f"{seat.name} ({seat.role.said.vi}, {seat.office_name})",
                    f"{seat.name} ({seat.role.said.en}, {seat.office_name})",
                ),
            )
            for seat in seats
            if seat.role.value in ("handler", "head", "reception")
        )

    def _bodies(self) -> tuple[tuple[str, Said], ...]:
        """The committees and departments of the same tree; a body outside it is named in words."""
        root = int(self._row.body.path.split("/")[0])
        return tuple(
            (str(office.id), Said(office.name, office.name))
            for office in territory.offices_under(root, on=self._today)
            if (office.is_body or office.parent_id == root)
            and office.id not in (self._row.body_id, self._row.office_id)
        )
