"""Sign in, take another post, sign out."""

from __future__ import annotations

from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from gandan.doors.desk.entrance import lockout
from gandan.doors.desk.forms import Form
from gandan.doors.look import clock, seating
from gandan.doors.look.fields import Field
from gandan.foundation.people import queries as people
from gandan.foundation.people.words import Role, Seat
from gandan.pure.refusal import Absent, Refused
from gandan.pure.speech import Said

FIELDS = (
    Field(
        name="username", label=Said("Tên đăng nhập", "User name"), required=True, maxlength=64, autocomplete="username"
    ),
    Field(
        name="password",
        label=Said("Mật khẩu", "Password"),
        kind="password",
        required=True,
        autocomplete="current-password",
    ),
)


@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for the account; on success go where the officer was heading."""
    form = Form(FIELDS, request)
    if request.method == "POST":
        try:
            seat = _admit(request, **form.read())
            seating.take_seat(request, seat)
            return HttpResponseRedirect(_heading(request, seat))
        except Refused as no:
            form.refused(no)
    elif sitting := seating.seat_or_none(request):
        return HttpResponseRedirect(_heading(request, sitting))
    return render(request, "desk/sign_in.html", {"form": form, "next": _asked(request)}, status=form.status)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Leave; nothing of the session stays."""
    seating.leave(request)
    return redirect("desk:sign_in")


def change_post(request: HttpRequest) -> HttpResponse:
    """The posts of this account today; taking one changes what every page shows."""
    seat = seating.seat_of(request)
    seats = people.seats(_account_id(seat), on=clock.today())
    if request.method == "POST":
        seating.take_seat(request, _chosen(request, seats))
        return redirect("desk:home")
    return render(request, "desk/change_post.html", {"seats": seats, "seat": seat})


@sensitive_variables("password")
def _admit(request: HttpRequest, username: str, password: str) -> Seat:
    """The first seat of the account that knows this password; the refusal is the same whether the account exists."""
    now, address = clock.moment(), request.META.get("REMOTE_ADDR", "")
    lockout.demand_open(username, address, at=now)
    account = authenticate(request, username=username, password=password)
    if account is None:
        lockout.note_failure(username, address, at=now)
        raise Refused(
            "desk.wrong_password",
            "Tên đăng nhập hoặc mật khẩu chưa đúng. Xin kiểm tra phím Caps Lock, bộ gõ tiếng Việt rồi thử lại.",
            "The user name or the password is not right. Please check Caps Lock and the keyboard, then try again.",
        )
    lockout.forget(username, address)
    seats = people.seats(account, on=clock.today())
    if not seats:
        raise Refused(
            "desk.no_post",
            "Hôm nay tài khoản này không giữ vị trí công tác nào. Xin liên hệ quản trị hệ thống.",
            "This account holds no post today. Please ask the administrator.",
        )
    return seats[0]


def _account_id(seat: Seat) -> int:
    if seat.account_id is None:
        raise Absent
    return seat.account_id


def _chosen(request: HttpRequest, seats: list[Seat]) -> Seat:
    asked = request.POST.get("post", "")
    for seat in seats:
        if str(seat.post_id) == asked:
            return seat
    raise Absent


def _asked(request: HttpRequest) -> str:
    """The page asked for before signing in, when it is one of ours."""
    asked = request.POST.get("next") or request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return asked if safe else ""


def _heading(request: HttpRequest, seat: Seat) -> str:
    """Where to go after signing in: the page asked for, else the one that this post begins with."""
    return _asked(request) or reverse("board:home" if seat.role is Role.HEAD else "desk:home")
