import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.pure.vietnamese import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Có 1.585 thủ tục. Đã giải quyết 1.500.", ["Có 1.585 thủ tục.", "Đã giải quyết 1.500."]),
        ("UBND TP. Hồ Chí Minh đã họp. Xong.", ["UBND TP. Hồ Chí Minh đã họp.", "Xong."]),
        ("Theo khoản 1. Điều 5. Nguyên tắc công khai.", ["Theo khoản 1. Điều 5. Nguyên tắc công khai."]),
        ("1. Công tác tiếp dân\n2. Xử lý đơn", ["1. Công tác tiếp dân", "2. Xử lý đơn"]),
        ("Rất quan trọng.Nhận thức được nâng lên.", ["Rất quan trọng.", "Nhận thức được nâng lên."]),
        ("tổng số 120\nđơn khiếu nại", ["tổng số 120\nđơn khiếu nại"]),
        ("Kết quả:\n- Tiếp 12 lượt;\n- Nhận 8 đơn.", ["Kết quả:", "- Tiếp 12 lượt;", "- Nhận 8 đơn."]),
        ("Vì sao chậm? Vì thiếu người!", ["Vì sao chậm?", "Vì thiếu người!"]),
        ("Ông nói: “Phải làm ngay.” Mọi người đồng ý.", ["Ông nói: “Phải làm ngay.”", "Mọi người đồng ý."]),
        ("  ", []),
    ],
)
def test_sentences_end_where_they_end(text, parts):
    assert [s.text for s in sentences(text)] == parts


@given(st.text())
def test_spans_point_into_the_text_in_order(text):
    last = 0
    for sentence in sentences(text):
        assert sentence.start >= last
        assert text[sentence.start : sentence.end] == sentence.text
        last = sentence.end


@pytest.mark.parametrize("piece", [".", " ", "\n", "1.", "A.", "(", '"', ". ", "a" * 9])
def test_no_input_makes_it_slow(piece):
    started = time.perf_counter()
    list(sentences(piece * 200_000))
    assert time.perf_counter() - started < 5
