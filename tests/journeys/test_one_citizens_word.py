"""One citizen's word travels through the whole house: from Bà Lan's phone to the leader's board and the form."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.conftest import Running

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
DRAIN = "Cống thoát nước trước nhà bị nghẹt, mưa xuống là nước tràn vào nhà."
HOA_BINH = "29830"
ANSWER = "Kính gửi bà Lan, ngày 24/11 tổ thoát nước đã nạo vét 12 mét cống và thay một nắp vỡ. Cảm ơn bà đã báo cho xã."


@contextmanager
def seated(counter: BrowserContext, running: Running, username: str) -> Iterator[Page]:
    """An officer signs in, works, and signs out."""
    page = counter.new_page()
    page.goto("/desk/sign-in")
    page.fill("input[name=username]", username)
    page.fill("input[name=password]", running.password())
    page.press("input[name=password]", "Enter")
    page.wait_for_url(re.compile(r"/(desk|board)/$"))
    yield page
    counter.clear_cookies()
    page.close()


def photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (640, 480), "saddlebrown").save(out, "JPEG")
    return out.getvalue()


def send_feedback(phone: Page) -> str:
    """Bà Lan answers four questions, looks the answers over and sends; her receipt number."""
    phone.goto("/")
    phone.get_by_role("link", name=re.compile("Phản ánh một việc")).click()
    phone.fill("[name=text]", DRAIN)
    go_on(phone)
    phone.select_option("[name=unit_id]", label="Hòa Bình (xã)")
    phone.fill("[name=place]", "trước nhà văn hóa ấp Tường Thịnh")
    go_on(phone)
    phone.set_input_files("[name=files]", {"name": "cong.jpg", "mimeType": "image/jpeg", "buffer": photo()})
    go_on(phone)
    phone.fill("[name=full_name]", "Nguyễn Thị Lan")
    phone.fill("[name=phone]", "0912 345 678")
    phone.get_by_role("button", name="Xem lại trước khi gửi").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Xem lại trước khi gửi")
    phone.get_by_role("button", name="Gửi đi").click()
    code = phone.locator(".ticket .code").inner_text()
    assert re.fullmatch(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}", code)
    return code


def go_on(phone: Page) -> None:
    phone.get_by_role("button", name="Tiếp tục").click()


def open_case(page: Page, code: str) -> None:
    """Type the receipt number into the search box: the desk opens the case at once."""
    page.goto("/desk/")
    page.fill("input[name=q]", code)
    page.press("input[name=q]", "Enter")
    page.wait_for_url("**/desk/case/*")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Cống thoát nước trước nhà")


def take(page: Page, verb: str, **given: str) -> None:
    """One of the moves that the page offers, filled in and sent; the page of the case comes back."""
    page.locator(f".moves a.move[href$='/{verb}']").click()
    for name, value in given.items():
        field = page.locator(f"[name={name}]").first
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)  # by code or by label
        elif field.get_attribute("type") == "radio":
            page.get_by_role("radio", name=value, exact=True).check()
        else:
            field.fill(value)
    page.locator("main form button.btn").first.click()
    page.wait_for_url(re.compile(r"/desk/case/\d+(\?.*)?$"))


def register_visit(page: Page) -> None:
    """Bà Lan comes to the counter to say that a street lamp is out; the officer writes her visit down."""
    page.goto("/desk/visit")
    page.fill("[name=full_name]", "Nguyễn Thị Lan")
    page.fill("[name=address]", "ấp Tường Thịnh")
    page.fill("[name=content]", "Đèn đường đầu ngõ tắt ba đêm nay, đề nghị xã cho sửa.")
    page.get_by_role("button", name="Ghi sổ và in phiếu").click()
    page.wait_for_url(re.compile(r"/desk/visit/\d+"))


def regular_visits(running: Running) -> int:
    """Column 4 of form 01/TCD (regular visits) of xã Hòa Bình in the report year that has today in it."""
    today = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()
    year = today.year + (today >= date(today.year, 12, 15))
    told = running.console(
        "form", "01/TCD", "--unit", HOA_BINH, "--from", f"{year - 1}-12-15", "--to", f"{year}-12-14", "--json"
    )
    assert told.returncode == 0, told.stderr
    form = json.loads(told.stdout)
    return int(form["rows"][-1]["values"][[column["number"] for column in form["columns"]].index(4)])


def rate(phone: Page) -> None:
    phone.check("[name=stars][value='5']", force=True)
    phone.check("[name=satisfied][value=yes]", force=True)
    phone.get_by_role("button", name="Gửi đánh giá").click()
    expect(phone.get_by_role("status")).to_contain_text("Cảm ơn bà con đã đánh giá")


def test_ba_lan_is_heard_answered_and_counted(phone: Page, counter: BrowserContext, running: Running) -> None:
    visits = regular_visits(running)
    code = send_feedback(phone)
    with seated(counter, running, "minh") as minh:
        minh.goto("/desk/search?q=cong+thoat+nuoc+truoc+nha")
        expect(minh.locator("main")).to_contain_text("Cống thoát nước trước nhà bị nghẹt")
        open_case(minh, code)
        take(minh, "classify", eligibility="Đủ điều kiện xử lý", competence="Thuộc thẩm quyền", field="works")
        register_visit(minh)
    with seated(counter, running, "phuong") as phuong:
        open_case(phuong, code)
        take(phuong, "accept")
        take(phuong, "assign", office="Phòng Kinh tế")
    with seated(counter, running, "hanh") as hanh:
        open_case(hanh, code)
        take(hanh, "reply", text=ANSWER)
    phone.goto("/theo-doi")
    phone.fill("[name=ma]", code.lower().replace("-", " "))
    phone.press("[name=ma]", "Enter")
    expect(phone.locator(".letter .text")).to_contain_text("nạo vét 12 mét cống")
    rate(phone)
    with seated(counter, running, "phuong") as phuong:
        phuong.goto("/board/")
        expect(phuong.get_by_role("heading", level=1)).to_be_visible()
        phuong.goto(f"/desk/search?q={code}")
        expect(phuong.locator("main")).to_contain_text("5/5")
    assert regular_visits(running) == visits + 1
