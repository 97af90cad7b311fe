"""The head's duty to receive, the size of a group, and what counts: the law without a database."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.matters.reception import rules
from gandan.matters.reception.words import Ground, Purpose, ReceivedBy, ReceptionKind, Regime

YEAR_2017 = (date(2017, 1, 1), date(2017, 12, 31))


@pytest.mark.parametrize(
    ("regime", "days"),
    [
        (Regime.PROVINCE_CHAIR, 12),  # Điều 12 khoản 5: a day a month
        (Regime.DISTRICT_CHAIR, 24),  # Điều 13 khoản 5: two days a month
        (Regime.AGENCY_HEAD, 12),  # Điều 18 khoản 2: a day a month
        (Regime.COMMUNE_CHAIR, 53),  # Điều 15 khoản 2 điểm d: a day a week; 53 Sundays end a week in 2017
    ],
)
def test_days_required_in_2017(regime: Regime, days: int) -> None:
    assert rules.required_days(regime, *YEAR_2017) == days


def test_the_commune_chair_goes_from_a_day_a_week_to_two_a_month_on_1_july_2026() -> None:
    """Luật 136/2025/QH15. June 2026 ends four weeks; July and August ask for two days each."""
    june = rules.required_days(Regime.COMMUNE_CHAIR, date(2026, 6, 1), date(2026, 6, 30))
    summer = rules.required_days(Regime.COMMUNE_CHAIR, date(2026, 7, 1), date(2026, 8, 31))
    assert (june, summer) == (4, 4)


def test_the_district_chair_has_no_duty_after_the_districts() -> None:
    assert rules.required_days(Regime.DISTRICT_CHAIR, date(2025, 7, 1), date(2026, 12, 31)) == 0


def test_a_day_counts_once_and_a_missed_month_is_named() -> None:
    held = [date(2026, 7, 8), date(2026, 7, 8), date(2026, 8, 5), date(2026, 8, 19)]
    missed = rules.missed(Regime.COMMUNE_CHAIR, date(2026, 7, 1), date(2026, 8, 31), held)
    assert [(duty.first, duty.last) for duty in missed] == [(date(2026, 7, 1), date(2026, 7, 31))]


@given(
    start=st.dates(date(2014, 7, 7), date(2026, 1, 1)),
    cut=st.integers(0, 400),
    rest=st.integers(1, 400),
    regime=st.sampled_from(Regime),
)
def test_duties_of_adjoining_periods_add_up(start: date, cut: int, rest: int, regime: Regime) -> None:
    middle, end = start + timedelta(days=cut), start + timedelta(days=cut + rest)
    parts = rules.required_days(regime, start, middle) + rules.required_days(regime, middle + rules.DAY, end)
    assert parts == rules.required_days(regime, start, end)


@pytest.mark.parametrize(("people", "speakers"), [(1, 1), (4, 4), (5, 2), (10, 2), (11, 5), (60, 5)])
def test_how_many_may_speak(people: int, speakers: int) -> None:
    """Luật Tiếp công dân Điều 29."""
    assert rules.most_speakers(people) == speakers


def test_the_size_of_a_group_is_dated_and_marked_unsure() -> None:
    assert [rules.is_group(size, on=date(2026, 7, 1)) for size in (4, 5)] == [False, True]
    assert not any(row.sure for row in rules.GROUP_MIN)
    days = [(row.valid_from, row.valid_to) for row in rules.GROUP_MIN]
    assert all(before[1] < after[0] for before, after in pairwise(days))


@pytest.mark.parametrize(
    ("purpose", "seen_before", "counted_today", "first", "counted"),
    [
        (Purpose.PRESENT, False, False, True, True),
        (Purpose.PRESENT, True, False, False, True),
        (Purpose.PRESENT, True, True, False, False),
        (Purpose.ENQUIRE, False, False, False, False),
        (Purpose.ENQUIRE, True, False, False, False),
    ],
)
def test_how_a_presentation_counts(
    purpose: Purpose, seen_before: bool, counted_today: bool, first: bool, counted: bool
) -> None:
    found = rules.counting(purpose, seen_before=seen_before, counted_today=counted_today)
    assert (found.first, found.counted) == (first, counted)


def test_the_permanent_officer_and_the_daily_reception_go_together() -> None:
    fitting = {(kind, by) for kind in ReceptionKind for by in ReceivedBy if rules.fits(kind, by)}
    head_days = {ReceptionKind.SCHEDULED, ReceptionKind.UNSCHEDULED}
    assert fitting == {(ReceptionKind.REGULAR, ReceivedBy.PERMANENT)} | {
        (kind, by) for kind in head_days for by in (ReceivedBy.HEAD, ReceivedBy.DELEGATED)
    }


def test_every_ground_has_its_article_and_two_ask_for_a_written_notice() -> None:
    assert set(rules.GROUNDS) == set(Ground)
    assert {ground for ground in Ground if rules.needs_notice(ground)} == {Ground.SETTLED, Ground.ANSWERED_BEFORE}
    assert len(rules.grounds_on(date(2017, 5, 2))) == 3  # Luật Tiếp công dân Điều 9 khoản 1 to 3
