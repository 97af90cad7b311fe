"""Dates that do not exist, periods that end before they begin, days of the week that do not fit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from gandan.pure.claims import dates
from gandan.pure.claims.findings import tell
from gandan.pure.claims.model import Claim, Relation, Repair
from gandan.pure.claims.reader import Page
from gandan.pure.claims.words import Kind, Nature, Verdict
from gandan.pure.speech import Said
from gandan.pure.vietnamese.patterns import lazy_pattern

# The text itself speaks of the date's impossibility, or counts by the moon.
_SPOKEN_OF = lazy_pattern(
    r"âm lịch|chỉ có \ue000*\d* ?(?:ngày)?|không tồn tại|không có ngày|không có thật|làm gì có|nhuận|ghi sai|viết sai"
)
_BROKEN = lazy_pattern(r"/(\d{1,2})((?:19|20)\d\d)(?!\d)")
_SPELLED_OUT = lazy_pattern(r"ngày (\d{1,2}) tháng (\d{1,2})(?: năm ((?:19|20)\d\d))?(?!\d)")
_BROKEN_HEAD = lazy_pattern(r"(?<![\d/])((?:\d{1,2}-)?)(\d{1,2})$")
_WEEKDAYS = {
    "hai": 0,
    "2": 0,
    "ba": 1,
    "3": 1,
    "tư": 2,
    "4": 2,
    "năm": 3,
    "5": 3,
    "sáu": 4,
    "6": 4,
    "bảy": 5,
    "7": 5,
    "chủ nhật": 6,
}
_WEEKDAY = lazy_pattern(r"(?:thứ (hai|ba|tư|năm|sáu|bảy|[2-7])|(chủ nhật))(?:,? ngày| ?[,(-]| -)? ?$")
_TO = lazy_pattern(r" ?(?:đến|tới)(?: hết)?(?: ngày)? ?| ?[-–] ?")
_FROM = lazy_pattern(r"(?:từ|kể từ)(?: ngày)? $")


def days(page: Page) -> Iterator[Relation]:
    """Findings about every date of the text, and what was found right about periods and weekdays."""
    for claim, day in page.dates:
        if not dates.exists(day):
            if not _spoken_of(page, claim):
                yield _impossible(page, claim, day)
        elif day.day is not None and day.year is not None:
            yield from _weekday(page, claim, day)
    yield from _periods(page)
    yield from _broken(page)
    yield from _spelled_out(page)


def _spoken_of(page: Page, claim: Claim) -> bool:
    around = page.source.low[max(0, claim.start - 60) : claim.end + 80]
    return _SPOKEN_OF.search(around) is not None


def _impossible(page: Page, claim: Claim, day: dates.Day) -> Relation:
    if 1 <= day.month <= 12 and day.day is not None:
        last = dates.last_day(day.month, day.year)
        reason = Said(
            f"Ngày {claim.text} không có thật: tháng {day.month} chỉ có {dates.month_days(day.month, day.year)} ngày.",
            f"{claim.text} does not exist: month {day.month} has {dates.month_days(day.month, day.year)} days.",
        )
        repairs = [_with_day(claim, day, last)]
    else:
        reason = Said(f"{claim.text} không phải là ngày, tháng có thật.", f"{claim.text} is not a date that exists.")
        repairs = []
    return tell(
        page, Kind.DATE, Verdict.ERROR, (claim,), claimed=claim.text, computed="", expression=claim.text, reason=reason,
        repairs=repairs,
    )  # fmt: skip


def _with_day(claim: Claim, day: dates.Day, last: int) -> Repair:
    old = str(day.day)
    at = claim.text.rfind(old, 0, claim.text.index("/") if "/" in claim.text else None)
    new = claim.text[:at] + str(last) + claim.text[at + len(old) :]
    return Repair(claim.start, claim.end, claim.text, new, Said("ngày cuối của tháng", "the last day of the month"))


def _weekday(page: Page, claim: Claim, day: dates.Day) -> Iterator[Relation]:
    match = _WEEKDAY.search(page.source.low, max(0, claim.start - 22), claim.start)
    if (
        match is None
        or day.day is None
        or day.year is None
        or claim.text.count("/") + claim.text.count(".") + claim.text.count("-") != 2
    ):
        return
    said = _WEEKDAYS[match[1] or match[2]]
    real = date(day.year, day.month, day.day).weekday()
    names = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
    english = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    holds = said == real
    reason = (
        Said("Thứ và ngày khớp nhau.", "The weekday fits the date.")
        if holds
        else Said(f"Ngày {claim.text} là {names[real]}.", f"{claim.text} is a {english[real]}.")
    )
    yield tell(
        page, Kind.DATE, Verdict.OK if holds else Verdict.ERROR, (claim,), claimed=names[said], computed=names[real],
        expression=f"{claim.text}: {names[real]}", reason=reason, span=(match.start(), claim.end),
    )  # fmt: skip


def _periods(page: Page) -> Iterator[Relation]:
    """ "từ ngày 27/2 đến ngày 22/3/2018": the end is not before the beginning."""
    for (first, begin), (last, end) in zip(page.dates, page.dates[1:], strict=False):
        gap = page.source.low[first.end : last.start]
        if len(gap) > 20 or not _TO.fullmatch(gap) or begin.day is None or end.day is None:
            continue
        if not dates.exists(begin) or not dates.exists(end) or (begin.year is not None and end.year is None):
            continue
        if not _FROM.search(page.source.low, max(0, first.start - 14), first.start):
            continue
        one = (begin.year or end.year or 0, begin.month, begin.day)
        two = (end.year or 0, end.month, end.day)
        holds = one <= two or (begin.year is None and (end.year is None or begin.month - end.month >= 6))
        reason = (
            Said("Khoảng thời gian kết thúc sau khi bắt đầu.", "The period ends after it begins.")
            if holds
            else Said("Khoảng thời gian kết thúc trước khi bắt đầu.", "The period ends before it begins.")
        )
        yield tell(
            page, Kind.RANGE, Verdict.OK if holds else Verdict.ERROR, (first, last), claimed=f"{first.text} – "
            f"{last.text}",
            computed="", expression=f"{first.text} ≤ {last.text}", reason=reason,
        )  # fmt: skip


def _broken(page: Page) -> Iterator[Relation]:
    """`27-28/72020`: the stroke between month and year was forgotten."""
    text = page.source.text
    for match in _BROKEN.finditer(text):
        head = _BROKEN_HEAD.search(text, max(0, match.start() - 6), match.start())
        if head is None or not dates.exists(dates.Day(int(head[2]), int(match[1]), int(match[2]))):
            continue
        written, new = text[head.start() : match.end()], f"{head[0]}/{match[1]}/{match[2]}"
        why = Said("thiếu dấu “/” giữa tháng và năm", "the stroke between month and year is missing")
        yield tell(
            page, Kind.DATE, Verdict.ERROR, (), claimed=written, computed=new, expression=written, reason=why,
            repairs=[Repair(head.start(), match.end(), written, new, why)], span=(head.start(), match.end()),
        )  # fmt: skip


def _spelled_out(page: Page) -> Iterator[Relation]:
    """ "ngày 31 tháng 11 năm 2023": the date of the document's head, in words."""
    for match in _SPELLED_OUT.finditer(page.source.low):
        day = dates.Day(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
        claim = Claim(*match.span(), page.source.text[match.start() : match.end()], Nature.DATE, Decimal(0))
        if dates.exists(day) or _spoken_of(page, claim):
            continue
        last = str(dates.last_day(day.month, day.year)) if 1 <= day.month <= 12 else ""
        new = claim.text.replace(match[1], last, 1)
        why = Said("ngày cuối của tháng", "the last day of the month")
        yield tell(
            page, Kind.DATE, Verdict.ERROR, (claim,), claimed=claim.text, computed="", expression=claim.text,
            reason=Said(f"“{claim.text}” không có thật trong lịch.", f"{claim.text} is not in the calendar."),
            repairs=[Repair(claim.start, claim.end, claim.text, new, why)] if last else (),
        )  # fmt: skip
