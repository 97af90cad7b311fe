"""Numbers in words, products written out, lists told in one order, a rise divided by the wrong level."""

from gandan.pure.claims import Verdict, check


def told(text):
    return [(relation.kind.value, relation.verdict, relation.claimed) for relation in check(text).relations]


def test_a_number_in_words_is_added_up_like_another():
    text = "Huyện có hai mươi hộ được hỗ trợ, gồm 12 hộ nghèo và {} hộ cận nghèo."
    assert told(text.format(8)) == [("sum", Verdict.OK, "hai mươi")]
    assert told(text.format(9)) == [("sum", Verdict.ERROR, "hai mươi")]


def test_one_half_is_about_one_half():
    assert told("Trong 84 hộ vay vốn có 40 hộ nghèo, chiếm một nửa.") == [
        ("ratio_percent", Verdict.ROUNDING, "một nửa")
    ]


def test_a_product_in_brackets_is_its_figure():
    assert told("18 huyện phải họp 432 buổi (18 x 24).") == [("product", Verdict.OK, "432")]
    assert told("18 huyện phải họp 423 buổi (18 x 24).") == [("product", Verdict.ERROR, "423")]


def test_words_between_the_factors_may_change_the_scale():
    assert not check("Chi 6 triệu đồng x 15 người = 95 triệu đồng; bàn 40 x 60 cm.").errors


def test_shares_go_with_their_figures_in_order():
    text = "Cụm có 400 hộ nghèo; ba xã lần lượt có 120, 85 và 95 hộ nghèo, tương ứng 30%, {} và 23,8%."
    assert ("ratio_percent", Verdict.OK, "21,3%") in told(text.format("21,3%"))
    assert [relation.claimed for relation in check(text.format("31,2%")).errors] == ["31,2%"]


def test_a_rise_divided_by_what_it_is_now_is_a_question():
    text = "Xảy ra 936 vụ, tăng 200 vụ (21,4%)."
    assert told(text) == [("growth", Verdict.QUESTION, "21,4%")]
    assert [repair.new for repair in check(text).relations[0].repairs] == ["27,2%"]


def test_a_total_after_its_parts():
    text = "Đợt đầu trao 345 suất quà. Đợt sau trao 467 suất quà. Cả hai đợt là {} suất quà."
    assert told(text.format(812)) == [("sum", Verdict.OK, "812")]
    assert told(text.format(821)) == [("sum", Verdict.ERROR, "821")]


def test_the_words_name_the_whole():
    text = "Trung tâm đào tạo 1.240 lao động. Sau khóa học có 992 người tìm được việc, chiếm {} số được đào tạo."
    assert told(text.format("80%")) == [("ratio_percent", Verdict.OK, "80%")]
    assert told(text.format("71%")) == [("ratio_percent", Verdict.ERROR, "71%")]
    assert not check(text.replace("Sau khóa học", "Tại xã Tân Lập").format("71%")).errors
