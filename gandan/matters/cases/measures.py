"""The numbers this room vouches for: đơn by the axes of 02/TCD, 01/XLD and 01/KQGQ (TT 01/2024/TT-TTCP), and vụ việc.

Received, eligible, ineligible and not yet classified are dated by the day of receipt, so that received = eligible +
ineligible + unclassified on every day. What became of a case is dated by the day it happened. Sending words on is
counted apart and never as settled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from django.db.models import Exists, OuterRef

from gandan.matters.cases.models import Case
from gandan.matters.cases.terms import (
    DECISIONS,
    SETTLED,
    Channel,
    Competence,
    Eligibility,
    Field,
    Kind,
    Outcome,
    Signatories,
)
from gandan.pure.measure import Measure
from gandan.pure.speech import Said

BASIS = "Biểu 01/XLD, Thông tư 01/2024/TT-TTCP"
BASIS_TCD = "Biểu 02/TCD, Thông tư 01/2024/TT-TTCP"
BASIS_KQ = "Biểu 01/KQGQ, Thông tư 01/2024/TT-TTCP"
BASIS_OWN = "Chỉ tiêu quản lý của hệ thống"
SENT_ON = (Outcome.TRANSFERRED_OUT, Outcome.GUIDED, Outcome.RETURNED, Outcome.URGED)

DON = Said("đơn", "petitions")
VU_VIEC = Said("vụ việc", "matters")

_COLUMNS = (
    ("received_on", Said("Ngày nhận", "Received")),
    ("body__name", Said("Nơi nhận", "Received by")),
    ("number", Said("Số trong sổ", "Register number")),
    ("kind", Said("Loại", "Kind")),
    ("title", Said("Nội dung", "Content")),
    ("state", Said("Trạng thái", "State")),
    ("outcome", Said("Kết quả", "Outcome")),
)


def _rows(**conditions: Any) -> Any:
    return Case.objects.filter(**conditions)


def _matters(**conditions: Any) -> Any:
    """The first đơn of each vụ việc in a body's book: as many as there are vụ việc."""
    earlier = Case.objects.filter(matter=OuterRef("matter"), body=OuterRef("body"), id__lt=OuterRef("id"))
    return Case.objects.filter(~Exists(earlier), **conditions)


def _measure(
    name: str,
    said: Said,
    definition: Said,
    *,
    day: str = "received_on",
    basis: str = BASIS,
    counted_in: Said = DON,
    rows: Callable[..., Any] = _rows,
    **conditions: Any,
) -> Measure:
    return Measure(
        id=f"cases.{name}",
        said=said,
        counted_in=counted_in,
        definition=definition,
        basis=basis,
        room="cases",
        rows=partial(rows, **conditions),
        day=day,
        unit="unit",
        columns=_COLUMNS,
    )


def _each(prefix: str, column: str, words: Any, said: Said, definition: Said, **more: Any) -> Iterator[Measure]:
    """One measure for each word of an axis."""
    for word in words:
        yield _measure(
            f"{prefix}.{word.value}",
            Said(f"{said.vi}: {word.said.vi}", f"{said.en}: {word.said.en}"),
            definition,
            **{column: word.value},
            **more,
        )


def _received() -> Iterator[Measure]:
    by_receipt = Said(
        "Đơn vào sổ của cơ quan, tính theo ngày nhận; đơn nơi khác chuyển đến tính từ ngày nhận chuyển.",
        "Petitions entered in the body's register, by the day of receipt; transferred ones by the day taken over.",
    )
    received = Said("Đơn tiếp nhận", "Petitions received")
    yield _measure("received", received, by_receipt)
    yield from _each("received", "kind", Kind, received, by_receipt)
    yield from _each("received", "signatories", Signatories, received, by_receipt)
    yield from _each("received.field", "field", Field, received, by_receipt)
    yield _measure(
        "extended",
        Said("Đơn phải gia hạn", "Petitions extended"),
        Said("Đơn nhận trong kỳ đã được gia hạn ít nhất một lần.", "Received in the period, extended at least once."),
        basis=BASIS_OWN,
        extended__gt=0,
    )
    yield _measure(
        "came_back",
        Said("Đơn người dân yêu cầu xem xét lại", "Petitions that came back"),
        Said(
            "Đơn nhận trong kỳ đã trả lời rồi phải mở lại ít nhất một lần.",
            "Received in the period, answered and then opened again at least once.",
        ),
        basis=BASIS_OWN,
        reopened__gt=0,
    )
    yield _measure(
        "matters",
        Said("Vụ việc", "Matters"),
        Said(
            "Vụ việc có đơn đầu tiên vào sổ của cơ quan trong kỳ; nhiều đơn cùng nội dung là một vụ việc.",
            "Matters whose first petition entered the body's register; many petitions may be one matter.",
        ),
        counted_in=VU_VIEC,
        rows=_matters,
    )


def _sorted() -> Iterator[Measure]:
    definition = Said(
        "Đơn theo kết quả phân loại hiện hành, theo ngày nhận: tiếp nhận = đủ + không đủ điều kiện + chưa phân loại.",
        "By the present classification, by day of receipt: received = eligible + ineligible + not yet classified.",
    )
    for word in Eligibility:
        yield _measure(word.value, Said(f"Đơn: {word.said.vi}", word.said.en), definition, eligibility=word.value)
    eligible = {"eligibility": Eligibility.ELIGIBLE.value}
    for name, column, words in (
        ("eligible", "kind", Kind),
        ("eligible", "competence", (Competence.WITHIN, Competence.OUTSIDE)),
        ("eligible.field", "field", Field),
    ):
        yield from _each(name, column, words, Said("Đơn đủ điều kiện", "Eligible"), definition, **eligible)
    for kind in Kind:
        yield _measure(
            f"within.{kind.value}",
            Said(f"Đơn thuộc thẩm quyền: {kind.said.vi}", f"Within competence: {kind.said.en}"),
            definition,
            kind=kind.value,
            competence=Competence.WITHIN.value,
            **eligible,
        )
    yield _measure(
        "eligible.matters",
        Said("Vụ việc đủ điều kiện xử lý", "Eligible matters"),
        definition,
        counted_in=VU_VIEC,
        rows=_matters,
        **eligible,
    )
    yield _measure(
        "processed",
        Said("Đơn đã xử lý", "Petitions processed"),
        Said("Đơn đã phân loại, tính theo ngày phân loại.", "Petitions classified, by the day of it."),
        day="sorted_on",
        sorted_on__isnull=False,
    )


def _ended() -> Iterator[Measure]:
    ended = Said("Đơn kết thúc theo cách này, tính theo ngày kết thúc.", "Petitions that ended so, by that day.")
    yield _measure(
        "closed", Said("Đơn đã kết thúc", "Petitions closed"), ended, day="closed_on", closed_on__isnull=False
    )
    yield from _each(
        "closed",
        "signatories",
        Signatories,
        Said("Đơn đã kết thúc", "Petitions closed"),
        ended,
        day="closed_on",
        closed_on__isnull=False,
    )
    yield _measure(
        "sent_on",
        Said("Đơn kết thúc bằng chuyển, hướng dẫn, trả lại, đôn đốc", "Closed by sending on, guiding or returning"),
        ended,
        day="closed_on",
        basis=BASIS_OWN,
        closed_on__isnull=False,
        outcome__in=[word.value for word in SENT_ON],
    )
    elsewhere = [word for word in Outcome if not word.settled]
    for word in elsewhere:
        yield _measure(word.value, word.said, ended, day="closed_on", closed_on__isnull=False, outcome=word.value)


def _settled() -> Iterator[Measure]:
    definition = Said(
        "Đơn đã có trả lời hoặc quyết định về nội dung, tính theo ngày trả lời, quyết định. "
        "Chuyển, hướng dẫn, trả lại, lưu đơn không phải là giải quyết.",
        "Answered or decided on the substance, by that day. Sending on, guiding, returning, filing is no settlement.",
    )
    settled: dict[str, Any] = {"outcome__in": [word.value for word in SETTLED], "settled_on__isnull": False}
    said = Said("Đơn đã giải quyết", "Petitions settled")
    yield _measure("settled", said, definition, day="settled_on", basis=BASIS_KQ, **settled)
    yield _measure(
        "settled_on_time",
        Said("Đơn giải quyết đúng hạn", "Settled on time"),
        definition,
        day="settled_on",
        basis=BASIS_KQ,
        late=False,
        **settled,
    )
    yield _measure(
        "settled_late",
        Said("Đơn giải quyết quá hạn", "Settled late"),
        definition,
        day="settled_on",
        basis=BASIS_KQ,
        late=True,
        **settled,
    )
    yield from _each("settled", "kind", Kind, said, definition, day="settled_on", basis=BASIS_KQ, **settled)
    for word in DECISIONS:
        yield _measure(
            f"decided.{word.value}",
            word.said,
            definition,
            day="settled_on",
            basis=BASIS_KQ,
            outcome=word.value,
            settled_on__isnull=False,
        )


def _at_reception() -> Iterator[Measure]:
    definition = Said(
        "Đơn nhận qua tiếp công dân, tính theo ngày nhận.", "Petitions received at receptions, by the day of receipt."
    )
    here: dict[str, Any] = {"basis": BASIS_TCD, "channel": Channel.RECEPTION.value}
    said = Said("Đơn qua tiếp công dân", "Petitions through reception")
    yield _measure("reception.received", said, definition, **here)
    yield from _each("reception.received", "kind", Kind, said, definition, **here)
    yield from _each("reception", "competence", (Competence.WITHIN, Competence.OUTSIDE), said, definition, **here)
    yield _measure(
        "reception.matters",
        Said("Vụ việc có đơn qua tiếp công dân", "Matters through reception"),
        definition,
        counted_in=VU_VIEC,
        rows=_matters,
        **here,
    )
    for word in (Outcome.GUIDED, Outcome.TRANSFERRED_OUT, Outcome.URGED):
        yield _measure(
            f"reception.{word.value}",
            Said(f"{said.vi}: {word.said.vi}", f"{said.en}: {word.said.en}"),
            definition,
            outcome=word.value,
            closed_on__isnull=False,
            **here,
        )


def _rated() -> Iterator[Measure]:
    rated = Said("Đánh giá của người dân, tính theo ngày đánh giá.", "Ratings by citizens, by the day of rating.")
    yield _measure(
        "rated",
        Said("Hồ sơ được đánh giá", "Cases rated"),
        rated,
        day="rated_on",
        basis=BASIS_OWN,
        rated_on__isnull=False,
    )
    yield _measure(
        "satisfied",
        Said("Hồ sơ người dân hài lòng", "Cases with a satisfied citizen"),
        rated,
        day="rated_on",
        basis=BASIS_OWN,
        rated_on__isnull=False,
        satisfied=True,
    )


MEASURES: tuple[Measure, ...] = (
    *_received(),
    *_sorted(),
    *_ended(),
    *_settled(),
    *_at_reception(),
    *_rated(),
)
