"""One load for all tests of a module, taken back at its end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection, transaction

NOW = datetime(2026, 9, 23, 10, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))  # a Wednesday


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: pytest.Item) -> Iterator[Callable[[Callable[[], object]], object]]:
    """Run something once against the database of this module."""

    @contextmanager
    def taken_back() -> Iterator[None]:
        with django_db_blocker.unblock():
            with transaction.atomic():
                yield
                transaction.set_rollback(True)
            _sweep()

    with taken_back():
        yield lambda load: load()


def _sweep() -> None:
    """PostgreSQL keeps rows that were taken back until it is swept; its planner, told meanwhile that the tables are
    empty, would join them for minutes in the next module."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
