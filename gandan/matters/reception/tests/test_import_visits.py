"""An office's former book comes in: many rows at once, counted by the same rule as at the counter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from gandan.foundation.people.words import SYSTEM
from gandan.foundation.records import queries as records
from gandan.matters.reception import actions
from gandan.matters.reception.models import Group, Session, Visit, VisitMatter, VisitPerson
from gandan.matters.reception.tests.conftest import NOW, Counter, World
from gandan.matters.reception.words import ImportedVisit, Purpose, ReceivedBy, ReceptionKind
from gandan.pure.refusal import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def book(world: World) -> list[ImportedVisit]:
    line = ImportedVisit(
        body_id=world.body_id,
        unit_id=world.commune_id,
        on=date(2017, 3, 6),
        visitor="THẠCH SA RẾT",
        content="Bồi thường đất đường tỉnh.",
        address="Ấp 2",
        matter_key="land",
    )
    chair = {"kind": ReceptionKind.SCHEDULED, "received_by": ReceivedBy.HEAD, "receiver_name": "Chủ tịch UBND xã"}
    return [
        replace(line, on=date(2017, 3, 8), **chair),  # the head, later: again
        line,  # the first time
        replace(line, visitor="Kim Thị Sang"),  # the same day: a visit only
        replace(line, on=date(2017, 3, 8), purpose=Purpose.ENQUIRE),
        replace(line, on=date(2017, 3, 9), head_count=8, matter_key=""),  # a group with a matter of its own
    ]


def test_a_book_is_counted_by_its_days_not_by_its_lines(world: World, book: list[ImportedVisit]) -> None:
    report = actions.import_visits(book, by=SYSTEM, at=NOW)
    assert (report.visits, report.people, report.matters, report.groups, report.sessions) == (5, 12, 2, 1, 1)
    counted = VisitMatter.objects.filter(counted=True).order_by("on", "received_by")
    assert [(row.on.day, row.received_by, row.first) for row in counted] == [
        (6, "permanent", True),
        (8, "head", False),
        (9, "permanent", True),
    ]


def test_every_line_gets_its_number_folder_person_and_session(world: World, book: list[ImportedVisit]) -> None:
    actions.import_visits(book, by=SYSTEM, at=NOW)
    assert list(Visit.objects.order_by("on", "id").values_list("number", flat=True)) == [1, 2, 3, 4, 5]
    assert VisitPerson.objects.filter(position=1).count() == 5
    assert Visit.objects.filter(visitor="Thạch Sa Rết").exists()
    assert Session.objects.values_list("state", "received_by", "receiver_name").get() == (
        "held",
        "head",
        "Chủ tịch UBND xã",
    )
    assert Group.objects.get().head_count == 8
    assert list(records.breaks()) == []
    told = [row.folder.entries.get().days for row in Visit.objects.order_by("on", "id")]
    assert told == [["2017-03-06"], ["2017-03-06"], ["2017-03-08"], ["2017-03-08"], ["2017-03-09"]]


def test_numbers_go_on_where_the_counter_stopped(world: World, counter: Counter, book: list[ImportedVisit]) -> None:
    counter.receive(on=date(2017, 1, 3))
    actions.import_visits(book[:1], by=SYSTEM, at=NOW)
    assert sorted(Visit.objects.values_list("number", flat=True)) == [1, 2]


@pytest.mark.parametrize(
    "fault", [{"visitor": " "}, {"head_count": 0}, {"received_by": ReceivedBy.HEAD}, {"content": ""}]
)
def test_a_line_that_cannot_be_a_visit_refuses_the_book_by_its_line(
    world: World, book: list[ImportedVisit], fault: dict[str, object]
) -> None:
    book[2] = replace(book[2], **fault)
    with pytest.raises(Refused, match="Dòng 3"):
        actions.import_visits(book, by=SYSTEM, at=NOW)
    assert Visit.objects.count() == 0


def test_an_officer_does_not_import(world: World, book: list[ImportedVisit]) -> None:
    with pytest.raises(Refused):
        actions.import_visits(book, by=world.minh, at=NOW)
    assert actions.import_visits([], by=SYSTEM, at=NOW).visits == 0
