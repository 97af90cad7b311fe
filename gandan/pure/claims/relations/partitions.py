"""Totals whose parts simply follow: "2.070 đơn, đủ điều kiện 1.333 đơn, không đủ điều kiện 737 đơn"; and remainders:
"phải ban hành 56 văn bản, đã ban hành 45 văn bản, nợ 11 văn bản".

What adds up is confirmed. What does not is an error only between words that divide a whole (đúng hạn and trễ hạn) and
when a slip of the hand explains it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gandan.pure.claims import repairs, units
from gandan.pure.claims.arithmetic import add_up
from gandan.pure.claims.layout import Line
from gandan.pure.claims.model import Claim, Relation
from gandan.pure.claims.relations.sums import told
from gandan.pure.claims.repairs import Slip
from gandan.pure.claims.words import Nature, Qualifier, Verdict
from gandan.pure.vietnamese.patterns import lazy_pattern

_PAIRS = tuple(
    (lazy_pattern(one), lazy_pattern(other))
    for one, other in (
        (r"đúng (?:thời )?hạn|đúng hẹn", r"(?:trễ|quá|chậm|sớm|trước)(?: thời)? h[ạẹ]n|trễ h[ạẹ]n"),
        (r"(?<!không )(?<!chưa )đủ điều kiện", r"(?:không|chưa) đủ(?: điều kiện)?"),
        (r"\bnam\b", r"\bnữ\b"),
        (r"(?<!không )tán thành|(?<!không )đồng ý", r"không (?:tán thành|đồng ý|biểu quyết)"),
        (
            r"đã (?:được )?(?:giải quyết|xử lý|hoàn thành|trả lời)",
            r"(?:đang|chưa) (?:được )?(?:giải quyết|xử lý|hoàn|trả)|còn",
        ),
        (r"trong hạn", r"quá hạn"),
        (r"thường xuyên", r"định kỳ|đột xuất"),
        (r"trực tuyến", r"trực tiếp"),
        (r"(?<!không )thuộc thẩm quyền", r"không thuộc thẩm quyền"),
        (r"lần đầu", r"nhiều lần|lần hai|lần thứ hai"),
        (r"(?<!chưa )(?<!không )đạt chuẩn", r"(?:chưa|không) đạt"),
        (r"chuyển", r"hướng dẫn|\blưu\b|trả lại|đôn đốc"),
        (r"khởi tố", r"xử lý hành chính|xử phạt"),
    )
)
_BREAK = lazy_pattern(r"trong đó|gồm|cụ thể|tăng|giảm|so với|mỗi|bình quân|ngoài ra|riêng")
_MOST = 6


def partitions(lines: Sequence[Line], known: set[tuple[int, int]]) -> Iterator[Relation]:
    """Totals with their parts right behind them; `known` holds (total, first part) places told already."""
    for number, line in enumerate(lines):
        for index, total in enumerate(line.claims):
            if _may_be_total(total):
                relation = _follow(line, index, total, known)
                if relation is not None:
                    yield relation
        if number:
            yield from _next_sentence(lines[number - 1], line)


def _next_sentence(before: Line, line: Line) -> Iterator[Relation]:
    """ "… còn nợ 1.223. Hiện còn 1.163 nhiệm vụ trong hạn, 50 nhiệm vụ quá hạn": divided in the next sentence."""
    total, parts = before.claims[-1], [claim for claim in line.claims[:2] if claim.nature is Nature.AMOUNT]
    counted = total.nature is Nature.AMOUNT and not total.change and total.value >= 20 and not line.fresh
    if not counted or len(parts) < 2 or before.depths[-1] or not all(_is_part_of(total, part) for part in parts):
        return
    words = line.page.mask[line.start : min(line.end, parts[1].end + 30)].split(";")[0]
    if not any(one.search(words) and two.search(words) for one, two in _PAIRS):
        return
    computed = parts[0].amount + parts[1].amount
    if computed == total.amount:
        yield told(line, Verdict.OK, total, parts)
    elif abs(computed - total.amount) * 50 <= total.amount and repairs.slip(total, computed) in (Slip.SWAP, Slip.DIGIT):
        yield told(line, Verdict.ERROR, total, parts)


def _is_part_of(total: Claim, part: Claim) -> bool:
    return units.same(total.unit, part.unit) and part.amount < total.amount and part.qualifier is Qualifier.EXACT


def _may_be_total(claim: Claim) -> bool:
    counted = claim.nature in (Nature.AMOUNT, Nature.FRACTION) and not claim.change
    return counted and claim.value >= 20 and bool(claim.unit) and claim.qualifier is Qualifier.EXACT


def _follow(line: Line, index: int, total: Claim, known: set[tuple[int, int]]) -> Relation | None:
    depth = line.depths[index]
    parts: list[Claim] = []
    for claim, at in zip(line.claims[index + 1 : index + 14], line.depths[index + 1 : index + 14], strict=True):
        if at < depth or len(parts) >= _MOST:
            break
        if at == depth and _may_be_part(total, claim):
            parts.append(claim)
            if len(parts) >= 2 and add_up(total, parts)[0] is Verdict.OK:
                place = (line.page.source.back(total.start), line.page.source.back(parts[0].start))
                return None if place in known else told(line, Verdict.OK, total, parts)
    stop = line.next_semicolon(total.end, depth)
    if parts and parts[0].start > stop:  # "140 đơn; chuyển 52 đơn, …": the clause behind the total
        stop = line.next_semicolon(stop + 1, depth)
    near = [part for part in parts if part.start < stop]
    return _divided(line, total, near[:3]) or _divided(line, total, near[:2]) or _follows(line, total, parts)


def _follows(line: Line, total: Claim, parts: Sequence[Claim]) -> Relation | None:
    """A large total, all the figures of its unit behind it, and two swapped digits between them."""
    if len(parts) < 2 or total.value < 1000 or any(part.qualifier is not Qualifier.EXACT for part in parts):
        return None
    computed = sum((part.amount for part in parts), Decimal(0))
    words = line.page.mask[total.end : parts[-1].end]
    near = abs(computed - total.amount) * 10 <= total.amount
    if near and not _BREAK.search(words) and repairs.swaps_of_sum(total, parts):
        return told(line, Verdict.ERROR, total, parts)
    return None


def _may_be_part(total: Claim, claim: Claim) -> bool:
    counted = claim.nature in (Nature.AMOUNT, Nature.FRACTION) and not claim.change
    return counted and units.equal(total.unit, claim.unit) and claim.amount < total.amount


def _divided(line: Line, total: Claim, parts: Sequence[Claim]) -> Relation | None:
    """Two or three parts that the words divide between them, one slip away from their total."""
    if len(parts) < 2 or total.value < 50 or any(part.qualifier is not Qualifier.EXACT for part in parts):
        return None
    clause = max(total.end, line.last_semicolon(parts[0].start, line.depth(parts[0].start)))
    words = line.page.mask[clause : min(line.end, parts[-1].end + 30)].split(";")[0]
    if _BREAK.search(words) or not any(one.search(words) and two.search(words) for one, two in _PAIRS):
        return None
    computed = sum((part.amount for part in parts), Decimal(0))
    near = abs(computed - total.amount) * 10 <= total.amount
    digit = repairs.slip(total, computed) is Slip.DIGIT and near and total.value >= 1000 and computed > total.amount
    if digit or repairs.swaps_of_sum(total, parts):
        return told(line, Verdict.ERROR, total, parts)
    return None
