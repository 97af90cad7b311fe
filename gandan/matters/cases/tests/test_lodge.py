"""Bà Lan says something; it becomes a case with a number, a receipt and a due date."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.foundation.records import queries as records
from gandan.matters.cases import actions, queries
from gandan.matters.cases.models import Case, Matter
from gandan.matters.cases.tests.conftest import LAN, NOW, World, at
from gandan.matters.cases.words import Channel, Kind, Sender, Signatories, State
from gandan.pure.refusal import Absent, Refused


def test_lan_gets_a_number_a_receipt_and_a_due_date(world: World) -> None:
    receipt = world.lodge()
    assert (receipt.number, receipt.year, receipt.duplicate) == (1, 2026, False)
    # Luật Tiếp công dân Điều 28: ten working days from Thursday 02/07/2026 end on Thursday 16/07/2026.
    assert receipt.due_on == date(2026, 7, 16)
    seen = queries.case(world.minh, receipt.case_id)
    assert (seen.state, seen.sender, seen.due_rule) == (State.RECEIVED, "Nguyễn Thị Lan", "TCD.REPLY")
    assert [line.said.vi for line in seen.story] == ["Tiếp nhận qua tiếp công dân, vào sổ số 1/2026"]


def test_numbers_run_without_gap_in_each_book_and_year(world: World) -> None:
    numbers = [world.lodge().number for _ in range(3)]
    other = actions.lodge(by=world.son, at=NOW, draft=world.draft(body_id=world.an_binh_ubnd, unit_id=world.an_binh))
    last_year = world.lodge(received_on=date(2025, 12, 30))
    assert (numbers, other.number, (last_year.number, last_year.year)) == ([1, 2, 3], 1, (1, 2025))


def test_a_refused_draft_uses_no_number(world: World) -> None:
    with pytest.raises(Refused):
        world.lodge(text=" ")
    assert world.lodge().number == 1


def test_the_same_token_gives_the_first_receipt(world: World) -> None:
    first = world.lodge(token="form-1")
    again = world.lodge(token="form-1", text="Nội dung khác hẳn")
    assert (again.receipt, again.duplicate, Case.objects.count()) == (first.receipt, True, 1)


def test_feedback_needs_no_name(world: World) -> None:
    receipt = world.lodge(Kind.FEEDBACK, senders=(), channel=Channel.PORTAL)
    seen = queries.case(world.minh, receipt.case_id)
    assert (seen.sender, seen.signatories) == ("Người dân", Signatories.OTHER)
    assert receipt.due_on == date(2026, 7, 13)  # 7 working days: the usual local time


@pytest.mark.parametrize("kind", [Kind.PETITION, Kind.COMPLAINT])
def test_a_petition_needs_name_and_address(world: World, kind: Kind) -> None:
    with pytest.raises(Refused) as refusal:
        world.lodge(kind, senders=(Sender(phone="0912345678"),))
    assert set(refusal.value.fields) == {"full_name", "address"}


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 6, 30), date(2026, 7, 10)),  # regime A: ten days, Điều 27
        (date(2026, 7, 1), date(2026, 7, 10)),  # regime B: seven working days, NĐ 155/2026
    ],
)
def test_the_time_to_accept_a_complaint_depends_on_its_day(world: World, received: date, due: date) -> None:
    assert world.lodge(Kind.COMPLAINT, received_on=received).due_on == due


def test_words_older_than_the_law_are_taken_without_a_clock(world: World) -> None:
    receipt = world.lodge(received_on=date(2012, 5, 3))
    assert (receipt.due_on, receipt.number) == (None, 1)


def test_a_matter_is_opened_or_joined(world: World) -> None:
    first = world.lodge()
    second = world.lodge(matter_id=first.matter_id)
    assert second.matter_id == first.matter_id and Matter.objects.count() == 1
    with pytest.raises(Absent):
        world.lodge(matter_id=first.matter_id + 99)


def test_five_names_make_many_signatories(world: World) -> None:
    five = tuple(Sender(f"Người {letter}", address="Ấp 3") for letter in "ABCDE")
    assert queries.case(world.minh, world.lodge(senders=five).case_id).signatories is Signatories.MANY
    assert queries.case(world.minh, world.lodge(senders=five[:4]).case_id).signatories is Signatories.ONE


def test_the_journal_tells_the_day_and_holds(world: World) -> None:
    receipt = world.lodge(received_on=date(2026, 7, 1))
    folder_id = queries.case(world.minh, receipt.case_id).folder_id
    entry = records.story(folder_id)[0]
    assert (entry.verb, entry.data["number"]) == ("lodge", 1)
    assert "Lan" not in str(entry.data) and list(records.breaks([folder_id])) == []


def test_an_intake_is_cheap(world: World) -> None:
    world.lodge()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        actions.lodge(by=world.minh, at=at(2026, 7, 3), draft=world.draft(senders=(LAN,), token="một lần"))
    asked_of_tables = [one["sql"] for one in asked if not one["sql"].startswith(("BEGIN", "SAVEPOINT", "RELEASE"))]
    assert len(asked_of_tables) <= 14, "\n".join(asked_of_tables)
