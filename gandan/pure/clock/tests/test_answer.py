"""The public calculator."""

import itertools
import json
from datetime import date

import pytest

from gandan.pure.clock.answer import all_rules, answer
from gandan.pure.clock.calendar import MarkedDay, national
from gandan.pure.clock.days import read_day
from gandan.pure.clock.words import DayKind
from gandan.pure.refusal import Refused, Unreadable
from gandan.pure.speech import Said


def test_the_answer_as_json():
    said = json.loads(json.dumps(answer("KN.SETTLE1", "2026-07-01", remote=True, complex=True).as_json()))
    assert list(said) == ["rule", "start", "due", "steps"]
    assert (said["rule"], said["start"], said["due"]) == ("KN.SETTLE1", "2026-07-01", "2026-09-03")
    assert "thứ Năm 03/09/2026" in said["steps"][-1]


@pytest.mark.parametrize("typed", ["2026-07-01", "01/07/2026", " 1/7/2026 ", "1-7-2026", "01.07.2026"])
def test_days_are_read_as_people_type_them(typed):
    assert answer("KN.ACCEPT", typed).start == date(2026, 7, 1)


@pytest.mark.parametrize(
    "typed",
    ["", "hôm nay", "31/11/2026", "2026-02-30", "0001-01-01", "01/01/9999", "7/2026", "😀" * 500, "١٢/٠٧/٢٠٢٦x"],
)
def test_what_is_no_day_is_refused_with_a_sentence(typed):
    with pytest.raises(Unreadable) as refusal:
        answer("KN.ACCEPT", typed)
    assert refusal.value.said.vi.endswith(".")
    assert len(refusal.value.said.vi) < 200


def test_a_date_outside_the_known_years_is_refused():
    with pytest.raises(Unreadable):
        answer("LUU.KEEP", date(2099, 1, 1))
    assert read_day("31/12/2098") == date(2098, 12, 31)
    assert answer("LUU.KEEP", "31/12/2098").due.year == 2099


def test_a_place_with_its_own_days_gets_its_own_answer():
    closed = MarkedDay(DayKind.OFF, Said("nghỉ vì bão số 5", "closed for the storm"), "Công điện")
    calendar = national().with_days({date(2026, 7, 2): closed})
    own = answer("KN.ACCEPT", "2026-07-01", calendar=calendar)
    assert own.due == date(2026, 7, 13)
    assert "Không đếm thứ Năm 02/07/2026: nghỉ vì bão số 5." in own.as_json()["steps"]


def test_the_list_of_choices_speaks_plainly():
    choices = {choice.id: choice for choice in all_rules(date(2026, 11, 22))}
    assert len(choices) == len(all_rules(date(2026, 11, 22)))
    assert choices["KN.SETTLE1"].asks_remote and choices["KN.SETTLE1"].asks_complex
    assert not choices["TCD.REPLY"].asks_remote
    assert choices["KN.SETTLE1"].group.vi == "Khiếu nại"
    groups = [choice.group.vi for choice in choices.values()]
    assert len([1 for a, b in itertools.pairwise(groups) if a != b]) + 1 == len(set(groups))


def test_an_unknown_rule_is_refused():
    with pytest.raises(Refused, match=r"clock\.unknown-rule"):
        answer("XYZ", "2026-07-01")
