"""The page of one case, and its moves as the law allows them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from gandan.doors.desk.tests.conftest import NOW, World
from gandan.matters.cases import actions as cases
from gandan.matters.cases import queries
from gandan.matters.cases.words import Receipt, State, Upload, Verb


def seen(world: World, receipt: Receipt, who: str = "minh") -> int:
    return queries.case(world[who], receipt.case_id, at=NOW).seen


def photo() -> bytes:
    out = BytesIO()
    Image.new("RGB", (40, 30), "red").save(out, "JPEG")
    return out.getvalue()


def test_the_page_offers_exactly_what_the_law_allows(
    accepted: Receipt, world: World, as_: Callable[[str], Client]
) -> None:
    for name in ("minh", "hanh", "phuong", "tam"):
        allowed = {move.verb for move in queries.moves(world[name], accepted.case_id, at=NOW)}
        page = as_(name).get(f"/desk/case/{accepted.case_id}").content.decode()
        drawn = {verb for verb in Verb if f'href="/desk/case/{accepted.case_id}/{verb}"' in page}
        assert drawn == allowed
    assert Verb.REPLY in {move.verb for move in queries.moves(world["hanh"], accepted.case_id, at=NOW)}


def test_the_page_says_why_this_day(accepted: Receipt, as_: Callable[[str], Client]) -> None:
    page = as_("hanh").get(f"/desk/case/{accepted.case_id}").content.decode()
    assert "Vì sao ngày này?" in page
    assert "Nguyễn Thị Lan" in page
    assert "0912345678" in page


def test_the_page_costs_few_queries(
    accepted: Receipt, as_: Callable[[str], Client], django_assert_max_num_queries: Any
) -> None:
    client = as_("minh")
    client.get(f"/desk/case/{accepted.case_id}")
    with django_assert_max_num_queries(15):
        client.get(f"/desk/case/{accepted.case_id}")


@pytest.mark.parametrize("code", ["classify", "add_word", "withdraw", "assign"])
def test_the_form_of_a_move_costs_few_queries(
    bring: Callable[..., Receipt], as_: Callable[[str], Client], django_assert_max_num_queries: Any, code: str
) -> None:
    client, receipt = as_("minh"), bring()
    client.get(f"/desk/case/{receipt.case_id}/{code}")
    with django_assert_max_num_queries(15):
        assert client.get(f"/desk/case/{receipt.case_id}/{code}").status_code == 200


def test_hanh_previews_her_reply_then_sends_it(accepted: Receipt, world: World, as_: Callable[[str], Client]) -> None:
    client, path = as_("hanh"), f"/desk/case/{accepted.case_id}/reply"
    typed = {
        "text": "Kính gửi bà Lan.\nXã đã nạo vét 12 m cống.",
        "document": "12/UBND",
        "seen": seen(world, accepted),
        "close": "yes",
    }
    shown = client.post(path, {**typed, "preview": "1"})
    assert shown.status_code == 200
    assert '<p class="text">Kính gửi bà Lan.' in shown.content.decode()
    assert queries.case(world["hanh"], accepted.case_id, at=NOW).state is State.ACCEPTED
    sent = client.post(path, typed)
    assert sent.headers["Location"] == f"/desk/case/{accepted.case_id}?done=reply"
    assert queries.case(world["minh"], accepted.case_id, at=NOW).state is State.CLOSED
    page = client.get(sent.headers["Location"]).content.decode()
    assert "Đã ghi: Trả lời." in page
    assert f'data-arrived="move-{accepted.case_id}-reply"' in page


def test_the_second_of_two_officers_is_told_who_did_what_and_loses_nothing(
    accepted: Receipt, world: World, as_: Callable[[str], Client]
) -> None:
    was = seen(world, accepted)
    cases.take(accepted.case_id, Verb.ADD_WORD, by=world["minh"], at=NOW, seen=was, given={"text": "Bà Lan gọi lại."})
    typed = {"text": "Câu trả lời rất dài của chị Hạnh.", "seen": was}
    answer = as_("hanh").post(f"/desk/case/{accepted.case_id}/reply", typed)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Trần Văn Minh" in page
    assert "Bổ sung thông tin" in page
    assert "Câu trả lời rất dài của chị Hạnh." in page
    again = {**typed, "seen": answer.context["case"].seen}
    assert as_("hanh").post(f"/desk/case/{accepted.case_id}/reply", again).status_code == 302


def test_when_the_move_is_no_longer_possible_the_words_are_kept_too(
    accepted: Receipt, world: World, as_: Callable[[str], Client]
) -> None:
    was = seen(world, accepted)
    cases.take(accepted.case_id, Verb.WITHDRAW, by=world["minh"], at=NOW, seen=was, given={"reason": "Bà Lan rút đơn."})
    answer = as_("hanh").post(f"/desk/case/{accepted.case_id}/reply", {"text": "Câu trả lời đã viết.", "seen": was})
    page = answer.content.decode()
    assert answer.status_code in {409, 422}
    assert "Câu trả lời đã viết." in page
    assert "Người gửi rút đơn" in page


def test_a_move_that_is_not_offered_leads_back_to_the_case(accepted: Receipt, as_: Callable[[str], Client]) -> None:
    answer = as_("hanh").get(f"/desk/case/{accepted.case_id}/take_over")
    assert answer.headers["Location"] == f"/desk/case/{accepted.case_id}"


BAD = {
    "missing": "",
    "blank": " \n\t ",
    "oversized": "x" * 30_000,
    "control": "\x00\x08",
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_reply_is_drawn_again_with_a_sentence(
    accepted: Receipt, world: World, as_: Callable[[str], Client], kind: str
) -> None:
    answer = as_("hanh").post(
        f"/desk/case/{accepted.case_id}/reply", {"text": BAD[kind], "document": "7/UBND", "seen": seen(world, accepted)}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="7/UBND"' in page
    assert 'aria-invalid="true"' in page
    assert queries.case(world["hanh"], accepted.case_id, at=NOW).state is State.ACCEPTED


def test_a_decomposed_reply_with_emoji_and_script_is_kept_as_words(
    accepted: Receipt, world: World, as_: Callable[[str], Client]
) -> None:
    nfd = "Đa\u0303 nạo vét 😀 <script>alert(1)</script>"
    as_("hanh").post(f"/desk/case/{accepted.case_id}/reply", {"text": nfd, "seen": seen(world, accepted)})
    assert (
        queries.case(world["minh"], accepted.case_id, at=NOW).replies[0].text
        == "Đã nạo vét 😀 <script>alert(1)</script>"
    )
    page = as_("minh").get(f"/desk/case/{accepted.case_id}").content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize("seen_typed", ["", "x", "-1", "99999999999999999999"])
def test_a_page_number_of_the_journal_that_cannot_be_read_is_outdated(
    accepted: Receipt, as_: Callable[[str], Client], seen_typed: str
) -> None:
    answer = as_("hanh").post(f"/desk/case/{accepted.case_id}/reply", {"text": "Trả lời.", "seen": seen_typed})
    assert answer.status_code == 409
    assert "Trả lời." in answer.content.decode()


@pytest.mark.parametrize("eligibility", ["", "maybe", "<script>"])
def test_a_choice_outside_the_list_is_refused(
    bring: Callable[..., Receipt], world: World, as_: Callable[[str], Client], eligibility: str
) -> None:
    receipt = bring()
    typed = {"kind": "petition", "eligibility": eligibility, "field": "works", "seen": 1}
    assert as_("minh").post(f"/desk/case/{receipt.case_id}/classify", typed).status_code == 422


def test_files_are_shown_and_sent_only_to_who_sees_the_case(
    bring: Callable[..., Receipt], world: World, as_: Callable[[str], Client]
) -> None:
    receipt = bring(files=(Upload("cong.jpg", BytesIO(photo())),))
    file = queries.case(world["minh"], receipt.case_id, at=NOW).files[0]
    path = f"/desk/case/{receipt.case_id}/file/{file.id}"
    assert path in as_("minh").get(f"/desk/case/{receipt.case_id}").content.decode()
    answer = as_("minh").get(path)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/jpeg")
    assert b"".join(answer.streaming_content)[:2] == b"\xff\xd8"
    assert as_("la").get(path).status_code == 404


def test_a_file_that_is_not_what_it_says_is_refused_with_the_words_kept(
    accepted: Receipt, world: World, as_: Callable[[str], Client]
) -> None:
    lie = SimpleUploadedFile("anh.jpg", b"MZ\x90\x00not a picture", content_type="image/jpeg")
    typed = {"text": "Trả lời kèm ảnh.", "seen": seen(world, accepted), "files": lie}
    answer = as_("hanh").post(f"/desk/case/{accepted.case_id}/reply", typed)
    assert 400 <= answer.status_code < 500
    assert "Trả lời kèm ảnh." in answer.content.decode()
