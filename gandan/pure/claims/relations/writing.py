"""One thing written two ways in one text: a document's symbol, a person's name."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from gandan.pure.claims.findings import tell
from gandan.pure.claims.model import Relation, Repair
from gandan.pure.claims.reader import Page
from gandan.pure.claims.words import Kind, Verdict
from gandan.pure.speech import Said
from gandan.pure.vietnamese.letters import CAPITALS, SMALLS
from gandan.pure.vietnamese.patterns import lazy_pattern

_SURNAME = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Lâm|Trịnh|Mai|Cao|Lương|Tạ|"
    "Châu|Hà|Tô|Thái|Quách"
)
_NAME = lazy_pattern(
    rf"(?:{_SURNAME})(?: [{CAPITALS}][{SMALLS}]{{1,6}}){{2,3}}\b(?! "
    rf"[{CAPITALS}][{SMALLS}])"
)
_ROLE = lazy_pattern(
    r"(?:Phó |Quyền )?(?:Chủ tịch|Bí thư|Trưởng|Giám đốc|Chánh|Cục trưởng|Bộ trưởng|Thứ trưởng|Vụ trưởng|Hiệu "
    r"trưởng|Chủ nhiệm)"
    r"(?:[ ,-]+[^\W\d_]+){0,10}"
)
_OTHERS = lazy_pattern(r" (?:và|cùng|ông|bà|đồng chí|dự|đã|phát|đề|cho|là|chủ trì|tham|đến)\b")
_TRAILING = lazy_pattern(r"[ ,:-]*$")


def writing(page: Page) -> Iterator[Relation]:
    """Symbols and names that the text itself writes in two ways."""
    yield from _symbols(page)
    yield from _names(page)


def _symbols(page: Page) -> Iterator[Relation]:
    groups = defaultdict(list)
    for symbol in page.symbols:
        if symbol.kind and symbol.author:
            groups[symbol.normal].append(symbol)
    for normal, group in groups.items():
        styles = {re.sub(r"\s", "", symbol.raw).replace("–", "-").lstrip("0") for symbol in group}
        odd = [symbol for symbol in group if symbol.ambiguous]
        if len(styles) > 1 and odd:
            symbol = odd[0]
            why = Said("lối viết của cơ quan ban hành", "the issuing body's own manner")
            yield tell(
                page,
                Kind.CONSISTENCY,
                Verdict.QUESTION,
                (),
                claimed=symbol.raw,
                computed=normal,
                expression=" / ".join(sorted(styles)),
                reason=Said(
                    "Một văn bản được viết số, ký hiệu theo hai cách.", "One document's symbol is written in two ways."
                ),
                repairs=[Repair(symbol.start, symbol.end, symbol.raw, normal, why)],
                span=(symbol.start, symbol.end),
            )


def _names(page: Page) -> Iterator[Relation]:
    """Two spellings of a name that differ by marks only, of a person with one office."""
    text = page.source.text
    groups: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for match in _NAME.finditer(text):
        if match.start() and text[match.start() - 1].isalnum():
            continue
        groups[_bare(match[0])].append((match[0], match.start(), match.end()))
    for group in groups.values():
        first = group[0]
        other = next((one for one in group[1:] if one[0] != first[0]), None)
        if other is None:
            continue
        offices = _offices(text, first), _offices(text, other)
        same_office = bool(offices[0] & offices[1])
        yield tell(
            page,
            Kind.CONSISTENCY,
            Verdict.ERROR if same_office else Verdict.QUESTION,
            (),
            claimed=other[0],
            computed=first[0],
            expression=f"{first[0]} / {other[0]}",
            reason=Said(
                f"Tên người viết hai cách: {first[0]} và {other[0]}.",
                f"A name spelled two ways: {first[0]}, {other[0]}.",
            ),
            repairs=[Repair(other[1], other[2], other[0], first[0], Said("như lần viết trước", "as written before"))],
            span=(other[1], other[2]),
        )


def _bare(name: str) -> str:
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "".join(char for char in plain if not unicodedata.combining(char))


def _offices(text: str, name: tuple[str, int, int]) -> set[str]:
    """The offices named right beside a name, cut to their first words so that long and short titles meet."""
    _, start, end = name
    found = set()
    for match in _ROLE.finditer(text, max(0, start - 90), start):
        if _TRAILING.fullmatch(text, match.end(), start) and not _OTHERS.search(match[0]):
            found.add(_title(match[0]))
    behind = lazy_pattern(r" ?[,(–-] ?").match(text, end)
    match_behind = _ROLE.match(text, behind.end()) if behind else None
    if match_behind:
        found.add(_title(_OTHERS.split(match_behind[0])[0]))
    return found


def _title(words: str) -> str:
    return " ".join(words.replace(",", " ").split()[:5]).lower()
