"""`gandan migrate`: bring the database to this version's tables and load the register of units."""

from __future__ import annotations

from argparse import Namespace

from django.core.management import call_command
from django.db import connection

from gandan.doors.look.clock import moment
from gandan.foundation.territory import actions as territory
from gandan.foundation.territory import queries


def run(given: Namespace) -> int:
    """Exit status 0 when the database is ready."""
    call_command("migrate", verbosity=0, interactive=False)
    if not queries.loads():
        territory.load_register(at=moment())
    look_over()
    print("· cơ sở dữ liệu đã sẵn sàng · the database is ready", flush=True)
    return 0


def look_over() -> None:
    """Let SQLite look over its tables, so that it chooses the right index; PostgreSQL does so by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit = 1000")
            cursor.execute("ANALYZE")
