"""The numbers this room vouches for: every elementary column of form 01/TCD (TT 01/2024/TT-TTCP).

Lượt counts visits, người the people of visits, đoàn large groups, kỳ sessions held, vụ việc matters presented, once for
each body, kind of reception and day (decision 0008): so every figure is a sum of its days. Totals are counted for
themselves, so that the sum rules of the form have something to compare.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from gandan.matters.reception.models import Group, Session, Visit, VisitMatter
from gandan.matters.reception.words import DOAN, KY, LUOT, NGUOI, VU_VIEC, ReceivedBy, SessionState
from gandan.pure.measure import Measure
from gandan.pure.speech import Said

BASIS = "Biểu 01/TCD, TT 01/2024/TT-TTCP"

_ON = ("on", Said("Ngày", "Day"))
_BODY = ("body__name", Said("Nơi tiếp", "Received at"))
_VISIT_COLUMNS = (
    _ON,
    _BODY,
    ("number", Said("Số trong sổ", "Register number")),
    ("visitor", Said("Người đến", "Visitor")),
    ("head_count", Said("Số người", "People")),
    ("content", Said("Nội dung", "Content")),
)
_MATTER_COLUMNS = (
    _ON,
    _BODY,
    ("matter__title", Said("Vụ việc", "Matter")),
    ("visit__visitor", Said("Người trình bày", "Presented by")),
    ("visit__number", Said("Số trong sổ", "Register number")),
)
_GROUP_COLUMNS = (
    ("visit__on", Said("Ngày", "Day")),
    ("visit__body__name", Said("Nơi tiếp", "Received at")),
    ("visit__visitor", Said("Người đại diện", "Representative")),
    ("head_count", Said("Số người", "People")),
    ("content", Said("Nội dung", "Content")),
)
_SESSION_COLUMNS = (
    ("day", Said("Ngày", "Day")),
    _BODY,
    ("kind", Said("Hình thức", "Kind")),
    ("receiver_name", Said("Người tiếp", "Received by")),
    ("receiver_post", Said("Chức vụ", "Post")),
)

_BLOCKS: tuple[tuple[str, ReceivedBy, Said], ...] = (
    ("regular", ReceivedBy.PERMANENT, Said("tiếp thường xuyên", "regular reception")),
    ("head", ReceivedBy.HEAD, Said("thủ trưởng tiếp", "reception by the head")),
    ("delegated", ReceivedBy.DELEGATED, Said("ủy quyền tiếp", "reception by delegation")),
)


def _visits(by: ReceivedBy | None) -> Any:
    return Visit.objects.filter(received_by=by.value) if by else Visit.objects.all()


def _matters(by: ReceivedBy | None, *, first: bool | None, groups: bool = False) -> Any:
    rows = VisitMatter.objects.filter(counted=True)
    if by is not None:
        rows = rows.filter(received_by=by.value)
    if first is not None:
        rows = rows.filter(first=first)
    return rows.filter(visit__group__isnull=False) if groups else rows


def _groups(by: ReceivedBy) -> Any:
    return Group.objects.filter(visit__received_by=by.value)


def _sessions(by: ReceivedBy) -> Any:
    return Session.objects.filter(state=SessionState.HELD.value, received_by=by.value)


def _named(block: str, name: str) -> str:
    return f"reception.{block}.{name}" if block else f"reception.{name}"


def _visit_measure(block: str, by: ReceivedBy | None, place: Said, *, people: bool) -> Measure:
    name, counted_in = ("people", NGUOI) if people else ("visits", LUOT)
    definition = (
        Said("Tổng số người của các lượt {place}.", "People of the visits of {place}.")
        if people
        else Said(
            "Số lượt {place}; một đoàn là một lượt, người đến hỏi kết quả cũng là một lượt.",
            "Visits of {place}; a group is one visit, and so is somebody who asks about a result.",
        )
    )
    return Measure(
        id=_named(block, name),
        said=Said("Số {what} {place}", "{what}, {place}").given(what=counted_in, place=place),
        counted_in=counted_in,
        definition=definition.given(place=place),
        basis=BASIS,
        room="reception",
        rows=partial(_visits, by),
        day="on",
        unit="unit",
        columns=_VISIT_COLUMNS,
        weight="head_count" if people else None,
    )


_TIMES: dict[bool | None, tuple[str, Said]] = {
    True: (".first", Said(" lần đầu", " for the first time")),
    False: (".repeated", Said(" nhiều lần", " again")),
    None: ("", Said("", "")),
}


def _matter_measure(block: str, by: ReceivedBy | None, place: Said, *, first: bool | None, groups: bool) -> Measure:
    suffix, times = _TIMES[first]
    of = Said(" của đoàn đông người", " of large groups") if groups else Said("", "")
    rows: Callable[[], Any] = partial(_matters, by, first=first, groups=groups)
    return Measure(
        id=_named(block, ("group_matters" if groups else "matters") + suffix),
        said=Said("Số vụ việc{of} {place}{times}", "Matters{of}, {place}{times}").given(
            of=of, place=place, times=times
        ),
        counted_in=VU_VIEC,
        definition=Said(
            "Vụ việc{of} trình bày{times} tại nơi tiếp; mỗi vụ việc tính một lần cho mỗi ngày và hình thức tiếp. "
            "Đến hỏi kết quả không tính là vụ việc.",
            "Matters{of} presented{times} to the body; each counts once for a day and kind of reception. "
            "Asking about a result does not count.",
        ).given(of=of, times=times),
        basis=f"{BASIS}; quyết định 0008 [?]",
        room="reception",
        rows=rows,
        day="on",
        unit="unit",
        columns=_MATTER_COLUMNS,
    )


def _group_measure(block: str, by: ReceivedBy, place: Said, *, people: bool) -> Measure:
    name, counted_in = ("group_people", NGUOI) if people else ("groups", DOAN)
    return Measure(
        id=f"reception.{block}.{name}",
        said=Said("Số {what} đoàn đông người, {place}", "{what} of large groups, {place}").given(
            what=counted_in, place=place
        )
        if people
        else Said("Số đoàn đông người, {place}", "Large groups, {place}").given(place=place),
        counted_in=counted_in,
        definition=Said(
            "Đoàn từ 05 người trở lên đến về cùng một nội dung [?].",
            "Parties of five people or more who came with one content [?].",
        ),
        basis=f"{BASIS}; TT 07/2014/TT-TTCP Điều 6 khoản 4",
        room="reception",
        rows=partial(_groups, by),
        day="visit__on",
        unit="visit__unit",
        columns=_GROUP_COLUMNS,
        weight="head_count" if people else None,
    )


def _session_measure(block: str, by: ReceivedBy, place: Said) -> Measure:
    return Measure(
        id=f"reception.{block}.sessions",
        said=Said("Số kỳ {place}", "Sessions, {place}").given(place=place),
        counted_in=KY,
        definition=Said(
            "Số kỳ tiếp định kỳ và đột xuất đã diễn ra, {place}.", "Scheduled and unscheduled sessions held, {place}."
        ).given(place=place),
        basis=BASIS,
        room="reception",
        rows=partial(_sessions, by),
        day="day",
        unit="unit",
        columns=_SESSION_COLUMNS,
    )


def _block(block: str, by: ReceivedBy, place: Said) -> tuple[Measure, ...]:
    """The columns of one block of the form, in its order."""
    sessions = () if by is ReceivedBy.PERMANENT else (_session_measure(block, by, place),)
    return (
        *sessions,
        _visit_measure(block, by, place, people=False),
        _visit_measure(block, by, place, people=True),
        _matter_measure(block, by, place, first=True, groups=False),
        _matter_measure(block, by, place, first=False, groups=False),
        _group_measure(block, by, place, people=False),
        _group_measure(block, by, place, people=True),
        _matter_measure(block, by, place, first=True, groups=True),
        _matter_measure(block, by, place, first=False, groups=True),
    )


_ELEMENTARY: tuple[Measure, ...] = tuple(measure for row in _BLOCKS for measure in _block(*row))

_ALL = Said("tiếp công dân", "reception of citizens")
_TOTALS: tuple[Measure, ...] = (
    _visit_measure("", None, _ALL, people=False),
    _visit_measure("", None, _ALL, people=True),
    _matter_measure("", None, _ALL, first=None, groups=False),
    *(
        _matter_measure(block, by, place, first=None, groups=groups)
        for block, by, place in _BLOCKS
        for groups in (False, True)
    ),
)

COLUMNS_01_TCD: dict[int, str] = {
    number: measure.id for number, measure in enumerate((*_TOTALS[:3], *_ELEMENTARY), start=1)
}
MEASURES: tuple[Measure, ...] = (*_ELEMENTARY, *_TOTALS)
