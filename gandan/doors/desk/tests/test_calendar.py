"""The administrator loads a notice: first a look, then the days; deadlines and the queue follow."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from gandan.doors.desk.calendar.reading import days_of
from gandan.doors.desk.tests.conftest import NOW, World
from gandan.foundation.deadlines import queries as calendars
from gandan.matters.cases import queries
from gandan.matters.cases.words import Receipt
from gandan.pure.clock.words import DayKind
from gandan.pure.refusal import Refused

NOTICE = (
    "13/07/2026; nghỉ bù; Lễ hội của xã; Thông báo 12/TB-UBND\n14/07/2026; nghỉ bù; Lễ hội của xã; Thông báo 12/TB-UBND"
)


def due(world: World, receipt: Receipt) -> object:
    return queries.queue(world["minh"], at=NOW.date()).rows[0].due_on


def test_a_look_moves_nothing_and_loading_moves_the_queue(
    world: World, bring: Callable[..., Receipt], as_: Callable[[str], Client]
) -> None:
    receipt = bring()
    before = due(world, receipt)
    typed = {"unit": world.commune_id, "days": NOTICE}
    looked = as_("quan").post("/desk/calendar", typed).context["loaded"]
    assert looked.days == 2
    assert [moved.before for moved in looked.moved] == [before]
    assert due(world, receipt) == before
    assert calendars.days_loaded(2026, unit_id=world.commune_id) == []
    page = as_("quan").post("/desk/calendar", {**typed, "load": "1"})
    assert "Đã nạp 2 ngày; 1 thời hạn dời" in page.content.decode()
    assert due(world, receipt) == looked.moved[0].after > before
    assert [row.kind for row in calendars.days_loaded(2026, unit_id=world.commune_id)] == [DayKind.IN_LIEU] * 2


@pytest.mark.parametrize(
    "days",
    [
        "",
        "hôm qua; nghỉ bù; x; y",
        "13/07/2026; lễ; x; y",
        "13/07/2026; nghỉ bù",
        "😀",
        "<script>",
        "13/07/2026;nghỉ bù;x;y\n" * 401,
        "\x00",
    ],
)
def test_a_notice_that_cannot_be_read_says_which_line(world: World, as_: Callable[[str], Client], days: str) -> None:
    answer = as_("quan").post("/desk/calendar", {"unit": world.commune_id, "days": days, "load": "1"})
    assert answer.status_code == 422
    assert answer.context["form"]["days"].error is not None
    assert calendars.days_loaded(2026, unit_id=world.commune_id) == []


def test_the_days_of_the_country_and_of_others_are_not_a_communes_to_set(
    world: World, as_: Callable[[str], Client]
) -> None:
    for unit in ("", "country", str(world.neighbour_id)):
        answer = as_("quan").post("/desk/calendar", {"unit": unit, "days": NOTICE, "load": "1"})
        assert answer.status_code == 422
    assert calendars.days_loaded(2026) == []


def test_lines_may_come_from_a_spreadsheet() -> None:
    rows = days_of("Ngày\tLoại\tLý do\tVăn bản\n2026-02-16\tholiday\tTết\tTB 1\n22/02/2026\tLÀM BÙ\tBù Tết\tTB 1\n\n")
    assert [(row.day.day, row.kind) for row in rows] == [(16, DayKind.HOLIDAY), (22, DayKind.SWAP_WORK)]
    with pytest.raises(Refused, match="Dòng 2"):
        days_of("16/02/2026;nghỉ lễ;Tết;TB 1\n31/02/2026;nghỉ lễ;Tết;TB 1")
