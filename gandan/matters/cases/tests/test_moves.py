"""The state tables: what may be done from where, by whom, and that nothing else can."""

from __future__ import annotations

import pytest

from gandan.matters.cases import actions, forms, queries, tracks
from gandan.matters.cases.models import Case
from gandan.matters.cases.moves import DOINGS
from gandan.matters.cases.tests.conftest import NOW, World
from gandan.matters.cases.words import Kind, Outcome, State, Verb
from gandan.pure.refusal import Absent, Outdated, Refused

OFFICERS = [verb for verb in Verb if verb in DOINGS]


@pytest.mark.parametrize("kind", list(Kind))
def test_every_row_can_be_done_is_drawn_and_names_its_law(kind: Kind) -> None:
    for steps in tracks.NEXT[kind].table.values():
        for verb, step in steps.items():
            assert verb in DOINGS and verb in tracks.HINTS and step.law and step.to
            assert forms.fields_of(kind, verb) is not None
            assert State.CLOSED not in step.to or verb in tracks.ENDS or verb in (Verb.ADD_WORD, Verb.JOIN)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_state_of_a_track_can_be_reached_and_left(kind: Kind) -> None:
    table = tracks.NEXT[kind].table
    reached, front = {State.RECEIVED}, {State.RECEIVED}
    while front:
        front = {to for state in front for step in table[state].values() for to in step.to} - reached
        reached |= front
    assert State.CLOSED in reached
    for state in reached - {State.CLOSED}:
        assert any(to is not state for step in table[state].values() for to in step.to), state


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("kind", list(Kind))
def test_no_verb_outside_the_table_does_anything(world: World, kind: Kind, state: State) -> None:
    case_id = world.lodge(kind).case_id
    _force(case_id, state)
    before = Case.objects.filter(pk=case_id).values().get()
    for verb in OFFICERS:
        if verb in tracks.NEXT[kind].table[state]:
            continue
        with pytest.raises(Refused) as refusal:
            world.do(case_id, verb, world.phuong)
        assert refusal.value.code == "case.not_now"
    assert Case.objects.filter(pk=case_id).values().get() == before


def _force(case_id: int, state: State) -> None:
    """Put a case into a state without a move: tests only."""
    closed = state is State.CLOSED
    Case.objects.filter(pk=case_id).update(
        state=state.value,
        state_before=State.ACCEPTED.value if state is State.SUSPENDED else "",
        closed_on=NOW.date() if closed else None,
        outcome=Outcome.FILED.value if closed else "",
    )


def test_the_page_offers_exactly_what_take_accepts(world: World) -> None:
    case_id = world.lodge().case_id
    offered = {move.verb for move in queries.moves(world.minh, case_id, at=NOW)}
    assert offered == {Verb.CLASSIFY, Verb.ASSIGN, Verb.WITHDRAW, Verb.ADD_WORD, Verb.JOIN}
    world.sort(case_id)
    within = {move.verb for move in queries.moves(world.minh, case_id, at=NOW)}
    assert Verb.ACCEPT in within and not within & {Verb.TRANSFER, Verb.GUIDE, Verb.FILE, Verb.RETURN, Verb.URGE}
    world.sort(case_id, competence="outside")
    outside = {move.verb for move in queries.moves(world.minh, case_id, at=NOW)}
    assert {Verb.TRANSFER, Verb.GUIDE, Verb.URGE} <= outside and Verb.ACCEPT not in outside


def test_the_advised_move_comes_first(world: World) -> None:
    case_id = world.lodge().case_id
    assert queries.moves(world.minh, case_id, at=NOW)[0].verb is Verb.CLASSIFY
    world.sort(case_id, competence="outside")
    first = queries.moves(world.minh, case_id, at=NOW)[0]
    assert (first.verb, first.advised) == (Verb.TRANSFER, True)


def test_a_stranger_learns_nothing(world: World) -> None:
    case_id = world.lodge().case_id
    for stranger in (world.son, world.mai, world.admin):
        with pytest.raises(Absent):
            queries.case(stranger, case_id)
        with pytest.raises(Absent):
            world.do(case_id, Verb.CLASSIFY, stranger)
        with pytest.raises(Absent):
            queries.moves(stranger, case_id, at=NOW)


def test_the_province_looks_but_does_not_act(world: World) -> None:
    case_id = world.lodge().case_id
    assert queries.case(world.khoa, case_id).id == case_id
    assert queries.moves(world.khoa, case_id, at=NOW) == ()
    with pytest.raises(Refused) as refusal:
        world.do(case_id, Verb.CLASSIFY, world.khoa)
    assert refusal.value.code == "case.not_yours"


def test_a_post_without_the_right_is_told_so(world: World) -> None:
    case_id = world.accepted(Kind.COMPLAINT)
    with pytest.raises(Refused) as refusal:
        world.do(case_id, Verb.SUSPEND, world.minh)
    assert refusal.value.code == "people.no_right"


def test_the_second_of_two_officers_is_told_what_changed(world: World) -> None:
    case_id = world.lodge().case_id
    seen = queries.case(world.minh, case_id).seen
    world.sort(case_id)
    with pytest.raises(Outdated) as late:
        actions.take(case_id, Verb.ASSIGN, by=world.phuong, at=NOW, seen=seen, given={"office": world.kinh_te})
    assert "Trần Văn Minh" in late.value.said.vi
    assert queries.case(world.minh, case_id).office_id == world.ubnd
