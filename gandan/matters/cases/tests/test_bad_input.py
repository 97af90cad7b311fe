"""Wrong, hostile and oversized input: a sentence for each field, nothing half-done, nothing lost."""

from __future__ import annotations

import io
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gandan.matters.cases import intake, queries
from gandan.matters.cases.models import Case
from gandan.matters.cases.reading import Reader
from gandan.matters.cases.tests.conftest import LAN, NOW, World
from gandan.matters.cases.words import Channel, Draft, Eligibility, Kind, QueueFilter, Sender, Upload, Verb
from gandan.pure.refusal import Refused

HOSTILE = [
    "😀🙏 đường hỏng",
    "Đu\u031bo\u031b\u0300ng ho\u0309ng",
    "a\x00b\x01c\x1b[31m",
    "<script>alert(1)</script>",
    "'; DROP TABLE cases_case; --",
    "lẻ \ud83d nửa ký tự",
    "\u202eđảo ngược\u202c",
    "Đường hỏng. " * 850,  # over ten thousand characters
    "{holder} %s {0} %(x)s",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_is_kept_and_found(world: World, text: str) -> None:
    receipt = world.lodge(text=text, title=text[:40], place=text[:60])
    seen = queries.case(world.minh, receipt.case_id)
    assert seen.text and "\x00" not in seen.text and "\x1b" not in seen.text
    assert queries.by_receipt(receipt.receipt, at=NOW).text == seen.text
    world.do(receipt.case_id, Verb.ADD_WORD, world.minh, text=text)
    world.sort(receipt.case_id, legal_reason=text[:400])
    assert queries.queue(world.minh, at=NOW.date(), filter=QueueFilter(text="nguyen thi lan")).total == 1


def test_each_wrong_field_has_its_sentence_and_nothing_is_kept(world: World) -> None:
    with pytest.raises(Refused) as refusal:
        world.lodge(
            text="\x00\u200b",
            title="t" * 201,
            place="p" * 301,
            lat=91.0,
            lon=0.0,
            received_on=date(2026, 7, 3),
            senders=(Sender("12345", phone="12", email="x@", address="a" * 301, identity="?"),),
        )
    fields = refusal.value.fields
    assert set(fields) == {
        "text", "title", "place", "received_on", "full_name", "phone", "email", "address", "identity",
    }  # fmt: skip
    assert all(said.vi.endswith(".") and said.en for said in fields.values())
    assert Case.objects.count() == 0


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1899, 1, 1), date(2026, 7, 3), date(9999, 12, 31)])
def test_absurd_days_of_receipt_are_refused(world: World, day: date) -> None:
    with pytest.raises(Refused) as refusal:
        world.lodge(received_on=day)
    assert set(refusal.value.fields) == {"received_on"}


@pytest.mark.parametrize(("lat", "lon"), [(float("nan"), 0.0), (float("inf"), 0.0), (10.0, None), (0.0, 181.0)])
def test_a_point_off_the_earth_is_refused(world: World, lat: float, lon: float | None) -> None:
    with pytest.raises(Refused) as refusal:
        world.lodge(lat=lat, lon=lon)
    assert set(refusal.value.fields) == {"place"}


@pytest.mark.parametrize("content", [b"", b"MZ\x90\x00 not a picture", b"%PNG", b"PK\x03\x04 broken"])
def test_a_false_file_refuses_the_whole_and_is_named(world: World, content: bytes) -> None:
    with pytest.raises(Refused) as refusal:
        world.lodge(files=(Upload("ảnh.png", io.BytesIO(content)),))
    assert set(refusal.value.fields) == {"files"} and "ảnh.png" in refusal.value.fields["files"].vi
    assert Case.objects.count() == 0
    assert world.lodge().number == 1


def test_too_many_files_or_senders_are_told(world: World) -> None:
    files = tuple(Upload(f"{number}.png", io.BytesIO(b"x")) for number in range(9))
    with pytest.raises(Refused) as refusal:
        world.lodge(files=files)
    assert set(refusal.value.fields) == {"files"}
    with pytest.raises(Refused) as refusal:
        world.lodge(senders=(LAN,) * 101)
    assert "senders" in refusal.value.fields


def test_twenty_thousand_characters_are_the_limit(world: World) -> None:
    assert len(queries.case(world.minh, world.lodge(text="ạ" * 20_000).case_id).text) == 20_000
    with pytest.raises(Refused) as refusal:
        world.lodge(text="ạ" * 20_001)
    assert "20.001" in refusal.value.fields["text"].vi


@given(st.text(max_size=300), st.text(max_size=60), st.text(max_size=30))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_text_breaks_the_checking(text: str, name: str, phone: str) -> None:
    draft = Draft(Kind.FEEDBACK, text, 1, 1, Channel.PORTAL, title=name, senders=(Sender(name, phone, address=text),))
    try:
        checked = intake.check(draft, today=date(2026, 7, 2))
    except Refused as refusal:
        assert refusal.fields
        return
    kept = checked.draft.text + checked.draft.title + checked.senders[0].full_name
    assert "\x00" not in kept and not any("\ud800" <= letter <= "\udfff" for letter in kept)
    assert checked.draft.title and len(checked.draft.title) <= 200


@given(st.dictionaries(st.sampled_from(["day", "choice", "number", "flag", "text"]), st.text(max_size=30)))
@settings(deadline=None)
def test_no_form_breaks_the_reading(given_: dict[str, str]) -> None:
    read = Reader(given_)
    read.day("day", earliest=date(2026, 1, 1), latest=date(2026, 12, 31))
    read.choice("choice", Eligibility)
    read.number("number", least=1, most=10)
    read.flag("flag")
    read.text("text", limit=10)
    assert set(read.faults.fields) <= {"day", "choice", "number", "text"}


def test_days_are_read_as_people_and_browsers_write_them() -> None:
    read = Reader({"a": "13/07/2026", "b": "2026-07-13", "c": "13.7.2026", "d": date(2026, 7, 13)})
    days = {read.day(name, earliest=date(2026, 1, 1), latest=date(2026, 12, 31)) for name in "abcd"}
    assert days == {date(2026, 7, 13)} and not read.faults.fields


def test_a_day_is_a_day_in_viet_nam() -> None:
    assert intake.day_of(datetime.fromisoformat("2026-07-01T17:30:00+00:00")) == date(2026, 7, 2)
