from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.pure.vietnamese import (
    count,
    day,
    decimal,
    long_day,
    moment,
    padded,
    parse_number,
    percent,
    place_date,
    weekday_day,
)


def test_counts_have_dots():
    assert [count(n) for n in (0, 7, 999, 4101, 1234567, -1585)] == ["0", "7", "999", "4.101", "1.234.567", "-1.585"]


def test_decimals_have_a_comma():
    assert decimal(Decimal("99.74")) == "99,74"
    assert decimal(Decimal("1234567.50")) == "1.234.567,50"
    assert decimal(Decimal("0.405"), 2) == "0,41"
    assert decimal(Decimal("1E+3")) == "1.000"
    assert decimal(5, 1) == "5,0"
    assert percent(Decimal("28.24")) == "28,24%"


def test_small_counts_are_padded():
    assert [padded(n) for n in (0, 1, 9, 10, 1738)] == ["0", "01", "09", "10", "1.738"]


def test_days():
    monday = date(2026, 7, 13)
    assert day(monday) == "13/07/2026"
    assert weekday_day(monday) == "thứ Hai 13/07/2026"
    assert weekday_day(date(2026, 7, 12)) == "Chủ nhật 12/07/2026"
    assert long_day(date(2026, 2, 5)) == "ngày 05 tháng 02 năm 2026"
    assert place_date("Trà Vinh", date(2026, 3, 15)) == "Trà Vinh, ngày 15 tháng 3 năm 2026"


def test_moments_are_told_in_the_time_of_viet_nam():
    late = datetime(2026, 7, 12, 18, 5, tzinfo=UTC)
    assert moment(late) == "01:05 ngày 13/07/2026"
    assert day(late) == "13/07/2026"


@pytest.mark.parametrize(
    ("text", "value", "places", "ambiguous", "other"),
    [
        ("1.585", "1585", 0, False, None),
        ("03", "3", 0, False, None),
        ("234362", "234362", 0, False, None),
        ("99,74", "99.74", 2, False, None),
        ("1.234.567,5", "1234567.5", 1, False, None),
        ("1,327", "1.327", 3, True, "1327"),
        ("0,327", "0.327", 3, False, None),
        ("12.5", "12.5", 1, True, None),
        ("0.585", "0.585", 3, True, "585"),
        ("1,234,567", "1234567", 0, True, None),
        ("1,234.5", "1234.5", 1, True, None),
    ],
)
def test_numbers_are_read_as_printed(text, value, places, ambiguous, other):
    numeral = parse_number(text)
    assert (numeral.value, numeral.places, numeral.ambiguous) == (Decimal(value), places, ambiguous)
    assert numeral.other == (Decimal(other) if other else None)


@pytest.mark.parametrize("text", ["", "a", "1.2.3", "1,2,3", "24/85", "1.5852.1", "--1", "1 585"])
def test_what_is_no_number_is_not_read(text):
    assert parse_number(text) is None


@given(st.integers(min_value=0, max_value=10**12))
def test_a_printed_count_reads_back(n):
    assert parse_number(count(n)).value == n


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_a_printed_decimal_reads_back(value):
    numeral = parse_number(decimal(value, 2))
    assert (numeral.value, numeral.places) == (value, 2)
