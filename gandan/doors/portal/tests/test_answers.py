"""Who asks for what, and what they get: the one table of this door."""

from __future__ import annotations

import pytest
from django.test import Client

from gandan.doors.portal.tests.conftest import World
from gandan.matters.cases.words import Receipt

pytestmark = pytest.mark.django_db

PAGES = [
    ("/", 200, "Bà con muốn nói điều gì?"),
    ("/dan-biet", 200, "Dân biết"),
    ("/dan-ban", 200, "Dân bàn"),
    ("/dan-kiem-tra", 200, "Dân kiểm tra, giám sát"),
    ("/tro-giup", 200, "Tôi làm mất mã biên nhận"),
    ("/gui/phan-anh", 200, "Bà con thấy việc gì?"),
    ("/gui/don", 200, "Bà con muốn gửi đơn gì?"),
    ("/gui/don?loai=complaint", 200, 'value="complaint" checked'),
    ("/theo-doi", 200, "Mã biên nhận"),
    ("/theo-doi?ma=", 200, "Mã biên nhận"),
    ("/theo-doi?ma=0000-0000-000", 404, "Không có hồ sơ nào mang mã này"),
    ("/theo-doi/khong-phai-ma", 404, "Không có hồ sơ nào mang mã này"),
    ("/theo-doi/khong-phai-ma/bien-nhan", 404, "Không có hồ sơ nào mang mã này"),
    ("/theo-doi/khong-phai-ma/tep/1", 404, "Không có hồ sơ nào mang mã này"),
    ("/thoi-han", 200, "Việc này phải xong ngày nào?"),
    ("/thoi-han?rule=KN.SETTLE1&start=01/07/2026", 200, "Thứ Sáu 31/07/2026"),
    ("/thoi-han?rule=KN.SETTLE1&start=2026-07-01&remote=yes&complex=yes", 200, "Vì sao ngày này?"),
    ("/thoi-han?rule=KN.SETTLE1&start=32/07/2026", 400, "Không có ngày"),
    ("/thoi-han?rule=KHONG.CO&start=01/07/2026", 422, "Không có thời hạn mang mã"),
    ("/lich-tiep-dan", 200, "Chọn xã, phường"),
    ("/lich-tiep-dan?xa=99999999", 200, "Chọn xã, phường"),
    ("/khong-co-trang-nay", 404, "Không có trang ở địa chỉ này"),
    ("/gui/phan-anh?lang=en", 200, "What have you seen?"),
]


@pytest.mark.parametrize(("address", "status", "says"), PAGES)
def test_everybody_gets(world: World, lan: Client, address: str, status: int, says: str) -> None:
    response = lan.get(address)
    assert response.status_code == status
    assert says in response.content.decode()


@pytest.mark.parametrize("address", ["danh-gia", "xem-lai", "bo-sung"])
def test_nobody_acts_by_a_link(lan: Client, lodged: Receipt, address: str) -> None:
    assert lan.get(f"/theo-doi/{lodged.receipt}/{address}").status_code == 405


def test_the_holder_of_a_receipt_gets(lan: Client, lodged: Receipt) -> None:
    for address, says in (("", "Cống thoát nước"), ("/bien-nhan", lodged.receipt)):
        response = lan.get(f"/theo-doi/{lodged.receipt}{address}")
        assert response.status_code == 200 and says in response.content.decode()
        assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("typed", ["{small}", " {spaced} ", "{bare}"])
def test_a_number_may_be_typed_as_people_type(lan: Client, lodged: Receipt, typed: str) -> None:
    bare = lodged.receipt.replace("-", "")
    code = typed.format(small=bare.lower(), spaced=" ".join(bare), bare=bare)
    response = lan.get("/theo-doi", {"ma": code})
    assert response.status_code == 302 and response["Location"] == f"/theo-doi/{lodged.receipt}"


def test_a_number_typed_in_the_address_leads_to_its_one_address(lan: Client, lodged: Receipt) -> None:
    response = lan.get(f"/theo-doi/{lodged.receipt.lower()}")
    assert response["Location"] == f"/theo-doi/{lodged.receipt}"


def test_an_unsent_form_without_a_served_commune_says_where_to_go(db: None, lan: Client) -> None:
    page = lan.get("/gui/phan-anh").content.decode()
    assert "Chưa có xã, phường nào mở nhận" in page and "<form" not in page


def test_only_communes_with_an_open_committee_are_offered(world: World, lan: Client) -> None:
    page = lan.get("/gui/phan-anh").content.decode()
    assert "Hòa Bình (xã)" in page and "Cầu Kè (xã)" in page and "Vắng" not in page
