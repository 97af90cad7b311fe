"""Bà Lan follows, reads, rates, adds, asks again; without her number nobody reads a word."""

from __future__ import annotations

import html

import pytest
from django.test import Client

from gandan.doors.portal import limiter
from gandan.doors.portal.tests.conftest import NOW, World, draft, photo
from gandan.foundation.people.words import PUBLIC
from gandan.matters.cases import actions as cases
from gandan.matters.cases import queries
from gandan.matters.cases.words import Receipt, Sender

pytestmark = pytest.mark.django_db


def page(lan: Client, receipt: Receipt) -> str:
    return html.unescape(lan.get(f"/theo-doi/{receipt.receipt}").content.decode())


def test_she_sees_who_has_it_by_when_and_why(lan: Client, lodged: Receipt) -> None:
    case = queries.by_receipt(lodged.receipt, at=NOW)
    shown = page(lan, lodged)
    assert case.now.vi in shown and case.holder in shown and "Vì sao ngày này?" in shown
    assert case.why and all(step.vi in shown for step in case.why)


def test_she_reads_the_answer_and_rates_it(lan: Client, answered: Receipt) -> None:
    assert "Xã đã khơi thông 12 m cống." in page(lan, answered)
    response = lan.post(
        f"/theo-doi/{answered.receipt}/danh-gia", {"stars": "4", "satisfied": "yes", "comment": "Cảm ơn xã"}
    )
    assert response.status_code == 302 and "xong=danh-gia" in response["Location"]
    assert queries.by_receipt(answered.receipt, at=NOW).rating == 4


@pytest.mark.parametrize("stars", ["", "0", "6", "-1", "x", "5.0", "²", "9" * 400])
def test_stars_that_are_none_are_refused_and_her_words_kept(lan: Client, answered: Receipt, stars: str) -> None:
    response = lan.post(f"/theo-doi/{answered.receipt}/danh-gia", {"stars": stars, "comment": "Cảm ơn <b>xã</b>"})
    shown = response.content.decode()
    assert response.status_code == 422 and "Xin chọn từ 1 đến 5 sao" in shown
    assert "Cảm ơn &lt;b&gt;xã&lt;/b&gt;</textarea>" in shown


def test_before_the_answer_there_is_nothing_to_rate(lan: Client, lodged: Receipt) -> None:
    assert "danh-gia" not in page(lan, lodged)
    assert lan.post(f"/theo-doi/{lodged.receipt}/danh-gia", {"stars": "1"}).status_code == 422


def test_she_asks_to_look_again_and_must_say_why(lan: Client, answered: Receipt) -> None:
    address = f"/theo-doi/{answered.receipt}/xem-lai"
    assert lan.post(address, {"reason": "  "}).status_code == 422
    assert lan.post(address, {"reason": "Cống lại nghẹt sau hai ngày"}).status_code == 302
    assert queries.by_receipt(answered.receipt, at=NOW).closed_on is None


def test_she_adds_words_and_a_photo(lan: Client, lodged: Receipt) -> None:
    response = lan.post(
        f"/theo-doi/{lodged.receipt}/bo-sung", {"text": "Hôm nay ngập sâu hơn", "files": [photo("ngập.jpg")]}
    )
    assert response.status_code == 302
    case = queries.by_receipt(lodged.receipt, at=NOW)
    assert [file.name for file in case.files] == ["ngập.jpg"]


def test_a_bad_photo_does_not_cost_her_words(lan: Client, lodged: Receipt) -> None:
    fake = photo("giả.jpg")
    fake.truncate(10)
    response = lan.post(f"/theo-doi/{lodged.receipt}/bo-sung", {"text": "Hôm nay ngập sâu hơn", "files": [fake]})
    shown = response.content.decode()
    assert response.status_code == 422 and "giả.jpg" in shown and "Hôm nay ngập sâu hơn</textarea>" in shown


def test_her_photo_is_hers_alone(world: World, lan: Client, lodged: Receipt) -> None:
    lan.post(f"/theo-doi/{lodged.receipt}/bo-sung", {"files": [photo("nhà tôi.jpg")]})
    file = queries.by_receipt(lodged.receipt, at=NOW).files[0]
    mine = lan.get(f"/theo-doi/{lodged.receipt}/tep/{file.id}")
    assert mine.status_code == 200 and mine["Content-Type"] == "image/jpeg"
    assert mine["X-Content-Type-Options"] == "nosniff" and "sandbox" in mine["Content-Security-Policy"]
    assert mine["Cache-Control"] == "private, no-store"
    assert b"".join(mine.streaming_content).startswith(b"\xff\xd8")  # type: ignore[attr-defined]  # a stream
    neighbour = cases.lodge(by=PUBLIC, at=NOW, draft=draft(world, text="Việc của ông Sáu"))
    assert lan.get(f"/theo-doi/{neighbour.receipt}/tep/{file.id}").status_code == 404


def test_no_page_tells_full_names_telephones_or_officers(world: World, lan: Client) -> None:
    sender = Sender(full_name="Nguyễn Thị Lan", phone="0912345678", address="số 12 ấp Cầu Tre", email="lan@vidu.vn")
    receipt = cases.lodge(by=PUBLIC, at=NOW, draft=draft(world, place="", senders=(sender,)))
    for address in ("", "/bien-nhan"):
        shown = lan.get(f"/theo-doi/{receipt.receipt}{address}").content.decode()
        for secret in ("Nguyễn Thị Lan", "0912345678", "số 12", "lan@vidu.vn", "Lê Văn Minh"):
            assert secret not in shown


def test_a_published_answer_shows_neither_number_nor_sender(lan: Client, answered: Receipt) -> None:
    for address in ("/", "/dan-biet"):
        shown = lan.get(address).content.decode()
        assert "Xã đã khơi thông 12 m cống." in shown
        assert answered.receipt not in shown and "Nguyễn Thị Lan" not in shown


def test_numbers_cannot_be_tried_in_bulk(world: World, lan: Client, lodged: Receipt) -> None:
    for n in range(limiter.WRONG_RECEIPTS.times):
        assert lan.get("/theo-doi", {"ma": f"0000-0000-{n:03}"}).status_code == 404
    response = lan.get("/theo-doi", {"ma": "0000-0000-999"})
    assert response.status_code == 429 and "thử lại sau 10 phút" in response.content.decode()
    assert lan.get(f"/theo-doi/{lodged.receipt}").status_code == 429


@pytest.mark.parametrize("code", ["' OR 1=1 --", "../../etc/passwd", "<script>", "ẮẰẲ", "7" * 500, "%00", "😭"])
def test_a_strange_number_is_only_a_wrong_number(world: World, lan: Client, code: str) -> None:
    response = lan.get("/theo-doi", {"ma": code})
    shown = response.content.decode()
    assert response.status_code == 404 and "Không có hồ sơ nào mang mã này" in shown and "<script>" not in shown
