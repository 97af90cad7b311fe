"""The head's screen: figures that open to as many rows, red for late only, few queries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from gandan.doors.board.figures import spark
from gandan.doors.board.templatetags.board import percent
from gandan.doors.look import clock, seating
from gandan.foundation.people import actions as people
from gandan.foundation.people import queries as seats
from gandan.foundation.people.words import Role, Seat
from gandan.foundation.territory import actions as territory
from gandan.foundation.territory.words import Kind as UnitKind
from gandan.foundation.territory.words import OfficeKind
from gandan.matters.cases import actions as cases
from gandan.matters.cases import queries
from gandan.matters.cases.words import Field, ImportedCase, Kind, Outcome

NOW = datetime(2026, 7, 9, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
BORN = date(2010, 1, 1)
SETTING = {"valid_from": BORN, "act": "Nghị quyết thử"}


def sit(username: str, name: str, role: Role, office: int) -> Seat:
    account = people.open_account(username=username, full_name=name, password="mat-khau-cua-xa-1")
    post = people.give_post(account, office_id=office, role=role, valid_from=BORN)
    return seats.seat(post.pk, account_id=account.pk, on=NOW.date())


@pytest.fixture
def sitting(db: None, settings: Any, monkeypatch: pytest.MonkeyPatch) -> dict[str, Seat]:
    """Bà Phượng is the chair of Hòa Bình, ông Bình of the neighbouring commune, bà Vinh of the province."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    monkeypatch.setattr(clock, "moment", lambda: NOW)
    province = territory.open_unit(key="p", kind=UnitKind.PROVINCE, name="Tỉnh Vĩnh Long", parent_id=None, **SETTING)
    above = office(province, "UBND tỉnh Vĩnh Long", None)
    posts = {"vinh": sit("vinh", "Ngô Thị Vinh", Role.HEAD, above)}
    for username, name, commune in (("phuong", "Phạm Thị Phượng", "Xã Hòa Bình"), ("binh", "Lý Bình", "Xã Bên Cạnh")):
        unit = territory.open_unit(
            key=username, kind=UnitKind.RURAL_COMMUNE, name=commune, parent_id=province, **SETTING
        )
        posts[username] = sit(username, name, Role.HEAD, office(unit, f"UBND {commune}", above))
    posts["hanh"] = sit("hanh", "Lê Thị Hạnh", Role.HANDLER, posts["phuong"].body_id or 0)
    keep(posts["phuong"], *(told(posts["phuong"], days) for days in range(0, 60, 3)))
    keep(posts["phuong"], *(told(posts["phuong"], 28, took=took) for took in (1, 5, 9, 26)))
    keep(posts["phuong"], told(posts["phuong"], 20, took=2, outcome=Outcome.TRANSFERRED_OUT))
    keep(posts["binh"], *(told(posts["binh"], days) for days in (1, 50)))
    return posts


def office(unit: int, name: str, above: int | None) -> int:
    return territory.open_office(
        unit_id=unit, kind=OfficeKind.PEOPLE_COMMITTEE, name=name, valid_from=BORN, parent_id=above
    )


def told(seat: Seat, days: int, *, took: int | None = None, outcome: Outcome = Outcome.ANSWERED) -> ImportedCase:
    received = NOW.date() - timedelta(days=days)
    return ImportedCase(
        kind=Kind.FEEDBACK,
        text=f"Đường lầy lội, ngày {received}",
        body_id=seat.body_id or 0,
        unit_id=seat.unit_id or 0,
        received_on=received,
        field=Field.WORKS if days % 2 else Field.LAND,
        outcome=None if took is None else outcome,
        closed_on=None if took is None else received + timedelta(days=took),
        reply="" if took is None or outcome is not Outcome.ANSWERED else "Đã sửa.",
    )


def keep(seat: Seat, *rows: ImportedCase) -> None:
    assert cases.import_register(rows, by=seat, at=NOW).faults == ()


def as_(seat: Seat | None) -> Client:
    client = Client()
    if seat:
        session = client.session
        session[seating.ACCOUNT], session[seating.POST] = seat.account_id, seat.post_id
        session.save()
    return client


@pytest.mark.parametrize(
    ("who", "address", "answer"),
    [
        ("phuong", "/board/", 200),
        ("vinh", "/board/", 200),
        ("phuong", "/board/late", 200),
        ("phuong", "/board/late?unit=999999", 200),
        ("phuong", "/board/late?unit=x&page=y", 200),
        ("phuong", "/board/?span=nonsense", 200),
        ("phuong", "/board/nothing", 404),
        ("hanh", "/board/", 422),
        ("hanh", "/board/late", 422),
        ("", "/board/", 302),
        ("", "/board/late", 302),
    ],
)
def test_who_sees_the_board(sitting: dict[str, Seat], who: str, address: str, answer: int) -> None:
    assert as_(sitting.get(who)).get(address).status_code == answer


def opened(client: Client, address: str) -> int:
    """How many rows stand behind an address, over all its pages."""
    context = client.get(address.replace("&amp;", "&")).context
    return int(context["rows"].count if "rows" in context else context["page"].total)


def links(page: str) -> Iterator[tuple[str, int]]:
    """Every link of the page whose text is a number, with the number."""
    for address, text in re.findall(r'<a href="(/desk/[^"]+)"[^>]*>(?:<b>)?([\d.]+)(?:</b>)?</a>', page):
        yield address, int(text.replace(".", ""))


def test_every_number_opens_to_as_many_rows(sitting: dict[str, Seat]) -> None:
    client = as_(sitting["phuong"])
    found = list(links(client.get("/board/").content.decode()))
    assert len(found) >= 10
    assert {address: opened(client, address) for address, _ in found} == dict(found)


@pytest.mark.parametrize("span", ["30", "90", "year"])
def test_bars_and_shares_say_what_the_records_say(sitting: dict[str, Seat], span: str) -> None:
    client = as_(sitting["phuong"])
    context = client.get(f"/board/?span={span}").context
    for bar in context["fields"]:
        assert not bar.address or opened(client, bar.address) == bar.value
    for share in (context["on_time"], context["satisfied"], *context["against"]):
        assert opened(client, share.whole_address) == share.whole
        assert opened(client, share.part_address) == share.part
    for _, count, _, address in context["ages"]:
        assert opened(client, address) == count
    assert sum(bar.value for bar in context["fields"]) == context["received"]


def test_on_time_pace_and_sent_on_are_counted_by_hand(sitting: dict[str, Seat]) -> None:
    context = as_(sitting["phuong"]).get("/board/?span=30").context
    # four answered 28 days after receipt minus (1, 5, 9, 26); ten working days allow the first three
    assert (context["on_time"].part, context["on_time"].whole) == (3, 4)
    assert (context["work"].pace.median, context["work"].pace.nine_tenths) == (5, 26)
    sent_on = context["against"][0]
    assert (sent_on.part, sent_on.whole) == (1, 5)


def test_the_province_sees_both_communes_and_each_commune_itself(sitting: dict[str, Seat]) -> None:
    names = {who: [row.name for row in as_(sitting[who]).get("/board/").context["heat"]] for who in ("vinh", "phuong")}
    assert names == {"vinh": ["Xã Hòa Bình", "Xã Bên Cạnh"], "phuong": ["UBND Xã Hòa Bình"]}
    rows = queries.queue(sitting["phuong"], at=NOW.date()).rows
    late = sum(row.due_on < NOW.date() for row in rows)
    assert late >= 10
    assert as_(sitting["phuong"]).get("/board/late").context["late"].rows.total == late
    assert "Bên Cạnh" not in as_(sitting["phuong"]).get("/board/late").content.decode()


@pytest.mark.django_db(transaction=True)  # inside another transaction PostgreSQL counts all cells anew
def test_the_board_costs_few_queries(sitting: dict[str, Seat], django_assert_max_num_queries: Any) -> None:
    for who in ("phuong", "vinh"):
        client = as_(sitting[who])
        client.get("/board/")
        with django_assert_max_num_queries(15):
            client.get("/board/")
        with django_assert_max_num_queries(15):
            client.get("/board/late")


def test_words_of_citizens_are_never_markup(sitting: dict[str, Seat]) -> None:
    bad = told(sitting["phuong"], 90)
    keep(
        sitting["phuong"],
        ImportedCase(**{**{f: getattr(bad, f) for f in bad.__slots__}, "title": "<b onclick=x>Đường</b>"}),
    )
    page = as_(sitting["phuong"]).get("/board/").content.decode()
    assert "<b onclick" not in page
    assert "&lt;b onclick" in page


def test_without_any_case_the_board_still_says_something(db: None, sitting: dict[str, Seat]) -> None:
    page = as_(sitting["binh"]).get("/board/?span=30").content.decode()
    assert "–" in page  # a share of nothing is no number


def test_a_trend_of_nothing_is_not_drawn() -> None:
    assert spark([0, 0, 0]) == ""
    assert spark([0, 2, 4]) == "M0.0 28 L50.0 15 L100.0 2"


def test_shares_are_written_the_vietnamese_way() -> None:

    assert [percent(share) for share in (Fraction(211, 214), Fraction(1, 1), Fraction(0), None)] == [
        "98,6%",
        "100%",
        "0%",
        "–",
    ]
