"""Which row stands under which: ordinals ("I", "1", "1.1", "-") make levels; "Tổng cộng" stands over all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gandan.pure.vietnamese.patterns import lazy_pattern

_TOTAL = lazy_pattern(
    r"(?:tổng (?:số )?cộng|tổng số|tổng|cộng|cộng chung|cộng dồn|toàn tỉnh|toàn huyện|toàn xã|toàn thành phố|cả "
    r"nước|cả tỉnh"
    r"|toàn quốc|total|grand total|sum)(?: chung)?(?: toàn (?:tỉnh|huyện|xã|thành phố|"
    r"ngành))?[\s:.]*(?:\((?![^()]*(?:không|trừ|chưa|trong đó))[^()]*\))?[\s:.]*"
)
_SUBTOTAL = lazy_pattern(r"(?:cộng|tổng|tổng cộng|tổng số|cộng nhóm)\b.{0,40}")
_MARKS = (
    ("dotted", lazy_pattern(r"\d{1,2}(?:\.\d{1,2})+\.?(?=\s|$)")),
    ("roman", lazy_pattern(r"[IVX]{1,5}[.)]?(?=\s|$)")),
    ("letter", lazy_pattern(r"[A-ZĐ][.)]?(?=\s|$)")),
    ("number", lazy_pattern(r"\d{1,3}[.)]?(?=\s|$)")),
    ("small", lazy_pattern(r"[a-zđ][.)](?=\s|$)")),
    ("dash", lazy_pattern(r"[-+•*–](?=\s|\w)")),
)
_WITHIN = lazy_pattern(r"^(?:[-+•*–]\s*)?(?:trong đó|chia ra|gồm|bao gồm|của đó|riêng)\b", re.IGNORECASE)
_FORMULA = lazy_pattern(r"\(\s*((?:[IVX]+|[A-ZĐ]|\d{1,2})(?:\s*\+\s*(?:[IVX]+|[A-ZĐ]|\d{1,2}))+)\s*\)")


@dataclass(frozen=True, slots=True)
class Row:
    """A row's place: its ordinal, its depth, whether it is a total, whether it is told as a part ("trong đó")."""

    mark: str
    depth: int
    total: bool
    within: bool
    terms: tuple[str, ...]


def order(labels: Sequence[str]) -> tuple[Row, ...]:
    """The place of each row. Depth is the order in which kinds of ordinals first appear."""
    depths: dict[str, int] = {}
    found = []
    for label in labels:
        kind, mark, words = _split(label)
        total = is_total(words)
        if not total and kind not in depths:
            depths[kind] = len(depths)
        depth = -1 if total else depths[kind] + (mark.count(".") if kind == "dotted" else 0)
        formula = _FORMULA.search(label)
        terms = tuple(term.strip() for term in formula[1].split("+")) if formula else ()
        found.append(Row(mark.strip(".)"), depth, total, _WITHIN.match(words or label) is not None, terms))
    return tuple(found)


def _split(label: str) -> tuple[str, str, str]:
    for kind, pattern in _MARKS:
        if match := pattern.match(label):
            return kind, match[0], label[match.end() :].strip()
    return "none", "", label


def is_total(words: str) -> bool:
    """Whether a label or a heading says total and nothing else.

    >>> is_total("Tổng cộng"), is_total("Tổng số (I+II)"), is_total("Tổng số hộ nghèo"), is_total("Cộng đồng")
    (True, True, False, False)
    """
    return _TOTAL.fullmatch(words.strip().lower()) is not None


def is_flat(rows: Sequence[Row]) -> bool:
    """Whether the rows stand side by side: one level, no parts of parts."""
    return not any(row.within for row in rows) and len({row.depth for row in rows if not row.total}) <= 1


def children(rows: Sequence[Row], index: int) -> list[int]:
    """The rows directly under a row: from it to the next of its depth, those of the least depth."""
    found: list[int] = []
    least: int | None = None
    for below in range(index + 1, len(rows)):
        row = rows[below]
        if row.depth <= rows[index].depth:
            break
        if least is None or row.depth < least:
            least, found = row.depth, []
        if row.depth == least:
            found.append(below)
    return found
