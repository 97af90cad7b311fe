"""What the holder of a receipt sees: plain words, the due date and why, and nobody's name."""

from __future__ import annotations

import io
from dataclasses import asdict
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.matters.cases import queries
from gandan.matters.cases.tests.conftest import LAN, NOW, World, at
from gandan.matters.cases.words import Kind, Sender, State, Upload, Verb
from gandan.pure.refusal import Absent


def test_lan_reads_where_it_is_until_when_and_why(world: World) -> None:
    receipt = world.lodge(Kind.COMPLAINT)
    seen = queries.by_receipt(receipt.receipt, at=NOW)
    assert (seen.register_number, seen.body_name, seen.state) == ("1/2026", "UBND xã Hòa Bình", State.RECEIVED)
    assert (seen.due_on, seen.now.vi) == (date(2026, 7, 13), "UBND xã Hòa Bình đã nhận và đang xem.")
    assert "13/07/2026" in seen.why[-1].vi and len(seen.why) >= 3
    assert [line.said.vi for line in seen.steps] == ["UBND xã Hòa Bình đã nhận."]


@pytest.mark.parametrize("typed", ["lower", "spaces", "none", "padded"])
def test_the_receipt_is_read_however_it_is_typed(world: World, typed: str) -> None:
    code = world.lodge().receipt
    forms = {
        "lower": code.lower(),
        "spaces": code.replace("-", " "),
        "none": code.replace("-", ""),
        "padded": f" {code}\n",
    }
    assert queries.by_receipt(forms[typed], at=NOW).receipt == code


@pytest.mark.parametrize(
    "typed", ["", "0", "7KQ4-M9XD-2TB", "' OR 1=1", "x" * 10_000, "\x00", "😀" * 11, "UUUUUUUUUUU"]
)
def test_a_receipt_that_does_not_exist_is_absent_with_a_hint(world: World, typed: str) -> None:
    world.lodge()
    with pytest.raises(Absent) as absent:
        queries.by_receipt(typed, at=NOW)
    assert "11 chữ và số" in absent.value.said.vi


def test_it_shows_initials_and_no_officer(world: World, png: bytes) -> None:
    friends = (LAN, Sender("Trần Văn Hùng", phone="0987654321", address="Ấp 1", identity="012345678901"))
    receipt = world.lodge(senders=friends, files=(Upload("a.png", io.BytesIO(png)),))
    world.sort(receipt.case_id)
    world.do(receipt.case_id, Verb.ASSIGN, world.minh, post=world.mai.post_id, note="giao chị Mai")
    world.do(receipt.case_id, Verb.ACCEPT, world.minh)
    seen = queries.by_receipt(receipt.receipt, at=NOW)
    assert seen.senders == ("N. T. L.", "T. V. H.")
    told = str(asdict(seen))
    for secret in (
        "Nguyễn Thị Lan",
        "Hùng",
        "0912345678",
        "0987654321",
        "012345678901",
        "Ấp 1",
        "Minh",
        "Mai",
        "giao chị",
    ):
        assert secret not in told, secret
    assert [file.name for file in seen.files] == ["a.png"]
    assert queries.file_by_receipt(receipt.receipt, seen.files[0].id).kind == "image/png"
    other = world.lodge()
    with pytest.raises(Absent):
        queries.file_by_receipt(other.receipt, seen.files[0].id)


def test_a_late_case_says_so(world: World) -> None:
    code = world.lodge().receipt
    assert queries.by_receipt(code, at=at(2026, 7, 16)).late is False
    assert queries.by_receipt(code, at=at(2026, 7, 17)).late is True


def test_a_case_page_is_cheap(world: World) -> None:
    receipt = world.lodge()
    world.sort(receipt.case_id)
    world.do(receipt.case_id, Verb.ACCEPT, world.minh)
    with CaptureQueriesContext(connection) as asked:
        queries.case(world.minh, receipt.case_id, at=NOW)
    assert len(asked) <= 12, "\n".join(one["sql"] for one in asked)
    with CaptureQueriesContext(connection) as followed:
        queries.by_receipt(receipt.receipt, at=NOW)
    assert len(followed) <= 12
