"""The home page: what is due, in the order it is due; the same list found by words."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from gandan.doors.desk.drawing import draw
from gandan.doors.desk.queue.asking import EVERYWHERE, Asked
from gandan.doors.desk.queue.sums import sums
from gandan.doors.look import clock
from gandan.doors.look.paging import page_number
from gandan.doors.look.seating import seat_of, seated
from gandan.foundation.people.rules import may
from gandan.foundation.people.words import Right
from gandan.matters.cases import queries as cases


def home(request: HttpRequest) -> HttpResponseBase:
    """Where a post begins: its queue, or for those who read no cases what they are there for."""
    seat = seat_of(request)
    if may(seat, Right.LOOK):
        return queue(request)
    return redirect("desk:calendar" if may(seat, Right.MANAGE) else "desk:forms")


@seated(Right.LOOK)
def queue(request: HttpRequest) -> HttpResponse:
    """Fifty cases, the most pressing first, with the sums that open."""
    seat, today = seat_of(request), clock.today()
    asked = Asked.of(request.GET)
    page = cases.queue(seat, at=today, filter=asked.filter, page=page_number(request))
    few = sums(cases.sums(seat, at=today, whose=asked.whose), asked, today)
    return draw(
        request, "desk/queue.html", {"here": "queue", "page": page, "asked": asked, "sums": few, "today": today}
    )


@seated(Right.LOOK)
def search(request: HttpRequest) -> HttpResponse:
    """Cases by number, receipt, name or words, open and closed; a single hit opens at once."""
    asked = Asked.of(request.GET, otherwise=EVERYWHERE)
    page = cases.queue(seat_of(request), at=clock.today(), filter=asked.filter, page=page_number(request))
    if page.total == 1 and asked.text:
        return redirect("desk:case", page.rows[0].id)
    return draw(request, "desk/search.html", {"page": page, "asked": asked})
