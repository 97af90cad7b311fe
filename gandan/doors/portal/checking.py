"""Check the figures of a report: paste it or choose a file, see what does not add up, take it back with comments.

Nothing is kept: what was sent is read in memory and forgotten with the answer. For the Word document the page sends the
same content again (a small file travels back inside the page, a larger one is chosen again).
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from pathlib import PurePath

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods

from gandan.doors.look.fields import Field, filled
from gandan.doors.portal import limiter
from gandan.pure.claims import Checked, Verdict, tables
from gandan.pure.refusal import Refused, Unreadable
from gandan.pure.speech import Said
from gandan.reporting.documents import marking, opening

CHECKS = limiter.Limit("check", 120, 600)
MAX_FILE = 10 * 1024 * 1024
MAX_RETURNED = 700 * 1024  # a larger file does not travel back inside the page
MAX_TEXT = 300_000
SECONDS = 20
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FIELDS = (
    Field(
        name="text",
        label=Said("Dán văn bản", "Paste the text"),
        hint=Said("Một đoạn hoặc cả báo cáo; bảng sao chép từ Word vẫn đọc được.", "A passage or the whole report."),
        kind="longtext",
        rows=9,
        maxlength=MAX_TEXT,
        autocomplete="off",  # a draft stays with its writer: the page does not keep it on the device
    ),
    Field(
        name="file",
        label=Said("Hoặc chọn một tệp", "Or choose a file"),
        hint=Said("Word (DOCX), PDF có chữ, TXT hoặc HTML; tối đa 10 MB.", "Word (DOCX), PDF, TXT or HTML; 10 MB."),
        kind="file",
        accept=".docx,.pdf,.txt,.html,.htm",
    ),
)


@dataclass(frozen=True, slots=True)
class Given:
    """What came with a press of the button: bytes and the name of the file, or the pasted text."""

    body: bytes
    name: str
    text: str
    by: str  # the field it came in

    @property
    def packed(self) -> str:
        """The file as it travels back inside the page; nothing when it is too large or was pasted."""
        fits = self.by == "file" and len(self.body) <= MAX_RETURNED
        return base64.b64encode(self.body).decode("ascii") if fits else ""


@require_http_methods(["GET", "HEAD", "POST"])
def check_figures(request: HttpRequest) -> HttpResponse:
    """The form; then the text with its findings, or the Word document with comments."""
    if request.method != "POST":
        return _ask(request)
    limiter.spend(CHECKS, request)
    by = "text"
    try:
        given = _given(request)
        by = given.by
        read = opening.read(given.body, name=given.name, seconds=SECONDS)
        _demand_short(read.text)
    except Unreadable as refusal:
        return _ask(request, _refused(by, refusal.said.vi, refusal.said.en))
    except Refused as refusal:
        return _ask(request, refusal)
    checked = tables.check(read.text, read.tables)
    if request.POST.get("do") == "docx":
        return _document(given, marking.document(given.body, read, checked))
    return _told(request, given, read, checked)


def _given(request: HttpRequest) -> Given:
    file = request.FILES.get("file")
    if file is not None and file.size:
        if file.size > MAX_FILE:
            raise _refused(
                "file", "Tệp lớn hơn 10 MB; xin bỏ bớt hình ảnh.", "Larger than 10 MB; please take out pictures."
            )
        return Given(file.read(), (file.name or "")[:120], "", "file")
    if packed := request.POST.get("packed", ""):
        try:
            return Given(base64.b64decode(packed, validate=True), request.POST.get("name", "")[:120], "", "file")
        except binascii.Error:
            raise _refused("file", "Xin chọn lại tệp.", "Please choose the file again.") from None
    text = request.POST.get("text", "").replace("\r\n", "\n")
    if not text.strip():
        raise _refused("text", "Xin dán văn bản hoặc chọn một tệp.", "Please paste a text or choose a file.")
    return Given(text.encode("utf-8", "replace"), "", text, "text")


def _demand_short(text: str) -> None:
    if len(text) > MAX_TEXT:
        raise _refused(
            "file",
            "Văn bản dài quá 300.000 chữ cái; xin kiểm từng phần, hoặc dùng lệnh gandan check trên máy của cơ quan.",
            "Longer than 300,000 characters; please check it in parts, or use the command gandan check.",
        )


def _refused(field: str, vi: str, en: str) -> Refused:
    """The sentence stands beside its field; the head of the form only says that nothing was checked yet."""
    return Refused(
        f"check.{field}",
        "Chưa kiểm được văn bản này.",
        "This text could not be checked yet.",
        fields={field: Said(vi, en)},
    )


def _ask(request: HttpRequest, refusal: Refused | None = None) -> HttpResponse:
    typed = {"text": request.POST.get("text", "")}
    fields = filled(_FIELDS, typed, refusal.fields if refusal else {})
    context = {"fields": fields, "refusal": refusal}
    return _unkept(render(request, "portal/check_figures.html", context, status=refusal.status if refusal else 200))


def _told(request: HttpRequest, given: Given, read: opening.Read, checked: Checked) -> HttpResponse:
    found = marking.marks(checked)
    context = {
        "given": given,
        "notes": read.notes,
        "blocks": marking.blocks(checked, read.tables),
        "findings": found,
        "errors": sum(mark.is_error for mark in found),
        "questions": sum(not mark.is_error for mark in found),
        "held": sum(one.verdict in (Verdict.OK, Verdict.ROUNDING) for one in checked.relations),
        "figures": len(checked.claims),
        "file": _FIELDS[1],
    }
    return _unkept(render(request, "portal/check_figures_told.html", context))


def _document(given: Given, docx: bytes) -> HttpResponse:
    response = HttpResponse(docx, content_type=_WORD)
    name = f"{PurePath(given.name).stem or 'van-ban'}-kiem-so.docx"
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return _unkept(response)


def _unkept(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    return response
