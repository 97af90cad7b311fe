"""Counting by the Civil Code: the vectors (a) to (e) of the law page, and months."""

from datetime import date

import pytest

from gandan.pure.clock.calendar import national, of_law
from gandan.pure.clock.counting import Length, add_months, after, before, rolled
from gandan.pure.clock.words import Unit


def days(count):
    return Length(count, Unit.DAYS)


def working(count):
    return Length(count, Unit.WORKING_DAYS)


def test_a_seven_working_days_cross_the_hung_kings_day_and_its_day_in_lieu():
    reached = [after(date(2026, 4, 16), working(n), of_law()).day for n in range(1, 8)]
    assert reached == [17, 20, 21, 22, 23, 24, 28]
    assert after(date(2026, 4, 16), working(7), of_law()) == date(2026, 4, 28)


def test_b_thirty_days_from_the_end_of_january():
    assert after(date(2026, 1, 31), days(30), of_law()) == date(2026, 3, 2)
    assert rolled(date(2026, 3, 2), of_law()) == date(2026, 3, 2)


def test_c_ten_working_days_over_two_holidays_and_a_day_in_lieu():
    assert after(date(2026, 4, 24), working(10), of_law()) == date(2026, 5, 13)


def test_d_thirty_days_end_on_a_monday_or_after_the_break_where_it_is_swapped():
    counted = after(date(2026, 8, 1), days(30), of_law())
    assert counted == date(2026, 8, 31)
    assert rolled(counted, of_law()) == date(2026, 8, 31)
    assert rolled(counted, national()) == date(2026, 9, 3)


def test_e_one_month_from_31_january_ends_in_february_and_rolls():
    counted = after(date(2026, 1, 31), Length(1, Unit.MONTHS), of_law())
    assert counted == date(2026, 2, 28)
    assert rolled(counted, of_law()) == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_months_keep_the_day_number_where_they_can(start, months, expected):
    assert add_months(start, months) == expected


def test_before_an_event_its_own_day_is_not_counted():
    assert before(date(2026, 7, 15), working(5), of_law()) == date(2026, 7, 8)
    assert before(date(2026, 7, 15), days(5), of_law()) == date(2026, 7, 10)


def test_lengths_speak():
    assert working(7).said.vi == "7 ngày làm việc"
    assert Length(1, Unit.YEARS).said.en == "1 year"
