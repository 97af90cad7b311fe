"""Draw a page of the desk: whose seat it is and what that post may do stand on every page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gandan.doors.look.seating import seat_of
from gandan.foundation.people.rules import may
from gandan.foundation.people.words import Right, Role


def draw(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """The page with the officer's own furniture: name, post, and the menu of what the post may do."""
    seat = seat_of(request)
    rights = {right.value: may(seat, right) for right in Right}
    own = {"seat": seat, "rights": rights, "leads": seat.role is Role.HEAD}
    return render(request, template, {**own, **context}, status=status)
