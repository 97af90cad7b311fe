"""What nothing proves wrong and somebody should look at: several cut-off days in one report, "100%" beside words that
contradict it, one figure told twice with two values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gandan.pure.claims import repairs
from gandan.pure.claims.findings import tell
from gandan.pure.claims.layout import Line
from gandan.pure.claims.model import Claim, Relation
from gandan.pure.claims.reader import Page
from gandan.pure.claims.repairs import Slip
from gandan.pure.claims.words import Kind, Nature, Qualifier, Verdict
from gandan.pure.speech import Said
from gandan.pure.vietnamese.patterns import lazy_pattern

_CUT_OFF = lazy_pattern(r"(?:tính đến|tính đến hết|đến hết|số liệu đến|chốt đến)(?: hết)?(?: ngày| tháng)? $")
_TOPIC = lazy_pattern(r"đơn thư|khiếu nại|tố cáo|hồ sơ|kiến nghị|phản ánh|thủ tục hành chính|nhiệm vụ")
_SETTLED = lazy_pattern(r"giải quyết|xử lý|trả lời|hoàn thành|đúng hạn")
_NOT_SETTLED = lazy_pattern(
    r"(?:còn|vẫn)(?: \w+){0,3} (?:chậm|tồn đọng|kéo dài|quá hạn|trễ hạn|chưa được giải quyết|chưa giải quyết)|chậm "
    r"được giải quyết"
)
_NONE = lazy_pattern(r"không (?:còn|có|để)|chấm dứt|hạn chế tình trạng|không tồn đọng")
_FOLLOWING = lazy_pattern(r" (\w+ \w+ \w+)")
_FEW = 400  # a report speaks of one figure twice within its first hundreds of figures


def doubts(page: Page, lines: Sequence[Line]) -> Iterator[Relation]:
    """Questions, never errors."""
    yield from _cut_offs(page)
    yield from _hundreds(lines)
    yield from _told_twice(page, lines)


def _cut_offs(page: Page) -> Iterator[Relation]:
    """The figures of one report are counted to different days."""
    seen: dict[tuple[int | None, int, int | None], Claim] = {}
    for claim, day in page.dates:
        if day.year is not None and _CUT_OFF.search(page.source.low, max(0, claim.start - 30), claim.start):
            seen.setdefault((day.day, day.month, day.year), claim)
    years = {year for _, _, year in seen}
    if len(seen) < 2 or len(years) != 1:
        return
    days = list(seen.values())
    shown = ", ".join(claim.text for claim in days)
    yield tell(
        page,
        Kind.RANGE,
        Verdict.QUESTION,
        (),
        claimed=days[-1].text,
        computed=days[0].text,
        expression=shown,
        reason=Said(
            f"Bài dùng nhiều mốc chốt số liệu: {shown}. Mỗi số liệu cần ghi rõ mốc của mình.",
            f"The text counts to several days: {shown}. Each figure should say its own.",
        ),
        span=(days[-1].start, days[-1].end),
    )


def _hundreds(lines: Sequence[Line]) -> Iterator[Relation]:
    """All of them were settled, and some are still late."""
    for line in lines:
        for claim in line.claims:
            if claim.nature is Nature.PERCENT and claim.value == 100 and claim.qualifier is Qualifier.EXACT:
                relation = _contradicted(line, claim)
                if relation is not None:
                    yield relation
                    return


def _contradicted(line: Line, claim: Claim) -> Relation | None:
    mask = line.page.mask
    words = mask[max(line.start, claim.start - 160) : claim.start]
    topics = set(_TOPIC.findall(words))
    if not topics or not _SETTLED.search(words):
        return None
    for match in _NOT_SETTLED.finditer(mask):
        start = max(0, match.start() - 160, mask.rfind(".", 0, match.start()) + 1)
        around = mask[start : match.end() + 60]
        if topics & set(_TOPIC.findall(around)) and not _NONE.search(around):
            return tell(
                line.page,
                Kind.CONSISTENCY,
                Verdict.QUESTION,
                (claim,),
                claimed=claim.text,
                computed="",
                expression=f"100% / {match[0]}",
                reason=Said(
                    f"“100%” đứng trong cùng bài với “{match[0]}”: cần nêu mẫu số và phần đúng hạn.",
                    "100% stands in one text with words of delay: name the whole, and the part that was on time.",
                ),
            )
    return None


def _told_twice(page: Page, lines: Sequence[Line]) -> Iterator[Relation]:
    """The same words around two figures that differ by a slip of the hand."""
    first: dict[tuple[str, str, str], Claim] = {}
    claims = [claim for line in lines for claim in line.claims][:_FEW]
    for claim in claims:
        if claim.nature is not Nature.AMOUNT or claim.change or claim.value < 100:
            continue
        words = claim.subject.lower().split()
        following = _FOLLOWING.match(page.mask, claim.end)
        if len(words) < 4 or not following:
            continue
        key = (" ".join(words[-5:]), claim.unit, following[1])
        earlier = first.setdefault(key, claim)
        if earlier.amount != claim.amount and repairs.slip(claim, earlier.amount) in (Slip.SWAP, Slip.DIGIT):
            yield tell(
                page,
                Kind.CONSISTENCY,
                Verdict.QUESTION,
                (claim, earlier),
                claimed=claim.text,
                computed=earlier.text,
                expression=f"{earlier.text} / {claim.text}",
                reason=Said(
                    f"Cùng một số liệu được ghi hai lần khác nhau: {earlier.text} và {claim.text}.",
                    f"One figure is told twice with two values: {earlier.text} and {claim.text}.",
                ),
                repairs=[repairs.repair(claim, earlier.amount)],
                span=(claim.start, claim.end),
            )
