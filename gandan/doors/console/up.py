"""`gandan up`: prepare, start the web server, and keep the figures fresh beside it."""

from __future__ import annotations

import json
import logging
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from argparse import Namespace

from django.db import DatabaseError, connection

from gandan.doors.console import demo, migrate
from gandan.doors.look.clock import moment
from gandan.reporting.indicators import actions as indicators

REFRESH_EVERY = 2.0  # seconds between two looks at the journal
PORTS_TO_TRY = 20


def run(given: Namespace) -> int:
    """Serve until interrupted. A second start finds the first and says where it is."""
    address = f"http://{given.host}:{given.port}"
    if is_gandan(address):
        print(f"Gần Dân đang chạy ở {address} · Gần Dân is already running there")
        return 0
    migrate.run(given)
    if given.demo:
        demo.load(moment(), report=lambda line: print(f"· {line}", flush=True))
        migrate.look_over()
    port = free_port(given.host, given.port)
    server = start_server(given.host, port, given.workers)
    print(f"\n  Gần Dân: http://{given.host}:{port}\n", flush=True)
    if given.demo:
        print(demo.sign_ins(f"http://{given.host}:{port}"), flush=True)
    return keep_company(server)


def start_server(host: str, port: int, workers: int) -> subprocess.Popen[bytes]:
    """The web server as a child process."""
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
    command += ["--workers", str(workers), "--blocking-threads", "4", "--no-ws", "--log-level", "warning"]
    environment = {**os.environ, "GANDAN_ADDRESS": os.environ.get("GANDAN_ADDRESS", f"http://{host}:{port}")}
    return subprocess.Popen([*command, "gandan.config.wsgi:application"], env=environment)


def keep_company(server: subprocess.Popen[bytes]) -> int:
    """Refresh the figures while the server lives; end with it, or end it on Ctrl-C."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        while server.poll() is None:
            refresh()
            time.sleep(REFRESH_EVERY)
        return server.returncode
    except KeyboardInterrupt:
        return 0
    finally:
        server.terminate()
        server.wait(timeout=10)


def refresh() -> None:
    """One look at the journal; a database that is away for a while is asked again at the next."""
    try:
        indicators.refresh()
    except DatabaseError:
        logging.getLogger(__name__).warning("the figures could not be refreshed; trying again", exc_info=True)
        connection.close()


def is_gandan(address: str) -> bool:
    """Whether a Gần Dân already answers at the address."""
    try:
        with urllib.request.urlopen(f"{address}/look/alive", timeout=1) as answer:
            return bool(json.load(answer).get("name") == "gandan")
    except (urllib.error.URLError, OSError, ValueError):
        return False


def free_port(host: str, wanted: int) -> int:
    """The wanted port, or the next one that nothing else holds."""
    for port in range(wanted, wanted + PORTS_TO_TRY):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return port
    raise SystemExit(f"gandan: không còn cổng trống từ {wanted} · no free port from {wanted}")
