"""Load the days of a notice, after a look at which deadlines it moves."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, HttpResponse

from gandan.doors.desk.calendar.reading import days_of
from gandan.doors.desk.drawing import draw
from gandan.doors.desk.forms import Form, number
from gandan.doors.look import clock
from gandan.doors.look.fields import Field, Option
from gandan.doors.look.seating import seat_of, seated
from gandan.foundation.deadlines import actions as deadlines
from gandan.foundation.deadlines import queries as calendars
from gandan.foundation.deadlines.words import Loaded
from gandan.foundation.people.words import Right, Seat
from gandan.foundation.territory import queries as territory
from gandan.foundation.territory.words import Tier
from gandan.matters.cases import actions as cases
from gandan.pure.refusal import Refused
from gandan.pure.speech import Said

COUNTRY = Option("country", Said("Cả nước", "The whole country"))


def fields(seat: Seat) -> tuple[Field, ...]:
    """What the page asks: for whom the days hold, and the days."""
    own = territory.unit(seat.unit_id, clock.today()) if seat.unit_id else None
    units = (Option(str(own.id), Said(own.name, own.name)),) if own else ()
    scopes = (COUNTRY, *units) if own is None or own.tier in (Tier.CENTRAL, Tier.PROVINCE) else units
    return (
        Field(name="unit", label=Said("Áp dụng cho", "Holds for"), kind="select", required=True, options=scopes),
        Field(
            name="days",
            label=Said("Các ngày của thông báo, mỗi ngày một dòng", "The days of the notice, one a line"),
            kind="longtext",
            required=True,
            rows=8,
            maxlength=40_000,
            hint=Said(
                "Ngày; loại; lý do; số văn bản. Ví dụ: 16/02/2026; nghỉ bù; Tết Nguyên đán; Thông báo 12/TB-BNV",
                "Day; kind; reason; document. Example: 16/02/2026; in lieu; Tết; Notice 12/TB-BNV",
            ),
        ),
    )


@seated(Right.MANAGE)
def calendar(request: HttpRequest) -> HttpResponse:
    """Paste a notice, see how many deadlines it moves, then load it; and the days loaded this year."""
    seat, form, loaded = seat_of(request), Form(fields(seat_of(request)), request), None
    if request.method == "POST":
        try:
            loaded = _load(form, seat, kept="load" in request.POST)
        except Refused as no:
            form.refused(no)
    today = clock.today()
    drawn = {
        "here": "calendar",
        "form": form,
        "loaded": loaded,
        "kept": "load" in request.POST,
        "days": [row for unit in (None, seat.unit_id) for row in calendars.days_loaded(today.year, unit_id=unit)],
        "year": today.year,
    }
    return draw(request, "desk/calendar.html", drawn, status=form.status)


def _load(form: Form, seat: Seat, *, kept: bool) -> Loaded:
    """Load the notice; where it is only looked at, everything is taken back."""
    given = form.read()
    rows, unit_id = days_of(form.request.POST.get("days", "")), number(given["unit"])
    with transaction.atomic():
        loaded = deadlines.load_calendar_days(rows, by=seat, at=clock.moment(), unit_id=unit_id)
        cases.follow_clocks({moved.folder_id for moved in loaded.moved})
        transaction.set_rollback(not kept)
    return loaded
