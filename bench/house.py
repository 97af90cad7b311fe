"""Fill a province with cases over its real communes and print what a day of work costs: see `bin/bench`."""

from __future__ import annotations

import argparse
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from random import Random
from urllib.parse import urlencode

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gandan.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402  # settings first
from django.db import connection  # noqa: E402

from bench import machine  # noqa: E402
from bench.province import FIRST, PASSWORD, Province, case_rows, fill, open_province  # noqa: E402
from bench.visitor import Visitor, hidden_fields  # noqa: E402
from gandan.foundation.people.words import SYSTEM  # noqa: E402
from gandan.matters.cases import actions as cases  # noqa: E402
from gandan.reporting.indicators import actions as indicators  # noqa: E402
from gandan.reporting.reports import queries as reports  # noqa: E402

COUNTERS = 4
WORDS = (
    "dat dai",
    "bồi thường đất",
    "khiếu nại",
    "nguyen van",
    "giấy chứng nhận",
    "ranh dat",
    "tái định cư",
    "120/2026",
)


def main() -> None:
    """Measure the engine of the environment and print a table; the caller runs it once for each engine."""
    ask = argparse.ArgumentParser()
    ask.add_argument("--cases", type=int, default=100_000)
    ask.add_argument("--requests", type=int, default=200, help="of each kind of page")
    ask.add_argument("--postmaster", type=Path, help="pid file of the PostgreSQL server, to account its time too")
    given = ask.parse_args()
    database = int(given.postmaster.read_text().split()[0]) if given.postmaster else None

    print(f"\n## {connection.vendor}: {given.cases:,} cases, {given.cases:,} visits\n\n{machine.facts()}\n")
    call_command("migrate", verbosity=0)
    province = open_province()
    with told("import of both registers", per=2 * given.cases):
        fill(province, cases_wanted=given.cases, visits_wanted=given.cases)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    with told("rebuild of all day cells"):
        indicators.rebuild()
    cases.import_register(case_rows(province, 1000), by=SYSTEM, at=datetime(2026, 11, 23, 2, 0, tzinfo=UTC))
    with told("figures fresh after 1,000 new records"):
        indicators.refresh()
    spread("form 01/TCD of a province-year (124 communes)", [clocked(lambda: form(province)) for _ in range(20)])
    connection.close()
    with serving() as (server, port):
        pages(province, Account(server, database), port, given.requests)


def form(province: Province) -> None:
    """The whole form: every commune's row and the total."""
    reports.fill(SYSTEM, "01/TCD", unit_id=province.unit_id, start=FIRST, end=date(2026, 12, 14))


class Account:
    """Processor time of the web server and of the database together."""

    def __init__(self, server: int, database: int | None) -> None:
        self.roots = [server, *([database] if database else [])]

    def spent(self) -> float:
        """Seconds until now."""
        return sum(machine.cpu_seconds(machine.family(root)) for root in self.roots)


def pages(province: Province, account: Account, port: int, requests: int) -> None:
    """Ask for every kind of page as people do."""
    chance = Random(1)
    officer, head, citizen = (Visitor("127.0.0.1", port) for _ in range(3))
    for visitor, username in ((officer, province.officer), (head, province.head)):
        entrance = hidden_fields(visitor.get("/desk/sign-in"))
        visitor.post("/desk/sign-in", {**entrance, "username": username, "password": PASSWORD})

    def search(visitor: Visitor) -> None:
        visitor.get("/desk/search?" + urlencode({"q": chance.choice(WORDS)}))

    def measure(name: str, act: Callable[[], object], times: int = requests) -> None:
        for _ in range(5):
            act()
        before = account.spent()
        took = [clocked(act) for _ in range(times)]
        spread(name, took, cpu=(account.spent() - before) / times)

    measure("queue page of 50, a commune", lambda: officer.get("/desk/"))
    measure("queue page of 50, the province", lambda: head.get("/desk/"))
    measure("search, a commune", lambda: search(officer))
    measure("search, the province", lambda: search(head))
    measure("case page", lambda: officer.get(f"/desk/case/{chance.choice(province.case_ids)}"))
    measure("board, the province", lambda: head.get("/board/"), max(requests // 10, 5))
    measure("portal home", lambda: citizen.get("/"))
    forms = [hidden_fields(officer.get("/desk/intake")) for _ in range(requests + 5)]
    measure("intake at the counter (the sending)", lambda: intake(officer, forms.pop(), chance))
    measure("its form", lambda: officer.get("/desk/intake"))
    receipt = intake(officer, hidden_fields(officer.get("/desk/intake")), chance)
    measure("its receipt with the QR code", lambda: officer.get(receipt))
    questions = [hidden_fields(citizen.get("/gui/phan-anh")) for _ in range(requests + 5)]
    measure("feedback from the portal (the sending)", lambda: feedback(citizen, questions.pop(), province, chance))
    counters = [officer.twin() for _ in range(COUNTERS)]
    told_rate("intake per second, four counters at once", counters, requests)


def told_rate(name: str, counters: list[Visitor], requests: int) -> None:
    """Print how many petitions so many counters get written down in a second."""
    each = requests // len(counters)
    forms = [[hidden_fields(one.get("/desk/intake")) for _ in range(each)] for one in counters]

    def work(place: int) -> None:
        for form in forms[place]:
            intake(counters[place], form, Random(place))

    seconds = clocked(lambda: run_together([partial(work, place) for place in range(len(counters))]))
    print(f"{name:<48} {each * len(counters) / seconds:>10.0f} /s", flush=True)


def run_together(works: list[Callable[[], None]]) -> None:
    """Each work in a thread of its own; returns when all are done, raises what one of them raised."""
    with ThreadPoolExecutor(len(works)) as pool:
        for future in [pool.submit(work) for work in works]:
            future.result()


def intake(officer: Visitor, form: dict[str, str], chance: Random) -> str:
    """One petition written down; the address of its receipt."""
    told = {
        "kind": "petition",
        "full_name": "Nguyễn Thị Lan",
        "phone": f"09{chance.randrange(10**8):08}",
        "address": "ấp Cầu Tre",
        "text": f"Đề nghị sửa đoạn đường {chance.randrange(10**6)} trước nhà văn hóa ấp, mưa là ngập.",
        "channel": "counter",
    }
    return officer.post("/desk/intake", {**form, **told}, follow=False)


def feedback(citizen: Visitor, form: dict[str, str], province: Province, chance: Random) -> str:
    """One citizen's word from a phone, already looked over; the address of its receipt."""
    told = {
        "unit_id": str(chance.choice(province.communes).unit_id),
        "text": f"Đèn đường số {chance.randrange(10**6)} tắt ba đêm nay.",
        "full_name": "Nguyễn Thị Lan",
        "phone": f"09{chance.randrange(10**8):08}",
        "do": "send",
    }
    return citizen.post("/gui/phan-anh", {**form, **told}, follow=False)


@contextmanager
def serving() -> Iterator[tuple[int, int]]:
    """The real server with one worker; its process id and port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "--workers", "1"]
    server = subprocess.Popen(
        [*command, "--blocking-threads", "4", "--log-level", "warning", "gandan.config.wsgi:application"]
    )
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        time.sleep(1)
        yield server.pid, port
    finally:
        server.terminate()
        server.wait(timeout=20)


@contextmanager
def told(name: str, *, per: int | None = None) -> Iterator[None]:
    """Print how long a block took, and how long each of `per` things."""
    start = time.perf_counter()
    yield
    seconds = time.perf_counter() - start
    each = f", {seconds / per * 1e3:.2f} ms each" if per else ""
    print(f"{name:<48} {seconds * 1e3:>10,.0f} ms{each}", flush=True)


def clocked(act: Callable[[], object]) -> float:
    """Seconds of one act."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def spread(name: str, took: list[float], cpu: float | None = None) -> None:
    """Print p50, p95 and, where accounted, the processor time of one."""
    ordered = sorted(took)
    p50, p95 = statistics.median(ordered), ordered[int(len(ordered) * 0.95) - 1]
    spent = f", CPU {cpu * 1e3:.1f} ms" if cpu is not None else ""
    print(f"{name:<48} p50 {p50 * 1e3:>7.1f} ms, p95 {p95 * 1e3:>7.1f} ms{spent}", flush=True)


if __name__ == "__main__":
    main()
