"""Every page of the portal as HTML: one heading, labelled answers, a language, no inline style, script or handler."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.test import Client

from gandan.doors.portal.tests.conftest import World
from gandan.matters.cases.words import Receipt

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/",
    "/dan-biet",
    "/dan-ban",
    "/dan-kiem-tra",
    "/tro-giup",
    "/gui/phan-anh",
    "/gui/don",
    "/theo-doi",
    "/theo-doi?ma=sai",
    "/thoi-han",
    "/thoi-han?rule=KN.SETTLE1&start=01/07/2026",
    "/thoi-han?rule=KN.SETTLE1&start=x",
    "/lich-tiep-dan",
    "/khong-co",
    "/look/",
]
VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "path", "rect"})


class Reader(HTMLParser):
    """Reads a page as a browser with a screen reader would: ids, labels, controls, headings, what is unclosed."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.labelled: set[str] = set()
        self.controls: list[tuple[str, dict[str, str | None], bool]] = []
        self.headings: list[int] = []
        self.pointed: list[str] = []
        self.faults: list[str] = []
        self.open: list[str] = []
        self.language = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "html":
            self.language = given.get("lang") or ""
        if tag == "label" and given.get("for"):
            self.labelled.add(str(given["for"]))
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag in ("input", "select", "textarea") and given.get("type") not in ("hidden", "submit"):
            self.controls.append((tag, given, "label" in self.open))
        self.pointed += (given.get("aria-describedby") or "").split()
        self.faults += [f"{tag} {name}" for name in given if name.startswith("on") or name == "style"]
        if tag == "style" or (tag == "script" and not given.get("src")):
            self.faults.append(f"inline {tag}")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def check(page: str) -> None:
    found = read(page)
    assert found.faults == [] and found.open == []
    assert found.headings.count(1) == 1, found.headings
    assert found.language in ("vi", "en")
    assert len(found.ids) == len(set(found.ids)), sorted(i for i in found.ids if found.ids.count(i) > 1)
    assert set(found.pointed) <= set(found.ids)
    for tag, given, inside in found.controls:
        assert inside or given.get("id") in found.labelled or given.get("aria-label"), (tag, given)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_page_is_sound(world: World, lan: Client, address: str, language: str) -> None:
    joint = "&" if "?" in address else "?"
    check(lan.get(f"{address}{joint}lang={language}").content.decode())


def test_the_pages_of_a_case_are_sound(lan: Client, answered: Receipt) -> None:
    for address in ("", "/bien-nhan", "/bien-nhan?moi=phan-anh", "?xong=danh-gia"):
        check(lan.get(f"/theo-doi/{answered.receipt}{address}").content.decode())


def test_refused_forms_and_reviews_are_sound(world: World, lan: Client) -> None:
    check(lan.post("/gui/don", {}).content.decode())
    check(lan.post("/gui/phan-anh", {"text": "Cống nghẹt", "unit_id": str(world.unit_id)}).content.decode())


def test_english_pages_speak_no_vietnamese_sentence(world: World, lan: Client) -> None:
    for address in ("/tro-giup", "/dan-ban", "/theo-doi"):
        text = re.sub(
            r"<[^>]+>", " ", lan.get(f"{address}?lang=en").content.decode().split("<main")[1].split("</main")[0]
        )
        assert not re.search(r"[ạảấầẩậắằẳặẹẻẽếềểệỉịọỏốồổộớờởợụủứừửựỳỵỷỹđ]", text), text


def test_the_policy_forbids_inline_and_foreign_content(world: World, lan: Client) -> None:
    policy = lan.get("/")["Content-Security-Policy"]
    assert "unsafe" not in policy and "default-src 'self'" in policy


def test_a_page_asks_few_queries(
    world: World, lan: Client, django_assert_max_num_queries: object, answered: Receipt
) -> None:
    for address in ("/", "/gui/phan-anh", f"/theo-doi/{answered.receipt}", "/dan-biet", "/lich-tiep-dan"):
        with django_assert_max_num_queries(15):  # type: ignore[operator]
            lan.get(address)


def test_the_address_of_the_qr_code_is_the_public_one(lan: Client, lodged: Receipt) -> None:
    page = lan.get(f"/theo-doi/{lodged.receipt}/bien-nhan").content.decode()
    assert f"{settings.GANDAN_ADDRESS}/theo-doi/{lodged.receipt}" in page
