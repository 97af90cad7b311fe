"""Into whose book words may go, and what moves with a case when it changes hands or the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from gandan.foundation.deadlines import actions as deadlines
from gandan.foundation.deadlines import queries as running
from gandan.foundation.deadlines.words import DayRow
from gandan.foundation.people.words import PUBLIC, SYSTEM
from gandan.matters.cases import actions, queries
from gandan.matters.cases.tests.conftest import NOW, World
from gandan.matters.cases.words import Channel, Kind, Verb
from gandan.pure.clock.words import DayKind
from gandan.pure.refusal import Absent, Refused
from gandan.pure.speech import Said


def test_an_officer_enters_into_the_book_of_the_own_body_only(world: World) -> None:
    there = world.draft(body_id=world.an_binh_ubnd, unit_id=world.an_binh)
    with pytest.raises(Absent):
        actions.lodge(by=world.minh, at=NOW, draft=there)
    with pytest.raises(Refused):
        actions.lodge(by=world.admin, at=NOW, draft=world.draft())
    for officer in (world.son, SYSTEM):
        assert actions.lodge(by=officer, at=NOW, draft=there).number
    within = world.draft(body_id=world.kinh_te)
    assert actions.lodge(by=world.minh, at=NOW, draft=within).number == 1


def test_a_citizen_writes_to_any_body_that_exists_and_joins_no_ones_matter(world: World) -> None:
    words = {"channel": Channel.PORTAL}
    receipt = actions.lodge(by=PUBLIC, at=NOW, draft=world.draft(**words))
    for wrong in ({"body_id": 10**9}, {"matter_id": receipt.matter_id}):
        with pytest.raises(Absent):
            actions.lodge(by=PUBLIC, at=NOW, draft=world.draft(**words, **wrong))


def test_the_clock_goes_with_the_case(world: World) -> None:
    case_id = world.lodge().case_id
    seen = world.do(case_id, Verb.ASSIGN, world.minh, post=world.mai.post_id)
    held = running.of_folder(seen.folder_id)
    assert [clock.office_id for clock in held] == [world.kinh_te]


def test_a_case_is_not_given_to_strangers(world: World) -> None:
    case_id = world.lodge().case_id
    for given in ({"office": world.an_binh_ubnd}, {"post": world.son.post_id}, {}, {"office": "x"}, {"post": 10**12}):
        with pytest.raises(Refused) as refusal:
            world.do(case_id, Verb.ASSIGN, world.minh, **given)
        assert "office" in refusal.value.fields


def test_the_queue_follows_a_notice_of_days_off(world: World) -> None:
    receipt = world.lodge(Kind.COMPLAINT)  # due Monday 13/07/2026
    off = DayRow(date(2026, 7, 13), DayKind.OFF, Said("nghỉ bão", "storm"), "Công điện 1")
    loaded = deadlines_loaded(world, off)
    assert actions.follow_clocks(one.folder_id for one in loaded) == 1
    moved = queries.case(world.minh, receipt.case_id)
    assert (moved.due_on, moved.story[-1].verb) == (date(2026, 7, 14), Verb.DEADLINE_MOVED)
    assert "13/07/2026 sang 14/07/2026" in moved.story[-1].said.vi
    assert actions.follow_clocks(one.folder_id for one in loaded) == 0


def deadlines_loaded(world: World, *rows: DayRow) -> tuple:
    """What moved when a notice was loaded for the commune."""
    return deadlines.load_calendar_days(rows, by=SYSTEM, at=NOW, unit_id=world.hoa_binh).moved


def test_the_sender_of_a_transfer_sees_how_it_goes_there(world: World) -> None:
    case_id = world.lodge().case_id
    world.sort(case_id, competence="outside")
    world.do(case_id, Verb.TRANSFER, world.minh, to_office=world.an_binh_ubnd, reason="Đường của phường")
    there = world.do(case_id, Verb.TAKE_OVER, world.son).id
    given = {"eligibility": "ineligible", "ineligible_reason": "duplicate", "field": "works"}
    world.do(there, Verb.CLASSIFY, world.son, **given)
    world.do(there, Verb.FILE, world.son, reason="Trùng")
    hop = queries.case(world.minh, case_id).transfers[0]
    assert (hop.state, hop.outcome) == ("closed", "filed")
