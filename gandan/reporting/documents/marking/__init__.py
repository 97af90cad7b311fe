"""Giving a checked report back: as a page, as a Word document with comments, as stretches for a door to draw.

The window: `blocks`, `marks` to draw, `page` for one self-contained HTML page, `document` for DOCX. No database.
"""

from __future__ import annotations

from gandan.pure.claims import Checked
from gandan.reporting.documents.marking.segments import Block, Mark, Place, Segment, blocks, marks
from gandan.reporting.documents.opening import FileKind, Read

__all__ = ["Block", "Mark", "Place", "Segment", "blocks", "document", "marks"]


def document(body: bytes, read: Read, checked: Checked) -> bytes:
    """The document as DOCX with a comment at each finding: the same document if it was one, else a new one."""
    from gandan.reporting.documents.marking import comments  # noqa: PLC0415  # python-docx is slow to load

    return comments.commented(body, checked) if read.kind is FileKind.DOCX else comments.written(checked)
