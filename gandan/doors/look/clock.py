"""The one reader of the wall clock. Doors ask here and pass the answer on as `at=`."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone


def moment() -> datetime:
    """Now, aware of its zone."""
    return timezone.now()


def today() -> date:
    """The day it is in Viet Nam."""
    return timezone.localtime(moment()).date()
