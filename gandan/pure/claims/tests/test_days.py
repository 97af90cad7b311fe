"""Days that do not exist, periods the wrong way round, weekdays that do not fit."""

import pytest

from gandan.pure.claims import check


@pytest.mark.parametrize(
    ("text", "claimed", "repair"),
    [
        ("Tính đến 31/11/2023, có 80 xã.", "31/11/2023", "30/11/2023"),
        ("Hòa Bình, ngày 31 tháng 11 năm 2023", "ngày 31 tháng 11 năm 2023", "ngày 30 tháng 11 năm 2023"),
        ("Chiều 31/6, đoàn làm việc tại xã.", "31/6", "30/6"),
        ("Họp ngày 29/02/2023 tại trụ sở.", "29/02/2023", "28/02/2023"),
        ("Trong 2 ngày (27-28/72020), Đại hội đã họp.", "27-28/72020", "27-28/7/2020"),
    ],
)
def test_days_that_do_not_exist_are_found(text, claimed, repair):
    (error,) = check(text).errors
    assert error.claimed == claimed
    assert error.repairs[0].new == repair


@pytest.mark.parametrize(
    "text",
    [
        "Họp ngày 29/02/2024 và 30/11/2023.",
        "Hòa Bình, ngày 05 tháng 02 năm 2026; ngày 29 tháng 2 năm 2024.",
        "Sổ ghi ngày 31/9 trong khi tháng 9 chỉ có 30 ngày.",
        "Có 24/85 xã và 31/11 thôn được chọn.",
        "Giỗ vào ngày 30/2 âm lịch.",
        "Từ ngày 27/12 đến ngày 05/01/2024.",
        "Quyết định số 31/2011/QĐ-UBND.",
    ],
)
def test_days_that_may_be_are_left_alone(text):
    assert not check(text).errors


def test_a_period_does_not_end_before_it_begins():
    (error,) = check("Lấy ý kiến từ ngày 15/3/2024 đến ngày 02/3/2024.").errors
    assert error.kind.value == "range"


def test_the_weekday_fits_the_date():
    assert not check("Họp thứ Hai, ngày 13/07/2026.").errors
    (error,) = check("Họp thứ Ba, ngày 13/07/2026.").errors
    assert (error.claimed, error.computed) == ("thứ Ba", "thứ Hai")
