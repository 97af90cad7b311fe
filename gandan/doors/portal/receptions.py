"""When the heads receive citizens in person: the announced calendar, by commune."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gandan.doors.look import clock
from gandan.doors.portal import places
from gandan.doors.portal.places import Place
from gandan.foundation.people.words import PUBLIC
from gandan.matters.reception import queries as reception
from gandan.matters.reception.words import SessionRow, SessionState

AHEAD = timedelta(days=62)


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """The next two months of the chosen commune; where several are served, the question which one comes first."""
    served = places.served(clock.today())
    chosen = places.chosen(request, served)
    context = {
        "served": places.options(served),
        "chosen": chosen,
        "sessions": coming(chosen, within=AHEAD) if chosen else [],
        "today": clock.today(),
    }
    response = render(request, "portal/receptions.html", context)
    return places.remember(request, response, str(chosen.unit_id)) if chosen and request.GET.get("xa") else response


def coming(place: Place, *, within: timedelta, start: date | None = None) -> list[SessionRow]:
    """The announced sessions of a commune's head from a day (today), those moved or called off included."""
    first = start or clock.today()
    rows = reception.calendar(PUBLIC, start=first, end=first + within, unit_ids=[place.unit_id])
    return [row for row in rows if row.state is not SessionState.HELD]
