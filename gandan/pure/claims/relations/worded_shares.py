"""Shares whose own words say of what: "chiếm 84% số được đào tạo", "0,8% tổng kinh phí của đề án".

The whole is a figure that the text named with the same words, or the one that another share of the same words has.
No slip need explain the difference: the words are the evidence. Where place or year changes between them, nothing is
said.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from gandan.pure.claims import units
from gandan.pure.claims.arithmetic import interval, percent_of, share_verdict
from gandan.pure.claims.model import Claim, Relation
from gandan.pure.claims.reader import Page
from gandan.pure.claims.relations.percentages import Share, amounts, is_plan, told
from gandan.pure.claims.words import Nature, Qualifier, Verdict
from gandan.pure.vietnamese.patterns import lazy_pattern

_SAYS = lazy_pattern(
    r"\)? (?:trên |trong |của )?(?P<words>(?:tổng|số|toàn bộ|tỷ trọng|tỉ trọng) [^\ue000-\ue004,;:.()\n]{4,90})"
)
_NAMED = lazy_pattern(
    r"(?:tổng )?số (?:(?:được|đã|người|hộ|lao động) )*"
    r"(?P<name>(?:(?!(?:có|và|trong|với|đã|được|ở|tại|theo|so|để|là|cả)\b)\w+ ?){2,6})(?=$|có |và |đã |được )"
)
_COLLECTIVE = lazy_pattern(
    r"t[ỷỉ] trọng|tổng (?:kim ngạch|giá trị|thu|chi|vốn|nguồn vốn|kinh phí|doanh thu|mức đầu tư|vốn đầu tư)\b"
)
_PLACE = lazy_pattern(
    r"\b(?:huyện|xã|tỉnh|thành phố|phường|quận|thị xã|thị trấn|(?<!cơ )sở|(?<!nông )thôn|ấp|(?<!nhà )nước|khu vực|"
    r"cùng kỳ)\b"
)
_TIME = lazy_pattern(r"\ue003|\ue004{4}|\n[ \t]*\n")
_BRACKETED = lazy_pattern(r"[^\ue000-\ue004;:.\n]{0,16}\((?:chiếm|bằng|đạt)? ?$")
_FAR, _CLAUSE, _SAME_SYLLABLES = 600, 110, 4
_APART = Decimal("1.5")
Settled = tuple[Share, Claim]


def of_worded(
    pairs: Sequence[Share], index: int, settled: Sequence[Settled], wholes: Sequence[Claim]
) -> Relation | None:
    """The share against the whole that its words, or those of a share before it, name; None where they name none."""
    said = _words(pairs[index])
    found = (_by_name(pairs[index], said, wholes) or _by_same_words(pairs[index], said, settled)) if said else None
    return found or _inherited(pairs, index)


def _words(pair: Share) -> str:
    match = _SAYS.match(pair.line.page.mask, pair.percent.end)
    return match["words"] if match else ""


# -- the whole is a figure named with the same words -----------------------------------------------------------------


def _by_name(pair: Share, said: str, wholes: Sequence[Claim]) -> Relation | None:
    named, part, page = _NAMED.match(said), pair.part, pair.line.page
    before = [whole for whole in wholes if whole.end < part.start]
    exact = part.qualifier is pair.percent.qualifier is Qualifier.EXACT
    if named is None or not before or not exact or is_plan(pair):
        return None
    whole = before[0]
    apart = page.mask[whole.end : part.start]
    plain = (
        whole.qualifier is Qualifier.EXACT and units.kin(whole.unit, part.unit) and max(amounts(whole)) >= part.amount
    )
    if not plain or len(apart) > _CLAUSE or apart.count(".") > 1 or _TIME.search(apart) or _PLACE.search(apart):
        return None
    around = page.mask[max(0, whole.start - 50) : whole.end] + apart.split(".", maxsplit=1)[0]
    return told(page, Verdict.ERROR, pair.percent, part, whole) if named["name"].strip() in around else None


# -- the whole is that of another share with the same words ----------------------------------------------------------


def _by_same_words(pair: Share, said: str, settled: Sequence[Settled]) -> Relation | None:
    """ "… chiếm 18% tổng kinh phí thực hiện đề án. … 0,8% tổng kinh phí thực hiện đề án": of one whole."""
    page, part = pair.line.page, pair.part
    if not _is_money(part) or pair.percent.qualifier is not Qualifier.EXACT:
        return None
    for other, whole in reversed(settled):
        between = page.mask[other.percent.end : part.start]
        if len(between) > _FAR:
            return None
        if not _alike(said, _words(other)) or _TIME.search(between) or _PLACE.search(between):
            continue
        low, high = interval(part)
        if all(not _within(pair, low, high, amount) for amount in amounts(whole)):
            return told(page, Verdict.ERROR, pair.percent, part, whole)
    return None


def _within(pair: Share, low: Decimal, high: Decimal, amount: Decimal) -> bool:
    return share_verdict(pair.percent, (low, high), (amount, amount)) is not Verdict.ERROR


def _alike(one: str, other: str) -> bool:
    first, second = one.split(), other.split()
    size = min(len(first), len(second))
    return size >= _SAME_SYLLABLES and first[:size] == second[:size]


def _is_money(claim: Claim) -> bool:
    return claim.nature is Nature.AMOUNT and claim.unit in ("đồng", "usd", "đô") and claim.scale > 1


# -- the list's first share says of what they all are -----------------------------------------------------------------


def _inherited(pairs: Sequence[Share], index: int) -> Relation | None:
    """ "… 950 triệu USD (chiếm 31% tỷ trọng xuất khẩu); … 740 triệu USD (chiếm 7%)": goods of one list, in money."""
    pair = pairs[index]
    head = pairs[index - 1] if index else None
    if head is None or head.line is not pair.line or not _listed(head, pair) or _words(pair):
        return None
    if _COLLECTIVE.match(_words(head)) is None:
        return None
    base = (head.part.amount * 100 / head.percent.value).quantize(Decimal(1)) if head.percent.value else Decimal(0)
    computed = percent_of(pair.part.amount, base) if base else Decimal(0)
    low, high = sorted((computed, pair.percent.value))
    if low <= 0 or high < low * _APART or computed + head.percent.value > 100:
        return None
    return told(pair.line.page, Verdict.ERROR, pair.percent, pair.part, None, base=base)


def _listed(head: Share, pair: Share) -> bool:
    page = pair.line.page
    alike = units.equal(head.part.unit, pair.part.unit) and head.part.scale == pair.part.scale and _is_money(pair.part)
    bracketed = all(_BRACKETED.match(page.mask, one.part.end, one.percent.start) for one in (head, pair))
    between = page.mask[head.percent.end : pair.part.start]
    exact = all(claim.qualifier is Qualifier.EXACT for one in (head, pair) for claim in (one.part, one.percent))
    closed = not _PLACE.search(between) and "trong đó" not in between and not _TIME.search(between)
    return alike and bracketed and exact and closed and _is_common(page, pair.part)


def _is_common(page: Page, part: Claim) -> bool:
    """Whether the item is a thing, not a name: a country or a district has a whole of its own."""
    return part.subject[:1].islower() and not any(word[:1].isupper() for word in part.subject.split())
