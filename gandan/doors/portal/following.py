"""Follow what was sent: where it is, who has it, by when and why; read the answer, rate it, ask again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from gandan.doors.look import clock
from gandan.doors.portal import limiter, reactions
from gandan.doors.portal.forms import FORMS
from gandan.doors.portal.reactions import Typed
from gandan.doors.portal.timeline import facts, timeline
from gandan.matters.cases import actions, queries
from gandan.matters.cases.words import PublicCaseView, Upload
from gandan.pure.refusal import Absent, Refused
from gandan.pure.speech import Said

PICTURES = frozenset({"image/jpeg", "image/png", "image/webp"})


class WrongReceipt(Absent):
    """No case under this number: says what a number looks like and where to find it."""

    def __init__(self) -> None:
        super().__init__(
            "portal.receipt",
            "Không có hồ sơ nào mang mã này. Mã gồm 11 chữ và số, in trên biên nhận, ví dụ 7KQ4-M9XD-2TB. "
            "Xin xem lại từng chữ; nếu mất biên nhận, xin hỏi Bộ phận tiếp công dân nơi đã gửi.",
            "There is nothing under this number. A number has 11 letters and digits, as printed on the receipt, for "
            "example 7KQ4-M9XD-2TB. Please check it; if the receipt is lost, ask the reception office.",
        )


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Ask for the number; lead on to the case."""
    code = request.GET.get("ma", "")
    if not code.strip():
        return _ask(request, code)
    try:
        return redirect("portal:follow", receipt=look_up(request, code).receipt)
    except Refused as refusal:
        return _ask(request, code, refusal)


def _ask(request: HttpRequest, code: str, refusal: Refused | None = None) -> HttpResponse:
    context = {"field": reactions.receipt_field(code, refusal), "refusal": refusal}
    return render(request, "portal/find.html", context, status=refusal.status if refusal else 200)


def look_up(request: HttpRequest, code: str) -> PublicCaseView:
    """The case of a number however it was typed; WrongReceipt when there is none, TooMany after many wrong tries."""
    limiter.check(limiter.WRONG_RECEIPTS, request)
    try:
        return queries.by_receipt(code[:64], at=clock.moment())
    except Absent:
        limiter.spend(limiter.WRONG_RECEIPTS, request)
        raise WrongReceipt from None


@require_safe
def follow(request: HttpRequest, receipt: str) -> HttpResponse:
    """The page of one case; a number typed in another way is led to its one address."""
    try:
        case = look_up(request, receipt)
    except Refused as refusal:
        return _ask(request, receipt, refusal)
    if case.receipt != receipt:
        return redirect("portal:follow", receipt=case.receipt)
    return draw(request, case)


def draw(
    request: HttpRequest, case: PublicCaseView, typed: Typed | None = None, refusal: Refused | None = None
) -> HttpResponse:
    """A case with its forms; what was typed into a refused one is kept."""
    context = {
        "case": case,
        "lines": timeline(case),
        "reacting": reactions.fields(typed, refusal),
        "open_form": typed.form if typed else "",
        "refusal": refusal,
        "done": request.GET.get("xong", ""),
        "address": address(case.receipt),
    }
    response = render(request, "portal/follow.html", context, status=refusal.status if refusal else 200)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def address(receipt: str) -> str:
    """The address that a QR code holds."""
    return settings.GANDAN_ADDRESS + reverse("portal:follow", args=[receipt])


@require_safe
def ticket(request: HttpRequest, receipt: str) -> HttpResponse:
    """The receipt as a ticket to keep or print; `?moi=` right after sending."""
    case = look_up(request, receipt)
    new = request.GET.get("moi", "")
    context = {
        "case": case,
        "kind": Said("Biên nhận · {kind}", "Receipt · {kind}").given(kind=case.kind.said),
        "facts": facts(case),
        "address": address(case.receipt),
        "new": new if new in FORMS else "",
    }
    response = render(request, "portal/ticket.html", context)
    response.headers["Cache-Control"] = "private, no-store"
    return response


@dataclass(frozen=True, slots=True)
class Reaction:
    """What a citizen may do with a case: the name of its form and what it calls."""

    form: str
    act: Callable[[str, Typed], None]


def _react(request: HttpRequest, receipt: str, reaction: Reaction) -> HttpResponse:
    """Do it and show the case again; refused, show the case with what was typed."""
    case = look_up(request, receipt)
    typed = reactions.read(request, reaction.form)
    try:
        reaction.act(case.receipt, typed)
    except Refused as refusal:
        return draw(request, case, typed, refusal)
    return HttpResponseRedirect(reverse("portal:follow", args=[case.receipt]) + f"?xong={reaction.form}#da-xong")


@require_POST
def rate(request: HttpRequest, receipt: str) -> HttpResponse:
    """Say how the answer was."""
    return _react(request, receipt, Reaction("danh-gia", _rate))


@require_POST
def reopen(request: HttpRequest, receipt: str) -> HttpResponse:
    """Ask to look at it again."""
    return _react(request, receipt, Reaction("xem-lai", _reopen))


@require_POST
def add_word(request: HttpRequest, receipt: str) -> HttpResponse:
    """Add words or files to what was sent."""

    def add(code: str, typed: Typed) -> None:
        limiter.spend(limiter.SUBMISSIONS, request)
        _add(code, typed)

    return _react(request, receipt, Reaction("bo-sung", add))


def _rate(receipt: str, typed: Typed) -> None:
    actions.rate(receipt, at=clock.moment(), **reactions.rating(typed))


def _reopen(receipt: str, typed: Typed) -> None:
    actions.reopen(receipt, at=clock.moment(), reason=typed.values["reason"])


def _add(receipt: str, typed: Typed) -> None:
    uploads = tuple(Upload((file.name or "")[:120], file) for file in typed.files)  # type: ignore[arg-type]  # an uploaded file reads like a file
    actions.add_word(receipt, at=clock.moment(), text=typed.values["text"], files=uploads)


@require_safe
def paper(request: HttpRequest, receipt: str, file_id: int) -> FileResponse:
    """A file of the case, for the one who holds its receipt: pictures to look at, everything else to download."""
    case = look_up(request, receipt)
    file = queries.file_by_receipt(case.receipt, file_id)
    response = FileResponse(
        file.path.open("rb"), as_attachment=file.kind not in PICTURES, filename=file.name, content_type=file.kind
    )
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
