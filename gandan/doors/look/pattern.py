"""The page that shows every component, light and dark, with sentences of a small world. It reads no table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gandan.doors.look.fields import Field, Option
from gandan.pure.refusal import Refused
from gandan.pure.speech import Said


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the sample timeline."""

    what: Said
    when: str
    who: Said | str = ""
    note: Said | str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a sample table."""

    text: Said | str
    label: Said | str = ""
    address: str = ""
    tone: str = ""
    shade: str = "0"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sample table."""

    cells: tuple[Cell, ...]
    name: str = ""
    tone: str = ""


LINES = (
    Line(Said("Xã đã nhận", "The commune has it"), "08:15 ngày 02/07/2026", Said("anh Minh", "Mr Minh")),
    Line(
        Said("Phòng Kinh tế đang xác minh", "The Economic Office is checking"),
        "14:00 ngày 06/07/2026",
        Said("chị Hạnh", "Ms Hạnh"),
        Said("Đã xem tại chỗ, cống nghẹt đoạn dài 12 m.", "Seen on site: 12 m of the drain is blocked."),
        "now",
    ),
    Line(
        Said("Trả lời bà Lan", "Answer to Mrs Lan"),
        Said("trước thứ Hai 13/07/2026", "by Monday 13 July").vi,
        tone="next",
    ),
)
STEPS = (
    Said(
        "Nhận ngày thứ Năm 02/07/2026; ngày nhận không tính.", "Received on Thursday 2 July; that day is not counted."
    ),
    Said(
        "Đếm 07 ngày làm việc: 03, 06, 07, 08, 09, 10 và 13/07; thứ Bảy, Chủ nhật nghỉ.",
        "Seven working days: 3, 6, 7, 8, 9, 10 and 13 July; Saturday and Sunday are off.",
    ),
)
FIELDS = (
    Field(
        name="title",
        label=Said("Việc gì?", "What is it about?"),
        hint=Said("Một câu ngắn, ví dụ: Cống trước nhà bị nghẹt", "One short line, e.g.: The drain is blocked"),
        required=True,
        value="Cống thoát nước trước nhà bị nghẹt",
    ),
    Field(
        name="phone",
        label=Said("Số điện thoại", "Phone number"),
        kind="tel",
        value="09x",
        error=Said(
            "Số điện thoại cần đủ 10 chữ số, ví dụ 0912345678.", "A phone number has 10 digits, e.g. 0912345678."
        ),
    ),
    Field(
        name="text",
        label=Said("Kể rõ hơn", "Tell us more"),
        kind="longtext",
        rows=4,
        value="Nước tràn vào nhà khi mưa.\n",
    ),
    Field(
        name="kind",
        label=Said("Bà con muốn gửi gì?", "What would you like to send?"),
        kind="choice",
        required=True,
        value="petition",
        options=(
            Option(
                "petition",
                Said("Kiến nghị", "A petition"),
                Said("Đề nghị làm một việc", "Ask for something to be done"),
            ),
            Option(
                "complaint",
                Said("Khiếu nại", "A complaint"),
                Said("Không đồng ý với một quyết định", "Against a decision"),
            ),
        ),
    ),
    Field(
        name="unit",
        label=Said("Xã, phường", "Commune"),
        kind="select",
        options=(Option("1", "Xã Hòa Bình"), Option("2", "Phường Trà Vinh")),
    ),
    Field(name="files", label=Said("Ảnh, giấy tờ", "Photos, papers"), kind="file", multiple=True),
    Field(name="agree", label=Said("Báo cho tôi bằng tin nhắn", "Tell me by text message"), kind="bool", value="yes"),
)
COLUMNS = (
    Cell("", Said("Hạn", "Due")),
    Cell("", Said("Việc", "Matter")),
    Cell("", Said("Người gửi", "Sender")),
    Cell("", Said("Đang ở", "Held by")),
)
ROWS = (
    Row(
        (
            Cell("quá 2 ngày", "Hạn"),
            Cell("Khiếu nại quyết định thu hồi đất", "Việc", "#"),
            Cell("ông Trần Văn Sáu", "Người gửi"),
            Cell("Phòng Kinh tế", "Đang ở"),
        ),
        tone="late",
    ),
    Row(
        (
            Cell("thứ Hai 13/07/2026", "Hạn"),
            Cell("Cống thoát nước bị nghẹt", "Việc", "#"),
            Cell("bà Nguyễn Thị Lan", "Người gửi"),
            Cell("Phòng Kinh tế", "Đang ở"),
        )
    ),
)
HEAT = (
    Row(tuple(Cell(n, shade=s) for n, s in (("0", "0"), ("1", "1"), ("3", "2"), ("6", "4"), ("4", "3"))), "Cầu Tre"),
    Row(tuple(Cell(n, shade=s) for n, s in (("0", "0"), ("–", "x"), ("1", "1"), ("0", "0"), ("1", "1"))), "Vàm Lịch"),
)
REFUSAL = Refused(
    "sample.refused",
    "Còn một chỗ cần sửa. Phần đã gõ vẫn giữ nguyên bên dưới.",
    "One thing needs mending. What you typed is kept below.",
    law="Luật Tiếp công dân 2013, Điều 7",
)


def show(request: HttpRequest) -> HttpResponse:
    """Every component; `?scheme=dark` or `light` whatever the device prefers, `?room=desk` for the dense page."""
    scheme = request.GET.get("scheme", "")
    context = {
        "scheme": scheme if scheme in ("dark", "light") else "",
        "room": "desk" if request.GET.get("room") == "desk" else "",
        "due": date(2026, 7, 13),
        "lines": LINES,
        "steps": STEPS,
        "fields": FIELDS,
        "columns": COLUMNS,
        "rows": ROWS,
        "heat": HEAT,
        "weeks": ("T22", "T23", "T24", "T25", "T26"),
        "refusal": REFUSAL,
        "facts": (
            (Said("Người gửi", "Sender"), "Bà Nguyễn Thị Lan"),
            (Said("Nơi nhận", "Received by"), "UBND xã Hòa Bình"),
            (Said("Trả lời trước", "Answer by"), "Thứ Hai 13/07/2026"),
        ),
        "papers": ({"name": "anh-cong-nghet.jpg", "size": 412_000, "address": "#"},),
        "address": request.build_absolute_uri("/theo-doi/7KQ4-M9XD-2T"),
    }
    return render(request, "look/pattern.html", context)
