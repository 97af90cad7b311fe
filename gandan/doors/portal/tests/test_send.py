"""Bà Lan sends: questions, review, receipt; pressed twice it is one; whatever is wrong, nothing she typed is lost."""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from gandan.doors.portal import holding, limiter
from gandan.doors.portal.tests.conftest import NOW, World, photo
from gandan.matters.cases import queries
from gandan.matters.cases.words import Kind, PublicCaseView

pytestmark = pytest.mark.django_db
Fill = Callable[..., dict[str, Any]]


def of(location: str) -> PublicCaseView:
    return queries.by_receipt(location.split("/")[2], at=NOW)


def hidden(page: str, name: str) -> str:
    return html.unescape(page.split(f'name="{name}" value="')[1].split('"', maxsplit=1)[0])


def test_feedback_needs_no_name_and_gives_a_receipt(lan: Client, form: Fill) -> None:
    review = lan.post("/gui/phan-anh", form())
    assert review.status_code == 200 and "UBND xã Hòa Bình" in review.content.decode()
    sent = lan.post("/gui/phan-anh", form(do="send"))
    assert sent.status_code == 302
    case = of(sent["Location"])
    assert (case.kind, case.text, case.body_name) == (Kind.FEEDBACK, "Cống bị nghẹt", "UBND xã Hòa Bình")
    ticket = lan.get(sent["Location"]).content.decode()
    assert case.receipt in ticket and 'class="qr"' in ticket and 'data-arrived="phan-anh"' in ticket


def test_reviewing_writes_nothing(world: World, lan: Client, form: Fill) -> None:
    lan.post("/gui/phan-anh", form())
    assert queries.summary(world.minh, at=NOW).open == 0


def test_pressed_twice_it_is_one(world: World, lan: Client, form: Fill) -> None:
    typed = form(do="send")
    first, second = (lan.post("/gui/phan-anh", typed) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert queries.summary(world.minh, at=NOW).open == 1


def test_a_token_that_is_not_ours_fetches_no_receipt(lan: Client, form: Fill) -> None:
    mine = lan.post("/gui/phan-anh", form(do="send", token="1"))
    other = lan.post("/gui/phan-anh", form(do="send", token="1"))
    assert mine["Location"] != other["Location"]


def test_photos_wait_from_the_review_to_the_sending(lan: Client, form: Fill) -> None:
    review = lan.post("/gui/phan-anh", form(files=[photo("cống.jpg"), photo("nhà.jpg")])).content.decode()
    assert "cống.jpg, nhà.jpg" in review
    sent = lan.post("/gui/phan-anh", form(do="send", held=hidden(review, "held")))
    case = of(sent["Location"])
    assert [file.name for file in case.files] == ["cống.jpg", "nhà.jpg"]
    assert not list(holding._folder().glob("*"))


def test_a_photo_can_be_taken_out_again(lan: Client, form: Fill) -> None:
    review = lan.post("/gui/phan-anh", form(files=[photo("một.jpg"), photo("hai.jpg")])).content.decode()
    held = hidden(review, "held")
    drop = holding.unseal(held)[0].key
    again = lan.post("/gui/phan-anh", form(held=held, drop=drop)).content.decode()
    assert "hai.jpg" in again and "một.jpg" not in again


def test_going_back_to_a_question_keeps_every_answer(lan: Client, form: Fill) -> None:
    page = lan.post("/gui/phan-anh", form(edit="noi", place="ấp Cầu Tre", files=[photo()])).content.decode()
    assert "Cống bị nghẹt</textarea>" in page and 'value="ấp Cầu Tre"' in page and 'data-open="noi"' in page
    assert "cong.jpg" in page


def test_a_place_on_the_map_comes_along(world: World, lan: Client, form: Fill) -> None:
    sent = lan.post("/gui/phan-anh", form(do="send", lat="9.934700", lon="106.345300"))
    number = of(sent["Location"]).register_number
    row = next(iter(queries.queue(world.minh, at=NOW.date()).rows))
    assert f"{row.number}/{row.year}" == number
    case = queries.case(world.minh, row.id)
    assert (case.lat, case.lon) == (9.9347, 106.3453)


def test_a_petition_tells_everything_that_is_missing_at_once(world: World, lan: Client) -> None:
    response = lan.post("/gui/don", {})
    page = response.content.decode()
    assert response.status_code == 422
    for anchor in ("f-kind", "f-text", "f-unit_id", "f-full_name", "f-address"):
        assert f'href="#{anchor}"' in page and f'id="{anchor}"' in page


def test_a_complaint_is_a_complaint(world: World, lan: Client) -> None:
    typed = {
        "kind": "complaint",
        "title": "Quyết định thu hồi đất",
        "text": "Tôi không đồng ý với Quyết định số 12/QĐ-UBND.",
        "unit_id": str(world.unit_id),
        "full_name": "Trần Văn Sáu",
        "address": "ấp Trà Ôn, xã Hòa Bình",
        "identity": "084073001234",
        "do": "send",
    }
    case = of(lan.post("/gui/don", typed)["Location"])
    assert case.kind is Kind.COMPLAINT and case.senders == ("T. V. S.",)


LONG = "ê" * 20_001
BAD = [
    ({"text": ""}, "Xin viết nội dung"),
    ({"text": " \n\t\u200b "}, "Xin viết nội dung"),
    ({"text": LONG}, "tối đa 20.000"),
    ({"unit_id": ""}, "Xin chọn xã, phường"),
    ({"unit_id": "-1"}, "Xin chọn xã, phường"),
    ({"unit_id": "99999999999999999999"}, "Xin chọn xã, phường"),
    ({"unit_id": "1 OR 1=1"}, "Xin chọn xã, phường"),
    ({"unit_id": "²"}, "Xin chọn xã, phường"),
    ({"phone": "09x"}, "Số điện thoại chưa đúng"),
    ({"email": "lan@"}, "Địa chỉ thư điện tử chưa đúng"),
    ({"full_name": "!!!"}, "Họ tên phải có chữ"),
    ({"place": "x" * 301}, "tối đa 300"),
    ({"lat": "chín", "lon": "106"}, "Vị trí trên bản đồ không đọc được"),
    ({"lat": "91", "lon": "181"}, "Vị trí trên bản đồ không đọc được"),
    ({"lat": "nan", "lon": "inf"}, "Vị trí trên bản đồ không đọc được"),
]


@pytest.mark.parametrize(("wrong", "says"), BAD)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    lan: Client, form: Fill, wrong: dict[str, str], says: str
) -> None:
    typed = form(do="send", text="Cống bị nghẹt từ tháng trước", place="ấp Cầu Tre", full_name="Lan") | wrong
    response = lan.post("/gui/phan-anh", typed)
    page = html.unescape(response.content.decode())
    assert response.status_code == 422 and says in page
    for name in ("text", "place", "full_name", "phone", "email", "lat"):
        assert typed.get(name, "") in page
    assert f'name="token" value="{typed["token"]}"' in page


def test_a_commune_without_an_open_committee_cannot_receive(world: World, lan: Client, form: Fill) -> None:
    assert lan.post("/gui/phan-anh", form(do="send", unit_id=str(world.closed_unit_id))).status_code == 422


ODD = [
    "Ngập quá 😭🌊 cứu với",
    "<script>alert('x')</script><img src=x onerror=alert(1)>",
    "Đường hỏng".encode().decode("utf-8"),
    "Đường làng ngập" + "ng\u0303",  # decomposed
    "a" * 10_000,
    "dòng một\r\ndòng hai\n\n\ndòng ba",
    "{{ 7*7 }} {% load x %} %s {0} ' OR 1=1 --",
    "\u202eđảo chiều\u202c và \u200b khoảng không",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_words_arrive_and_harm_nobody(lan: Client, form: Fill, text: str) -> None:
    sent = lan.post("/gui/phan-anh", form(do="send", text=text))
    assert sent.status_code == 302
    page = lan.get(sent["Location"].replace("/bien-nhan", "").split("?")[0]).content.decode()
    assert "<script>alert" not in page and "<img src=x" not in page


def test_a_null_byte_is_no_reason_to_fall(lan: Client, form: Fill) -> None:
    assert lan.post("/gui/phan-anh", form(do="send", text="trước\x00sau")).status_code in (302, 422)


def bomb() -> io.BytesIO:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in range(3):
            archive.writestr(f"word/{part}.xml", b"0" * 50_000_000)
    out.seek(0)
    return out


def named(content: bytes | io.BytesIO, name: str) -> io.BytesIO:
    file = io.BytesIO(content) if isinstance(content, bytes) else content
    file.name = name
    return file


FILES = [
    (lambda: named(b"", "trong.jpg"), "rỗng (0 byte)"),
    (lambda: named(b"MZ\x90\x00 not a picture", "virus.jpg"), "Chỉ nhận ảnh"),
    (lambda: named(b"<svg onload=alert(1)>", "hinh.svg"), "Chỉ nhận ảnh"),
    (lambda: named(b"GIF89a" + b"\0" * 30, "dong.gif"), "Chỉ nhận ảnh"),
    (lambda: named(bomb(), "bom.docx"), "bung ra quá lớn"),
    (lambda: named(b"%PDF-1.7" + b"0" * (10 * 1024 * 1024), "nang.pdf"), "lớn hơn 10 MB"),
]


@pytest.mark.parametrize(("file", "says"), FILES)
def test_a_file_that_cannot_be_taken_is_named_and_the_good_ones_stay(
    lan: Client, form: Fill, file: Callable[[], io.BytesIO], says: str
) -> None:
    bad = file()
    response = lan.post("/gui/phan-anh", form(files=[photo("tốt.jpg"), bad], text="Chữ còn nguyên"))
    page = html.unescape(response.content.decode())
    assert response.status_code == 422 and says in page and bad.name in page
    assert "Chữ còn nguyên</textarea>" in page and [one.name for one in holding.unseal(hidden(page, "held"))] == [
        "tốt.jpg"
    ]


def test_nine_photos_are_one_too_many(lan: Client, form: Fill) -> None:
    response = lan.post("/gui/phan-anh", form(files=[photo(f"{n}.jpg") for n in range(9)]))
    assert response.status_code == 422 and "tối đa 8 tệp" in response.content.decode()


def test_a_forged_list_of_held_files_is_an_empty_one(lan: Client, form: Fill) -> None:
    sent = lan.post("/gui/phan-anh", form(do="send", held='[["../../secret","x",1]]'))
    assert sent.status_code == 302 and of(sent["Location"]).files == ()


def test_a_text_of_three_megabytes_is_turned_away_with_a_sentence(lan: Client, form: Fill) -> None:
    response = lan.post("/gui/phan-anh", form(text="x" * 3_000_000))
    assert response.status_code == 413 and "vượt mức cho phép" in response.content.decode()


def test_without_a_csrf_token_nothing_is_taken(world: World, form: Fill) -> None:
    response = Client(enforce_csrf_checks=True).post("/gui/phan-anh", form(do="send"))
    assert response.status_code == 403 and "tải lại trang" in response.content.decode()


def test_too_many_files_from_one_address_cost_nobody_their_words(
    lan: Client, form: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limiter, "FILES", limiter.Limit("files", 1, 600))
    lan.post("/gui/phan-anh", form(files=[photo()]))
    response = lan.post("/gui/phan-anh", form(files=[photo()], text="Chữ còn nguyên"))
    page = response.content.decode()
    assert response.status_code == 429 and "thử lại sau 10 phút" in page and "Chữ còn nguyên</textarea>" in page


def test_a_file_that_waited_too_long_is_asked_for_again(lan: Client, form: Fill) -> None:
    review = lan.post("/gui/phan-anh", form(files=[photo()])).content.decode()
    held = hidden(review, "held")
    holding.forget(holding.unseal(held))
    response = lan.post("/gui/phan-anh", form(do="send", held=held, text="Chữ còn nguyên"))
    page = response.content.decode()
    assert response.status_code == 422 and "Xin chọn lại tệp" in page and "Chữ còn nguyên</textarea>" in page
