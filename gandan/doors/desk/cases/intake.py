"""Write down a petition that was brought, sent by post or told: one page, under a minute."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from gandan.doors.desk.cases.moves import ACCEPT
from gandan.doors.desk.drawing import draw
from gandan.doors.desk.forms import Form, number
from gandan.doors.look import clock
from gandan.doors.look.fields import Field, Option
from gandan.doors.look.seating import seat_of, seated
from gandan.foundation.people.words import Right, Seat
from gandan.matters.cases import actions, queries
from gandan.matters.cases import words as cases
from gandan.matters.cases.words import Channel, Draft, Kind, Sender, Signatories, Upload
from gandan.pure.refusal import Absent, Refused
from gandan.pure.speech import Said, Word

BROUGHT = (Channel.COUNTER, Channel.RECEPTION, Channel.POST, Channel.LETTERBOX, Channel.PHONE, Channel.DEPUTY)


def options(words: type[Word] | tuple[Word, ...], *, none: Said | None = None) -> tuple[Option, ...]:
    """The words of an enumeration as choices, perhaps with an empty one first."""
    first = (Option("", none),) if none else ()
    return (*first, *(Option(word.value, word) for word in words))


NOT_GIVEN = Said("Chưa ghi", "Not given")
FIELDS = (
    Field(name="kind", label=Said("Loại đơn (theo nội dung)", "Kind, by content"), kind="choice", required=True,
          options=options(Kind)),
    Field(name="full_name", label=Said("Họ tên người gửi", "Sender’s full name"), maxlength=160),
    Field(name="phone", label=Said("Điện thoại", "Phone"), kind="tel", maxlength=40, inputmode="tel"),
    Field(name="address", label=Said("Địa chỉ", "Address"), maxlength=300),
    Field(name="text", label=Said("Nội dung", "What they say"), kind="longtext", required=True, rows=7,
          maxlength=20_000),
    Field(name="files", label=Said("Ảnh chụp, bản quét đơn", "Photos, scans"), kind="file", accept=ACCEPT,
          multiple=True),
    Field(name="channel", label=Said("Đến bằng", "Came by"), kind="select", required=True, options=options(BROUGHT),
          value=Channel.COUNTER.value),
    Field(name="received_on", label=Said("Ngày nhận", "Received on"), kind="date"),
    Field(name="title", label=Said("Trích yếu", "Title"), maxlength=200,
          hint=Said("Bỏ trống: lấy mấy chữ đầu của nội dung.", "Empty: the first words of the text.")),
    Field(name="field", label=Said("Lĩnh vực", "Field"), kind="select", options=options(cases.Field, none=NOT_GIVEN)),
    Field(name="place", label=Said("Nơi xảy ra", "Place"), maxlength=300),
    Field(name="identity", label=Said("Số căn cước", "Identity number"), maxlength=20, inputmode="numeric",
          hint=Said("Được mã hóa ngay khi lưu.", "Sealed as soon as it is kept.")),
    Field(name="email", label=Said("Thư điện tử", "E-mail"), kind="email", maxlength=254),
    Field(name="others", label=Said("Người cùng đứng tên", "Others who sign"), kind="longtext", rows=3, maxlength=8000,
          hint=Said("Mỗi người một dòng: họ tên, địa chỉ.", "One a line: full name, address.")),
    Field(name="signatories", label=Said("Đứng tên", "Signed by"), kind="select",
          options=options(Signatories, none=Said("Theo số người đã ghi", "By the people named"))),
)  # fmt: skip


@seated(Right.RECEIVE)
def intake(request: HttpRequest) -> HttpResponse:
    """The page that writes down a petition; “Kiểm tra” first shows earlier matters of the same person or words."""
    seat, now = seat_of(request), clock.moment()
    form = Form(FIELDS, request, start={"received_on": clock.today().isoformat()})
    if request.method == "POST" and "check" not in request.POST:
        try:
            receipt = actions.lodge(by=seat, at=now, draft=_draft(form, seat))
            return redirect(reverse("desk:receipt", args=[receipt.case_id]) + "?new=1")
        except Refused as no:
            form.refused(no)
    drawn = {"here": "intake", "form": form, **links(request, seat)}
    return draw(request, "desk/intake.html", drawn, status=form.status)


@seated(Right.RECEIVE)
def receipt(request: HttpRequest, case_id: int) -> HttpResponse:
    """The ticket that the sender takes home, to be printed."""
    case = queries.case(seat_of(request), case_id, at=clock.moment())
    drawn = {"case": case, "address": follow_address(case.receipt), "new": "new" in request.GET}
    return draw(request, "desk/receipt.html", drawn)


def follow_address(code: str) -> str:
    """Where the holder of a receipt follows the case: what its QR code holds."""
    return f"{settings.GANDAN_ADDRESS}/theo-doi/{code}"


def links(request: HttpRequest, seat: Seat) -> dict[str, Any]:
    """Earlier matters of the same person or with like words, once something was typed, and the one chosen."""
    typed = request.POST
    words = typed.get("text") or typed.get("content", "")
    found = (
        queries.matters_like(seat, text=words[:2000], name=typed.get("full_name", ""), phone=typed.get("phone", ""))
        if request.method == "POST"
        else ()
    )
    return {"earlier": found, "checked": "check" in typed, "chosen_matter": number(typed.get("matter_id", ""))}


def uploads(files: tuple[Any, ...]) -> tuple[Upload, ...]:
    """Uploaded files as the room of cases takes them."""
    return tuple(Upload(file.name, file) for file in files)


def others(text: str) -> list[tuple[str, str]]:
    """“Họ tên, địa chỉ” lines as pairs."""
    lines = [line.partition(",") for line in text.splitlines() if line.strip()]
    return [(name.strip(), address.strip()) for name, _, address in lines]


def _draft(form: Form, seat: Seat) -> Draft:
    if seat.body_id is None or seat.unit_id is None:
        raise Absent
    given = form.read()
    first = Sender(given["full_name"], given["phone"], given["email"], given["address"], given["identity"])
    return Draft(
        kind=Kind(given["kind"]),
        text=given["text"],
        body_id=seat.body_id,
        unit_id=seat.unit_id,
        channel=Channel(given["channel"]),
        title=given["title"],
        place=given["place"],
        field=cases.Field(given["field"]) if given["field"] else None,
        senders=(first, *(Sender(name, address=address) for name, address in others(given["others"]))),
        signatories=Signatories(given["signatories"]) if given["signatories"] else None,
        received_on=given["received_on"],
        matter_id=number(form.request.POST.get("matter_id", "")),
        token=form.token,
        files=uploads(given["files"]),
    )
