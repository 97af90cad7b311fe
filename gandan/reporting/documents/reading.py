"""Reading a DOCX back: its text, and the bound numbers with the figures they name. What comes in is somebody's file:
it is opened with limits, and what cannot be read is refused with a sentence."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from gandan.pure.refusal import Unreadable
from gandan.pure.vietnamese import parse_number
from gandan.reporting.documents.words import Bound
from gandan.reporting.indicators.words import Figure

LARGEST = 20 * 1024 * 1024
LARGEST_OPENED = 100 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Read:
    """The text of a document with the stretches of it that are bound."""

    text: str
    bound: tuple[tuple[int, int, Bound], ...]  # start, end in `text`


def read(docx: bytes) -> Read:
    """The text of a DOCX, tables left out, and its bound numbers; Unreadable when it is no document or too large."""
    text: list[str] = []
    bound: list[tuple[int, int, Bound]] = []
    length = 0
    for paragraph in _open(docx).element.body.iterchildren(qn("w:p")):
        for piece, tag in _pieces(paragraph):
            if tag is not None:
                bound.append((length, length + len(piece), _bound(piece, tag)))
            text.append(piece)
            length += len(piece)
        text.append("\n")
        length += 1
    return Read("".join(text), tuple(bound))


def _open(docx: bytes) -> Any:
    try:
        with zipfile.ZipFile(BytesIO(docx)) as packed:
            opened = sum(part.file_size for part in packed.infolist())
        if len(docx) > LARGEST or opened > LARGEST_OPENED:
            raise Unreadable(
                "documents.too_large",
                "Tệp quá lớn. Xin bỏ bớt hình ảnh rồi gửi lại (tối đa 20 MB).",
                "The file is too large. Please take out pictures and send it again (20 MB at most).",
            )
        return Document(BytesIO(docx))
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as wrong:
        raise Unreadable(
            "documents.not_docx",
            "Tệp này không phải văn bản Word (DOCX). Xin lưu lại dưới dạng .docx rồi gửi lại.",
            "This file is not a Word document (DOCX). Please save it as .docx and send it again.",
        ) from wrong


def _pieces(paragraph: Any) -> Iterator[tuple[str, str | None]]:
    """The paragraph's text in pieces, each with the tag of the bound control it stands in."""
    for element in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br")):
        text = (element.text or "") if element.tag == qn("w:t") else " "
        yield text, _tag_over(element)


def _tag_over(element: Any) -> str | None:
    for above in element.iterancestors(qn("w:sdt")):
        tag = above.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        if tag is not None and "|" in tag.get(qn("w:val"), ""):
            return str(tag.get(qn("w:val")))
    return None


def _bound(text: str, tag: str) -> Bound:
    number = parse_number(text)
    whole = number is not None and number.value == number.value.to_integral_value()
    return Bound(Figure.of_tag(tag), text, int(number.value) if number is not None and whole else None)
