"""Components: fields keep what was typed and tell what is wrong; pagers keep the rest of the address; QR codes open."""

from __future__ import annotations

import re

import segno
from django.template import Context, Template
from django.test import RequestFactory

from gandan.doors.look import paging
from gandan.doors.look.fields import Field, Option, by_name, filled
from gandan.pure.speech import Said

PHONE = Field(name="phone", label=Said("Số điện thoại", "Phone"), kind="tel", hint=Said("Mười chữ số", "Ten digits"))
KIND = Field(
    name="kind",
    label=Said("Loại", "Kind"),
    kind="choice",
    required=True,
    options=(Option("a", Said("Một", "One")), Option("b", Said("Hai", "Two"))),
)


def drawn(field: Field) -> str:
    return Template('{% include "look/parts/field.html" %}').render(Context({"field": field}))


def test_a_refused_field_keeps_what_was_typed_and_says_what_is_wrong() -> None:
    wrong = {"phone": Said("Cần đủ 10 chữ số.", "Ten digits, please.")}
    (phone,) = filled((PHONE,), {"phone": '09x"><script>'}, wrong)
    html = drawn(phone)
    assert 'value="09x&quot;&gt;&lt;script&gt;"' in html
    assert 'aria-invalid="true"' in html and 'aria-describedby="f-phone-hint f-phone-error"' in html
    assert "Cần đủ 10 chữ số." in html


def test_every_control_has_its_label() -> None:
    for kind in ("text", "longtext", "tel", "select", "file", "bool", "date"):
        html = drawn(Field(name="x", label=Said("Tên", "Name"), kind=kind))
        assert 'for="f-x"' in html and 'id="f-x"' in html


def test_choices_stand_in_a_group_with_the_chosen_one_marked() -> None:
    html = drawn(filled((KIND,), {"kind": "b"})[0])
    assert "<fieldset" in html and "<legend" in html
    assert re.search(r'value="b" checked', html) and not re.search(r'value="a" checked', html)


def test_a_long_text_that_begins_with_a_line_break_keeps_it() -> None:
    html = drawn(filled((Field(name="t", label="T", kind="longtext"),), {"t": "\nmột"})[0])
    assert ">\n\nmột</textarea>" in html  # browsers drop the first line break of a textarea


def test_fields_are_found_by_name() -> None:
    assert by_name((PHONE, KIND))["kind"] is KIND


def test_the_pager_keeps_the_rest_of_the_address() -> None:
    request = RequestFactory().get("/", {"q": "cống", "page": "5"})
    leaves = paging.leaves(request, 5, 40)
    assert [leaf.number for leaf in leaves] == [1, 0, 3, 4, 5, 6, 7, 0, 40]
    assert all("q=c%E1%BB%91ng" in leaf.address for leaf in leaves if leaf.number)
    assert [leaf.number for leaf in leaves if leaf.here] == [5]


def test_a_page_number_that_is_none_is_the_first() -> None:
    for asked in ("x", "-3", "0", "²", "9" * 40, ""):
        assert paging.page_number(RequestFactory().get("/", {"page": asked})) == 1
    assert paging.page_number(RequestFactory().get("/", {"page": "7"})) == 7


def test_a_qr_code_holds_its_address_and_no_style() -> None:
    svg = Template('{% qr address "Mã QR" %}').render(Context({"address": "https://a.vn/theo-doi/7KQ4-M9XD-2TB"}))
    assert 'role="img" aria-label="Mã QR"' in svg and "style=" not in svg
    assert _dark_modules(svg) == _dark_modules_of("https://a.vn/theo-doi/7KQ4-M9XD-2TB")


def _dark_modules(svg: str) -> int:
    return sum(int(width) for width in re.findall(r"h(\d+)v1", svg))


def _dark_modules_of(address: str) -> int:
    return sum(sum(row) for row in segno.make(address, error="m", micro=False, mask=2).matrix)
