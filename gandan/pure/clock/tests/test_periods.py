"""Reporting periods: the inspectorate's cut-offs, the calendar's, and any range."""

import itertools
from datetime import date, timedelta

import pytest

from gandan.pure.clock.periods import Period, Scheme
from gandan.pure.clock.words import Per
from gandan.pure.refusal import Refused, Unreadable

PUBLISHED = [  # Thông tư 01/2024/TT-TTCP, for 2026
    (Period.quarter(2026, 1), date(2025, 12, 15), date(2026, 3, 14), "quý I/2026"),
    (Period.quarter(2026, 2), date(2026, 3, 15), date(2026, 6, 14), "quý II/2026"),
    (Period.six_months(2026), date(2025, 12, 15), date(2026, 6, 14), "6 tháng đầu năm 2026"),
    (Period.quarter(2026, 3), date(2026, 6, 15), date(2026, 9, 14), "quý III/2026"),
    (Period.nine_months(2026), date(2025, 12, 15), date(2026, 9, 14), "9 tháng đầu năm 2026"),
    (Period.quarter(2026, 4), date(2026, 9, 15), date(2026, 12, 14), "quý IV/2026"),
    (Period.of_year(2026), date(2025, 12, 15), date(2026, 12, 14), "năm 2026"),
]


@pytest.mark.parametrize(("period", "first", "last", "label"), PUBLISHED)
def test_inspectorate_periods(period, first, last, label):
    assert (period.first, period.last, period.label.vi) == (first, last, label)
    assert Period.read(period.code) == period


def test_the_quarters_make_the_year_without_hole_or_overlap():
    quarters = [Period.quarter(2026, n) for n in (1, 2, 3, 4)]
    assert sum(quarter.days for quarter in quarters) == Period.of_year(2026).days == 365
    for earlier, later in itertools.pairwise(quarters):
        assert later.first == earlier.last + timedelta(days=1)


def test_a_petition_of_late_december_belongs_to_the_next_report_year():
    assert date(2025, 12, 20) in Period.of_year(2026)
    assert date(2025, 12, 14) not in Period.of_year(2026)
    assert date(2025, 12, 20) in Period.of_year(2025, scheme=Scheme.CALENDAR)


def test_calendar_periods():
    assert Period.month(2028, 2).last == date(2028, 2, 29)
    assert Period.of_year(2026, scheme=Scheme.CALENDAR).first == date(2026, 1, 1)
    quarter = Period.quarter(2026, 3, scheme=Scheme.CALENDAR)
    assert (quarter.first, quarter.last) == (date(2026, 7, 1), date(2026, 9, 30))
    assert Period.read("2026-T07", scheme=Scheme.CALENDAR) == Period.month(2026, 7)


@pytest.mark.parametrize(
    ("period", "previous"),
    [
        (Period.quarter(2026, 1), Period.quarter(2025, 4)),
        (Period.quarter(2026, 3), Period.quarter(2026, 2)),
        (Period.of_year(2026), Period.of_year(2025)),
        (Period.month(2026, 1), Period.month(2025, 12)),
        (Period.six_months(2026), Period.between(date(2025, 6, 15), date(2025, 12, 14))),
        (Period.nine_months(2026), Period.between(date(2025, 3, 15), date(2025, 12, 14))),
        (Period.between(date(2026, 1, 11), date(2026, 1, 20)), Period.between(date(2026, 1, 1), date(2026, 1, 10))),
    ],
)
def test_the_period_before(period, previous):
    assert period.previous() == previous
    assert previous.last + timedelta(days=1) == period.first


def test_the_same_period_of_the_year_before():
    assert Period.six_months(2026).year_before() == Period.six_months(2025)
    assert Period.quarter(2026, 1).year_before() == Period.quarter(2025, 1)
    assert Period.between(date(2024, 2, 1), date(2024, 2, 29)).year_before().last == date(2023, 2, 28)


def test_a_party_report_has_its_own_range():
    period = Period.read("2021-01-01..2021-11-14")
    assert (period.scheme, period.days) == (Scheme.RANGE, 318)


def test_a_day_lies_in_its_period():
    assert Period.containing(date(2026, 12, 14), Per.REPORT_QUARTER) == Period.quarter(2026, 4)
    assert Period.containing(date(2026, 12, 15), Per.REPORT_QUARTER) == Period.quarter(2027, 1)
    assert Period.containing(date(2026, 7, 5), Per.WEEK).first == date(2026, 6, 29)
    assert Period.containing(date(2026, 7, 5), Per.MONTH) == Period.month(2026, 7)
    assert Period.containing(date(2026, 7, 5), Per.YEAR).last == date(2026, 12, 31)


@pytest.mark.parametrize(
    "code", ["", "2026-Q5", "2026-T13", "26", "2026-6t", "2026-13-01..2026-01-01", "0001", "9999-Q1"]
)
def test_a_code_that_is_no_period_is_unreadable(code):
    with pytest.raises(Unreadable):
        Period.read(code)


def test_impossible_periods_are_refused():
    with pytest.raises(Refused):
        Period.between(date(2026, 2, 1), date(2026, 1, 1))
    with pytest.raises(Refused):
        Period.quarter(2026, 0)
    with pytest.raises(Refused):
        Period.month(2026, 13)
