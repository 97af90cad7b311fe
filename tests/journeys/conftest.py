"""The real thing: `gandan up --demo` in a process of its own with a fresh home, and a real Chromium in front of it."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db import connection
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
PATIENCE = 240  # seconds for the demo province to load on a slow machine


@dataclass(frozen=True, slots=True)
class Running:
    """A started Gần Dân."""

    address: str
    said: str  # what the command printed: address and sign-ins
    environment: dict[str, str]

    def console(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Another `gandan` command on the same installation."""
        return subprocess.run(
            [sys.executable, "-m", "gandan.doors.console.main", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def password(self) -> str:
        """The demo password, as the command told it."""
        found = re.search(r"mật khẩu[^:]*: *(\S+)", self.said)
        assert found, self.said
        return found.group(1)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    home = tmp_path_factory.mktemp("gandan")
    environment = {**os.environ, "GANDAN_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    drop: Callable[[], None] | None = None
    if connection.vendor == "postgresql":
        environment["GANDAN_DATABASE"], drop = own_database(os.environ["GANDAN_DATABASE"])
    port = free_port()
    log = home / "log"
    with log.open("w") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "gandan.doors.console.main", "up", "--demo", "--port", str(port)],
            env=environment,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/look/alive", server, log)
        yield Running(address, log.read_text(encoding="utf-8"), environment)
    finally:
        server.terminate()
        server.wait(timeout=20)
        if drop:
            drop()


def own_database(server: str) -> tuple[str, Callable[[], None]]:
    """A fresh database on the server of the tests: its URL, and how to drop it."""
    name = f"gandan_journey_{os.getpid()}"

    def run(statement: str) -> None:
        with psycopg.connect(server, autocommit=True) as line:
            line.execute(statement)

    run(f'CREATE DATABASE "{name}"')
    return urlsplit(server)._replace(path=f"/{name}").geturl(), lambda: run(f'DROP DATABASE "{name}" WITH (FORCE)')


def wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        assert server.poll() is None, log.read_text(encoding="utf-8")
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    raise AssertionError(f"not up after {PATIENCE} s\n{log.read_text(encoding='utf-8')}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert path, "no Chromium on this machine: bin/test installs it"
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        )
        yield browser
        browser.close()


@pytest.fixture
def phone(chromium: Browser, running: Running) -> Iterator[Page]:
    """A citizen's phone."""
    context = chromium.new_context(viewport=PHONE, base_url=running.address, locale="vi-VN")
    yield context.new_page()
    context.close()


@pytest.fixture
def counter(chromium: Browser, running: Running) -> Iterator[BrowserContext]:
    """An office computer, on which several officers may sign in one after another."""
    context = chromium.new_context(viewport=DESKTOP, base_url=running.address, locale="vi-VN")
    yield context
    context.close()
