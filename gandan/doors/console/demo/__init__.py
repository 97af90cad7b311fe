"""The demo world: Vĩnh Long as it works today, and the replay of Trà Vinh 2017. Rooms' actions only."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from gandan.doors.console import migrate
from gandan.doors.console.demo import live, province, tra_vinh
from gandan.doors.look import clock
from gandan.foundation.territory import actions as territory
from gandan.foundation.territory import queries as places


def run(given: Namespace) -> int:
    """`gandan demo`: load the demo province and print its sign-ins; exit status 0."""
    migrate.run(given)
    load(clock.moment(), report=lambda line: print(f"· {line}", flush=True))
    print(sign_ins(""))
    return 0


def load(at: datetime, report: Callable[[str], None]) -> None:
    """Load the demo world as of `at`, whole or not at all; does nothing where it is loaded. Under half a minute."""
    if province.is_loaded():
        return
    with transaction.atomic():
        if not places.loads():
            territory.load_register(provinces={province.PROVINCE}, at=at)
        body = province.open_body()
        tra_vinh.load(at, report, successor_body_id=body)
        live.load(at, report, province.open_province(body))


def sign_ins(address: str) -> str:
    """The demo's accounts and their one password, a line each."""
    lines = [f"  Đăng nhập · sign in: {address}/desk/sign-in   mật khẩu · password: {province.PASSWORD}"]
    for one in province.OFFICIALS:
        lines.append(f"    {one.username:<8} {one.shown_as}, {one.title}")
    return "\n".join(lines)
