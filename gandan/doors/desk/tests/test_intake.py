"""A petition written down at the counter: in one page, once, with every word kept when something is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gandan.doors.desk.tests.conftest import NOW, World
from gandan.doors.desk.tests.test_case import photo
from gandan.matters.cases import queries
from gandan.matters.cases.words import Channel, Kind, Receipt, Signatories

LAN = {
    "kind": "petition",
    "full_name": "Nguyễn Thị Lan",
    "phone": "0912 345 678",
    "address": "Ấp 3, xã Hòa Bình",
    "text": "Cống thoát nước trước nhà bị nghẹt, đề nghị xã cho khơi thông.",
    "channel": "counter",
    "received_on": "2026-07-08",
    "token": "mot-lan",
}


def case_of(answer: Any) -> int:
    assert answer.status_code == 302, answer.content.decode()
    return int(answer.headers["Location"].split("/")[3])


def all_cases(world: World) -> int:
    return queries.queue(world["minh"], at=NOW.date()).total


def test_lan_goes_home_with_a_receipt(world: World, as_: Callable[[str], Client]) -> None:
    client = as_("minh")
    answer = client.post("/desk/intake", LAN)
    case = queries.case(world["minh"], case_of(answer), at=NOW)
    assert (case.kind, case.channel, case.sender, case.received_on.day) == (
        Kind.PETITION,
        Channel.COUNTER,
        "Nguyễn Thị Lan",
        8,
    )
    page = client.get(answer.headers["Location"]).content.decode()
    assert case.receipt in page
    assert '<svg class="qr"' in page
    assert 'data-arrived="desk-intake"' in page
    assert f"Đã vào sổ số {case.register_number}" in page


def test_the_same_form_sent_twice_is_one_petition(world: World, as_: Callable[[str], Client]) -> None:
    first, second = (as_("minh").post("/desk/intake", LAN) for _ in range(2))
    assert case_of(first) == case_of(second)
    assert all_cases(world) == 1


def test_two_forms_carry_two_tokens(world: World, as_: Callable[[str], Client]) -> None:
    client = as_("minh")
    tokens = {client.get("/desk/intake").context["form"].token for _ in range(2)}
    assert len(tokens) == 2


def test_a_refused_form_keeps_its_token_and_every_word(world: World, as_: Callable[[str], Client]) -> None:
    answer = as_("minh").post("/desk/intake", {**LAN, "phone": "09x", "full_name": ""})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'name="token" value="mot-lan"' in page
    assert "Cống thoát nước trước nhà bị nghẹt" in page
    assert "Xin ghi họ tên" in page
    assert "Số điện thoại chưa đúng" in page
    assert all_cases(world) == 0


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("kind", "", "Xin điền mục này."),
        ("kind", "nonsense", "Xin chọn lại trong danh sách."),
        ("channel", "portal'; --", "Xin chọn lại trong danh sách."),
        ("text", "", "Xin điền mục này."),
        ("text", "\x00\x08 \n", "Xin điền mục này."),
        ("text", "a" * 20_001, "Dài quá 20000 ký tự"),
        ("full_name", "L" * 161, "Dài quá 160 ký tự"),
        ("full_name", "12345", "Họ tên phải có chữ."),
        ("phone", "không có", "Số điện thoại chưa đúng."),
        ("email", "lan@", "Địa chỉ thư điện tử chưa đúng."),
        ("identity", "<script>", "Số căn cước"),
        ("received_on", "31/02/2026", "Không đọc được ngày."),
        ("received_on", "2027-01-01", "ở tương lai"),
        ("field", "moon", "Xin chọn lại trong danh sách."),
        ("title", "t" * 201, "Dài quá 200 ký tự"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    world: World, as_: Callable[[str], Client], name: str, typed: str, told: str
) -> None:
    answer = as_("minh").post("/desk/intake", {**LAN, name: typed})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert answer.context["form"][name].error is not None
    assert all_cases(world) == 0


def test_decomposed_letters_emoji_and_script_are_kept_as_words(world: World, as_: Callable[[str], Client]) -> None:
    typed = {**LAN, "text": "Đường lầy lội 😀 <script>alert(1)</script>", "full_name": "nguyễn thị lan"}
    case = queries.case(world["minh"], case_of(as_("minh").post("/desk/intake", typed)), at=NOW)
    assert case.text == "Đường lầy lội 😀 <script>alert(1)</script>"
    assert case.sender == "Nguyễn Thị Lan"


def test_five_who_sign_are_many(world: World, as_: Callable[[str], Client]) -> None:
    others = "Trần Văn Hai, Ấp 1\nLê Thị Ba, Ấp 2\n\nSơn Tư\nThạch Năm, Ấp 3, xã Hòa Bình"
    case = queries.case(world["minh"], case_of(as_("minh").post("/desk/intake", {**LAN, "others": others})), at=NOW)
    assert [party.name for party in case.parties][1:] == ["Trần Văn Hai", "Lê Thị Ba", "Sơn Tư", "Thạch Năm"]
    assert case.parties[4].address == "Ấp 3, xã Hòa Bình"
    assert case.signatories is Signatories.MANY


def test_the_check_shows_what_the_same_person_brought_and_links_it(
    bring: Callable[..., Receipt], world: World, as_: Callable[[str], Client]
) -> None:
    earlier = queries.case(world["minh"], bring().case_id, at=NOW)
    shown = as_("minh").post("/desk/intake", {**LAN, "text": "", "kind": "", "check": "1"})
    assert shown.status_code == 200
    assert [row.matter_id for row in shown.context["earlier"]] == [earlier.matter_id]
    assert "cùng người gửi" in shown.content.decode()
    case = queries.case(
        world["minh"], case_of(as_("minh").post("/desk/intake", {**LAN, "matter_id": earlier.matter_id})), at=NOW
    )
    assert (case.matter_id, case.matter_cases) == (earlier.matter_id, 2)


@pytest.mark.parametrize("matter", ["x", "999999", "-1"])
def test_a_matter_that_is_none_opens_a_new_one_or_is_refused(
    world: World, as_: Callable[[str], Client], matter: str
) -> None:
    assert as_("minh").post("/desk/intake", {**LAN, "matter_id": matter}).status_code in {302, 404, 422}


def test_a_scan_is_kept_and_a_false_one_refused(world: World, as_: Callable[[str], Client]) -> None:
    scan = SimpleUploadedFile("don.jpg", photo(), content_type="image/jpeg")
    case = queries.case(world["minh"], case_of(as_("minh").post("/desk/intake", {**LAN, "files": scan})), at=NOW)
    assert [file.name for file in case.files] == ["don.jpg"]
    for body in (b"", b"MZ\x90\x00", b"GIF89a" + b"\x00" * 64):
        lie = SimpleUploadedFile("don.jpg", body, content_type="image/jpeg")
        answer = as_("minh").post("/desk/intake", {**LAN, "token": "hai", "files": lie})
        assert 400 <= answer.status_code < 500
        assert "Cống thoát nước trước nhà bị nghẹt" in answer.content.decode()


def test_an_intake_costs_few_queries_to_draw(
    world: World, as_: Callable[[str], Client], django_assert_max_num_queries: Any
) -> None:
    client = as_("minh")
    client.get("/desk/intake")
    with django_assert_max_num_queries(15):
        client.get("/desk/intake")
    with django_assert_max_num_queries(15):
        client.post("/desk/intake", {**LAN, "check": "1"})
