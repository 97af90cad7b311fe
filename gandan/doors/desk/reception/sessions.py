"""The heads' sessions: announce, post, hold, move, cancel, conclude; how the duty to receive in person is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from gandan.doors.desk.cases.intake import options
from gandan.doors.desk.drawing import draw
from gandan.doors.desk.forms import Form
from gandan.doors.look import clock
from gandan.doors.look.fields import Field
from gandan.doors.look.paging import page_number
from gandan.doors.look.seating import seat_of, seated
from gandan.foundation.people.words import Right, Seat
from gandan.matters.reception import actions, queries
from gandan.matters.reception.words import NewSession, ReceivedBy, ReceptionKind, SessionState
from gandan.pure.refusal import Absent, Refused
from gandan.pure.speech import Said

PAGE = 50  # heads in one list
REASON = Field(name="reason", label=Said("Lý do", "Reason"), required=True, maxlength=300)
PLAN = (
    Field(name="day", label=Said("Ngày tiếp", "Day"), kind="date", required=True),
    Field(name="kind", label=Said("Hình thức", "Kind"), kind="choice", required=True,
          options=options((ReceptionKind.SCHEDULED, ReceptionKind.UNSCHEDULED)), value=ReceptionKind.SCHEDULED.value),
    Field(name="opens", label=Said("Từ", "From"), hint=Said("Ví dụ 7:30", "For example 7:30"), maxlength=5),
    Field(name="closes", label=Said("Đến", "To"), hint=Said("Ví dụ 11:00", "For example 11:00"), maxlength=5),
    Field(name="head_name", label=Said("Người tiếp", "Who receives"), required=True, maxlength=120),
    Field(name="head_post", label=Said("Chức vụ", "Post"), maxlength=120),
    Field(name="place", label=Said("Địa điểm", "Place"), maxlength=200),
    Field(name="subject", label=Said("Nội dung dự kiến", "Expected content"), maxlength=300),
    Field(name="participants", label=Said("Thành phần", "Participants"), maxlength=300),
    Field(name="posted_on", label=Said("Ngày niêm yết, công bố", "Posted on"), kind="date",
          hint=Said("Ít nhất 5 ngày làm việc trước ngày tiếp.", "At least 5 working days before.")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """What may be done with a session: its name, what it asks, and the action that does it."""

    said: Said
    fields: tuple[Field, ...]
    do: Callable[[int, Seat, datetime, Mapping[str, Any]], object]
    right: Right = Right.RECEIVE
    grave: bool = False


def _post(session: int, by: Seat, at: datetime, given: Mapping[str, Any]) -> object:
    return actions.post_session(session, by=by, at=at, on=given["on"])


def _hold(session: int, by: Seat, at: datetime, given: Mapping[str, Any]) -> object:
    return actions.hold_session(
        session,
        by=by,
        at=at,
        received_by=ReceivedBy(given["received_by"]),
        receiver_name=given["receiver_name"],
        receiver_post=given["receiver_post"],
        reason=given["reason"],
    )


def _postpone(session: int, by: Seat, at: datetime, given: Mapping[str, Any]) -> object:
    return actions.postpone_session(session, by=by, at=at, to=given["to"], reason=given["reason"])


def _cancel(session: int, by: Seat, at: datetime, given: Mapping[str, Any]) -> object:
    return actions.cancel_session(session, by=by, at=at, reason=given["reason"])


def _conclude(session: int, by: Seat, at: datetime, given: Mapping[str, Any]) -> object:
    return actions.conclude_session(session, by=by, at=at, text=given["text"])


STEPS: Mapping[str, Step] = {
    "post": Step(
        Said("Đã niêm yết", "Posted"),
        (Field(name="on", label=Said("Niêm yết, công bố từ ngày", "Posted since"), kind="date", required=True),),
        _post,
    ),
    "hold": Step(
        Said("Ghi người tiếp", "Record who received"),
        (
            Field(
                name="received_by",
                label=Said("Ai tiếp", "Who received"),
                kind="choice",
                required=True,
                options=options((ReceivedBy.HEAD, ReceivedBy.DELEGATED)),
                value=ReceivedBy.HEAD.value,
            ),
            Field(name="receiver_name", label=Said("Người được ủy quyền", "Delegated to"), maxlength=120),
            Field(name="receiver_post", label=Said("Chức vụ", "Post"), maxlength=120),
            Field(name="reason", label=Said("Lý do ủy quyền", "Reason for the delegation"), maxlength=300),
        ),
        _hold,
    ),
    "postpone": Step(
        Said("Dời ngày", "Move"),
        (Field(name="to", label=Said("Sang ngày", "To"), kind="date", required=True), REASON),
        _postpone,
    ),
    "cancel": Step(Said("Không tổ chức", "Cancel"), (REASON,), _cancel, grave=True),
    "conclude": Step(
        Said("Thông báo kết luận", "Conclusion"),
        (Field(name="text", label=Said("Nội dung kết luận", "Conclusion"), kind="longtext", required=True, rows=8),),
        _conclude,
        Right.DECIDE,
    ),
}
OPEN_TO: Mapping[SessionState, tuple[str, ...]] = {
    SessionState.PLANNED: ("post", "hold", "postpone", "cancel"),
    SessionState.HELD: ("conclude",),
}


@seated(Right.LOOK)
def sessions(request: HttpRequest) -> HttpResponse:
    """The calendar from last month to three months ahead, and the days received in person this year."""
    seat, today = seat_of(request), clock.today()
    rows = queries.calendar(
        seat, start=today - timedelta(days=31), end=today + timedelta(days=92), body_id=seat.body_id
    )
    kept = queries.compliance(seat, start=date(today.year, 1, 1), end=today)
    pages = max(1, -(-len(kept) // PAGE))
    number = min(page_number(request), pages)
    shown = kept[(number - 1) * PAGE : number * PAGE]
    drawn = {"here": "sessions", "sessions": rows, "kept": shown, "number": number, "pages": pages}
    return draw(request, "desk/sessions.html", drawn)


@seated(Right.RECEIVE)
def plan(request: HttpRequest) -> HttpResponse:
    """Announce a session."""
    form = Form(PLAN, request)
    if request.method == "POST":
        try:
            actions.plan_session(by=seat_of(request), at=clock.moment(), plan=_plan(form))
            return redirect("desk:sessions")
        except Refused as no:
            form.refused(no)
    return draw(request, "desk/session_plan.html", {"here": "sessions", "form": form}, status=form.status)


@seated(Right.LOOK)
def session(request: HttpRequest, session_id: int, code: str = "") -> HttpResponse:
    """One session and what may be done with it now; `code` names the step whose form is open."""
    seat = seat_of(request)
    row = queries.session(seat, session_id)
    open_to = {name: STEPS[name] for name in OPEN_TO.get(row.state, ()) if not (name == "conclude" and row.conclusion)}
    step = _step(code)
    form = Form(step.fields if step else (), request, start={"on": clock.today().isoformat()})
    if step and request.method == "POST":
        try:
            step.do(session_id, seat, clock.moment(), form.read())
            return redirect("desk:session", session_id)
        except Refused as no:
            form.refused(no)
    drawn = {"here": "sessions", "session": row, "steps": open_to, "step": step, "code": code, "form": form}
    return draw(request, "desk/session.html", drawn, status=form.status)


def _step(code: str) -> Step | None:
    if code and code not in STEPS:
        raise Absent
    return STEPS.get(code)


def _plan(form: Form) -> NewSession:
    given = form.read()
    hours = {name: _hour(given[name], name) for name in ("opens", "closes")}
    return NewSession(**{**given, **hours, "kind": ReceptionKind(given["kind"])})


def _hour(text: str, name: str) -> time | None:
    if not text:
        return None
    try:
        return time.fromisoformat(text.replace("h", ":").rjust(5, "0"))
    except ValueError:
        said = Said("Xin ghi giờ như 7:30.", "Please write the hour like 7:30.")
        raise Refused("desk.form", said.vi, said.en, fields={name: said}) from None
