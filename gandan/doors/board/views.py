"""The board of the head: one screen, and the list of what is late behind it."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gandan.doors.board import heat
from gandan.doors.board.figures import MEASURES, Figures, spark, tells_against
from gandan.doors.board.span import chosen, spans
from gandan.doors.look import clock
from gandan.doors.look.paging import page_number
from gandan.doors.look.seating import seat_of, seated
from gandan.foundation.people.words import Right, Seat
from gandan.matters.cases import queries as cases
from gandan.matters.reception import queries as reception
from gandan.pure.refusal import Absent
from gandan.pure.speech import Said
from gandan.reporting.indicators import queries as indicators

ON_TIME = Said("Trả lời đúng hạn", "Answered on time")
SETTLED = Said("đơn đã giải quyết trong kỳ", "settled in the period")
SATISFIED = Said("Người dân hài lòng", "Satisfied citizens")
RATED = Said("hồ sơ được đánh giá trong kỳ", "cases rated in the period")


@seated(Right.LOOK)
@seated(Right.COUNT)
def home(request: HttpRequest) -> HttpResponse:
    """What is late, how it was answered, what came in, who received the people, what they thought of it."""
    seat, today = seat_of(request), clock.today()
    span = chosen(request.GET.get("span", ""), today)
    work = cases.overview(seat, at=today, start=span.start, end=span.end)
    unit_id = _unit_id(seat)
    first = Figures.first_day(span)
    area = indicators.area(unit_id, first, span.end)
    figures = Figures(indicators.courses(MEASURES, unit_ids=area, start=first, end=span.end), unit_id, span)
    drawn = {
        "here": "board",
        "today": today,
        "span": span,
        "spans": spans(today),
        "work": work,
        "standing": work.standing,
        "heat": heat.rows(work.standing, today),
        "columns": heat.columns(),
        "ages": heat.ages(work.standing, today),
        "on_time": figures.share("cases.settled_on_time", "cases.settled", ON_TIME, SETTLED),
        "against": tells_against(figures, late=work.standing.late, open_=work.standing.open),
        "satisfied": figures.share("cases.satisfied", "cases.rated", SATISFIED, RATED),
        "received": figures.total("cases.received"),
        "received_address": figures.address("cases.received"),
        "received_trend": spark(figures.weeks("cases.received")),
        "settled_trend": spark(figures.weeks("cases.settled")),
        "fields": figures.by_field(),
        "kept": _kept(seat, today),
    }
    return _draw(request, "board/home.html", drawn)


@seated(Right.LOOK)
@seated(Right.COUNT)
def late(request: HttpRequest) -> HttpResponse:
    """Every late case, the longest first, with the reason that its record tells."""
    seat, today = seat_of(request), clock.today()
    asked = request.GET.get("unit", "")
    unit_id = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else None
    found = cases.late(seat, at=today, unit_id=unit_id, page=page_number(request))
    return _draw(request, "board/late.html", {"late": found, "today": today, "unit_id": unit_id})


def _unit_id(seat: Seat) -> int:
    if seat.unit_id is None:
        raise Absent
    return seat.unit_id


def _kept(seat: Seat, today: date) -> object:
    """How the head of the viewer's own body kept the duty to receive in person, this year."""
    if seat.body_id is None:
        return None
    rows = reception.compliance(seat, start=date(today.year, 1, 1), end=today, office_ids=[seat.body_id])
    return rows[0] if rows else None


def _draw(request: HttpRequest, template: str, drawn: dict[str, object]) -> HttpResponse:
    return render(request, template, {"seat": seat_of(request), **drawn})
