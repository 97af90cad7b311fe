"""Days off of Vietnam, as published; lunar feasts by the Vietnamese calendar."""

from datetime import date, timedelta

import holidays
import pytest

from gandan.pure.clock.calendar import MarkedDay, holidays_of, national, of_law
from gandan.pure.clock.words import DayKind
from gandan.pure.speech import Said

# Domain §13.2: lunar 1/1 and 10/3, computed for UTC+7. 2030 differs from China (03/02).
FEASTS = [
    (date(2016, 2, 8), date(2016, 4, 16)),
    (date(2017, 1, 28), date(2017, 4, 6)),
    (date(2018, 2, 16), date(2018, 4, 25)),
    (date(2019, 2, 5), date(2019, 4, 14)),
    (date(2020, 1, 25), date(2020, 4, 2)),
    (date(2021, 2, 12), date(2021, 4, 21)),
    (date(2022, 2, 1), date(2022, 4, 10)),
    (date(2023, 1, 22), date(2023, 4, 29)),
    (date(2024, 2, 10), date(2024, 4, 18)),
    (date(2025, 1, 29), date(2025, 4, 7)),
    (date(2026, 2, 17), date(2026, 4, 26)),
    (date(2027, 2, 6), date(2027, 4, 16)),
    (date(2028, 1, 26), date(2028, 4, 4)),
    (date(2029, 2, 13), date(2029, 4, 23)),
    (date(2030, 2, 2), date(2030, 4, 12)),
    (date(2031, 1, 23), date(2031, 4, 1)),
]


@pytest.mark.parametrize(("tet", "hung_kings"), FEASTS)
def test_lunar_feasts_fall_on_the_vietnamese_day(tet, hung_kings):
    off = holidays_of(tet.year)
    assert off[tet].why.vi == "nghỉ Tết Nguyên đán"
    assert off[hung_kings].why.vi == "nghỉ lễ Giỗ Tổ Hùng Vương"
    named = holidays.country_holidays("VN", years=tet.year, language="vi", observed=False)
    assert named[tet] == "Tết Nguyên Đán", "the first day itself, not a day beside it"


def test_tet_2030_is_not_the_chinese_date():
    first_days = [
        day
        for day, name in holidays.country_holidays("VN", years=2030, language="vi", observed=False).items()
        if name == "Tết Nguyên Đán"
    ]
    assert first_days == [date(2030, 2, 2)]
    # Eve 01/02 to the fourth day 05/02; Saturday and Sunday are given back around them.
    assert [day for day in sorted(holidays_of(2030)) if day.month in (1, 2)][1:] == [
        date(2030, 1, 31) + timedelta(days=n) for n in range(7)
    ]


@pytest.mark.parametrize(
    ("first", "last"),
    [  # the official breaks, weekends included
        (date(2017, 1, 26), date(2017, 2, 1)),
        (date(2019, 2, 2), date(2019, 2, 10)),
        (date(2022, 1, 29), date(2022, 2, 6)),
        (date(2025, 1, 25), date(2025, 2, 2)),
        (date(2026, 2, 14), date(2026, 2, 22)),
        (date(2026, 8, 29), date(2026, 9, 2)),
        (date(2026, 1, 1), date(2026, 1, 4)),
    ],
)
def test_official_breaks(first, last):
    calendar = national()
    assert calendar.next_working(first) == last + timedelta(days=1)
    assert calendar.last_working(last) == first - timedelta(days=1)


def test_every_day_off_of_many_years_has_a_reason_and_no_working_day_has():
    calendar = national()
    for offset in range(365 * 16):
        day = date(2016, 1, 1) + timedelta(days=offset)
        assert (calendar.why_off(day) is None) == calendar.is_working(day)


def test_a_holiday_in_a_week_is_named_and_a_weekend_is_a_weekly_day_off():
    calendar = national()
    assert calendar.why_off(date(2026, 4, 26)) == Said("nghỉ lễ Giỗ Tổ Hùng Vương", "Hùng Kings' Commemoration Day")
    assert calendar.why_off(date(2026, 4, 27)).vi == "nghỉ bù Giỗ Tổ Hùng Vương"
    assert calendar.why_off(date(2026, 7, 4)).vi == "ngày nghỉ hằng tuần"
    assert calendar.why_off(date(2026, 7, 6)) is None


def test_no_holiday_lacks_its_english_name():
    for year in range(2010, 2041):
        for day, marked in holidays_of(year).items():
            assert marked.why.vi != marked.why.en, day


def test_swapped_days_are_off_and_their_saturdays_worked():
    calendar = national()
    assert calendar.why_off(date(2025, 5, 2)).vi == "nghỉ hoán đổi, làm bù thứ Bảy 26/04/2025"
    assert calendar.is_working(date(2025, 4, 26))
    assert calendar.why_worked(date(2025, 4, 26)).vi == "ngày làm bù cho thứ Sáu 02/05/2025"
    assert not of_law().is_working(date(2025, 4, 26))
    assert of_law().is_working(date(2025, 5, 2))


def test_the_rows_hold_every_swap_that_the_library_knows():
    known = holidays.country_holidays("VN", years=range(2010, 2030), language="vi")
    for worked in known.weekend_workdays:
        assert national().marked(worked).kind is DayKind.SWAP_WORK, worked
    for off, name in known.items():
        if name.startswith("Ngày nghỉ (thay"):
            assert national().marked(off).kind is DayKind.OFF, off


def test_24_november_is_a_working_day_until_a_loaded_day_says_otherwise():
    culture_day = date(2026, 11, 24)
    assert national().is_working(culture_day)
    loaded = {culture_day: MarkedDay(DayKind.HOLIDAY, Said("nghỉ lễ Ngày Văn hóa Việt Nam", "Cultural Day"), "luật")}
    calendar = national().with_days(loaded)
    assert calendar.why_off(culture_day).vi == "nghỉ lễ Ngày Văn hóa Việt Nam"
    assert calendar.add_working(date(2026, 11, 23), 1) == date(2026, 11, 25)
    assert national().add_working(date(2026, 11, 23), 1) == culture_day


def test_24_november_2029_brings_no_day_in_lieu_either():
    assert national().is_working(date(2029, 11, 26))


def test_a_loaded_day_stands_above_holiday_and_weekend():
    opened = MarkedDay(DayKind.WORK, Said("mở cửa", "open"), "Thông báo của xã")
    calendar = national().with_days({date(2026, 7, 4): opened, date(2026, 9, 1): opened})
    assert calendar.is_working(date(2026, 7, 4))
    assert calendar.is_working(date(2026, 9, 1))


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 7, 1), 0, date(2026, 7, 1)),
        (date(2026, 7, 4), 0, date(2026, 7, 4)),
        (date(2026, 7, 4), 1, date(2026, 7, 6)),
        (date(2026, 7, 3), 1, date(2026, 7, 6)),
        (date(2026, 7, 6), -1, date(2026, 7, 3)),
        (date(2026, 7, 5), -1, date(2026, 7, 3)),
        (date(2025, 12, 31), 1, date(2026, 1, 5)),  # 01/01, the swapped 02/01, a weekend
        (date(2026, 1, 5), -1, date(2025, 12, 31)),
    ],
)
def test_adding_working_days(day, count, expected):
    assert national().add_working(day, count) == expected


def test_adding_and_counting_agree_with_walking_day_by_day():
    calendar, start = national(), date(2025, 11, 3)
    walked = [start + timedelta(days=n) for n in range(1, 900) if calendar.is_working(start + timedelta(days=n))]
    for count, day in enumerate(walked, start=1):
        assert calendar.add_working(start, count) == day
        assert calendar.working_between(start, day) == count
        assert calendar.add_working(day, -count) <= start


def test_nothing_lies_between_a_day_and_an_earlier_one():
    assert national().working_between(date(2026, 7, 6), date(2026, 7, 6)) == 0
    assert national().working_between(date(2026, 7, 6), date(2026, 7, 1)) == 0


def test_years_without_a_notice_are_estimates_until_days_are_loaded():
    assert not national().is_estimated(date(2026, 12, 31))
    assert national().is_estimated(date(2027, 1, 4))
    day = MarkedDay(DayKind.OFF, Said("nghỉ", "off"), "Thông báo 2027")
    assert not national().with_days({date(2027, 2, 11): day}).is_estimated(date(2027, 1, 4))
