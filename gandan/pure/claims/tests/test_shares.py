"""Percentages, rises and falls, remainders, lists, names."""

import pytest

from gandan.pure.claims import Kind, Verdict, check


def told(text, kind):
    return [(r.verdict, r.claimed, r.computed) for r in check(text).relations if r.kind is kind]


def test_a_share_of_a_printed_whole_is_computed():
    assert told("Có 85/20.985 hồ sơ trễ hạn (chiếm tỷ lệ 0,04%).", Kind.SHARE) == [(Verdict.ERROR, "0,04%", "0,41%")]
    assert told("Có 24/85 xã đạt 19/19 tiêu chí, chiếm 28,24%.", Kind.SHARE) == [(Verdict.OK, "28,24%", "28,24%")]


def test_a_share_copied_from_its_neighbour_is_found():
    text = "Vốn đối ứng được 173,201/199,494 tỷ đồng, đạt 86,8%; vốn vay được 30,693/37,41 triệu USD, đạt 86,8%."
    assert told(text, Kind.SHARE) == [(Verdict.OK, "86,8%", "86,82%"), (Verdict.ERROR, "86,8%", "82,04%")]
    (repair,) = check(text).errors[0].repairs
    assert (repair.new, repair.why.en) == ("82,0%", "copied from the share before it")


def test_officials_truncate_as_often_as_they_round():
    # 102 ÷ 163 = 62,576…: 62,57 is cut, 62,58 is rounded, 62,65 is neither
    text = "Cắt giảm 102/163 điều kiện (chiếm {}%)."
    verdicts = [told(text.format(share), Kind.SHARE)[0][0] for share in ("62,57", "62,58", "62,65")]
    assert verdicts == [Verdict.ROUNDING, Verdict.OK, Verdict.ERROR]


def test_no_whole_number_of_communes_gives_that_share():
    (error,) = check("Đến nay, toàn tỉnh có 80 xã đạt chuẩn, đạt 61,24% tổng số xã.").errors
    assert {(fix.old, fix.new) for fix in error.repairs} >= {("80", "79"), ("61,24%", "62,02%")}


@pytest.mark.parametrize(
    "text",
    [
        "Có 5/9 huyện có tỷ lệ này dưới 3%; 9/9 huyện đạt tỷ lệ trên 90%.",
        "Kết nạp 59 đảng viên, đạt 49,2% chỉ tiêu.",
        "Xảy ra ít hơn 03 vụ = 1,6% (180/183 vụ).",
        "Tỷ lệ hộ nghèo còn 4,82%, giảm 1,15% so với năm 2021; trong 5.120 hộ vay vốn có 312 hộ thoát nghèo.",
        "Đạt 16,8 tiêu chí/xã; thu nhập 52,4 triệu đồng/người/năm; 5,83 vụ/10.000 dân.",
        "Tiếp 866 lượt/964 lượt người; xử lý 193 vụ/302 đối tượng.",
    ],
)
def test_percentages_of_something_else_are_left_alone(text):
    assert not check(text).findings


def test_a_fall_is_a_share_of_the_former_level():
    assert told("Có 231 vụ, giảm 54 vụ (giảm 18,95%).", Kind.GROWTH)[0][0] is Verdict.OK  # 54 ÷ 285
    assert told("Có 231 vụ, giảm 54 vụ (giảm 19,85%).", Kind.GROWTH)[0][0] is Verdict.ERROR


def test_growth_against_a_stated_former_level():
    text = "Thu 27.535 tỷ đồng, tăng {}% so cùng kỳ (21.546 tỷ đồng)."
    assert told(text.format("27,80"), Kind.GROWTH)[0][0] is Verdict.OK  # 5.989 ÷ 21.546 = 27,796…
    assert told(text.format("28,70"), Kind.GROWTH)[0][0] is Verdict.ERROR


def test_from_here_to_there():
    assert told("Giảm từ 151 xuống còn 64 đơn vị, giảm 87 đơn vị.", Kind.DIFFERENCE)[0][0] is Verdict.OK
    assert told("Giảm từ 151 xuống còn 64 đơn vị, giảm 78 đơn vị.", Kind.DIFFERENCE)[0] == (Verdict.ERROR, "78", "87")


def test_what_is_left():
    text = "Phải ban hành 156 văn bản, đã ban hành 145 văn bản, còn {} văn bản."
    assert told(text.format("11"), Kind.DIFFERENCE)[0][0] is Verdict.OK


def test_a_list_is_counted():
    assert told("Sáp nhập 3 xã: Tân Lập, Tân Hòa và Phú Sơn.", Kind.COUNT)[0][0] is Verdict.OK
    assert told("Sáp nhập 4 xã: Tân Lập, Tân Hòa và Phú Sơn.", Kind.COUNT) == [(Verdict.ERROR, "4", "3")]
    assert told("Có 9 xã như: Tân Lập, Tân Hòa, Phú Sơn...", Kind.COUNT) == []


def test_one_person_has_one_name():
    text = "Ông Võ Nguyên Nam, Trưởng Ban Dân vận huyện dự. Trưởng Ban Dân vận huyện Võ {} Nam phát biểu."
    assert told(text.format("Nguyễn"), Kind.CONSISTENCY) == [(Verdict.ERROR, "Võ Nguyễn Nam", "Võ Nguyên Nam")]
    assert told(text.format("Nguyên"), Kind.CONSISTENCY) == []
    others = "Ông Trần Văn Hùng, Bí thư xã Một và ông Trần Văn Hưng, Chủ tịch xã Hai."
    assert [verdict for verdict, _, _ in told(others, Kind.CONSISTENCY)] == [Verdict.QUESTION]


def test_one_document_has_one_symbol():
    text = "Thực hiện Chỉ thị số 16/CT-TTg và Chỉ thị số 16-CT/TTg."
    assert told(text, Kind.CONSISTENCY) == [(Verdict.QUESTION, "16-CT/TTg", "16/CT-TTg")]


def test_area_times_yield_is_harvest():
    text = "Lúa: 1.663,00 ha, năng suất {} tạ/ha, sản lượng 6.012,14 tấn."
    assert told(text.format("36,15"), Kind.SHARE)[0][0] is Verdict.OK  # 60.121,4 ÷ 1.663 = 36,152…
    assert told(text.format("35,89"), Kind.SHARE) == [(Verdict.ERROR, "35,89", "36,15")]
