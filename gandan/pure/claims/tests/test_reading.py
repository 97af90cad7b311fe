"""Which islands of digits are quantities, and which only look like it."""

import doctest
import unicodedata
from decimal import Decimal

import pytest

from gandan.pure import claims
from gandan.pure.claims import Nature, Qualifier, check


def figures(text):
    return [(claim.text, claim.unit) for claim in check(text).claims]


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Kế hoạch số 31/KH-UBND, ngày 26/3/2018 và Chỉ thị 16-CT/TTg.",
        "Nghị định số 59/2023/NĐ-CP quy định chi tiết khoản 2 Điều 5 của Luật.",
        "Đại hội Đảng bộ tỉnh khóa 14, nhiệm kỳ 2020-2025, giai đoạn 2021 – 2025.",
        "Trong 9 tháng đầu năm 2023, quý 3 và tháng 10/2023.",
        "Tỉnh đứng thứ 02/63 tỉnh, thành phố; xếp hạng 12/63.",
        "Hòm thư góp ý 217; mô hình “5 không, 3 sạch”; “Ngôi nhà 1.000 đồng”; dịch Covid-19.",
        "1. Công tác tuyên truyền\n2. Công tác tiếp dân",
        "Ban Chỉ đạo gồm từ 7 đến 10 thành viên; nhóm xã đạt 15 – 18 tiêu chí.",
        "Lúc 7:30 ngày 2/9, Đường dây nóng: 0912345678.",
        "cắt giảm 1/2 thời gian giải quyết",
    ],
)
def test_names_dates_and_numbers_of_documents_are_no_quantities(text):
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tiếp 4.101 lượt người, với 3.770 vụ việc", [("4.101", "lượt người"), ("3.770", "vụ việc")]),
        ("cấp độ 1,2: 1.186 thủ tục, cấp độ 4: 03 thủ tục", [("1.186", "thủ tục"), ("03", "thủ tục")]),
        ("có 24/85 xã đạt chuẩn", [("24/85", "xã")]),
        ("nâng cấp 14.100m đường", [("14.100", "m")]),
        ("tổng cộng 234362 lượt truy cập", [("234362", "lượt")]),
        ("đạt 99,74%; trễ hạn 0,26 %", [("99,74%", "%"), ("0,26 %", "%")]),
        ("lát 23.970 m2 vỉa hè", [("23.970", "m2")]),
        ("trong số 120 hồ sơ", [("120", "hồ sơ")]),
        ("giải quyết dứt điểm 19/26 vụ việc", [("19/26", "vụ việc")]),
        ("năm 2022 có 5.000 hộ", [("5.000", "hộ")]),
    ],
)
def test_quantities_keep_their_units(text, expected):
    assert figures(text) == expected


def test_scale_and_precision_stand_apart():
    claim = check("hỗ trợ hơn 311,749 triệu đồng").claims[0]
    assert (claim.value, claim.scale, claim.places, claim.unit) == (Decimal("311.749"), Decimal(10**6), 3, "đồng")
    assert claim.qualifier is Qualifier.MORE


def test_a_part_of_a_whole_keeps_both():
    claim = check("giải ngân 173,201/199,494 tỷ đồng").claims[0]
    assert (claim.nature, claim.value, claim.whole) == (Nature.FRACTION, Decimal("173.201"), Decimal("199.494"))


def test_rises_and_falls_are_marked():
    assert [claim.change for claim in check("có 4.365 mô hình, tăng 568 mô hình, giảm còn 12 hộ").claims] == [0, 1, 0]


def test_offsets_point_into_the_text_as_given():
    text = unicodedata.normalize("NFD", "Xã Hòa Bình\u00a0đã tiếp 1.585\u00a0lượt người; nhận 42 đơn.")
    assert [text[claim.start : claim.end] for claim in check(text).claims] == ["1.585", "42"]


def test_the_example_of_the_library_works():
    assert doctest.testmod(claims).failed == 0
    assert claims.__doc__ is not None and ">>>" in claims.__doc__


def test_period_and_subject_are_the_words_in_front():
    claim = check("Trong năm 2017, cả tỉnh đã tiếp 4.101 lượt người.").claims[0]
    assert (claim.period, claim.subject) == ("năm 2017", "cả tỉnh đã tiếp")
