"""Lists against the number that announces them: "4 xã: A, B, C, D"; "5 mặt hàng … Cụ thể, …; …; …; …; …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from gandan.pure.claims import repairs
from gandan.pure.claims.findings import tell
from gandan.pure.claims.layout import Line
from gandan.pure.claims.model import Claim, Relation
from gandan.pure.claims.words import Kind, Nature, Qualifier, Verdict
from gandan.pure.speech import Said
from gandan.pure.vietnamese.letters import CAPITALS
from gandan.pure.vietnamese.patterns import lazy_pattern

_PLACES = (
    "xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|thôn|bản|ấp|khóm|đơn vị|địa phương|điểm|sở|ban|ngành|cơ quan|"
    "nước|quốc gia"
)
_THINGS = (
    "mặt hàng|nhóm|nội dung|nhiệm vụ|lĩnh vực|giải pháp|sản phẩm|mô hình|dự án|chỉ tiêu|tiêu chí|công trình|" + _PLACES
)
_PLACE = lazy_pattern(rf"(?:{_PLACES})\b")
_THING = lazy_pattern(rf"(?:{_THINGS})\b")
_OPENS = lazy_pattern(r"[^\ue000-\ue004,;:.()\n]{0,40}?(?::| gồm:?| bao gồm:?| là:?| \() ?")
_NAME = (
    r"(?:(?:[Xx]ã|[Pp]hường|[Hh]uyện|[Tt]hị trấn|[Tt]hôn|[Bb]ản|[Ấấ]p|[Tt]ỉnh|[Tt]hành phố|TP\.?) )?"
    rf"[{CAPITALS}][^\W\d_]*(?:[ -][{CAPITALS}][^\W\d_]*){{0,4}}"
)
_NAMES = lazy_pattern(rf" ?((?>{_NAME}(?:(?:, ?| và |; ?){_NAME})+))(?!,| và |;|…|\.\.\.| ?/)")
_SEPARATOR = lazy_pattern(r", ?| và |; ?")
_SUCH_AS = lazy_pattern(r"như|ví dụ|điển hình|tiêu biểu|trong đó")
_SPECIFICALLY = lazy_pattern(r"cụ thể(?: là)?[,:]? |(?:gồm|là|sau):? ?")
_OPEN_END = lazy_pattern(r"…|\.\.\.|v\.v")


def counts(lines: Sequence[Line]) -> Iterator[Relation]:
    """Every announced list whose items are plain enough to count."""
    for index, line in enumerate(lines):
        for claim in line.claims:
            if _announces(claim):
                relation = _names(line, claim) or _items(lines, index, claim)
                if relation is not None:
                    yield relation


def _announces(claim: Claim) -> bool:
    whole = claim.nature is Nature.AMOUNT and claim.places == 0 and claim.scale == 1 and not claim.change
    return (
        whole and 2 <= claim.value <= 40 and claim.qualifier is Qualifier.EXACT and _THING.match(claim.unit) is not None
    )


def _names(line: Line, claim: Claim) -> Relation | None:
    """Proper names behind a colon or in brackets."""
    if _PLACE.match(claim.unit) is None:
        return None
    opening = _OPENS.match(line.page.mask, claim.end, line.end)
    if opening is None or _SUCH_AS.search(opening[0]):
        return None
    match = _NAMES.match(line.page.source.text, opening.end(), min(len(line.page.mask), line.end + 1))
    if match is None or _OPEN_END.search(line.page.mask[match.end() - 1 : match.end() + 3]):
        return None
    found = len(_SEPARATOR.split(match[1]))
    return _told(line, claim, found, match.end(1))


def _items(lines: Sequence[Line], index: int, claim: Claim) -> Relation | None:
    """Items between semicolons, each with its own figures, behind "cụ thể"."""
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None or lines[index].claims[-1].start != claim.start or following.fresh:
        return None
    opening = _SPECIFICALLY.match(following.words)
    if opening is None or not opening[0].startswith("cụ thể"):
        return None
    places = [place for place, depth in following.semicolons if depth == 0]
    edges = [following.start, *places, following.end]
    items = [following.level(one, two, 0) for one, two in pairwise(edges)]
    if len(items) < 3 or not all(items) or _OPEN_END.search(following.words[-6:]):
        return None
    alike = len({(item[0].nature, item[0].unit) for item in items}) == 1
    return _told(following, claim, len(items), following.end) if alike else None


def _told(line: Line, claim: Claim, found: int, end: int) -> Relation:
    holds = claim.value == found
    reason = (
        Said(f"Liệt kê đủ {found} mục.", f"All {found} are listed.")
        if holds
        else Said(
            f"Bài ghi {claim.text} nhưng chỉ liệt kê được {found} mục.", f"{claim.text} announced, {found} listed."
        )
    )
    return tell(
        line.page,
        Kind.COUNT,
        Verdict.OK if holds else Verdict.ERROR,
        (claim,),
        claimed=claim.text,
        computed=str(found),
        expression=f"{found} mục",
        reason=reason,
        repairs=() if holds else [repairs.repair(claim, Decimal(found))],
        span=(claim.start, end),
    )
