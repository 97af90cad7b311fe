"""`gandan migrate`: bring the database to this version's tables and load the register of units."""

from __future__ import annotations

from argparse import Namespace

from django.core.management import call_command


def run(given: Namespace) -> int:
    """Exit status 0 when the database is ready."""
    call_command("migrate", verbosity=0, interactive=False)
    print("· cơ sở dữ liệu đã sẵn sàng · the database is ready")
    return 0
