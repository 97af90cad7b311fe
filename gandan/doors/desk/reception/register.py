"""The register of visits (Sổ tiếp công dân, Mẫu 03/TCD), to read and to print."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from gandan.doors.desk.drawing import draw
from gandan.doors.desk.forms import read_day
from gandan.doors.look.paging import page_number
from gandan.doors.look.seating import seat_of, seated
from gandan.foundation.people.words import Right
from gandan.matters.reception import queries
from gandan.matters.reception.words import ReceivedBy, VisitFilter
from gandan.pure.vietnamese import clean


@seated(Right.LOOK)
def visits(request: HttpRequest) -> HttpResponse:
    """Visits of the viewer's body, the latest first, by words and days."""
    asked = _asked(request)
    page = queries.visits(seat_of(request), filter=asked, page=page_number(request))
    drawn = {"here": "visits", "page": page, "asked_visits": asked, "receivers": ReceivedBy}
    return draw(request, "desk/visits.html", drawn)


def _asked(request: HttpRequest) -> VisitFilter:
    query = request.GET
    receiver = next((word for word in ReceivedBy if word.value == query.get("by")), None)
    return VisitFilter(
        text=clean(query.get("q", ""))[:200],
        start=read_day(query.get("from", "")),
        end=read_day(query.get("to", "")),
        received_by=receiver,
        groups_only=query.get("groups") == "1",
    )
