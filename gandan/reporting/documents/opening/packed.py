"""What a packed file is before it is opened: a Word document, another office file, a plain archive, or a trap."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from gandan.reporting.documents.opening.words import LARGEST_OPENED, MOST_PARTS, unreadable

_DOCUMENT = "word/document.xml"
_OTHERS = (("xl/workbook", "sheet"), ("ppt/presentation", "sheet"), ("content.xml", "odt"))
BROKEN = (
    zipfile.BadZipFile, zlib.error, LookupError, ValueError, AttributeError, TypeError, SyntaxError, RuntimeError,
    OSError, EOFError, OverflowError,
)  # fmt: skip
"""What the readers of ZIP and XML raise on damaged files."""
_RATIO, _SMALL = 200, 5 * 1024 * 1024


def demand_document(body: bytes) -> None:
    """Unreadable unless these bytes are a Word document of a bearable size that declares no entities."""
    try:
        with zipfile.ZipFile(BytesIO(body)) as packed:
            parts = packed.infolist()
            names = {part.filename for part in parts}
            if sum(part.file_size for part in parts) > LARGEST_OPENED or len(parts) > MOST_PARTS:
                raise unreadable("bomb")
            if any(_bursts(part) for part in parts):
                raise unreadable("bomb")
            if _DOCUMENT not in names or "[Content_Types].xml" not in names:
                raise unreadable(_otherwise(names))
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and _declares(packed, part):
                    raise unreadable("docx")
    except BROKEN as wrong:
        raise unreadable("docx") from wrong


def _bursts(part: zipfile.ZipInfo) -> bool:
    return part.file_size > _SMALL and part.file_size > _RATIO * max(part.compress_size, 1)


def _otherwise(names: set[str]) -> str:
    """Why an archive is no Word document."""
    for start, code in _OTHERS:
        if any(name.startswith(start) for name in names):
            return code
    return "docx" if any(name.startswith("word/") for name in names) else "zip"


def _declares(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Office files never declare a document type; one that does wants its entities expanded."""
    with packed.open(part) as opened:
        head = opened.read(2048).replace(b"\x00", b"")
    return b"<!DOCTYPE" in head or b"<!ENTITY" in head
