"""Real files made for the tests: a PDF written by hand, a Word document with everything that hides text."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import parse_xml

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in (
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
        ("v", "urn:schemas-microsoft-com:vml"),
    )
)
SUM = "Tiếp nhận 2.070 đơn, gồm 1.333 đơn đủ điều kiện, 773 đơn không đủ điều kiện."


def saved(document: Any) -> bytes:
    """The bytes of a python-docx document."""
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def word(*paragraphs: str, rows: Sequence[Sequence[str]] = ()) -> bytes:
    """A plain document, with a table behind its paragraphs."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        fill(document.add_table(rows=0, cols=len(rows[0])), rows)
    return saved(document)


def fill(table: Any, rows: Sequence[Sequence[str]]) -> None:
    """Rows of words into a table."""
    for words in rows:
        for cell, text in zip(table.add_row().cells, words, strict=True):
            cell.text = text


def insert(paragraph: Any, xml: str) -> None:
    """Raw WordprocessingML at the end of a paragraph."""
    head, tail = xml.split(">", 1) if "/>" not in xml[: xml.index(">") + 1] else (xml[:-2], "")
    paragraph._p.append(parse_xml(f"{head} {NAMESPACES}>{tail}" if tail else f"{head} {NAMESPACES}/>"))


def pdf(*lines: str, image: bool = False, table: Sequence[Sequence[str]] = (), trailer: str = "") -> bytes:
    """A PDF of one page written by hand (ASCII only): lines of text, a ruled table, perhaps only a picture."""
    drawn = [f"BT /F1 11 Tf 50 {780 - 16 * index} Td ({line}) Tj ET" for index, line in enumerate(lines)]
    for r, row in enumerate(table):
        for c, text in enumerate(row):
            x, y = 50 + 100 * c, 500 - 20 * r
            drawn.append(f"{x} {y} 100 20 re S BT /F1 11 Tf {x + 5} {y + 6} Td ({text}) Tj ET")
    if image:
        drawn.append("q 500 0 0 700 50 50 cm /I1 Do Q")
    content = "\n".join(drawn).encode("ascii")
    picture = b"\x80" * 12
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> /XObject << /I1 6 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceRGB "
        b"/Length %d >>\nstream\n%s\nendstream" % (len(picture), picture),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    body += b"".join(b"%010d 00000 n \n" % place for place in places)
    extra = trailer.encode("ascii")
    return body + b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, extra, start)


def packed(**parts: bytes) -> bytes:
    """A ZIP archive."""
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return kept.getvalue()
