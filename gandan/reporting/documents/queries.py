"""The window of documents: draw a form or a paragraph from the records, read a document back."""

from __future__ import annotations

from gandan.foundation.people.rules import demand
from gandan.foundation.people.words import Right, Seat
from gandan.foundation.territory import queries as territory
from gandan.pure import claims
from gandan.pure.clock.periods import Period
from gandan.reporting.documents import letter as letters
from gandan.reporting.documents import prose, reading, spreadsheet
from gandan.reporting.documents.words import Address, Letter, Paragraph, ReadBack
from gandan.reporting.indicators import queries as indicators
from gandan.reporting.indicators.words import Figure
from gandan.reporting.reports.words import Filled


def form_xlsx(filled: Filled, address: Address | None = None) -> bytes:
    """A filled form as a workbook in the official layout; with `address`, every figure opens to its records."""
    return spreadsheet.draw(filled, address)


def reception_paragraph(viewer: Seat, *, unit_id: int, period: Period) -> Paragraph:
    """The paragraph of a report on receiving citizens and their petitions, written from the records of a unit and all
    under it, every number bound to its figure. Needs the right to read figures; Absent outside the viewer's area."""
    indicators.demand_area(viewer, [unit_id], period.first, period.last)
    unit = territory.unit(unit_id, period.last)
    values = indicators.totals(
        prose.RECEPTION,
        unit_ids=indicators.area(unit_id, period.first, period.last),
        start=period.first,
        end=period.last,
    )

    def bind(measure_id: str) -> Figure:
        return Figure(measure_id, unit_id, period.first, period.last)

    title = f"Kết quả tiếp công dân, tiếp nhận đơn {period.label.vi}"
    return Paragraph(unit.name, period.last.year, title, prose.reception(unit.in_text, period, values, bind))


def paragraph_docx(paragraph: Paragraph, address: Address, *, letter: Letter | None = None) -> bytes:
    """The paragraph as an administrative document (NĐ 30/2020/NĐ-CP), each number a link to its records inside a
    content control that names its figure. Without `letter`, the frame of the unit's People's Committee."""
    return letters.draw(paragraph, letter or _letter_of(paragraph), address)


def read_back(viewer: Seat, docx: bytes) -> ReadBack:
    """A document read back and compared with the records: numbers that changed, numbers nobody bound, sums that do
    not hold. Unreadable when it is no DOCX; Absent when it binds figures outside the viewer's area."""
    demand(viewer, Right.COUNT)
    read = reading.read(docx)
    bound = [number for _, _, number in read.bound]
    for number in bound:
        indicators.demand_area(viewer, [number.figure.unit_id], number.figure.start, number.figure.end)
    checked = claims.check(read.text)
    spans = [(start, end) for start, end, _ in read.bound]
    said = indicators.values(number.figure for number in bound)
    return ReadBack(
        text=read.text,
        bound=tuple(bound),
        changed=tuple((number, said[number.figure]) for number in bound if number.printed != said[number.figure]),
        unbound=tuple(
            claim
            for claim in checked.claims
            if not any(start <= claim.start and claim.end <= end for start, end in spans)
        ),
        checked=checked,
    )


def _letter_of(paragraph: Paragraph) -> Letter:
    place = paragraph.unit_name.partition(" ")[2] or paragraph.unit_name
    name = paragraph.unit_name[:1].lower() + paragraph.unit_name[1:]
    return Letter(
        body=f"Ủy ban nhân dân\n{name}",
        place=place,
        year=paragraph.year,
        capacity="TM. Ủy ban nhân dân",
    )
