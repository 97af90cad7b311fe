"""Parts and totals: what holds is said to hold, what cannot hold is found, the rest is left alone."""

import pytest

from gandan.pure.claims import Kind, Verdict, check

RECEPTION = (
    "Năm 2017, cả tỉnh tiếp được 4.101 lượt người, với 3.770 vụ việc. Trong đó, lãnh đạo các cấp tiếp theo lịch và "
    "đột xuất: 784 lượt người, với 665 vụ việc. Cán bộ chuyên trách tiếp thường xuyên: 3.317 lượt người, với 3.105 vụ "
    "việc (có 22 đoàn đông người gồm 264 người, với 20 vụ việc). Đã nhận 2.070 đơn, gồm 1.333 đơn đủ điều kiện xử lý "
    "và 737 đơn không đủ."
)


def sums(text):
    return [(r.verdict, r.expression) for r in check(text).relations if r.kind is Kind.SUM]


def test_the_reception_paragraph_adds_up():
    assert sums(RECEPTION) == [
        (Verdict.OK, "784 + 3.317 = 4.101"),
        (Verdict.OK, "665 + 3.105 = 3.770"),
        (Verdict.OK, "1.333 + 737 = 2.070"),
    ]


def test_the_groups_are_inside_the_regular_reception():
    subsets = [r.expression for r in check(RECEPTION).relations if r.kind is Kind.SUBSET]
    assert subsets == ["20 ≤ 3.105"]


@pytest.mark.parametrize(
    ("old", "new"), [("3.317", "3.371"), ("4.101", "4.011"), ("665", "656"), ("1.333", "1.343"), ("2.070", "2.700")]
)
def test_a_changed_figure_of_it_is_found(old, new):
    verdicts = [verdict for verdict, _ in sums(RECEPTION.replace(old, new))]
    assert verdicts.count(Verdict.ERROR) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Có 1.585 thủ tục, trong đó: cấp tỉnh 1.151, cấp huyện 299, cấp xã 135.",
        "Xây 89 căn nhà, tổng kinh phí 3,6 tỷ đồng (trong đó có 04 căn từ quỹ của huyện, 85 căn từ quỹ của tỉnh).",
        "Đơn thuộc thẩm quyền 04 đơn (khiếu nại 03 đơn, tố cáo 01 đơn).",
        "Thu ngân sách 280,5 tỷ đồng, bao gồm: thu nội địa 259,5 tỷ đồng, thu khác 21,0 tỷ đồng.",
        "Tổng số 120 đơn:\n- Khiếu nại: 70 đơn;\n- Tố cáo: 20 đơn;\n- Kiến nghị: 30 đơn.",
        "Toàn huyện có 100 đại biểu, trong đó nam 60, nữ 40.",
    ],
)
def test_what_adds_up_is_confirmed(text):
    assert [verdict for verdict, _ in sums(text)] == [Verdict.OK]


@pytest.mark.parametrize(
    "text",
    [
        "Có 870 người ứng cử, trong đó có 339 phụ nữ, 204 người dân tộc thiểu số, 500 đảng viên.",
        "Tiếp 320 lượt người, trong đó có 12 đoàn đông người.",
        "Xã có 9 thôn, trong đó có 1.250 hộ dân, 4.870 nhân khẩu.",
        "Huyện có 3 xã gồm 12 thôn, 40 tổ.",
        "Trong 250 hồ sơ, trong đó có 200 hồ sơ trực tuyến, 30 hồ sơ qua bưu chính…",
        "Đoàn giám sát gồm Trưởng đoàn và 5 thành viên; làm việc với 6 đơn vị gồm các phòng và 3 xã.",
    ],
)
def test_what_need_not_add_up_is_left_alone(text):
    assert not check(text).findings


def test_both_sides_of_a_swap_are_offered():
    checked = check(
        "Công bố trực tuyến 1.568 thủ tục, trong đó: nhóm một: 1.186 thủ tục, nhóm hai: 397, nhóm ba: 03 thủ tục."
    )
    (error,) = checked.errors
    assert (error.claimed, error.computed) == ("1.568", "1.586")
    assert {("1.568", "1.586"), ("1.186", "1.168")} <= {(repair.old, repair.new) for repair in error.repairs}
    assert checked.text[error.start : error.end] == error.text
