"""Who sits at this screen: the session keeps an account and a post; the seat is asked for anew on every request."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from gandan.doors.look import clock
from gandan.foundation.people import queries
from gandan.foundation.people.rules import demand
from gandan.foundation.people.words import Right, Seat
from gandan.pure.refusal import Absent, Refused

ACCOUNT, POST = "account_id", "post_id"
_KEPT = "_gandan_seat"

View = Callable[..., HttpResponseBase]


class SignInFirst(Refused):
    """Nobody is signed in here. `RefusalMiddleware` turns it into the way to the sign-in page and back."""

    status = 401

    def __init__(self) -> None:
        super().__init__(
            "seating.sign_in",
            "Anh/chị cần đăng nhập để vào trang này.",
            "Please sign in to open this page.",
        )


def take_seat(request: HttpRequest, seat: Seat) -> None:
    """Seat a signed-in officer in this session, under a new session key."""
    request.session.cycle_key()
    request.session[ACCOUNT] = seat.account_id
    request.session[POST] = seat.post_id
    setattr(request, _KEPT, seat)


def leave(request: HttpRequest) -> None:
    """Sign out: the session and all it held are gone."""
    request.session.flush()
    if hasattr(request, _KEPT):
        delattr(request, _KEPT)


def seat_or_none(request: HttpRequest) -> Seat | None:
    """The seat of this session, or None when nobody sits or the post is no longer held. Asked once a request."""
    kept: Seat | None = getattr(request, _KEPT, None)
    if kept is not None:
        return kept
    account_id, post_id = request.session.get(ACCOUNT), request.session.get(POST)
    if account_id is None or post_id is None:
        return None
    try:
        seat = queries.seat(post_id, account_id=account_id, on=clock.today())
    except Absent:
        return None
    setattr(request, _KEPT, seat)
    return seat


def seat_of(request: HttpRequest) -> Seat:
    """The seat of this session; SignInFirst when there is none."""
    seat = seat_or_none(request)
    if seat is None:
        raise SignInFirst
    return seat


def seated(right: Right) -> Callable[[View], View]:
    """A view for officers who hold `right`: others are asked to sign in, or refused with the reason."""

    def around(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            demand(seat_of(request), right)
            response = view(request, *args, **kwargs)
            response.headers.setdefault("Cache-Control", "private, no-store")
            return response

        return guarded

    return around
