"""Questions: nothing is proven wrong, and somebody should look."""

import pytest

from gandan.pure.claims import Verdict, check


def questions(text):
    return [r.expression for r in check(text).findings if r.verdict is Verdict.QUESTION]


def test_several_cut_off_days_are_one_question():
    text = "Tính đến ngày 14/11/2023, đạt 83,5 điểm. Đến hết 30/11/2023 có 10 ban chỉ đạo."
    assert questions(text) == ["14/11/2023, 30/11/2023"]
    assert questions("Tính đến ngày 30/11/2023, đạt 83,5 điểm. Đến hết 30/11/2023 có 10 ban chỉ đạo.") == []


def test_all_of_them_beside_some_are_late():
    settled = "Việc giải quyết đơn thư khiếu nại, tố cáo của công dân đạt 100%. "
    assert questions(settled + "Tuy nhiên, giải quyết đơn thư ở một số nơi còn chậm.") == ["100% / còn chậm"]
    assert questions(settled + "Không còn đơn thư nào còn chậm.") == []
    assert questions(settled + "Giải phóng mặt bằng còn chậm.") == []


def test_one_figure_told_twice():
    told = "toàn tỉnh hiện nay có {} hộ nghèo theo chuẩn mới"
    text = f"Theo đó, {told}. Báo cáo cũng nêu {told}."
    assert questions(text.format("1.234", "1.243")) == ["1.234 / 1.243"]
    assert questions(text.format("1.234", "1.234")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tính đến ngày 31/12/2022 có 45 mô hình; tính đến ngày 30/6/2023 có 60 mô hình.",  # two years are compared
        "Đạt 100% kế hoạch; thu ngân sách còn chậm.",
    ],
)
def test_what_is_no_doubt(text):
    assert questions(text) == []
