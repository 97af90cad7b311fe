"""Sentences of a text, as spans of it. A dot inside a number, after an abbreviation, after "khoản 1" or "Điều 5",
or after a list marker ends no sentence; a line that is only broken by the page goes on in the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gandan.pure.vietnamese.letters import CAPITALS, SMALLS
from gandan.pure.vietnamese.patterns import lazy_pattern

_PLACE = lazy_pattern(r"[.!?…](?!\d)|\n")  # a plain search first; no sentence ends before a digit
_STOP = lazy_pattern(
    rf"(?P<mark>(?<![.!?…])[.!?…]++[\"”’»)\]]*+)(?=\s+[\"“‘«(\[]*[{CAPITALS}\d]|\s*\Z|[{CAPITALS}][{SMALLS}])"
    r"|(?P<line>\n\s*+)"
)
_ABBREVIATION = lazy_pattern(
    r"(?:^|[\s(\"“/])(?:TP|Tp|TX|Tx|TT|Q|P|H|X|ThS|Ths|TS|PGS|GS|BS|CN|KS|CK1|CK2|Đ/c|đ/c|Tr|tr|St|Dr|Mr|Ms|[A-ZĐ]|TM|KT|TL|TUQ|VD|vd|Vd|NXB|Nxb)$"
)
_LABEL = lazy_pattern(
    r"(?:khoản|điều|điểm|mục|chương|phần|bảng|biểu|hình|phụ lục|tiết|câu|tiểu mục|bước|quyển|tập)\s+(?:số\s+)?"
    r"[\dIVXLa-zđ][\dIVXL.]{0,5}$",
    re.IGNORECASE,
)
_MARKER = lazy_pattern(r"\s*(?:[-+*•–]\s*)?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVXL]{1,6}|[a-zđ])\Z")
_NEW_LINE_STARTS = lazy_pattern(
    rf"[-+*•–‣▪●○◦·]|[\"“(]?[{CAPITALS}]|\d{{1,2}}(?:\.\d{{1,2}})*[.)/]\s|[a-zđ][.)]\s|[IVXL]{{1,6}}[.)]"
)
_ROMAN = frozenset("ivxl")
_WINDOW = 24  # how far back a dot looks for an abbreviation or a label


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `text == whole[start:end]`, without the spaces around it."""

    start: int
    end: int
    text: str


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text in order; offsets count characters of the text as given. Linear in its length."""
    start = 0
    for place in _PLACE.finditer(text):
        match = _STOP.match(text, place.start()) if place.start() >= start else None
        if match is None:
            continue
        if match["line"] is not None:
            end = match.start() if _breaks_line(text, match) else -1
        else:
            end = match.end("mark") if _breaks_dot(text, start, match) else -1
        if end >= 0:
            yield from _trimmed(text, start, end)
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Sentence]:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        first = start + len(piece) - len(piece.lstrip())
        yield Sentence(first, first + len(bare), bare)


def _breaks_line(text: str, match: re.Match[str]) -> bool:
    if match[0].count("\n") > 1:
        return True
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 12]
    return before in ".!?…:;" or _NEW_LINE_STARTS.match(after) is not None


def _breaks_dot(text: str, start: int, match: re.Match[str]) -> bool:
    if match["mark"][0] != "." or len(match["mark"]) > 1:
        return True
    at = match.start()
    last = text[max(start, at - 3) : at]
    if len(last) == 3 and last.isalpha() and last.islower() and not set(last) <= _ROMAN:
        return True  # a plain word: neither an abbreviation nor a number stands before the dot
    if _MARKER.match(text, start, at) is not None and at - start <= _WINDOW:
        return False
    before = text[max(start, at - _WINDOW) : at]
    return _ABBREVIATION.search(before) is None and _LABEL.search(before) is None
