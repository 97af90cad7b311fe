"""Saying no on a page: the right status, a sentence in both languages, the law, a way on, nothing of the inside."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from gandan.doors.look import refusals
from gandan.doors.look.refusals import RefusalMiddleware
from gandan.doors.look.seating import SignInFirst
from gandan.pure.refusal import Absent, Outdated, Refused, TooMany, Unreadable


def get(path: str = "/x", **headers: str) -> HttpRequest:
    return RequestFactory(headers=headers).get(path)


def middleware(view: Callable[[HttpRequest], HttpResponse] | None = None) -> RefusalMiddleware:
    return RefusalMiddleware(view or (lambda request: HttpResponse("reached")))


@pytest.mark.parametrize(
    ("refusal", "status"),
    [
        (Refused("a", "Vụ việc đã kết thúc.", "Closed.", law="Luật Khiếu nại 2011, Điều 27"), 422),
        (Absent(), 404),
        (Outdated("b", "Anh Minh vừa cập nhật.", "Minh has just changed it."), 409),
        (Unreadable("c", "Không đọc được ngày.", "Not a day."), 400),
        (TooMany("d", "Xin chờ 10 phút.", "Please wait 10 minutes."), 429),
    ],
)
def test_a_refusal_becomes_a_page_with_its_sentence_and_status(refusal: Refused, status: int) -> None:
    response = middleware().process_exception(get(), refusal)
    assert response is not None and response.status_code == status
    page = response.content.decode()
    assert refusal.said.vi in page and refusal.law in page and 'href="/"' in page


def test_a_fault_of_ours_is_left_to_the_server() -> None:
    assert middleware().process_exception(get(), ZeroDivisionError()) is None


def test_whoever_is_not_signed_in_is_led_there_and_back() -> None:
    response = middleware().process_exception(get("/desk/case/7?tab=files"), SignInFirst())
    assert response is not None and response.status_code == 302
    assert response["Location"] == "/desk/sign-in?next=/desk/case/7%3Ftab%3Dfiles"


def test_the_way_back_is_only_ever_our_own() -> None:
    ours = refusals.page(get(referer="http://testserver/desk/?page=2"), Absent()).content.decode()
    theirs = refusals.page(get(referer="https://evil.example/desk/"), Absent()).content.decode()
    assert 'href="/desk/?page=2"' in ours and "evil.example" not in theirs


@pytest.mark.parametrize("length", ["999999999999", "-1", "abc"])
def test_a_body_too_large_to_read_is_turned_away_unread(length: str) -> None:
    request = RequestFactory().post("/gui/don", CONTENT_LENGTH=length)
    assert middleware()(request).status_code == 413


@pytest.mark.parametrize(
    ("response", "status"),
    [
        (lambda: refusals.not_found(get()), 404),
        (lambda: refusals.forbidden(get()), 404),
        (lambda: refusals.too_old(get(), "no token"), 403),
        (lambda: refusals.unreadable(get(), SuspiciousOperation("secret")), 400),
        (lambda: refusals.unreadable(get(), RequestDataTooBig("secret")), 413),
        (lambda: refusals.broken(get()), 500),
    ],
)
def test_what_django_refuses_looks_like_ours_and_leaks_nothing(
    response: Callable[[], HttpResponse], status: int
) -> None:
    drawn = response()
    page = drawn.content.decode()
    assert drawn.status_code == status and page.count("<h1>") == 1
    assert "secret" not in page and "Traceback" not in page and "no token" not in page
