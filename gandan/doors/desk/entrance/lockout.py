"""Too many wrong passwords for one account from one address: wait a while. Kept in the cache, so it forgets by itself.

The pair is counted, not the account: a stranger cannot lock an officer out by guessing from elsewhere. The address
alone is counted too, with a wider limit, against guessing one password for many accounts.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from django.core.cache import cache

from gandan.pure.refusal import TooMany
from gandan.pure.vietnamese import fold

TRIES, TRIES_OF_ADDRESS = 5, 40
WAIT = timedelta(minutes=15)


def demand_open(username: str, address: str, *, at: datetime) -> None:
    """Refuse (TooMany, with the time to come back) while the pair or the address is locked."""
    for key, limit in _limits(username, address):
        tries, last = cache.get(key, (0, 0.0))
        if tries >= limit:
            raise _locked(until=datetime.fromtimestamp(last, tz=at.tzinfo) + WAIT)


def note_failure(username: str, address: str, *, at: datetime) -> None:
    """Count one wrong password, whether or not the account exists."""
    for key, _ in _limits(username, address):
        cache.set(key, (cache.get(key, (0, 0.0))[0] + 1, at.timestamp()), timeout=WAIT.total_seconds())


def forget(username: str, address: str) -> None:
    """The right password was given: the pair starts anew."""
    cache.delete(_limits(username, address)[0][0])


def _limits(username: str, address: str) -> tuple[tuple[str, int], tuple[str, int]]:
    return (_key(fold(username), address), TRIES), (_key("", address), TRIES_OF_ADDRESS)


def _key(username: str, address: str) -> str:
    return "desk.lockout." + hashlib.sha256(f"{username}|{address}".encode(errors="replace")).hexdigest()


def _locked(*, until: datetime) -> TooMany:
    clock = until.astimezone().strftime("%H:%M")
    return TooMany(
        "desk.locked_out",
        f"Đã nhập sai nhiều lần. Xin thử lại sau {clock}, hoặc nhờ quản trị hệ thống đặt lại mật khẩu.",
        f"Too many wrong attempts. Please try again after {clock}, or ask the administrator to reset the password.",
    )
