"""DOCX as one text: paragraphs, tables, text boxes, then foot- and endnotes; and the way back to the runs.

Inserted text counts, deleted text does not. Page headers are left out: they repeat.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from gandan.pure.claims.tables import Cell
from gandan.reporting.documents.opening import legacy, packed
from gandan.reporting.documents.opening.layout import Covered, Layout, covered
from gandan.reporting.documents.opening.words import FileKind, Read, unreadable

_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FALLBACK, _BOX = f"{_MARKUP}Fallback", qn("w:txbxContent")
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-", qn("w:ptab"): "\t"}
_SKIPPED = frozenset((_FALLBACK, qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), qn("w:instrText"), _BOX))
_NOTES = ("footnotes", "endnotes")
_MOST_COLUMNS = 60
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text and the element it is written in; `anchor` is the run of the body that stands for it where
    it cannot carry a comment itself (a text box, a note)."""

    start: int
    end: int
    element: Any
    anchor: Any = None


@dataclass
class Opened:
    """A document opened: python-docx's tree, what was read, and the pieces in the order of the text."""

    document: Any
    read: Read
    pieces: list[Piece] = field(default_factory=list)


def read(body: bytes) -> Read:
    """The text and the tables of a DOCX; Unreadable when it is none, or a trap."""
    return opened(body).read


def opened(body: bytes) -> Opened:
    """The document with the way back from its text to its runs."""
    packed.demand_document(body)
    try:
        document = Document(BytesIO(body))
    except (PackageNotFoundError, *packed.BROKEN) as wrong:
        raise unreadable("docx") from wrong
    body_of_text = document.element.find(qn("w:body"))
    if body_of_text is None:
        raise unreadable("docx")
    walk = _Walk()
    walk.blocks(body_of_text)
    for notes, anchors in _notes(document):
        walk.notes(notes, anchors)
    text, note = legacy.modern(walk.layout.text)
    if not text.strip():
        raise unreadable("empty")
    read = Read(text, tuple(walk.layout.tables), FileKind.DOCX, "utf-8", (note,) if note else ())
    return Opened(document, read, walk.pieces)


def _notes(document: Any) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Each part of notes, with the runs of the body that refer to them."""
    for relation in document.part.rels.values():
        kind = relation.reltype.rsplit("/", 1)[-1]
        if kind in _NOTES and not relation.is_external:
            sign = qn(f"w:{kind[:-1]}Reference")
            anchors = {one.get(qn("w:id")): one.getparent() for one in document.element.body.iter(sign)}
            try:
                yield parse_xml(relation.target_part.blob), anchors
            except SyntaxError as wrong:
                raise unreadable("docx") from wrong


class _Walk:
    """One walk over the body: blocks in order, boxes after the paragraph that holds them."""

    def __init__(self) -> None:
        self.layout = Layout()
        self.pieces: list[Piece] = []
        self.boxes: list[tuple[Any, Any]] = []

    def blocks(self, parent: Any, anchor: Any = None, depth: int = 0) -> None:
        """Paragraphs and tables under an element, through content controls and the like."""
        if depth > _DEEPEST * 4:
            return
        for element in parent.iterchildren():
            if element.tag == qn("w:p"):
                self._paragraph(element, anchor)
                self.layout.part()
                self._boxes(depth)
            elif element.tag == qn("w:tbl"):
                self._table(element, anchor)
                self._boxes(depth)
            elif element.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:moveTo")):
                self.blocks(element, anchor, depth + 1)

    def _boxes(self, depth: int) -> None:
        """The text boxes of the paragraph or table that was just laid."""
        waiting, self.boxes = self.boxes, []
        for box, anchor in waiting:
            self.blocks(box, anchor, depth + 1)

    def notes(self, root: Any, anchors: dict[str, Any]) -> None:
        """The notes that the body refers to."""
        for note in root.iterchildren():
            anchor = anchors.get(note.get(qn("w:id")))
            if anchor is not None:
                self.layout.part()
                self.blocks(note, anchor)

    def _paragraph(self, paragraph: Any, anchor: Any, *, joined: bool = False) -> None:
        boxes: list[Any] = []
        for element in _texts(paragraph, boxes):
            text = (element.text or "") if element.tag == qn("w:t") else _SIGNS[element.tag]
            if joined:
                text = text.replace("\t", " ").replace("\n", " ")
            self._piece(text, element, anchor)
        self.boxes += [(box, anchor if anchor is not None else _run_over(box, paragraph)) for box in boxes]

    def _piece(self, text: str, element: Any, anchor: Any) -> None:
        if text:
            self.pieces.append(Piece(*self.layout.add(text), element, anchor))

    def _table(self, table: Any, anchor: Any) -> None:
        self.layout.part()
        laid: list[list[Cell]] = []
        for row in _rows(table):
            cells: list[Cell] = []
            before = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
            self._gap(cells, _number(before) if before is not None else 0)
            for cell in _cells(row):
                if cells:
                    self.layout.add("\t")
                self._cell(cell, anchor, laid, cells)
            laid.append(cells)
            self.layout.add("\n")
        self.layout.tables.append(laid)
        self.layout.add("\n")

    def _gap(self, cells: list[Cell], places: int) -> None:
        cells.extend([Cell("", self.layout.length, self.layout.length)] * min(places, _MOST_COLUMNS))

    def _cell(self, cell: Any, anchor: Any, laid: list[list[Cell]], cells: list[Cell]) -> None:
        properties = cell.find(qn("w:tcPr"))
        merged = properties.find(qn("w:vMerge")) if properties is not None else None
        span = properties.find(qn("w:gridSpan")) if properties is not None else None
        if merged is not None and merged.get(qn("w:val"), "continue") == "continue":
            cells.append(covered(laid, cells, Covered.ABOVE, self.layout.length))
        else:
            start = self.layout.length
            for index, paragraph in enumerate(_paragraphs(cell)):
                if index and self.layout.length > start:
                    self.layout.add(" ")
                self._paragraph(paragraph, anchor, joined=True)
            text = self.layout.text_from(start)
            lead = len(text) - len(text.lstrip())
            cells.append(Cell(text.strip(), start + lead, start + lead + len(text.strip())))
        for _ in range(min(_number(span) if span is not None else 1, _MOST_COLUMNS) - 1):
            cells.append(covered(laid, cells, Covered.LEFT, self.layout.length))


def _paragraphs(parent: Any) -> Iterator[Any]:
    """The paragraphs under a cell, those of a table inside it too, but not those of text boxes."""
    stack = [iter(parent)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag == qn("w:p"):
            yield element
        elif element.tag not in _SKIPPED:
            stack.append(iter(element))


def _texts(parent: Any, boxes: list[Any]) -> Iterator[Any]:
    """What is written under an element, in order, without what is deleted; text boxes are put aside."""
    stack = [iter(parent)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag == _BOX:
            boxes.append(element)
        elif element.tag == qn("w:t") or element.tag in _SIGNS:
            yield element
        elif element.tag not in _SKIPPED and element.tag != qn("w:p"):
            stack.append(iter(element))


def _run_over(box: Any, paragraph: Any) -> Any:
    """The run of the paragraph that carries a text box."""
    found = None
    for above in box.iterancestors():
        if above is paragraph:
            return found
        if above.tag == qn("w:r"):
            found = above
    return found


def _rows(table: Any) -> Iterator[Any]:
    for element in table.iterchildren():
        if element.tag == qn("w:tr"):
            yield element
        elif element.tag in (qn("w:sdt"), qn("w:ins")):
            yield from element.iter(qn("w:tr"))


def _cells(row: Any) -> Iterator[Any]:
    for element in row.iterchildren():
        if element.tag == qn("w:tc"):
            yield element
        elif element.tag == qn("w:sdt"):
            yield from element.iter(qn("w:tc"))


def _number(element: Any) -> int:
    given = element.get(qn("w:val"), "1")
    return int(given) if given.isdigit() else 1
