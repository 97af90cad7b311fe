"""What the holder of a receipt may do: add, rate, ask to look again. The receipt is the key; no account is needed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from gandan.foundation.people.words import PUBLIC, Right, Seat
from gandan.foundation.records import actions as records
from gandan.matters.cases import handing, intake, lodging, queries, rules, settling
from gandan.matters.cases.intake import Faults, day_of
from gandan.matters.cases.models import Case
from gandan.matters.cases.moves import turn
from gandan.matters.cases.pages import PublicCaseView
from gandan.matters.cases.papers import Upload
from gandan.matters.cases.reading import Reader
from gandan.matters.cases.taking import Taking
from gandan.matters.cases.terms import Kind, Outcome, State, Verb
from gandan.matters.cases.tracks import HERE, NEXT, Step
from gandan.pure.refusal import Absent, Refused
from gandan.pure.vietnamese import clean

MAX_COMMENT = 1000


def rate(
    receipt: str, *, at: datetime, stars: int, satisfied: bool | None = None, comment: str = "", by: Seat = PUBLIC
) -> PublicCaseView:
    """How the citizen finds the answer, one to five stars; once more replaces it, the journal keeps both."""
    faults = Faults()
    text = clean(comment)
    if not 1 <= stars <= 5:
        faults.add("stars", "Xin chọn từ 1 đến 5 sao.", "Please choose one to five stars.")
    if len(text) > MAX_COMMENT:
        faults.add("comment", f"Tối đa {MAX_COMMENT} chữ cái.", f"At most {MAX_COMMENT} characters.")
    faults.refuse()
    with transaction.atomic():
        case, folder = _held(receipt)
        if not queries.may_rate(case):
            raise Refused(
                "case.not_answered",
                "Hồ sơ chưa có kết quả trả lời nên chưa đánh giá được. Xin quay lại khi đã nhận trả lời.",
                "There is no answer to rate yet. Please come back when you have received it.",
            )
        old = case.rated_on
        case.rating, case.satisfied, case.rating_comment, case.rated_on = stars, satisfied, text, day_of(at)
        case.save(update_fields=["rating", "satisfied", "rating_comment", "rated_on"])
        days = {day for day in (old, case.rated_on) if day}
        records.write(folder, Verb.RATE, by=by, at=at, data={"stars": stars, "satisfied": satisfied}, days=days)
    return queries.by_receipt(receipt, at=at)


def reopen(receipt: str, *, at: datetime, reason: str, by: Seat = PUBLIC) -> PublicCaseView:
    """Ask to look again, within the window after the answer (`limits.reopening`)."""
    faults = Faults()
    text = clean(reason)
    if not text:
        faults.add("reason", "Xin cho biết điều gì chưa được giải quyết.", "Please say what is still unsolved.")
    elif len(text) > MAX_COMMENT:
        faults.add("reason", f"Tối đa {MAX_COMMENT} chữ cái.", f"At most {MAX_COMMENT} characters.")
    faults.refuse()
    with transaction.atomic():
        case, folder = _held(receipt)
        _demand_window(case, at)
        before = queries.days_of(case)
        taking = _taking(case, folder, Verb.REOPEN, by=by, at=at, to=(State.ACCEPTED, State.RECEIVED))
        settling.open_again(case, taking)
        handing.add(case, text, taking)
        turn(taking)
        case.save()
        records.write(folder, Verb.REOPEN, by=by, at=at, data=taking.said, days=sorted(before | queries.days_of(case)))
    return queries.by_receipt(receipt, at=at)


def _demand_window(case: Case, at: datetime) -> None:
    outcome = Outcome(case.outcome) if case.outcome and case.closed_on else None
    until = rules.reopen_until(Kind(case.kind), outcome, case.closed_on)
    if until is None:
        raise Refused(
            "case.not_reopened",
            "Hồ sơ này không mở lại theo yêu cầu được. Anh/chị có thể gửi đơn mới hoặc gọi nơi tiếp nhận.",
            "This case cannot be opened again on request. You may send a new one or call the office.",
        )
    if day_of(at) > until:
        raise Refused(
            "case.window_over",
            f"Đã quá hạn đề nghị xem xét lại (đến hết {until:%d/%m/%Y}). Anh/chị có thể gửi đơn mới.",
            f"The time to ask again ended on {until:%d/%m/%Y}. You may send a new one.",
        )


def add_word(
    receipt: str, *, at: datetime, text: str, files: Sequence[Upload] = (), by: Seat = PUBLIC
) -> PublicCaseView:
    """Add information or papers to a case that is still open."""
    faults = Faults()
    words = clean(text)
    if not words and not files:
        faults.add("text", "Xin viết nội dung bổ sung hoặc chọn tệp.", "Please write something or choose a file.")
    elif len(words) > intake.MAX_TEXT:
        faults.add("text", f"Tối đa {intake.MAX_TEXT} chữ cái.", f"At most {intake.MAX_TEXT} characters.")
    faults.refuse()
    with transaction.atomic():
        case, folder = _held(receipt)
        if case.closed_on is not None:
            raise Refused(
                "case.closed",
                "Hồ sơ đã kết thúc nên không bổ sung được. Anh/chị có thể đề nghị xem xét lại hoặc gửi đơn mới.",
                "The case is closed. You may ask to look again or send a new one.",
            )
        taking = _taking(case, folder, Verb.ADD_WORD, by=by, at=at, to=HERE or (State(case.state),))
        if words:
            handing.add(case, words, taking)
            case.save(update_fields=["search"])
        names = lodging.attach(folder, files, at=at)
        records.write(folder, Verb.ADD_WORD, by=by, at=at, data={"files": list(names)} if names else {})
    return queries.by_receipt(receipt, at=at)


def _held(receipt: str) -> tuple[Case, records.Folder]:
    """The case that now carries the receipt's words, held: after a transfer, the receiver's."""
    found = queries.live(receipt)
    folder = records.hold(found.folder_id)
    case = Case.objects.select_related("body").defer("search").get(pk=found.pk)
    if case.successors.exists():
        raise Absent
    return case, folder


def _taking(case: Case, folder: records.Folder, verb: Verb, *, by: Seat, at: datetime, to: tuple[State, ...]) -> Taking:
    step = Step(to, Right.RECEIVE, NEXT[Kind(case.kind)].law)
    return Taking(case, folder, verb, step, by, at, Reader({}))
