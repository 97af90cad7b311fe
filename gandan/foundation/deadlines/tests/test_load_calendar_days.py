"""An administrator loads a notice; every open clock is computed again, and the journal tells of it."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from gandan.foundation.deadlines import actions, queries
from gandan.foundation.deadlines.models import CalendarDay, Clock
from gandan.foundation.deadlines.tests.conftest import NOW, OPERATOR
from gandan.foundation.deadlines.words import DayRow
from gandan.foundation.people.words import PUBLIC
from gandan.foundation.records import queries as records
from gandan.pure.clock.words import DayKind
from gandan.pure.refusal import Absent, Refused, Unreadable
from gandan.pure.speech import Said


def off(day, why="nghỉ vì bão số 5"):
    return DayRow(day, DayKind.OFF, Said(why, "closed for storm 5"), "Công điện 45/CĐ-UBND")


@pytest.fixture
def clock(folder, minh):
    return actions.start(folder, "TCD.REPLY", on=date(2026, 7, 1), by=minh, at=NOW)  # due Wednesday 15/07


@pytest.fixture
def other_clock(other_folder, minh):
    return actions.start(other_folder, "TCD.REPLY", on=date(2026, 7, 1), by=minh, at=NOW)


def test_a_national_day_off_moves_every_open_clock_and_says_so(clock, other_clock, province_admin):
    loaded = actions.load_calendar_days([off(date(2026, 7, 6))], by=province_admin, at=NOW)
    assert [(one.folder_id, one.before, one.after) for one in loaded.moved] == [
        (clock.folder_id, date(2026, 7, 15), date(2026, 7, 16)),
        (other_clock.folder_id, date(2026, 7, 15), date(2026, 7, 16)),
    ]
    assert set(Clock.objects.values_list("due_on", flat=True)) == {date(2026, 7, 16)}
    (entry,) = records.story(clock.folder_id)
    assert (entry.verb, entry.data["before"], entry.data["after"]) == ("deadline_moved", "2026-07-15", "2026-07-16")
    (told,) = records.story(loaded.folder_id)
    assert (told.verb, told.data["moved"], told.data["days"][0]["day"]) == ("days_loaded", 2, "2026-07-06")
    assert list(records.breaks()) == []
    (kept,) = queries.of_folder(clock.folder_id)
    assert any("nghỉ vì bão số 5" in step.vi for step in kept.steps)


def test_two_clocks_of_one_folder_are_told_in_one_chain(clock, folder, minh, province_admin):
    actions.start(folder, "KN.ACCEPT", on=date(2026, 7, 1), by=minh, at=NOW)  # due Friday 10/07
    actions.load_calendar_days([off(date(2026, 7, 6))], by=province_admin, at=NOW)
    assert [(entry.data["rule"], entry.data["after"]) for entry in records.story(folder.pk)] == [
        ("TCD.REPLY", "2026-07-16"),
        ("KN.ACCEPT", "2026-07-13"),
    ]
    assert list(records.breaks()) == []


def test_a_commune_closes_for_itself_only(clock, other_clock, commune_admin):
    loaded = actions.load_calendar_days(
        [off(date(2026, 7, 6))], by=commune_admin, at=NOW, unit_id=commune_admin.unit_id
    )
    assert [one.clock_id for one in loaded.moved] == [clock.id]
    assert not queries.calendar(clock.unit_id).is_working(date(2026, 7, 6))
    assert queries.calendar(other_clock.unit_id).is_working(date(2026, 7, 6))
    assert queries.calendar().is_working(date(2026, 7, 6))


def test_a_province_closes_for_its_communes_and_a_commune_may_open_again(
    clock, other_clock, province, province_admin, commune_admin
):
    actions.load_calendar_days([off(date(2026, 7, 6))], by=province_admin, at=NOW, unit_id=province)
    assert not queries.calendar(other_clock.unit_id).is_working(date(2026, 7, 6))
    opened = DayRow(date(2026, 7, 6), DayKind.WORK, Said("vẫn làm việc", "open"), "Thông báo của xã")
    actions.load_calendar_days([opened], by=commune_admin, at=NOW, unit_id=commune_admin.unit_id)
    assert queries.calendar(clock.unit_id).is_working(date(2026, 7, 6))
    assert set(Clock.objects.order_by("id").values_list("due_on", flat=True)) == {date(2026, 7, 15), date(2026, 7, 16)}


def test_a_day_loaded_again_replaces_the_first(clock):
    actions.load_calendar_days([off(date(2026, 7, 6))], by=OPERATOR, at=NOW, unit_id=clock.unit_id)
    back = DayRow(date(2026, 7, 6), DayKind.WORK, Said("làm việc bình thường", "an ordinary day"), "Đính chính")
    loaded = actions.load_calendar_days([back], by=OPERATOR, at=NOW, unit_id=clock.unit_id)
    assert loaded.moved[0].after == date(2026, 7, 15)
    assert CalendarDay.objects.count() == 1
    assert queries.days_loaded(2026, unit_id=clock.unit_id) == [back]
    assert queries.days_loaded(2026) == []


def test_a_working_saturday_brings_a_date_forward(clock):
    saturday = DayRow(date(2026, 7, 4), DayKind.SWAP_WORK, Said("làm bù", "made up"), "Thông báo")
    loaded = actions.load_calendar_days([saturday], by=OPERATOR, at=NOW, unit_id=clock.unit_id)
    assert loaded.moved[0].after == date(2026, 7, 14)


def test_ended_and_unreached_clocks_stay(clock, folder, minh):
    actions.stop(clock, on=date(2026, 7, 3))
    actions.start(folder, "KN.SETTLE1", on=date(2026, 7, 1), by=minh, at=NOW)  # every day counts; due Friday 31/07
    loaded = actions.load_calendar_days([off(date(2026, 7, 6))], by=OPERATOR, at=NOW, unit_id=folder.unit_id)
    assert loaded.moved == ()
    rolled = actions.load_calendar_days([off(date(2026, 7, 31))], by=OPERATOR, at=NOW, unit_id=folder.unit_id)
    assert [one.after for one in rolled.moved] == [date(2026, 8, 3)]


def test_a_changed_calendar_is_seen_at_once(clock):
    before = queries.calendar(clock.unit_id)
    assert queries.calendar(clock.unit_id) is before
    actions.load_calendar_days([off(date(2026, 7, 6))], by=OPERATOR, at=NOW, unit_id=clock.unit_id)
    assert queries.calendar(clock.unit_id) is not before


def test_an_unpaused_month_end_quota_moves_with_a_made_up_saturday(folder, minh):
    actions.start(folder, "TCD.CHAIR_XA", on=date(2026, 10, 5), by=minh, at=NOW)  # due Friday 30/10
    saturday = DayRow(date(2026, 10, 31), DayKind.SWAP_WORK, Said("làm bù", "made up"), "Thông báo")
    loaded = actions.load_calendar_days([saturday], by=OPERATOR, at=NOW, unit_id=folder.unit_id)
    assert [(one.before, one.after) for one in loaded.moved] == [(date(2026, 10, 30), date(2026, 10, 31))]


def test_whose_calendar_it_is(commune_admin, province_admin, hoa_binh, an_binh, province, minh):
    rows = [off(date(2026, 7, 6))]
    for by, unit_id in [(commune_admin, None), (commune_admin, an_binh), (commune_admin, province), (minh, hoa_binh)]:
        with pytest.raises(Refused):
            actions.load_calendar_days(rows, by=by, at=NOW, unit_id=unit_id)
    with pytest.raises(Absent):
        actions.load_calendar_days(rows, by=PUBLIC, at=NOW, unit_id=hoa_binh)
    assert not CalendarDay.objects.exists()
    assert actions.load_calendar_days(rows, by=province_admin, at=NOW, unit_id=an_binh).days == 1


def test_a_notice_is_read_from_a_table():
    rows = actions.read_notice(
        "\ufeffday,kind,why,source\n2027-02-11,off,nghỉ Tết Nguyên đán,TB 99\n20/02/2027,swap_work,làm bù,TB 99\n"
    )
    assert [(row.day, row.kind) for row in rows] == [
        (date(2027, 2, 11), DayKind.OFF),
        (date(2027, 2, 20), DayKind.SWAP_WORK),
    ]
    assert rows[0].why.vi == "nghỉ Tết Nguyên đán"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ngày,loại\n",
        "day,kind,why,source\n",
        "day,kind,why,source\n2027-02-11,festival,x,y\n",
        "day,kind,why,source\n31/02/2027,off,x,y\n",
        "day,kind,why,source\n2027-02-11,off,,y\n",
        "day,kind,why,source\n2027-02-11\n",
        "day,kind,why,source\n" + "2027-02-11,off,x,y\n" * 2001,
        "\x00\x01\x02",
    ],
)
def test_a_notice_that_cannot_be_read_says_where(text):
    with pytest.raises(Unreadable):
        actions.read_notice(text)


def test_the_line_that_is_wrong_is_named():
    with pytest.raises(Unreadable) as refusal:
        actions.read_notice("day,kind,why,source\n2027-02-11,off,x,y\n2027-02-31,off,x,y\n")
    assert refusal.value.said.vi.startswith("Dòng 3:")


def test_the_database_keeps_one_row_for_a_day_of_the_country(folder):
    def row():
        CalendarDay.objects.create(
            day=date(2026, 7, 6), kind="off", why_vi="nghỉ", why_en="off", source="TB", folder=folder
        )

    row()
    with pytest.raises(IntegrityError), transaction.atomic():
        row()
