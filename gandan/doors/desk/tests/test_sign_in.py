"""In and out of the desk."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client

from gandan.doors.desk.entrance import lockout
from gandan.doors.desk.tests.conftest import BORN, NOW, PASSWORD, World
from gandan.foundation.people import actions as people
from gandan.foundation.people.words import Role


@pytest.fixture(autouse=True)
def fresh() -> None:
    cache.clear()


def enter(client: Client, username: str = "minh", password: str = PASSWORD, **more: str) -> object:
    return client.post("/desk/sign-in", {"username": username, "password": password, **more})


def test_minh_signs_in_and_goes_where_he_was_heading(world: World) -> None:
    client = Client()
    answer = enter(client, next="/desk/visits?by=head")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/desk/visits?by=head")
    assert client.get("/desk/visits").status_code == 200


@pytest.mark.parametrize("elsewhere", ["https://xau.example/desk/", "//xau.example", "javascript:alert(1)", "\\\\xau"])
def test_nobody_is_led_to_another_site(world: World, elsewhere: str) -> None:
    assert enter(Client(), next=elsewhere).headers["Location"] == "/desk/"


def test_the_head_begins_at_the_board(world: World) -> None:
    assert enter(Client(), "phuong").headers["Location"] == "/board/"


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(world: World) -> None:
    wrong, unknown = enter(Client(), password="sai"), enter(Client(), "khong-co-ai")
    assert wrong.status_code == unknown.status_code == 422
    assert "chưa đúng" in wrong.content.decode()
    told = [answer.context["form"].refusal.said for answer in (wrong, unknown)]
    assert told[0] == told[1]


def test_the_password_is_never_drawn_again(world: World) -> None:
    assert "mat-khau-go-sai" not in enter(Client(), password="mat-khau-go-sai").content.decode()


def test_five_wrong_passwords_lock_this_account_from_this_address_only(world: World) -> None:
    for _ in range(lockout.TRIES):
        enter(Client(), password="sai")
    locked = enter(Client())
    assert locked.status_code == 429
    assert "Xin thử lại sau 09:15" in locked.content.decode()
    assert enter(Client(REMOTE_ADDR="10.0.0.9")).status_code == 302
    assert enter(Client(), "hanh").status_code == 302


def test_the_right_password_starts_the_count_anew(world: World) -> None:
    for _ in range(lockout.TRIES - 1):
        enter(Client(), password="sai")
    assert enter(Client()).status_code == 302
    enter(Client(), password="sai")
    assert enter(Client()).status_code == 302


def test_an_unknown_name_is_locked_just_the_same(world: World) -> None:
    answers = [enter(Client(), "khong-co-ai").status_code for _ in range(lockout.TRIES + 1)]
    assert answers == [422] * lockout.TRIES + [429]


@pytest.mark.parametrize("typed", ["", "   ", "a" * 100, "<script>alert(1)</script>", "😀", "la-ai\x00"])
def test_whatever_is_typed_as_a_name_gets_a_sentence(world: World, typed: str) -> None:
    answer = enter(Client(), typed)
    assert answer.status_code == 422
    assert "<script>alert" not in answer.content.decode()


def test_an_account_without_a_post_today_is_told_so(world: World) -> None:
    people.open_account(username="nghi", full_name="Người đã nghỉ", password=PASSWORD)
    answer = enter(Client(), "nghi")
    assert answer.status_code == 422
    assert "không giữ vị trí công tác nào" in answer.content.decode()


def test_minh_changes_to_his_other_post_and_to_no_other(world: World, as_: Callable[[str], Client]) -> None:
    account = people.open_account(username="hai", full_name="Hai Chức", password=PASSWORD)
    people.give_post(account, office_id=world.body_id, role=Role.RECEPTION, valid_from=BORN)
    second = people.give_post(account, office_id=world.economy_id, role=Role.HANDLER, valid_from=BORN)
    client = Client()
    enter(client, "hai")
    assert "Cán bộ tiếp công dân" in client.get("/desk/post").content.decode()
    assert client.post("/desk/post", {"post": second.pk}).status_code == 302
    assert "Phòng Kinh tế" in client.get("/desk/").content.decode()
    assert client.post("/desk/post", {"post": world["minh"].post_id}).status_code == 404


def test_signing_out_leaves_nothing(world: World, as_: Callable[[str], Client]) -> None:
    client = as_("minh")
    assert client.get("/desk/sign-out").status_code == 405
    assert client.post("/desk/sign-out").status_code == 302
    assert client.get("/desk/").status_code == 302


def test_a_new_session_key_is_given_on_signing_in(world: World) -> None:
    client = Client()
    session = client.session
    session["x"] = 1
    session.save()
    before = session.session_key
    enter(client)
    assert client.session.session_key != before
    assert NOW.year == 2026
