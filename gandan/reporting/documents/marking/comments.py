"""The document given back as DOCX with a Word comment at each finding; the words of the document are not touched.

Where Word takes no comment (text boxes, notes) it stands at the place in the body that carries the box or the note.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from copy import deepcopy
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.run import Run

from gandan.pure.claims import Checked
from gandan.reporting.documents.marking.segments import Mark, marks
from gandan.reporting.documents.opening.word import Piece, opened

AUTHOR, INITIALS = "Gần Dân", "GD"
MOST_COMMENTS = 1_000
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def commented(docx: bytes, checked: Checked) -> bytes:
    """A DOCX with its findings as comments. `checked` is of the text that opening these bytes gave."""
    document = opened(docx)
    return _marked(document.document, document.pieces, checked)


def written(checked: Checked) -> bytes:
    """A new DOCX of the text of another kind of file, with its findings as comments."""
    document = Document()
    pieces: list[Piece] = []
    at = 0
    for line in checked.text.split("\n"):
        paragraph = document.add_paragraph()
        for index, words in enumerate(line.split("\t")):
            if index:
                paragraph.add_run("\t")
                at += 1
            if words:
                element = paragraph.add_run(_FORBIDDEN.sub(" ", words))._r.find(qn("w:t"))
                pieces.append(Piece(at, at + len(words), element))
                at += len(words)
        at += 1
    return _marked(document, pieces, checked)


def _marked(document: Any, pieces: Sequence[Piece], checked: Checked) -> bytes:
    found = marks(checked)[:MOST_COMMENTS]
    runs = _cut(pieces, sorted({edge for mark in found for edge in (mark.relation.start, mark.relation.end)}))
    starts = [start for start, _, _ in runs]
    for mark in found:
        first = bisect_right(starts, mark.relation.start) - 1
        last = bisect_left(starts, mark.relation.end) - 1
        if first >= 0 and last >= 0:
            _comment(document, runs[first][2], runs[max(first, last)][2], mark)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def _comment(document: Any, first: Any, last: Any, mark: Mark) -> None:
    told = [f"{mark.number}. {mark.relation.verdict.said.vi.capitalize()}", *(line.vi for line in mark.told)]
    document.add_comment(
        [Run(first, document._body), Run(last, document._body)], "\n".join(told), author=AUTHOR, initials=INITIALS
    )


def _cut(pieces: Sequence[Piece], edges: Sequence[int]) -> list[tuple[int, int, Any]]:
    """The runs of the text cut at every edge: (start, end, run)."""
    runs: list[tuple[int, int, Any]] = []
    for piece in pieces:
        if piece.anchor is not None:
            runs.append((piece.start, piece.end, piece.anchor))
            continue
        low, high = bisect_left(edges, piece.start), bisect_left(edges, piece.end)
        inner = list(edges[low:high])
        if inner and inner[0] == piece.start:
            _part(piece.element)
            inner.pop(0)
        element, start = piece.element, piece.start
        for edge in inner:
            rest = _split(element, edge - start)
            runs.append((start, edge, element.getparent()))
            element, start = rest, edge
        if high < len(edges) and edges[high] == piece.end:
            _end(element)
        runs.append((start, piece.end, element.getparent()))
    return runs


def _split(element: Any, at: int) -> Any:
    """Cut a `w:t` in two; the second half, at the head of a run of its own."""
    rest = OxmlElement("w:t")
    rest.text, element.text = element.text[at:], element.text[:at]
    for one in (rest, element):
        one.set(_SPACE, "preserve")
    element.addnext(rest)
    _part(rest)
    return rest


def _part(element: Any) -> None:
    """Begin a new run, of the same look, with this element."""
    run = element.getparent()
    if not any(before.tag != qn("w:rPr") for before in element.itersiblings(preceding=True)):
        return
    fresh = OxmlElement("w:r")
    properties = run.find(qn("w:rPr"))
    if properties is not None:
        fresh.append(deepcopy(properties))
    for one in (element, *element.itersiblings()):
        fresh.append(one)
    run.addnext(fresh)


def _end(element: Any) -> None:
    """End the run with this element: what follows it moves to a run of its own."""
    following = element.getnext()
    if following is not None:
        _part(following)
