"""The page that checks figures: bà Lan's son pastes his report, uploads it, takes it back in Word; nothing is kept."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document

from gandan.doors.portal import checking, limiter
from gandan.doors.portal.tests.conftest import World
from gandan.doors.portal.tests.test_pages import check
from gandan.reporting.documents.opening.tests.papers import SUM, pdf, word

pytestmark = pytest.mark.django_db
ADDRESS = "/kiem-so"
TABLE = "Xã\tĐơn\tVụ\nA\t12\t10\nB\t30\t20\nTổng cộng\t42\t33"


def upload(body: bytes, name: str = "bao-cao.docx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, body)


def told(client: Client, **given: Any) -> str:
    response = client.post(ADDRESS, given)
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_is_reached_from_the_help(lan: Client) -> None:
    assert f'href="{ADDRESS}"' in lan.get("/tro-giup").content.decode()
    check(lan.get(ADDRESS).content.decode())


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_pasted_text_is_shown_with_its_findings(lan: Client, language: str) -> None:
    page = lan.post(f"{ADDRESS}?lang={language}", {"text": f"{SUM}\r\n{TABLE}"}).content.decode()
    check(page)
    assert 'class="wrong" href="#f1"' in page and 'id="f1"' in page and 'id="t1"' in page
    assert "1.333 + 773 = 2.106" in page and '<span class="claim">12</span>' in page
    assert page.count('role="tooltip"') >= 2 and "title=" not in page.split("<main")[1]


def test_a_correct_text_is_left_in_peace(lan: Client) -> None:
    page = told(lan, text="Tiếp nhận 42 đơn, gồm 12 đơn cũ và 30 đơn mới.")
    check(page)
    assert "Không thấy số nào không khớp" in page and 'class="finding"' not in page


def test_a_file_is_read_and_travels_back_in_the_page(lan: Client) -> None:
    page = told(lan, file=upload(word(SUM)))
    check(page)
    packed = re.search(r'name="packed" value="([^"]+)"', page)
    assert packed
    response = lan.post(ADDRESS, {"do": "docx", "packed": packed[1], "name": "bao-cao.docx"})
    assert response["Content-Disposition"] == 'attachment; filename="bao-cao-kiem-so.docx"'
    assert len(list(Document(BytesIO(response.content)).comments)) == 1


def test_a_pasted_text_comes_back_as_word(lan: Client) -> None:
    response = lan.post(ADDRESS, {"do": "docx", "text": SUM})
    document = Document(BytesIO(response.content))
    assert document.paragraphs[0].text == SUM and len(list(document.comments)) == 1


def test_a_large_file_is_chosen_again(lan: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "MAX_RETURNED", 100)
    page = told(lan, file=upload(word(SUM)))
    check(page)
    assert 'name="packed"' not in page and 'type="file"' in page


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "Xin dán văn bản hoặc chọn một tệp."),
        ({"text": "  \r\n "}, "Xin dán văn bản hoặc chọn một tệp."),
        ({"text": "đơn " * 80_000}, "300.000"),
        ({"packed": "%%%"}, "Xin chọn lại tệp."),
    ],
)
def test_what_cannot_be_checked_is_told_beside_the_field(lan: Client, given: dict[str, str], sentence: str) -> None:
    response = lan.post(ADDRESS, given)
    assert response.status_code == 422
    page = response.content.decode()
    check(page)
    assert sentence in page


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (pdf(image=True), "ảnh quét"),
        (b"PK\x03\x04 no archive", "không phải văn bản Word"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(64), "hình ảnh"),
    ],
    ids=["scan", "renamed", "photo"],
)
def test_an_unreadable_file_gets_one_sentence_and_the_typed_text_stays(lan: Client, body: bytes, sentence: str) -> None:
    page = lan.post(ADDRESS, {"file": upload(body), "text": "chữ đã dán"}).content.decode()
    assert sentence in page and "chữ đã dán</textarea>" in page


def test_a_file_over_ten_megabytes_is_refused(lan: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "MAX_FILE", 1000)
    assert lan.post(ADDRESS, {"file": upload(word(SUM))}).status_code == 422


def test_nothing_is_kept(world: World, lan: Client, django_assert_num_queries: Any) -> None:
    def files() -> set[Path]:
        return set(Path(settings.GANDAN_FILES).rglob("*"))

    before = files()
    with django_assert_num_queries(0):
        response = lan.post(ADDRESS, {"file": upload(word(SUM))})
    assert files() == before and response["Cache-Control"] == "no-store"
    assert not lan.session.keys()


def test_what_is_sent_is_shown_not_obeyed(lan: Client) -> None:
    page = told(lan, text=f'{SUM} <script>alert("1")</script>')
    assert "<script>alert" not in page and "&lt;script&gt;" in page


def test_a_form_from_elsewhere_is_refused() -> None:
    assert Client(enforce_csrf_checks=True).post(ADDRESS, {"text": SUM}).status_code == 403


def test_not_too_often(lan: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "CHECKS", limiter.Limit("check", 2, 600))
    assert [lan.post(ADDRESS, {"text": SUM}).status_code for _ in range(3)] == [200, 200, 429]
