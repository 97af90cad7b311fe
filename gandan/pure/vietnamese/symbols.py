"""Document symbols (*số, ký hiệu văn bản*): `31/KH-UBND`, `16-CT/TTg`, `59/2023/NĐ-CP`, `125/UBND-NC`.

NĐ 30/2020/NĐ-CP for the State's documents (number/TYPE-AUTHOR), the Party's own practice (number-TYPE/AUTHOR).
People mix the two, so the parser is tolerant and keeps what was written beside what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gandan.pure.vietnamese.patterns import lazy_pattern

TYPES: dict[str, str] = {
    "NQ": "nghị quyết",
    "QĐ": "quyết định",
    "CT": "chỉ thị",
    "QC": "quy chế",
    "QyĐ": "quy định",
    "QĐi": "quy định",
    "TC": "thông cáo",
    "TB": "thông báo",
    "HD": "hướng dẫn",
    "CTr": "chương trình",
    "CTrHĐ": "chương trình hành động",
    "KH": "kế hoạch",
    "PA": "phương án",
    "ĐA": "đề án",
    "DA": "dự án",
    "BC": "báo cáo",
    "BB": "biên bản",
    "TTr": "tờ trình",
    "HĐ": "hợp đồng",
    "CĐ": "công điện",
    "BGN": "bản ghi nhớ",
    "BTT": "bản thỏa thuận",
    "GUQ": "giấy ủy quyền",
    "GM": "giấy mời",
    "GGT": "giấy giới thiệu",
    "GNP": "giấy nghỉ phép",
    "PG": "phiếu gửi",
    "PC": "phiếu chuyển",
    "PB": "phiếu báo",
    "KL": "kết luận",
    "CV": "công văn",
    "NĐ": "nghị định",
    "TT": "thông tư",
    "TTLT": "thông tư liên tịch",
    "NQLT": "nghị quyết liên tịch",
    "L": "luật",
    "PL": "pháp lệnh",
    "VBHN": "văn bản hợp nhất",
}
_PARTY = lazy_pattern(r"(?:TW|TU|HU|ThU|QU|ĐU|ĐUK|BTCTW|UBKTTW|BDVTW|BTGTW|BNCTW|VPTW)(?![A-ZĐa-z])")
_SPACE = r"[ \u00a0]{0,2}"
_SYMBOL = lazy_pattern(
    r"(?<![\w/.,-])(?P<number>\d{1,5})"
    rf"(?:{_SPACE}/{_SPACE}(?P<year>(?:19|20)\d\d))?"
    rf"(?P<first>{_SPACE}[/–-]{_SPACE})(?P<type>[A-ZĐ][A-Za-zĐđ]{{0,5}}\d{{0,2}})"
    rf"(?:(?P<second>{_SPACE}[/–-]{_SPACE})(?P<author>[A-ZĐ][A-Za-zĐđ]*\d{{0,2}}(?:[-.&][A-ZĐ][A-Za-zĐđ]*\d{{0,2}}){{0,4}}))?"
    r"(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Symbol:
    """One document symbol found in a text: `raw` as written, `normal` as it should be, `start`/`end` in the text given.
    `kind` is the code of the type ("KH"), empty for a công văn; `ambiguous` when the writing mixes the two practices
    or the type is not known."""

    raw: str
    start: int
    end: int
    number: int
    year: int | None
    kind: str
    author: str
    normal: str
    ambiguous: bool

    @property
    def kind_name(self) -> str:
        """The Vietnamese name of the type, empty when not known."""
        return TYPES.get(self.kind, "")


def find_symbols(text: str) -> Iterator[Symbol]:
    """Every document symbol of a text, in order. `24/85 xã` is none."""
    for match in _SYMBOL.finditer(text):
        symbol = _read(match)
        if symbol is not None:
            yield symbol


def symbol_at(text: str, start: int) -> Symbol | None:
    """The document symbol that begins at this place of the text, or None."""
    match = _SYMBOL.match(text, start)
    return _read(match) if match else None


def parse_symbol(text: str) -> Symbol | None:
    """The symbol that the whole text is ("số" in front and spaces around are allowed), or None."""
    bare = re.sub(r"^\s*(?:[Ss]ố\s*:?)?\s*|\s+$", "", text)
    match = _SYMBOL.fullmatch(bare)
    return _read(match) if match else None


def _read(match: re.Match[str]) -> Symbol | None:
    kind, author = match["type"], match["author"] or ""
    known = kind in TYPES
    spaced = any(" " in (part or "") or "\u00a0" in (part or "") for part in (match["first"], match["second"]))
    if spaced and not known:
        return None
    if not known and author and not kind.isupper():
        return None
    dash_first, party = match["first"].strip() != "/", _PARTY.match(author) is not None
    ambiguous = (not known and not _is_office(kind)) or (known and bool(author) and dash_first != party)
    year = int(match["year"]) if match["year"] else None
    code, office = (kind, author) if known else ("", "-".join(filter(None, (kind, author))))
    return Symbol(
        raw=match[0],
        start=match.start(),
        end=match.end(),
        number=int(match["number"]),
        year=year,
        kind=code,
        author=office,
        normal=_normal(match["number"], year, code, office, party),
        ambiguous=ambiguous,
    )


def _is_office(code: str) -> bool:
    return re.match(r"UBND|HĐND|VP|VPCP|QH\d|UBTVQH|MTTQ|SNV|STC|BNV", code) is not None


def _normal(number: str, year: int | None, kind: str, author: str, party: bool) -> str:
    front = f"{int(number):02}" + (f"/{year}" if year else "")
    if not kind:
        return f"{front}/{author}"
    if not author:
        return f"{front}/{kind}"
    return f"{front}-{kind}/{author}" if party else f"{front}/{kind}-{author}"
