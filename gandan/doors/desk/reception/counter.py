"""Write down a visit at the counter: who came, what they say, what was done with it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from gandan.doors.desk.cases.intake import NOT_GIVEN, follow_address, links, options, others, uploads
from gandan.doors.desk.cases.moves import ACCEPT
from gandan.doors.desk.drawing import draw
from gandan.doors.desk.forms import Form, number
from gandan.doors.look import clock
from gandan.doors.look.fields import Field, Option
from gandan.doors.look.seating import seat_of, seated
from gandan.foundation.people.words import Right
from gandan.matters.cases import queries as cases
from gandan.matters.cases.words import Field as About
from gandan.matters.cases.words import Kind
from gandan.matters.reception import actions, queries
from gandan.matters.reception.words import (
    Handling,
    Lodging,
    NewVisit,
    Presented,
    Purpose,
    SessionRow,
    SessionState,
    Visitor,
)
from gandan.pure.refusal import Refused
from gandan.pure.speech import Said

DAILY = Option("", Said("Tiếp thường xuyên (cán bộ tiếp công dân)", "Daily reception by the officer"))
NO_CASE = Option("", Said("Không mở hồ sơ", "Open no case"))
ANSWER = Field(
    name="answer",
    label=Said("Nội dung trả lời bằng văn bản", "The written answer"),
    kind="longtext",
    required=True,
    maxlength=5000,
)
HANDLINGS = tuple(word for word in Handling if word is not Handling.LODGED)


def fields(sessions: tuple[SessionRow, ...]) -> tuple[Field, ...]:
    """What the page asks; the sessions of the day stand beside the daily reception."""
    held = tuple(Option(str(row.id), _session_label(row)) for row in sessions if row.state is SessionState.HELD)
    return (
        Field(name="full_name", label=Said("Họ tên người đến", "Visitor’s full name"), required=True, maxlength=160),
        Field(name="phone", label=Said("Điện thoại", "Phone"), kind="tel", maxlength=40, inputmode="tel"),
        Field(name="address", label=Said("Địa chỉ", "Address"), maxlength=300),
        Field(name="head_count", label=Said("Số người, nếu đi đông", "How many, if more than one"),
              kind="number", inputmode="numeric"),
        Field(name="content", label=Said("Nội dung trình bày", "What they say"), kind="longtext", required=True, rows=6,
              maxlength=20_000),
        Field(name="purpose", label=Said("Đến để", "Came to"), kind="choice", required=True, options=options(Purpose),
              value=Purpose.PRESENT.value),
        Field(name="handling", label=Said("Đã xử lý", "What was done"), kind="choice", required=True,
              options=options(HANDLINGS), value=Handling.NOTED.value),
        Field(name="answer", label=Said("Nội dung đã trả lời, hướng dẫn", "The answer or guidance given"),
              kind="longtext", rows=3, maxlength=5000),
        Field(name="lodge", label=Said("Mở hồ sơ giải quyết", "Open a case"), kind="choice",
              options=(NO_CASE, *options(Kind))),
        Field(name="field", label=Said("Lĩnh vực", "Field"), kind="select", options=options(About, none=NOT_GIVEN)),
        Field(name="files", label=Said("Giấy tờ kèm theo hồ sơ", "Papers of the case"), kind="file", accept=ACCEPT,
              multiple=True),
        Field(name="session", label=Said("Buổi tiếp", "Reception"), kind="select", options=(DAILY, *held)),
        Field(name="on", label=Said("Ngày tiếp", "Day"), kind="date",
              hint=Said("Chỉ sửa khi nhập lại từ sổ giấy.", "Change it only for what was first on paper.")),
        Field(name="others", label=Said("Người cùng đến", "Others who came"), kind="longtext", rows=3, maxlength=8000,
              hint=Said("Mỗi người một dòng: họ tên, địa chỉ. Đoàn đông chỉ ghi người đại diện.",
                        "One a line: full name, address. Of a large group only the representatives.")),
        Field(name="identity", label=Said("Số căn cước", "Identity number"), maxlength=20, inputmode="numeric"),
        Field(name="request", label=Said("Yêu cầu của công dân", "What they ask for"), kind="longtext", rows=2,
              maxlength=20_000),
        Field(name="history", label=Said("Đã được nơi nào giải quyết", "Who handled it before"), kind="longtext",
              rows=2, maxlength=20_000),
    )  # fmt: skip


@seated(Right.RECEIVE)
def visit(request: HttpRequest) -> HttpResponse:
    """The page of a new visit; “Kiểm tra” shows earlier matters of the same person, to link instead of opening anew."""
    seat, now = seat_of(request), clock.moment()
    day = queries.today(seat, at=now)
    form = Form(fields(day.sessions), request, start={"on": clock.today().isoformat()})
    if request.method == "POST" and "check" not in request.POST:
        try:
            written = actions.register_visit(by=seat, at=now, visit=_visit(form))
            return redirect(reverse("desk:visit_page", args=[written.visit_id]) + "?new=1")
        except Refused as no:
            form.refused(no)
    drawn = {"here": "visit", "form": form, "day": day, **links(request, seat)}
    return draw(request, "desk/visit.html", drawn, status=form.status)


@seated(Right.LOOK)
def visit_page(request: HttpRequest, visit_id: int) -> HttpResponse:
    """One visit whole, with the slip and the receipts to print."""
    seat = seat_of(request)
    found = queries.visit(seat, visit_id)
    opened = [cases.case(seat, line.case_id, at=clock.moment()) for line in found.matters if line.case_id]
    tickets = [(case, follow_address(case.receipt)) for case in opened]
    return draw(request, "desk/visit_page.html", {"visit": found, "tickets": tickets, "new": "new" in request.GET})


@seated(Right.RECEIVE)
def answer(request: HttpRequest, visit_id: int) -> HttpResponse:
    """The written answer to what was noted at a visit."""
    form, seat = Form((ANSWER,), request), seat_of(request)
    if request.method == "POST":
        try:
            actions.answer_visit(visit_id, by=seat, at=clock.moment(), answer=form.read()["answer"])
            return redirect("desk:visit_page", visit_id)
        except Refused as no:
            form.refused(no)
    drawn = {"visit": queries.visit(seat, visit_id), "tickets": (), "form": form}
    return draw(request, "desk/visit_page.html", drawn, status=form.status)


def _visit(form: Form) -> NewVisit:
    given = form.read()
    first = Visitor(given["full_name"], given["phone"], given["address"], given["identity"])
    named = (first, *(Visitor(name, address=address) for name, address in others(given["others"])))
    matter_id = number(form.request.POST.get("matter_id", ""))
    lodging = _lodging(given)
    purpose = Purpose(given["purpose"])
    about = (Presented(purpose=purpose, matter_id=matter_id, lodging=lodging),) if matter_id or lodging else ()
    return NewVisit(
        token=form.token,
        people=named,
        content=given["content"],
        purpose=purpose,
        head_count=given["head_count"],
        request=given["request"],
        history=given["history"],
        handling=Handling(given["handling"]),
        answer=given["answer"],
        matters=about,
        session_id=number(given["session"]),
        on=given["on"],
    )


def _lodging(given: dict[str, Any]) -> Lodging | None:
    if not given["lodge"]:
        return None
    about = About(given["field"]) if given["field"] else None
    return Lodging(Kind(given["lodge"]), given["content"], field=about, files=uploads(given["files"]))


def _session_label(row: SessionRow) -> Said:
    told = {"kind": row.kind.said, "who": row.receiver_name or row.head_name}
    return Said("Kỳ {kind}: {who} tiếp", "{kind} session: {who}").given(**told)
