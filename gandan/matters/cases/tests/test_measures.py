"""The numbers: each opens to its rows; received = eligible + ineligible + unclassified; sending on is no settlement."""

from __future__ import annotations

from datetime import date

from django.db import connection

from gandan.matters.cases import actions
from gandan.matters.cases.measures import MEASURES
from gandan.matters.cases.models import Case
from gandan.matters.cases.tests.conftest import NOW, World, at
from gandan.matters.cases.words import Kind, Outcome, Verb

BY_ID = {measure.id: measure for measure in MEASURES}


def value(name: str) -> int:
    return BY_ID[f"cases.{name}"].rows().count()


def test_every_measure_has_its_own_name_and_can_be_counted(world: World) -> None:
    assert len(BY_ID) == len(MEASURES)
    world.lodge()
    for measure in MEASURES:
        rows = measure.rows().values_list(measure.day, measure.unit, *(name for name, _ in measure.columns))
        assert len(list(rows)) == measure.rows().count()
        assert measure.rows().filter(**{f"{measure.day}__isnull": True}).count() == 0


def _month(world: World) -> None:
    """Six petitions of three matters: settled, late, filed, transferred, guided, open."""
    first = world.accepted(Kind.FEEDBACK)
    world.do(first, Verb.REPLY, world.phuong, at(2026, 7, 8), text="Xong")
    late = world.accepted(Kind.FEEDBACK)
    world.do(late, Verb.REPLY, world.phuong, at(2026, 7, 20), text="Xong")
    matter = Case.objects.get(pk=first).matter_id
    filed = world.lodge(matter_id=matter).case_id
    world.sort(filed, eligibility="ineligible", ineligible_reason="duplicate")
    world.do(filed, Verb.FILE, world.minh, reason="Trùng")
    sent = world.lodge(matter_id=matter).case_id
    world.sort(sent, competence="outside")
    world.do(sent, Verb.TRANSFER, world.minh, to_name="Công an tỉnh", document="1/UBND", reason="An ninh")
    guided = world.lodge(Kind.COMPLAINT).case_id
    world.sort(guided, competence="outside")
    world.do(guided, Verb.GUIDE, world.minh, to_name="Tòa án", text="Xin khởi kiện tại tòa.")
    world.lodge(matter_id=matter)


def test_the_balance_of_the_register_holds(world: World) -> None:
    _month(world)
    assert value("received") == 6 == value("eligible") + value("ineligible") + value("unsorted")
    assert value("received") == sum(value(f"received.{kind.value}") for kind in Kind)
    assert value("eligible") == value("eligible.within") + value("eligible.outside")
    assert (value("matters"), value("processed")) == (3, 5)


def test_forwarding_is_never_counted_as_settled(world: World) -> None:
    _month(world)
    assert (value("settled"), value("settled_on_time"), value("settled_late")) == (2, 1, 1)
    assert (value("transferred_out"), value("guided"), value("filed"), value("closed")) == (1, 1, 1, 5)
    settled = set(BY_ID["cases.settled"].rows().values_list("outcome", flat=True))
    assert settled == {Outcome.ANSWERED.value}


def test_a_waiting_transfer_is_open_and_counted_once_for_the_sender(world: World) -> None:
    case_id = world.lodge().case_id
    world.sort(case_id, competence="outside")
    world.do(case_id, Verb.TRANSFER, world.minh, to_office=world.an_binh_ubnd, reason="Đường của phường")
    assert (value("received"), value("closed"), value("transferred_out")) == (1, 0, 0)
    world.do(case_id, Verb.TAKE_OVER, world.son)
    assert (value("received"), value("closed"), value("transferred_out"), value("settled")) == (2, 1, 1, 0)


def test_the_entry_names_every_day_whose_figures_it_changes(world: World) -> None:
    code = world.lodge(Kind.FEEDBACK, received_on=date(2026, 7, 1))
    world.sort(code.case_id)
    world.do(code.case_id, Verb.ACCEPT, world.minh)
    world.do(code.case_id, Verb.REPLY, world.phuong, at(2026, 7, 8), text="Xong")
    actions.reopen(code.receipt, at=at(2026, 7, 15), reason="Chưa xong")
    with connection.cursor() as cursor:
        cursor.execute("SELECT verb, days FROM records_entry ORDER BY id DESC LIMIT 2")
        told = dict(cursor.fetchall())
    for day in ("2026-07-01", "2026-07-08"):
        assert day in str(told["reopen"]) and day in str(told["reply"])


def test_joining_moves_the_count_of_matters_not_of_petitions(world: World) -> None:
    first, second = world.lodge(), world.lodge()
    assert (value("received"), value("matters")) == (2, 2)
    actions.join(second.case_id, first.matter_id, by=world.minh, at=NOW)
    assert (value("received"), value("matters")) == (2, 1)
