"""From bytes to text: by the mark in front, by what is valid, by what the letters look like; no silent guess."""

from __future__ import annotations

import codecs
import re

from gandan.pure.speech import Said
from gandan.reporting.documents.opening import legacy
from gandan.reporting.documents.opening.words import unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_VIETNAMESE = re.compile(r"[ăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵ\u0300\u0301\u0303\u0309\u0323]", re.IGNORECASE)
_SAMPLE = 65_536


def decode(body: bytes) -> tuple[str, str, tuple[Said, ...]]:
    """The text, the name of its encoding, and what the reader should know. Unreadable when it is no text."""
    marked = next((name for mark, name in _MARKS if body.startswith(mark)), "")
    name = marked or _wide(body) or "utf-8"
    try:
        text = body.decode(name)
    except UnicodeDecodeError as wrong:
        if marked or name != "utf-8":
            raise unreadable("encoding") from wrong
        return _old(body)
    _demand_text(text)
    text, note = legacy.modern(text)
    return text, name, (note,) if note else ()


def _wide(body: bytes) -> str:
    """UTF-16 without its mark: every other byte of mostly Latin text is zero."""
    sample = body[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half < 4 or (even + odd) * 4 < half:
        return ""
    if odd > 8 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 8 * odd else ""


def _old(body: bytes) -> tuple[str, str, tuple[Said, ...]]:
    """Bytes that are no UTF-8: TCVN3, VNI (refused), or the Vietnamese code page of Windows."""
    if _is_binary(body[:_SAMPLE]):
        raise unreadable("binary")
    seen = body.decode("latin-1")
    text, note = legacy.modern(seen)
    if note:
        return text, "tcvn3", (note,)
    text = body.decode("cp1258", errors="replace")
    letters = len(_VIETNAMESE.findall(text[:_SAMPLE]))
    if "\ufffd" in text or letters < 4 or letters * 12 < len(text[:_SAMPLE].replace(" ", "")):
        raise unreadable("encoding")
    said = Said("Văn bản dùng bảng mã Windows-1258; đã đọc theo bảng mã đó.", "The text was read as Windows-1258.")
    return text, "cp1258", (said,)


def _is_binary(sample: bytes) -> bool:
    return b"\x00" in sample or sum(byte < 9 or 13 < byte < 27 for byte in sample) * 100 > len(sample)


def _demand_text(text: str) -> None:
    sample = text[:_SAMPLE]
    if "\x00" in sample or len(_CONTROLS.findall(sample)) * 100 > len(sample):
        raise unreadable("binary")
