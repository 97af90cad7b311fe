"""The law of a move beyond its place in the table: what a case must be before the verb, and where the verb leads.

The tables are in `tracks`, the clocks in `limits`, the decision tree in `sorting`, the receipt in `receipts`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from gandan.matters.cases.limits import reopening
from gandan.matters.cases.terms import Competence, Eligibility, Kind, Outcome, State, Verb
from gandan.matters.cases.tracks import NEXT, Step, step
from gandan.pure.refusal import Refused
from gandan.pure.speech import Said


def allowed(kind: Kind, state: State, verb: Verb) -> Step:
    """The step of the table, or Refused `case.not_now` with what may be done instead."""
    found = step(kind, state, verb)
    if found is not None:
        return found
    others = [other.said for other in NEXT[kind].table[state]]
    now_vi = ", ".join(said.vi.lower() for said in others) or "không bước nào"
    now_en = ", ".join(said.en.lower() for said in others) or "nothing"
    raise Refused(
        "case.not_now",
        f"Không thể “{verb.said.vi.lower()}” khi hồ sơ ở bước “{state.said.vi}”. Lúc này có thể: {now_vi}.",
        f"Cannot “{verb.said.en.lower()}” while the case is “{state.said.en}”. Possible now: {now_en}.",
        law=NEXT[kind].law,
    )


@dataclass(frozen=True, slots=True)
class Need:
    """What a case must have been classified as before a verb."""

    eligibility: Eligibility
    competence: Competence | None
    said: Said


_ELIGIBLE, _INELIGIBLE = Eligibility.ELIGIBLE, Eligibility.INELIGIBLE
NEEDS: Mapping[Verb, Need] = MappingProxyType(
    {
        Verb.ACCEPT: Need(
            _ELIGIBLE,
            Competence.WITHIN,
            Said(
                "Chỉ thụ lý đơn đủ điều kiện và thuộc thẩm quyền. Xin phân loại lại nếu cần.",
                "Only what is eligible and within competence is accepted. Please classify again if needed.",
            ),
        ),
        Verb.REFUSE: Need(
            _ELIGIBLE,
            Competence.WITHIN,
            Said(
                "“Không thụ lý” chỉ dùng cho đơn đủ điều kiện, thuộc thẩm quyền; đơn khác thì hướng dẫn hoặc lưu.",
                "Only what is eligible and within competence can be declined; guide or file the others.",
            ),
        ),
        Verb.TRANSFER: Need(
            _ELIGIBLE,
            Competence.OUTSIDE,
            Said(
                "Chỉ chuyển đơn đủ điều kiện và không thuộc thẩm quyền. Xin phân loại lại nếu cần.",
                "Only what is eligible and outside competence is transferred. Please classify again if needed.",
            ),
        ),
        Verb.GUIDE: Need(
            _ELIGIBLE,
            Competence.OUTSIDE,
            Said(
                "Chỉ hướng dẫn khi đơn không thuộc thẩm quyền. Xin phân loại lại nếu cần.",
                "Guidance is for what is outside competence. Please classify again if needed.",
            ),
        ),
    }
)


def check_sorted(verb: Verb, state: State, eligibility: Eligibility, competence: Competence) -> None:
    """Refused unless the case was classified as the verb needs (Thông tư 05/2021/TT-TTCP Điều 13–16)."""
    if verb is Verb.URGE and state is State.SORTED and competence is not Competence.OUTSIDE:
        raise _not_so(
            Said(
                "Chỉ đôn đốc khi việc thuộc trách nhiệm của nơi khác. Xin phân loại lại nếu cần.",
                "Urging is for what is another body's to settle. Please classify again if needed.",
            )
        )
    if verb in (Verb.FILE, Verb.RETURN) and eligibility is _ELIGIBLE and competence is not Competence.OUTSIDE:
        raise _not_so(
            Said(
                "Đơn đủ điều kiện và thuộc thẩm quyền thì phải thụ lý, không lưu hoặc trả lại.",
                "What is eligible and within competence must be accepted, not filed or returned.",
            )
        )
    need = NEEDS.get(verb)
    if need and (eligibility is not need.eligibility or competence is not need.competence):
        raise _not_so(need.said)


def _not_so(said: Said) -> Refused:
    return Refused("case.not_so_classified", said.vi, said.en, law="Thông tư 05/2021/TT-TTCP, Điều 6, 13–16")


def reopen_until(kind: Kind, outcome: Outcome | None, closed_on: date | None) -> date | None:
    """Until when the sender may ask to look again; None when this outcome is not reopened."""
    if outcome is None or closed_on is None or outcome not in NEXT[kind].reopens:
        return None
    return closed_on + timedelta(days=reopening(closed_on).days)


_BACK_TO_START = frozenset({Outcome.FILED, Outcome.GUIDED, Outcome.RETURNED, Outcome.URGED})


def reopened_state(kind: Kind, outcome: Outcome) -> State:
    """Where a reopened case goes on: an answer is looked at again, what was not taken up is classified anew."""
    if outcome in NEXT[kind].reopens:
        return State.ACCEPTED
    if outcome in _BACK_TO_START and step(kind, State.CLOSED, Verb.REOPEN):
        return State.RECEIVED
    raise Refused(
        "case.final",
        f"Hồ sơ đã kết thúc với kết quả “{outcome.said.vi}” nên không mở lại được. "
        "Người dân có thể gửi đơn mới, khiếu nại lần hai hoặc khởi kiện theo quy định.",
        f"The case ended as “{outcome.said.en}” and is not opened again. "
        "The citizen may send a new petition, complain a second time or go to court.",
        law=NEXT[kind].law,
    )


def check_extension(*, due_on: date | None, today: date) -> None:
    """Refused when there is no running time to extend, or when it is already over."""
    if due_on is None:
        raise Refused(
            "case.no_clock",
            "Hồ sơ không có thời hạn đang chạy để gia hạn.",
            "No time limit is running that could be extended.",
        )
    if today > due_on:
        raise Refused(
            "case.extension_late",
            f"Thời hạn đã hết ngày {due_on:%d/%m/%Y}. Gia hạn phải được quyết định khi còn trong hạn.",
            f"The time ran out on {due_on:%d/%m/%Y}. An extension must be decided while it still runs.",
            law="Luật Khiếu nại 02/2011/QH13, Điều 28",
        )


def check_complex(*, already: bool, rule: str) -> None:
    """A complaint's settling time is lengthened once, as a complex matter; its other times are not lengthened."""
    if already or rule != "KN.SETTLE1":
        raise Refused(
            "case.no_longer_time",
            "Luật không cho gia hạn thêm: thời hạn này không kéo dài được hoặc đã tính là vụ việc phức tạp.",
            "The law gives no more time: this limit is not extended, or already counts as complex.",
            law="Luật Khiếu nại 02/2011/QH13, Điều 28",
        )
