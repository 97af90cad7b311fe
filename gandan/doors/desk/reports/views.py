"""Statistical forms filled from the records; every figure opens to its rows; the same as XLSX and DOCX."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from gandan.doors.desk.drawing import draw
from gandan.doors.desk.forms import number, read_day
from gandan.doors.desk.reports import sheet
from gandan.doors.desk.reports.asking import period_of, picker
from gandan.doors.look import clock
from gandan.doors.look.paging import page_number
from gandan.doors.look.seating import seat_of, seated
from gandan.foundation.people.words import Right, Seat
from gandan.pure.refusal import Absent, Refused
from gandan.reporting.documents import queries as documents
from gandan.reporting.indicators import queries as indicators
from gandan.reporting.indicators.catalogue import measure
from gandan.reporting.indicators.words import Figure
from gandan.reporting.reports import queries as reports
from gandan.reporting.reports.words import Filled, Outcome

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@seated(Right.COUNT)
def forms(request: HttpRequest) -> HttpResponse:
    """The forms in force; the only one opens at once."""
    found = reports.forms(clock.today())
    if len(found) == 1:
        return redirect("desk:form", found[0].code)
    return draw(request, "desk/forms.html", {"here": "forms", "forms": found})


@seated(Right.COUNT)
def form(request: HttpRequest, code: str) -> HttpResponse:
    """A form of the viewer's unit, or of one under it, for the period chosen."""
    drawn = {"here": "forms", "code": code, "picker": picker(request.GET, clock.today())}
    try:
        filled = _filled(request, code)
    except Absent:
        raise
    except Refused as no:
        return draw(request, "desk/form.html", {**drawn, "refusal": no}, status=no.status)
    judged = {
        "failed": [finding for finding in filled.findings if finding.outcome is Outcome.FAIL],
        "unknown": [finding for finding in filled.findings if finding.outcome is Outcome.CANNOT_EVALUATE],
        "passed": sum(finding.outcome is Outcome.PASS for finding in filled.findings),
    }
    shown = {"filled": filled, "head": sheet.head_rows(filled), "lines": sheet.lines(filled, _query(request))}
    return draw(request, "desk/form.html", {**drawn, **judged, **shown, "query": request.GET.urlencode()})


@seated(Right.COUNT)
def form_xlsx(request: HttpRequest, code: str) -> HttpResponse:
    """The same form as a workbook in the official layout, every figure a link to its records."""
    filled = _filled(request, code)
    body = documents.form_xlsx(filled, lambda figure: _outside(sheet.address(figure)))
    return _download(body, XLSX, f"{code.replace('/', '-')}-{filled.end:%Y%m%d}.xlsx")


@seated(Right.COUNT)
def form_docx(request: HttpRequest, code: str) -> HttpResponse:
    """The paragraph of the report on the same records, every number bound to its figure."""
    seat = seat_of(request)
    period = period_of(request.GET, clock.today())
    unit_id = _unit_id(request, seat)
    paragraph = documents.reception_paragraph(seat, unit_id=unit_id, period=period)
    body = documents.paragraph_docx(paragraph, lambda figure: _outside(sheet.address(figure)))
    return _download(body, DOCX, f"{code.replace('/', '-')}-{period.last:%Y%m%d}.docx")


@seated(Right.COUNT)
def figure(request: HttpRequest, measure_id: str) -> HttpResponse:
    """A figure opened: what it means, and exactly the records that it counts."""
    asked, seat = measure(measure_id), seat_of(request)
    wanted = _figure(request, measure_id, seat)
    rows = indicators.opened(seat, wanted, page=page_number(request))
    return draw(request, "desk/figure.html", {"here": "forms", "measure": asked, "figure": wanted, "rows": rows})


def _filled(request: HttpRequest, code: str) -> Filled:
    seat = seat_of(request)
    period = period_of(request.GET, clock.today())
    return reports.fill(seat, code, unit_id=_unit_id(request, seat), start=period.first, end=period.last)


def _figure(request: HttpRequest, measure_id: str, seat: Seat) -> Figure:
    start, end = read_day(request.GET.get("from", "")), read_day(request.GET.get("to", ""))
    if start is None or end is None or end < start:
        raise Absent
    return Figure(measure_id, _unit_id(request, seat), start, end, request.GET.get("alone") == "1")


def _unit_id(request: HttpRequest, seat: Seat) -> int:
    """The unit that an address names, else the viewer's own; whether it may be seen is the rooms' to say."""
    unit_id = number(request.GET.get("unit", "")) or seat.unit_id
    if unit_id is None:
        raise Absent
    return unit_id


def _outside(path: str) -> str:
    """An address that works from a document on somebody's disk."""
    return f"{settings.GANDAN_ADDRESS}{path}"


def _download(body: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(body, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _query(request: HttpRequest) -> str:
    query = request.GET.copy()
    query.pop("unit", None)
    return query.urlencode()
