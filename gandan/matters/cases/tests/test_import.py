"""An old register is entered whole: every row with its folder, number, matter and entry, or a sentence why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from gandan.foundation.records import queries as records
from gandan.matters.cases import actions, queries
from gandan.matters.cases.models import Case, Matter
from gandan.matters.cases.tests.conftest import NOW, World
from gandan.matters.cases.words import (
    Competence,
    Eligibility,
    ImportedCase,
    Ineligible,
    Kind,
    Outcome,
    QueueFilter,
    Show,
    State,
)
from gandan.pure.refusal import Refused


def row(world: World, **changes: object) -> ImportedCase:
    plain = ImportedCase(
        kind=Kind.PETITION,
        text="Xin sửa cầu ấp 2",
        body_id=world.ubnd,
        unit_id=world.hoa_binh,
        received_on=date(2026, 3, 2),
        full_name="Võ Văn Tư",
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def test_rows_become_cases_with_numbers_matters_and_entries(world: World) -> None:
    rows = [
        row(world, matter_key="cầu"),
        row(world, matter_key="cầu", received_on=date(2017, 5, 4)),
        row(world, eligibility=Eligibility.INELIGIBLE, ineligible_reason=Ineligible.DUPLICATE),
    ]
    report = actions.import_register(rows, by=world.minh, at=NOW)
    assert (report.taken, report.matters, report.faults) == (3, 2, ())
    assert report.matter_ids[0] == report.matter_ids[1] != report.matter_ids[2]
    books = list(Case.objects.order_by("id").values_list("year", "number"))
    assert books == [(2026, 1), (2017, 1), (2026, 2)]
    folders = list(Case.objects.values_list("folder_id", flat=True))
    assert list(records.breaks(folders)) == []
    assert [entry.verb for entry in records.story(folders[0])] == ["import"]
    assert world.lodge().number == 3


def test_an_open_row_runs_by_its_law_and_a_closed_one_is_judged_by_it(world: World) -> None:
    closed = {"outcome": Outcome.ANSWERED, "closed_on": date(2026, 3, 20), "eligibility": Eligibility.ELIGIBLE}
    rows = [
        row(world),  # XLD.PROCESS: ten working days from Monday 02/03/2026 end on Monday 16/03/2026
        row(world, **closed),
        row(world, **{**closed, "closed_on": date(2026, 3, 16)}),
        row(world, **closed, late=False),
        row(
            world,
            kind=Kind.COMPLAINT,
            received_on=date(2026, 7, 1),
            accepted_on=date(2026, 7, 2),
            competence=Competence.WITHIN,
            eligibility=Eligibility.ELIGIBLE,
        ),
    ]
    report = actions.import_register(rows, by=world.minh, at=NOW)
    cases = [Case.objects.get(pk=case_id) for case_id in report.case_ids]
    assert [(case.state, case.due_on, case.late) for case in cases] == [
        (State.RECEIVED.value, date(2026, 3, 16), False),
        (State.CLOSED.value, None, True),
        (State.CLOSED.value, None, False),
        (State.CLOSED.value, None, False),
        (State.ACCEPTED.value, date(2026, 8, 3), False),  # 30 days from 02/07/2026: Saturday 01/08, so Monday
    ]
    assert cases[1].settled_on == date(2026, 3, 20)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text": " "}, "text"),
        ({"received_on": date(2027, 1, 1)}, "received_on"),
        ({"closed_on": date(2026, 3, 1), "outcome": Outcome.FILED}, "closed_on"),
        ({"closed_on": date(2026, 3, 3)}, "closed_on"),
        ({"outcome": Outcome.FILED}, "closed_on"),
        ({"accepted_on": date(2026, 3, 1)}, "accepted_on"),
        ({"outcome": Outcome.RIGHT, "closed_on": date(2026, 3, 9)}, "accepted_on"),
        ({"outcome": Outcome.REFUSED, "closed_on": date(2026, 3, 9)}, "not_accepted"),
        ({"eligibility": Eligibility.INELIGIBLE}, "ineligible_reason"),
        ({"phone": "abc"}, "phone"),
    ],
)
def test_a_row_that_would_be_a_false_record_comes_back(world: World, changes: dict[str, object], field: str) -> None:
    report = actions.import_register([row(world), row(world, **changes), row(world)], by=world.minh, at=NOW)
    assert (report.taken, [(fault.row, set(fault.fields)) for fault in report.faults]) == (2, [(2, {field})])
    assert Case.objects.count() == Matter.objects.count() == 2


def test_many_rows_keep_their_order_and_are_found(world: World) -> None:
    rows = (row(world, text=f"Đơn thứ {number} về cầu", full_name=f"Người {number % 7}") for number in range(2300))
    report = actions.import_register(rows, by=world.minh, at=NOW)
    assert report.taken == 2300
    assert list(Case.objects.order_by("number").values_list("id", flat=True)) == list(report.case_ids)
    page = queries.queue(world.minh, at=NOW.date(), filter=QueueFilter(text="don thu 1777 ve cau", show=Show.ALL))
    assert [found.title for found in page.rows] == ["Đơn thứ 1777 về cầu"]


def test_only_who_may_register_petitions_imports(world: World) -> None:
    with pytest.raises(Refused):
        actions.import_register([row(world)], by=world.admin, at=NOW)
