"""Statistical forms filled from the records; every figure opens to its rows; the same as XLSX and DOCX."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from gandan.doors.desk.drawing import draw
from gandan.doors.desk.forms import number, read_day
from gandan.doors.desk.reports import place, sheet
from gandan.doors.desk.reports.asking import period_of, picker
from gandan.doors.look import clock
from gandan.doors.look.paging import page_number
from gandan.doors.look.seating import seat_of, seated
from gandan.foundation.people.words import Right
from gandan.foundation.territory.words import UnitView
from gandan.pure.clock.periods import Period
from gandan.pure.refusal import Absent, Refused
from gandan.reporting.documents import queries as documents
from gandan.reporting.indicators import queries as indicators
from gandan.reporting.indicators.catalogue import measure
from gandan.reporting.indicators.words import Figure
from gandan.reporting.reports import queries as reports
from gandan.reporting.reports.words import Filled

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
    """A form of the viewer's unit, of one under it or one that went into it, for the period chosen."""
    today = clock.today()
    drawn = {"here": "forms", "code": code, "picker": picker(request.GET, today), "query": _query(request)}
    try:
        period = period_of(request.GET, today)
        units = place.units(seat_of(request), on=period.last, today=today)
        if len(units) > 1 and _asked_unit(request) is None:
            return draw(request, "desk/form_units.html", {**drawn, "units": units, "period": period})
        filled = _fill(request, code, period, _asked_unit(request) or _only(units))
    except Absent:
        raise
    except Refused as no:
        return draw(request, "desk/form.html", {**drawn, "refusal": no}, status=no.status)
    shown = {"filled": filled, "units": units, "judged": sheet.judged(filled), "head": sheet.head_rows(filled)}
    return draw(request, "desk/form.html", {**drawn, **shown, "lines": sheet.lines(filled, _query(request))})


@seated(Right.COUNT)
def form_xlsx(request: HttpRequest, code: str) -> HttpResponse:
    """The same form as a workbook in the official layout, every figure a link to its records."""
    filled = _fill(request, code, period_of(request.GET, clock.today()), _unit_id(request))
    body = documents.form_xlsx(filled, lambda figure: _outside(sheet.address(figure)))
    return _download(body, XLSX, f"{code.replace('/', '-')}-{filled.end:%Y%m%d}.xlsx")


@seated(Right.COUNT)
def form_docx(request: HttpRequest, code: str) -> HttpResponse:
    """The paragraph of the report on the same records, every number bound to its figure."""
    period = period_of(request.GET, clock.today())
    reports.form(code, on=period.last)
    paragraph = documents.reception_paragraph(seat_of(request), unit_id=_unit_id(request), period=period)
    body = documents.paragraph_docx(paragraph, lambda figure: _outside(sheet.address(figure)))
    return _download(body, DOCX, f"{code.replace('/', '-')}-{period.last:%Y%m%d}.docx")


@seated(Right.COUNT)
def figure(request: HttpRequest, measure_id: str) -> HttpResponse:
    """A figure opened: what it means, and exactly the records that it counts."""
    asked, wanted = measure(measure_id), _figure(request, measure_id)
    rows = indicators.opened(seat_of(request), wanted, page=page_number(request))
    drawn = {"here": "forms", "measure": asked, "figure": wanted, "rows": rows, "table": sheet.table(asked, rows)}
    return draw(request, "desk/figure.html", drawn)


def _fill(request: HttpRequest, code: str, period: Period, unit_id: int) -> Filled:
    return reports.fill(seat_of(request), code, unit_id=unit_id, start=period.first, end=period.last)


def _figure(request: HttpRequest, measure_id: str) -> Figure:
    start, end = read_day(request.GET.get("from", "")), read_day(request.GET.get("to", ""))
    if start is None or end is None or end < start:
        raise Absent
    return Figure(measure_id, _unit_id(request), start, end, request.GET.get("alone") == "1")


def _asked_unit(request: HttpRequest) -> int | None:
    return number(request.GET.get("unit", ""))


def _only(units: list[UnitView]) -> int:
    if not units:
        raise Absent
    return units[0].id


def _unit_id(request: HttpRequest) -> int:
    """The unit that an address names, else the viewer's own; whether it may be seen is the rooms' to say."""
    unit_id = _asked_unit(request) or seat_of(request).unit_id
    if unit_id is None:
        raise Absent
    return unit_id


def _query(request: HttpRequest) -> str:
    """The address's period without its unit, to go on with another unit."""
    query = request.GET.copy()
    query.pop("unit", None)
    return query.urlencode()


def _outside(path: str) -> str:
    """An address that works from a document on somebody's disk."""
    return f"{settings.GANDAN_ADDRESS}{path}"


def _download(body: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(body, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
