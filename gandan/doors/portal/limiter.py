"""Not too often from one address: a small counter in the cache, so that nobody can try receipt numbers in bulk."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from gandan.pure.refusal import TooMany


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times in so many seconds from one address. Telephones share addresses, so the counts are generous."""

    name: str
    times: int
    seconds: int


WRONG_RECEIPTS = Limit("receipt", 30, 600)
SUBMISSIONS = Limit("send", 600, 600)
FILES = Limit("files", 200, 600)


def check(limit: Limit, request: HttpRequest) -> None:
    """TooMany when the address has used up its count; the sentence says when to come back."""
    if not getattr(settings, "GANDAN_LIMITS", True) or cache.get(_key(limit, request), 0) < limit.times:
        return
    minutes = limit.seconds // 60
    raise TooMany(
        f"limit.{limit.name}",
        f"Từ mạng này đã có quá nhiều lần thử trong thời gian ngắn. Xin thử lại sau {minutes} phút; "
        "nếu gấp, xin đến hoặc gọi Bộ phận tiếp công dân.",
        f"Too many tries from this network in a short time. Please try again in {minutes} minutes; "
        "if it is urgent, please visit or call the reception office.",
    )


def spend(limit: Limit, request: HttpRequest, times: int = 1) -> None:
    """Count `times` against the address, and refuse when that was too much."""
    check(limit, request)
    key = _key(limit, request)
    if not cache.add(key, times, limit.seconds):
        try:
            cache.incr(key, times)
        except ValueError:  # it ran out between the two calls
            cache.set(key, times, limit.seconds)


def _key(limit: Limit, request: HttpRequest) -> str:
    return f"portal:{limit.name}:{request.META.get('REMOTE_ADDR', '')}"
