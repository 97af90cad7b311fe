"""Opening a report: whatever file it is, its text with its tables, or one sentence why it cannot be read.

The window: `read(body, name=…)` for bytes, `read_file(path)` for a file. No Django, no database.
"""

from __future__ import annotations

from pathlib import Path, PurePath

from gandan.reporting.documents.opening import apart, encodings, page, plain
from gandan.reporting.documents.opening.words import LARGEST, FileKind, Read, unreadable

__all__ = ["LARGEST", "SUFFIXES", "FileKind", "Read", "read", "read_file"]

SUFFIXES = frozenset((".txt", ".md", ".docx", ".pdf", ".html", ".htm", ".xhtml"))
_PDF, _ZIP, _OLE = b"%PDF-", (b"PK\x03\x04", b"PK\x05\x06"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_WORD_97 = "WordDocument".encode("utf-16-le")
_HTML_HEADS = (b"<!doctype html", b"<html", b"<?xml")
_BEGINNING = 1024


def read_file(path: Path) -> Read:
    """The text and tables of a file. Unreadable, with one sentence, when it is absent, too large or no text."""
    try:
        if path.stat().st_size > LARGEST:
            raise unreadable("huge")
        return read(path.read_bytes(), name=path.name)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as wrong:
        raise unreadable("absent") from wrong
    except PermissionError as wrong:
        raise unreadable("closed") from wrong


def read(body: bytes, *, name: str = "", seconds: int = apart.SECONDS) -> Read:
    """The text and tables of a file's bytes. What it is, is seen in the bytes; the name only helps with HTML.
    A PDF is read in a process of its own, for at most `seconds`."""
    if len(body) > LARGEST:
        raise unreadable("huge")
    if not body.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise unreadable("empty")
    if _PDF in body[:_BEGINNING]:
        return apart.read(body, seconds=seconds)
    if body.startswith(_ZIP):
        from gandan.reporting.documents.opening import word  # noqa: PLC0415  # python-docx is slow to load

        return word.read(body)
    _demand_readable(body)
    if _is_page(body, name):
        return page.read(body)
    text, encoding, notes = encodings.decode(body)
    if not text.strip():
        raise unreadable("empty")
    return Read(text, tuple(plain.tables(text)), FileKind.TEXT, encoding, notes)


def _demand_readable(body: bytes) -> None:
    if body.startswith(_OLE):
        raise unreadable("locked" if _LOCKED in body else "doc" if _WORD_97 in body else "binary")
    if body.startswith(b"{\\rtf"):
        raise unreadable("rtf")
    if body.startswith(_PICTURES) and b"\x00" in body[:_BEGINNING]:
        raise unreadable("picture")


def _is_page(body: bytes, name: str) -> bool:
    head = body[:_BEGINNING].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if PurePath(name).suffix.lower() in (".html", ".htm", ".xhtml"):
        return True
    return head.startswith(_HTML_HEADS[:2]) or (head.startswith(_HTML_HEADS[2]) and b"<html" in head)
