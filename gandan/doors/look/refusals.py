"""Saying no on a page: what a view raises becomes a sentence, its law, what to do next, and the right status."""

from __future__ import annotations

import logging
from collections.abc import Callable
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation, TooManyFieldsSent, TooManyFilesSent
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from gandan.doors.look.seating import SignInFirst
from gandan.pure.refusal import Absent, Refused, Unreadable
from gandan.pure.speech import Said

MAX_BODY = 96 * 1024 * 1024  # a whole submission with its files; larger is refused before it is read

TITLES: dict[int, Said] = {
    400: Said("Dữ liệu gửi lên chưa đọc được", "What was sent cannot be read"),
    403: Said("Trang này đã để quá lâu hoặc trình duyệt chặn cookie", "This page is too old, or cookies are blocked"),
    404: Said("Không tìm thấy", "Not found"),
    409: Said("Vừa có thay đổi", "Something has just changed"),
    413: Said("Gửi lên quá nặng", "Too much was sent at once"),
    422: Said("Chưa thực hiện được", "This cannot be done"),
    429: Said("Xin chờ một lát", "Please wait a moment"),
    500: Said("Hệ thống gặp trục trặc", "Something went wrong on our side"),
}

_PAGE_NOT_FOUND = Absent(
    "page.absent",
    "Không có trang ở địa chỉ này. Có thể đường dẫn bị thiếu hoặc trang đã chuyển chỗ. "
    "Xin kiểm tra lại địa chỉ, hoặc về trang đầu.",
    "There is no page at this address. The link may be incomplete or the page may have moved. "
    "Please check the address, or go to the first page.",
)
_UNREADABLE = Unreadable(
    "request.unreadable",
    "Máy chủ không đọc được nội dung vừa gửi. Xin quay lại trang trước và gửi lại.",
    "The server could not read what was sent. Please go back and send it again.",
)
_TOO_OLD = Refused(
    "request.forgery",
    "Để an toàn, hệ thống chưa nhận lần gửi này. Xin quay lại trang trước, tải lại trang rồi gửi lần nữa; "
    "chữ đã gõ vẫn còn trên máy này. Nếu trình duyệt đang chặn cookie, xin cho phép cookie của trang này.",
    "To be safe, this was not accepted. Please go back, reload the page and send again; what you typed is still on "
    "this device. If your browser blocks cookies, please allow them for this site.",
)
_TOO_BIG = Refused(
    "request.large",
    "Nội dung và tệp gửi cùng lúc vượt mức cho phép. Xin quay lại, bớt tệp hoặc rút ngắn phần chữ rồi gửi lại; "
    "phần còn lại có thể bổ sung sau bằng mã biên nhận.",
    "The text and files sent together are over the limit. Please go back, remove some files or shorten the text, and "
    "send again; you can add the rest later with your receipt number.",
)
_BROKEN = Refused(
    "server.error",
    "Lỗi ở phía hệ thống, không phải do bà con. Xin thử lại sau ít phút; nếu vẫn lỗi, xin đến hoặc gọi Bộ phận "
    "tiếp công dân của xã, phường.",
    "The fault is ours, not yours. Please try again in a few minutes; if it stays, please visit or call the "
    "reception office of your commune.",
)

log = logging.getLogger("gandan.refusals")


class RefusalMiddleware:
    """Turns what views raise into pages, and turns away a body too large to be read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdigit() or int(length) > MAX_BODY:
            return page(request, _TOO_BIG, status=413)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page of a refusal; None for anything else, which the server reports as its own fault."""
        if isinstance(exception, SignInFirst):
            back = quote(request.get_full_path() if request.method == "GET" else request.path)
            return HttpResponseRedirect(f"{settings.LOGIN_URL}?next={back}")
        if isinstance(exception, Refused):
            return page(request, exception)
        return None


def page(request: HttpRequest, refusal: Refused, *, status: int | None = None) -> HttpResponse:
    """A refusal as a page, with the way back."""
    status = status or refusal.status
    context = {"refusal": refusal, "title": TITLES.get(status, TITLES[422]), "back": _way_back(request)}
    response = render(request, "look/refusal.html", context, status=status)
    response.headers["Cache-Control"] = "no-store"
    if status == 429:
        response.headers["Retry-After"] = "60"
    return response


def _way_back(request: HttpRequest) -> str:
    """The page the visitor came from, when it is ours and another one."""
    came = urlsplit(request.headers.get("Referer", ""))
    if came.netloc != request.get_host() or came.path == request.path:
        return ""
    return came.path + (f"?{came.query}" if came.query else "")


def not_found(request: HttpRequest, exception: Http404 | None = None) -> HttpResponse:
    """No page at this address (handler404)."""
    return page(request, _PAGE_NOT_FOUND)


def unreadable(request: HttpRequest, exception: SuspiciousOperation | None = None) -> HttpResponse:
    """A request that cannot be read, or holds too much (handler400)."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return page(request, _TOO_BIG, status=413)
    return page(request, _UNREADABLE)


def too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form sent without this site's token (CSRF_FAILURE_VIEW, handler403)."""
    log.warning("form refused: %s %s", request.path, reason)
    return page(request, _TOO_OLD, status=403)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What the house forbids looks like what does not exist (handler403)."""
    return page(request, _PAGE_NOT_FOUND)


def broken(request: HttpRequest) -> HttpResponse:
    """Our own fault: says so, shows nothing of the inside (handler500)."""
    return page(request, _BROKEN, status=500)
