"""Classify: once, on every axis, with the legal reason; by content and not by title."""

from __future__ import annotations

from datetime import date

import pytest

from gandan.matters.cases import queries
from gandan.matters.cases.models import Case
from gandan.matters.cases.tests.conftest import NOW, World, at
from gandan.matters.cases.words import Competence, Eligibility, Field, Ineligible, Kind, Outcome, State, Verb
from gandan.pure.refusal import Refused


def test_minh_classifies_lans_petition(world: World) -> None:
    case_id = world.lodge().case_id
    seen = world.sort(case_id, legal_reason="Đường do xã quản lý")
    assert (seen.state, seen.eligibility, seen.competence, seen.field) == (
        State.SORTED,
        Eligibility.ELIGIBLE,
        Competence.WITHIN,
        Field.WORKS,
    )
    assert seen.story[-1].said.vi == "Phân loại: kiến nghị, đủ điều kiện xử lý"
    assert seen.due_on == date(2026, 7, 16)  # being read does not answer it


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"eligibility": ""}, {"eligibility"}),
        ({"eligibility": "unsorted"}, {"eligibility"}),
        ({"eligibility": "ineligible"}, {"ineligible_reason"}),
        ({"eligibility": "ineligible", "ineligible_reason": "other"}, {"legal_reason"}),
        ({"competence": ""}, {"competence"}),
        ({"competence": "unknown"}, {"competence"}),
        ({"field": ""}, {"field"}),
        ({"field": "<script>"}, {"field"}),
        ({"legal_reason": "x" * 501}, {"legal_reason"}),
    ],
)
def test_each_axis_is_asked_for(world: World, given: dict[str, str], missing: set[str]) -> None:
    case_id = world.lodge().case_id
    with pytest.raises(Refused) as refusal:
        world.sort(case_id, **given)
    assert set(refusal.value.fields) == missing
    assert queries.case(world.minh, case_id).seen == 1


def test_an_ineligible_petition_is_filed_with_its_reason(world: World) -> None:
    case_id = world.lodge().case_id
    seen = world.sort(case_id, eligibility="ineligible", ineligible_reason="duplicate")
    assert seen.ineligible_reason is Ineligible.DUPLICATE
    assert seen.advice and (seen.advice.verb, "trùng" in seen.advice.why.vi.lower()) == (Verb.FILE, True)
    closed = world.do(case_id, Verb.FILE, world.minh, reason="Trùng đơn số 1/2026")
    assert (closed.state, closed.outcome, closed.closed_on) == (State.CLOSED, Outcome.FILED, NOW.date())
    assert not Outcome.FILED.settled


def test_what_is_eligible_and_ours_is_neither_filed_nor_guided_away(world: World) -> None:
    case_id = world.lodge().case_id
    world.sort(case_id)
    for verb, given in (
        (Verb.FILE, {"reason": "x"}),
        (Verb.RETURN, {"text": "x"}),
        (Verb.GUIDE, {"to_name": "x", "text": "x"}),
        (Verb.TRANSFER, {"to_name": "x", "document": "1", "reason": "x"}),
        (Verb.URGE, {"to_name": "x", "document": "1"}),
    ):
        with pytest.raises(Refused) as refusal:
            world.do(case_id, verb, world.minh, **given)
        assert refusal.value.code == "case.not_so_classified"


def test_feedback_that_is_a_complaint_by_content_runs_on_the_complaints_clock(world: World) -> None:
    case_id = world.lodge(Kind.FEEDBACK).case_id
    seen = world.sort(case_id, kind="complaint")
    # Seven working days from Thursday 02/07/2026, counted from the receipt (NĐ 155/2026): Monday 13/07/2026.
    assert (seen.kind, seen.due_rule, seen.due_on) == (Kind.COMPLAINT, "KN.ACCEPT", date(2026, 7, 13))
    assert [(clock.rule, clock.status) for clock in seen.clocks] == [
        ("XLD.FEEDBACK", "cancelled"),
        ("KN.ACCEPT", "running"),
    ]


def test_an_accepted_case_keeps_its_kind(world: World) -> None:
    case_id = world.accepted()
    with pytest.raises(Refused) as refusal:
        world.sort(case_id, kind="feedback")
    assert refusal.value.code == "case.accepted_kind"


def test_classified_again_after_acceptance_it_waits_to_be_taken_up_anew(world: World) -> None:
    case_id = world.accepted()
    seen = world.sort(case_id, competence="outside")
    assert (seen.state, seen.due_on) == (State.SORTED, None)
    assert Case.objects.get(pk=case_id).accepted_on is None


def test_guidance_is_given_once_for_each_content(world: World) -> None:
    first = world.lodge(Kind.COMPLAINT)
    world.sort(first.case_id, competence="outside")
    guided = world.do(first.case_id, Verb.GUIDE, world.minh, to_name="Sở Xây dựng", text="Xin gửi đến Sở Xây dựng.")
    assert (guided.outcome, guided.replies[0].text) == (Outcome.GUIDED, "Xin gửi đến Sở Xây dựng.")
    again = world.lodge(Kind.COMPLAINT, matter_id=first.matter_id, on=at(2026, 7, 20))
    seen = world.sort(again.case_id, at(2026, 7, 20), competence="outside")
    assert seen.advice and seen.advice.verb is Verb.FILE
    with pytest.raises(Refused) as refusal:
        world.do(again.case_id, Verb.GUIDE, world.minh, to_name="Sở Xây dựng", text="Như lần trước.")
    assert refusal.value.code == "case.guided_once"


def test_feedback_about_procedures_goes_on_within_five_working_days(world: World) -> None:
    case_id = world.lodge(Kind.FEEDBACK).case_id
    seen = world.sort(case_id, competence="outside", field="procedure")
    assert (seen.due_rule, seen.due_on) == ("PAKN.FORWARD", date(2026, 7, 9))  # NĐ 20/2008 Điều 9
    again = world.sort(case_id, competence="within", field="procedure")
    assert again.due_rule == "XLD.FEEDBACK"
