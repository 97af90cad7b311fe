"""A filled form as a page draws it: the head as rectangles, every figure with the address of its records."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from gandan.doors.look.language import speak
from gandan.doors.look.templatetags.look import count
from gandan.pure.measure import Measure
from gandan.pure.speech import Said
from gandan.reporting.indicators.words import Figure, Rows
from gandan.reporting.reports import queries as reports
from gandan.reporting.reports.words import Filled, FilledRow, Finding, HeadCell, Outcome, RowKind, Value, ValueKind

DAY, UNIT = Said("Ngày", "Day"), Said("Đơn vị", "Unit")
MARKS = {ValueKind.NOT_REPORTED: "–", ValueKind.NOT_APPLICABLE: "x", ValueKind.SUPPRESSED: "•"}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table. Its cells are drawn here: a province has thousands of them."""

    name: Said
    address: str  # the form of that unit, for a unit under this one
    cells: SafeString
    total: bool


@dataclass(frozen=True, slots=True)
class Record:
    """One record behind a figure: its cells, each under its heading."""

    cells: tuple[tuple[Said, object], ...]
    weight: int


def table(measure: Measure, rows: Rows) -> list[Record]:
    """The records with their day and unit in front, where the measure's own columns do not tell them already."""
    paths = [path for path, _ in measure.columns]
    has_day, has_place = measure.day in paths, any(path.endswith("body__name") for path in paths)
    records = []
    for row in rows.rows:
        front = () if has_day else ((DAY, row.day),)
        place = () if has_place else ((UNIT, row.unit_name),)
        cells = tuple(zip(rows.headings, row.cells, strict=True))
        records.append(Record((*front, *place, *cells), row.weight))
    return records


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules of a form say of it."""

    failed: tuple[Finding, ...]
    unknown: int
    passed: int


def judged(filled: Filled) -> Judged:
    """The findings by their outcome."""
    outcomes = [finding.outcome for finding in filled.findings]
    failed = tuple(finding for finding in filled.findings if finding.outcome is Outcome.FAIL)
    return Judged(failed, outcomes.count(Outcome.CANNOT_EVALUATE), outcomes.count(Outcome.PASS))


def lines(filled: Filled, query: str) -> list[Line]:
    """The rows of a form; the total last."""
    failed = {(finding.row, finding.rule.whole) for finding in filled.findings if finding.outcome is Outcome.FAIL}
    opens = [reverse("desk:figure", args=[column.measure]) for column in filled.form.columns]
    return [_line(filled, row, query, opens, failed) for row in filled.rows]


def head_rows(filled: Filled) -> list[list[HeadCell]]:
    """The cells of the head, row by row."""
    cells = reports.head(filled.form)
    return [
        [cell for cell in cells if cell.row == level] for level in range(max(cell.row + cell.rows for cell in cells))
    ]


def address(figure: Figure) -> str:
    """Where a figure opens."""
    query = {"unit": figure.unit_id, "from": figure.start.isoformat(), "to": figure.end.isoformat()}
    if figure.alone:
        query["alone"] = "1"
    return f"{reverse('desk:figure', args=[figure.measure])}?{urlencode(query)}"


def _line(filled: Filled, row: FilledRow, query: str, opens: Sequence[str], failed: Container[tuple[str, int]]) -> Line:
    which = urlencode({"unit": row.unit_id, "from": filled.start.isoformat(), "to": filled.end.isoformat()})
    which += "&alone=1" if row.alone else ""
    cells = [
        _cell(value, f"{where}?{which}", wrong=(row.name.vi, column.number) in failed)
        for value, where, column in zip(row.values, opens, filled.form.columns, strict=True)
    ]
    down = f"?{query}&unit={row.unit_id}" if row.kind is RowKind.CHILD else ""
    return Line(row.name, down, mark_safe("".join(cells)), row.kind is RowKind.TOTAL)


def _cell(value: Value, where: str, *, wrong: bool) -> str:
    """A figure that opens; a zero, which has nothing to open; or the mark of what is no number, with its meaning."""
    tag = '<td class="wrong">' if wrong else "<td>"
    if value.number is None:
        return f'{tag}<abbr title="{escape(speak(value.kind.said))}">{MARKS.get(value.kind, "–")}</abbr></td>'
    if not value.number:
        return f"{tag}0</td>"
    return f'{tag}<a href="{escape(where)}">{count(value.number)}</a></td>'
