"""`gandan form`: a statistical form from the records."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from gandan.foundation.people.words import SYSTEM
from gandan.foundation.territory import queries as territory
from gandan.pure.vietnamese import count, day
from gandan.reporting.documents import queries as documents
from gandan.reporting.reports import queries as reports
from gandan.reporting.reports.words import Filled, FilledRow, Outcome, Value

MARK = {Outcome.PASS: "✓", Outcome.FAIL: "✗", Outcome.CANNOT_EVALUATE: "?"}


def run(given: Namespace) -> int:
    """Exit status 0 when every sum rule of the form holds, 1 when one fails."""
    unit = territory.unit_on(given.code_of_unit, given.end)
    filled = reports.fill(SYSTEM, given.code, unit_id=unit.id, start=given.start, end=given.end)
    if given.json:
        print(json.dumps(as_json(filled), ensure_ascii=False, indent=2))
    elif given.xlsx:
        put(documents.form_xlsx(filled), given.xlsx, name=filled.form.code.replace("/", "-"))
    else:
        tell(filled)
    return 1 if any(finding.outcome is Outcome.FAIL for finding in filled.findings) else 0


def put(workbook: bytes, path: Path, *, name: str) -> None:
    """Write a workbook to a file and say where; without a name to the output, into a file where that is a terminal."""
    if path == Path("-"):
        if not sys.stdout.isatty():
            sys.stdout.buffer.write(workbook)
            return
        path = Path(f"{name}.xlsx")
    path.write_bytes(workbook)
    print(path)


def as_json(filled: Filled) -> dict[str, Any]:
    """The form with its rows; a place that holds no number is null, its `kinds` say why."""
    return {
        "act": filled.form.act,
        "code": filled.form.code,
        "unit": filled.unit_name,
        "from": filled.start.isoformat(),
        "to": filled.end.isoformat(),
        "columns": [
            {"number": c.number, "title": c.title.vi, "measure": c.measure, "counted_in": c.counted_in.vi}
            for c in filled.form.columns
        ],
        "rows": [
            {
                "kind": row.kind.value,
                "unit": row.name.vi,
                "values": [value.number for value in row.values],
                "kinds": [value.kind.value for value in row.values],
            }
            for row in filled.rows
        ],
        "findings": [{"row": f.row, "outcome": f.outcome.value, "said": f.said.vi} for f in filled.findings],
        "notes": [note.vi for note in filled.notes],
    }


def tell(filled: Filled) -> None:
    """The total line by line, who is missing, and how the rules judge it."""
    print(f"{filled.form.code} · {filled.form.act}\n{filled.form.title.vi}")
    print(f"{filled.unit_name}, {day(filled.start)} – {day(filled.end)}\n")
    for column, value in zip(filled.form.columns, filled.total.values, strict=True):
        print(f"{column.number:>3}  {shown(value):>10}  {column.title.vi} ({column.counted_in.vi})")
    print()
    for finding in judged(filled, filled.total):
        print(f"  {MARK[finding.outcome]} {finding.said.vi}")
    for note in filled.notes:
        print(f"  ! {note.vi}\n    {note.en}")


def judged(filled: Filled, row: FilledRow) -> list[Any]:
    """The findings of one row."""
    return [finding for finding in filled.findings if finding.row == row.name.vi]


def shown(value: Value) -> str:
    """A number the Vietnamese way; a dash where there is none."""
    return "–" if value.number is None else count(value.number)
