"""Run a command that needs the database, and say in a sentence when it cannot be asked."""

from __future__ import annotations

from argparse import Namespace
from importlib import import_module

import django
from django.db import DatabaseError

from gandan.pure.refusal import Refused


def run(given: Namespace) -> int:
    """The command's exit status; Refused when the database is not there or not prepared."""
    django.setup()
    try:
        return int(import_module(f"gandan.doors.console.{given.command}").run(given))
    except DatabaseError as failure:
        raise Refused(
            "console.database",
            f"Không hỏi được cơ sở dữ liệu ({failure}). Hãy chạy: gandan migrate, rồi gandan doctor.",
            f"The database cannot be asked ({failure}). Run: gandan migrate, then gandan doctor.",
        ) from failure
