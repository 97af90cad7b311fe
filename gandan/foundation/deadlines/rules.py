"""What may be done with a clock, and how a notice of days off is read. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import date

from gandan.foundation.deadlines.words import ClockState, DayRow
from gandan.pure.clock.clock import Due, Extension, Pause, check_extensions, check_pauses
from gandan.pure.clock.days import read_day, spoken
from gandan.pure.clock.words import DayKind, Direction, Status
from gandan.pure.refusal import Refused, Unreadable
from gandan.pure.speech import Said

NEXT: Mapping[ClockState, frozenset[ClockState]] = {
    # Luật Khiếu nại Điều 11a: the clock stops and continues from the resumption decision
    ClockState.RUNNING: frozenset({ClockState.PAUSED, ClockState.MET, ClockState.MISSED, ClockState.CANCELLED}),
    ClockState.PAUSED: frozenset({ClockState.RUNNING, ClockState.MET, ClockState.MISSED, ClockState.CANCELLED}),
    ClockState.MET: frozenset(),
    ClockState.MISSED: frozenset(),
    ClockState.CANCELLED: frozenset(),
}
MOST_ROWS = 2000
COLUMNS = ("day", "kind", "why", "source")


def check_move(state: ClockState, to: ClockState) -> None:
    """Refused when the clock has ended, or is already what is asked for."""
    if to in NEXT[state]:
        return
    if not NEXT[state]:
        raise Refused(
            "deadlines.clock-ended",
            f"Thời hạn này đã kết thúc ({state.said.vi}). Xin tải lại trang để xem tình trạng mới nhất.",
            f"This clock has ended ({state.said.en}). Please reload the page to see where the case stands.",
        )
    raise Refused(
        "deadlines.clock-is-so",
        f"Thời hạn này đang ở tình trạng “{state.said.vi}”. Xin tải lại trang để xem tình trạng mới nhất.",
        f"This clock is already {state.said.en}. Please reload the page to see where the case stands.",
    )


def check_document(document: str, authority: str = "-") -> None:
    """A pause or an extension is a decision: Refused without its document, or without who decided."""
    fields: dict[str, Said] = {}
    if not document.strip():
        fields["document"] = Said("Xin ghi số, ký hiệu văn bản.", "Please give the number of the document.")
    if not authority.strip():
        fields["authority"] = Said("Xin ghi người ký quyết định.", "Please say who signed the decision.")
    if fields:
        raise Refused(
            "deadlines.decision-needed",
            "Tạm dừng hoặc gia hạn phải có quyết định. Xin ghi số văn bản và người ký.",
            "To pause or extend needs a decision. Please give its number and who signed it.",
            fields=fields,
        )


def check_open(state: ClockState) -> None:
    """Refused when the clock has ended."""
    if not NEXT[state]:
        check_move(state, state)


def check_pause(reckoning: Due, pause: Pause) -> None:
    """A pause begins while the time still runs: Refused when it would undo a lateness or lie over another."""
    check_pauses(reckoning.rule, reckoning.start, (*reckoning.pauses, pause))
    on = pause.first
    if on > reckoning.on:
        raise Refused(
            "deadlines.pause-too-late",
            f"Thời hạn đã hết ngày {spoken(reckoning.on).vi} nên không tạm dừng được từ {spoken(on).vi}. "
            "Xin ghi rõ lý do quá hạn trong kết quả giải quyết.",
            f"The time ran out on {spoken(reckoning.on).en} and cannot be paused from {spoken(on).en}. "
            "Please state the reason for the delay in the result.",
        )


def check_extension(reckoning: Due, extension: Extension) -> None:
    """An extension is decided while the time still runs, as often and as long as the rule allows; else Refused."""
    check_extensions(reckoning.rule, (*reckoning.extensions, extension))
    if not reckoning.start <= extension.decided_on <= reckoning.on:
        raise Refused(
            "deadlines.extension-out-of-time",
            f"Quyết định gia hạn phải ký trong thời hạn, từ {spoken(reckoning.start).vi} "
            f"đến {spoken(reckoning.on).vi}. Xin kiểm tra ngày ký.",
            f"An extension must be decided in time, from {spoken(reckoning.start).en} "
            f"to {spoken(reckoning.on).en}. Please check the day of the decision.",
            law=reckoning.rule.citation.vi,
        )


def check_stop(reckoning: Due, on: date) -> None:
    """Nothing is done before its clock started; a duty before an event is."""
    after_start = reckoning.rule.direction in (Direction.WITHIN, Direction.KEEP)
    if after_start and on < reckoning.start:
        raise Refused(
            "deadlines.stop-before-start",
            f"Ngày hoàn thành đứng trước ngày bắt đầu {spoken(reckoning.start).vi}. Xin kiểm tra lại ngày.",
            f"The day it was done is before {spoken(reckoning.start).en}, when the clock started. Please check it.",
        )


def outcome(reckoning: Due, stopped_on: date) -> ClockState:
    """Met or missed, for what was done on a day."""
    status = reckoning.status(stopped_on, stopped_on=stopped_on)
    return ClockState.MET if status in (Status.DONE, Status.ENOUGH) else ClockState.MISSED


def read_notice(text: str) -> list[DayRow]:
    """The days of a notice from CSV with the columns day, kind, why, source; Unreadable with the line that is wrong.

    `kind` is a code of `DayKind` (off, holiday, in_lieu, swap_work, work); `day` is 2027-02-04 or 04/02/2027.
    """
    table = csv.DictReader(io.StringIO(text.removeprefix("\ufeff").replace("\x00", "")))
    if not set(COLUMNS) <= set(table.fieldnames or ()):
        raise Unreadable(
            "deadlines.notice-columns",
            f"Dòng đầu của tệp phải có các cột: {', '.join(COLUMNS)}. Xin kiểm tra lại tệp.",
            f"The first line of the file must name the columns {', '.join(COLUMNS)}. Please check the file.",
        )
    rows = [_read_row(line, row) for line, row in enumerate(table, start=2)]
    if not 0 < len(rows) <= MOST_ROWS:
        raise Unreadable(
            "deadlines.notice-size",
            f"Tệp phải có từ 1 đến {MOST_ROWS} ngày. Xin kiểm tra lại tệp.",
            f"The file must hold 1 to {MOST_ROWS} days. Please check the file.",
        )
    return rows


def _read_row(line: int, row: Mapping[str, str | None]) -> DayRow:
    given = {column: (row[column] or "").strip()[:200] for column in COLUMNS}
    kinds = {kind.value: kind for kind in DayKind}
    if given["kind"] not in kinds or not given["why"] or not given["source"]:
        raise Unreadable(
            "deadlines.notice-row",
            f"Dòng {line}: loại ngày phải là một trong {', '.join(kinds)}; lý do và nguồn không được để trống.",
            f"Line {line}: the kind must be one of {', '.join(kinds)}; reason and source may not be empty.",
        )
    try:
        day = read_day(given["day"])
    except Unreadable as wrong:
        raise Unreadable(wrong.code, f"Dòng {line}: {wrong.said.vi}", f"Line {line}: {wrong.said.en}") from wrong
    return DayRow(day, kinds[given["kind"]], Said(given["why"], given["why"]), given["source"])
