from hypothesis import given
from hypothesis import strategies as st

from gandan.pure.vietnamese.alike import likeness, signature

ROAD = "Đoạn đường trước cổng Trường Tiểu học Hòa Bình bị sụt lún, mưa xuống nước ngập, xe máy hay ngã, đề nghị xã sửa."
SAME = "doan duong truoc cong truong tieu hoc HOÀ BÌNH bi sut lun mua xuong nuoc ngap xe may hay nga de nghi xa sua"
NEAR = "Kính gửi UBND xã: " + ROAD + " Xin cảm ơn."
LAND = "Gia đình bà Lan chưa được bồi thường đất khi làm kênh, đề nghị huyện xem lại đơn giá và diện tích đã đo."


def test_one_complaint_sent_twice_is_recognised():
    assert likeness(signature(ROAD), signature(SAME)) == 1.0
    assert likeness(signature(ROAD), signature(NEAR)) > 0.6


def test_two_matters_are_not_alike():
    assert likeness(signature(ROAD), signature(LAND)) < 0.1
    assert likeness(signature(ROAD), signature("")) == 0.0


def test_a_signature_is_small_and_lasts():
    assert signature("xã Hòa Bình") == signature("XA HOA BINH") == (62940189047752025,)  # kept with texts
    assert len(signature(LAND * 50)) <= 48


@given(st.text(), st.text())
def test_likeness_is_a_share_and_goes_both_ways(one, other):
    first, second = signature(one), signature(other)
    assert 0 <= likeness(first, second) <= 1
    assert likeness(first, second) == likeness(second, first)
