"""Three months of a demo province: everything a newcomer should find is there, and nothing is told from the future."""

from __future__ import annotations

import pytest
from django.db import connection

from gandan.doors.console import demo
from gandan.doors.console.demo import province, tra_vinh
from gandan.doors.console.demo.tests.conftest import NOW
from gandan.foundation.deadlines import queries as clocks
from gandan.foundation.deadlines.words import ClockState
from gandan.foundation.people import queries as accounts
from gandan.foundation.people.words import PUBLIC, Seat
from gandan.foundation.records import queries as records
from gandan.matters.cases import queries as cases
from gandan.matters.cases.words import Kind, QueueFilter, Show, State, Whose
from gandan.matters.reception import queries as reception
from gandan.matters.reception.words import ReceivedBy, SessionState, VisitFilter

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture(scope="module", autouse=True)
def told(loaded) -> None:
    def load() -> None:
        patch = pytest.MonkeyPatch()
        patch.setattr(tra_vinh, "load", lambda *_, **__: None)  # the replay has its own tests
        demo.load(NOW, lambda _: None)
        patch.undo()

    loaded(load)


def seat(username: str) -> Seat:
    account = accounts.account(username)
    assert account is not None
    return accounts.seats(account, on=TODAY)[0]


def count(sql: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return int(cursor.fetchone()[0] or 0)


def listed(username: str, **wanted: object) -> list:
    chosen = QueueFilter(**{"whose": Whose.REACH, "show": Show.ALL, **wanted})
    first = cases.queue(seat(username), at=TODAY, filter=chosen, page=1)
    pages = [cases.queue(seat(username), at=TODAY, filter=chosen, page=page).rows for page in range(1, first.pages + 1)]
    return [row for page in pages for row in page]


def test_about_120_cases_and_150_visits() -> None:
    assert 110 <= len(listed("dat")) <= 135
    assert 140 <= reception.visits(seat("dat")).total <= 175


def test_every_state_of_every_track_that_an_office_meets_is_there() -> None:
    states = {row.state for row in listed("dat")}
    assert states == set(State)
    assert {row.kind for row in listed("dat")} == set(Kind)


def test_some_are_due_today_and_some_are_late_with_the_reason() -> None:
    due = [row for row in listed("phuong", show=Show.OPEN) if row.due_on == TODAY]
    late = cases.late(seat("phuong"), at=TODAY)
    assert len(due) >= 3
    assert late.late >= 5
    assert len({row.reason.vi for row in late.rows.rows}) >= 4


def test_the_province_sees_who_answers_nobody() -> None:
    bodies = {unit.office_name for unit in cases.late(seat("dat"), at=TODAY).units if unit.late}
    assert "UBND xã Hòa Bình" in bodies
    assert len(bodies) >= 4


def test_a_suspended_complaint_stands_still_with_its_clock() -> None:
    row = next(row for row in listed("phuong") if row.state is State.SUSPENDED)
    view = cases.case(seat("phuong"), row.id, at=NOW)
    assert ClockState.PAUSED in {clock.state for clock in clocks.of_folder(view.folder_id)}


def test_one_was_reopened_by_its_sender_and_many_were_rated() -> None:
    assert count("SELECT count(*) FROM cases_case WHERE reopened > 0 AND state = 'accepted'") == 1
    assert count("SELECT count(*) FROM cases_case WHERE rating IS NOT NULL") >= 25
    assert count("SELECT count(*) FROM cases_case WHERE late AND closed_on IS NOT NULL") >= 5


def test_a_transfer_waits_for_the_department_and_lien_works_on_another() -> None:
    waiting = [row for row in listed("phuong") if row.state is State.TRANSFERRING]
    assert len(waiting) >= 2
    assert [row.assignee for row in listed("lien", whose=Whose.MINE, show=Show.OPEN)] == ["Sơn Thị Liên"]


def test_ba_lan_was_heard_about_her_land() -> None:
    rows = listed("hanh", text="nguyen thi lan")
    assert [(row.kind, row.state, row.assignee) for row in rows] == [
        (Kind.COMPLAINT, State.DIALOGUE, "Nguyễn Thị Hạnh")
    ]


def test_groups_enquiries_refusals_and_delegation_are_all_there() -> None:
    groups = reception.visits(seat("minh"), filter=VisitFilter(groups_only=True))
    assert sorted(row.head_count for row in groups.rows) == [7, 9, 12]
    assert count("SELECT count(*) FROM reception_visit WHERE purpose = 'enquire'") >= 15
    assert count('SELECT count(*) FROM reception_visitmatter WHERE counted AND NOT "first"') >= 5
    assert count("SELECT count(*) FROM reception_refusal") == 2
    delegated = VisitFilter(received_by=ReceivedBy.DELEGATED)
    assert reception.visits(seat("minh"), filter=delegated).total >= 1


def test_people_can_read_when_the_chair_receives_in_the_coming_weeks() -> None:
    body = seat("phuong").body_id
    coming = reception.calendar(PUBLIC, start=TODAY, end=TODAY.replace(month=11, day=15), body_id=body)
    assert sum(one.state is SessionState.PLANNED for one in coming) >= 2
    kept = reception.compliance(seat("dat"), start=TODAY.replace(month=7, day=1), end=TODAY.replace(day=30))
    commune = next(row for row in kept if row.body_id == body)
    assert 0 < commune.received <= commune.required == 6
    assert commune.moved >= 1


def test_nothing_is_told_from_the_future_and_every_journal_proves_itself() -> None:
    entries = records.news((0, 0), limit=100_000).entries if connection.vendor == "sqlite" else []
    assert all(entry.at <= NOW for entry in entries)
    assert list(records.breaks()) == []
    told = f"SELECT count(*) FROM reception_visit WHERE \"on\" > '{TODAY}'"
    assert count(told) == 0


def test_no_blank_is_left_in_what_people_read() -> None:
    for table, column in (
        ("cases_case", "title"),
        ("cases_case", "text"),
        ("cases_case", "place"),
        ("cases_reply", "text"),
    ):
        assert count(f"SELECT count(*) FROM {table} WHERE {column} LIKE '%{{%'") == 0


def test_loading_again_does_nothing() -> None:
    before = count("SELECT count(*) FROM records_entry")
    lines: list[str] = []
    demo.load(NOW, lines.append)
    assert (count("SELECT count(*) FROM records_entry"), lines) == (before, [])


def test_the_sign_ins_are_printed_with_the_one_password_and_it_opens_the_door() -> None:
    text = demo.sign_ins("http://127.0.0.1:8000")
    assert "http://127.0.0.1:8000/desk/sign-in" in text
    for one in province.OFFICIALS:
        assert one.username in text
    account = accounts.account("minh")
    assert account is not None
    assert account.check_password(province.PASSWORD)
    assert province.PASSWORD in text
