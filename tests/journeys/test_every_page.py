"""Every main page, as people meet it: on a phone and on a desk, in light and dark, without scripts."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import DESKTOP, PHONE, Running

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
PUBLIC = (
    "/",
    "/gui/phan-anh",
    "/gui/don",
    "/theo-doi",
    "/thoi-han",
    "/lich-tiep-dan",
    "/dan-biet",
    "/tro-giup",
    "/desk/sign-in",
)
OFFICER = ("/desk/", "/desk/intake", "/desk/visit", "/desk/visits", "/desk/sessions", "/desk/form/01/TCD")
HEAD = ("/board/", "/board/late")


def sign_in(page: Page, running: Running, username: str) -> None:
    page.goto("/desk/sign-in")
    page.fill("input[name=username]", username)
    page.fill("input[name=password]", running.password())
    page.press("input[name=password]", "Enter")
    page.wait_for_url(re.compile(r"/(desk|board)/$"))


def faults(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA, and a page wider than its screen."""
    found = [
        f"{page.url}: {one['id']}: {one['nodes'][0]['html'][:120]}"
        for one in Axe().run(page, options=RULES).response["violations"]
    ]
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        found.append(f"{page.url}: scrolls sideways")
    if page.locator("h1").count() != 1:
        found.append(f"{page.url}: {page.locator('h1').count()} first headings")
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desk"])
@pytest.mark.parametrize(
    ("who", "pages"), [(None, PUBLIC), ("minh", OFFICER), ("phuong", HEAD)], ids=["citizen", "officer", "head"]
)
def test_pages_can_be_read_by_everybody(
    chromium: Browser, running: Running, who: str | None, pages: tuple[str, ...], screen: dict[str, int], scheme: str
) -> None:
    context = chromium.new_context(viewport=screen, base_url=running.address, color_scheme=scheme)
    page = context.new_page()
    noise: list[str] = []
    page.on("console", lambda message: noise.append(message.text) if message.type == "error" else None)
    if who:
        sign_in(page, running, who)
    found: list[str] = []
    for address in pages:
        answer = page.goto(address)
        assert answer and answer.status == 200, address
        found += faults(page)
    context.close()
    assert found == []
    assert noise == []


def test_a_word_is_sent_and_followed_without_scripts(chromium: Browser, running: Running) -> None:
    context = chromium.new_context(viewport=PHONE, base_url=running.address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/gui/phan-anh")
    page.fill("[name=text]", "Đèn đường trước trạm y tế tắt ba đêm nay.")
    page.select_option("[name=unit_id]", label="Hòa Bình (xã)")
    page.get_by_role("button", name="Xem lại trước khi gửi").click()
    page.get_by_role("button", name="Gửi đi").click()
    code = page.locator(".ticket .code").inner_text()
    page.goto(f"/theo-doi/{code}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Đèn đường trước trạm y tế")
    page.get_by_text("Vì sao ngày này?").click()
    expect(page.locator("details[open]")).to_contain_text("ngày làm việc")
    context.close()


def test_an_unknown_receipt_says_what_to_do(phone: Page) -> None:
    answer = phone.goto("/theo-doi/7KQ4-M9XD-2TB")
    assert answer and answer.status == 404
    expect(phone.locator("main")).to_contain_text("mã")


def test_english_is_spoken_on_request(phone: Page) -> None:
    phone.goto("/?lang=en")
    expect(phone.locator("html")).to_have_attribute("lang", "en")
    expect(phone.get_by_role("heading", level=1)).not_to_contain_text("Bà con")
