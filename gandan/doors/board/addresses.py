"""Where the marks of the board open: lists of cases and records of figures, both at the desk."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from gandan.matters.cases.words import Whose


def cases(**asked: object) -> str:
    """The queue narrowed so; days as days, nothing for what is None."""
    query = {name: str(value) for name, value in {"whose": Whose.REACH.value, **asked}.items() if value is not None}
    return f"{reverse('desk:home')}?{urlencode(query)}"


def records(measure_id: str, *, unit_id: int, start: date, end: date) -> str:
    """The records of a figure over a unit and all under it."""
    query = urlencode({"unit": unit_id, "from": start.isoformat(), "to": end.isoformat()})
    return f"{reverse('desk:figure', args=[measure_id])}?{query}"
