"""The words of an explanation: short plain sentences for a person who wants to know "vì sao ngày này?"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from gandan.pure.clock.calendar import WEEKLY_OFF, Calendar
from gandan.pure.clock.counting import Length
from gandan.pure.clock.days import DAY, listed, spoken, written
from gandan.pure.clock.periods import Period
from gandan.pure.clock.rules import Rule
from gandan.pure.clock.words import Bearer, Direction, Unit
from gandan.pure.speech import Said

EVENT_NOT_COUNTED = Said("khoản 2 Điều 147 Bộ luật Dân sự 2015", "Article 147(2) of the Civil Code 2015")
ROLLS = Said("khoản 5 Điều 148 Bộ luật Dân sự 2015", "Article 148(5) of the Civil Code 2015")

REMOTE = Said("ở vùng sâu, vùng xa", "the area is remote")
FROM_HERE = Said("{event} vào {day}; thời hạn tính từ việc này.", "{event} on {day}; this starts the clock.")
BACK_FROM_HERE = Said(
    "{event} vào {day}; thời hạn tính lùi từ ngày này.", "{event} on {day}; the time is counted back from that day."
)


def started(rule: Rule, start: date) -> Said:
    """What starts the clock."""
    sentence = BACK_FROM_HERE if rule.direction is Direction.BEFORE else FROM_HERE
    return sentence.given(event=rule.start, day=spoken(start))


def lies_in(day: date, period: Period) -> Said:
    """In which period a day lies."""
    return Said("Ngày {day} thuộc {period}, tính {span}.", "{day} lies in the {period}, {span}.").given(
        day=spoken(day), period=period.label, span=period.span
    )


def version(rule: Rule, versions: Sequence[Rule]) -> Iterator[Said]:
    """Which version of the law applies, where there is more than one."""
    if len(versions) < 2:
        return
    if rule.valid_to == date.max:
        yield Said("Việc từ ngày {day} trở đi theo quy định mới.", "From {day} on the new law applies.").given(
            day=written(rule.valid_from)
        )
    else:
        yield Said("Việc trước ngày {day} theo quy định cũ.", "Before {day} the old law applies.").given(
            day=written(rule.valid_to + DAY)
        )


def not_counted(first: date) -> Said:
    """That the day of the event is not counted."""
    return Said(
        "Ngày xảy ra việc này không tính; ngày đầu tiên được đếm là {day} ({law}).",
        "The day it happened is not counted; the first day counted is {day} ({law}).",
    ).given(day=spoken(first), law=EVENT_NOT_COUNTED)


def not_counted_back() -> Said:
    """That the day of a coming event is not counted."""
    return Said(
        "Chính ngày đó không tính; đếm lùi từ hôm trước.",
        "That day itself is not counted; counting goes back from the day before.",
    )


def time_given(rule: Rule, length: Length, *, remote: bool, complex: bool) -> Said:
    """How long the law gives, and how such days are counted."""
    how = {
        Unit.DAYS: Said("đếm liên tục, cả thứ Bảy, Chủ nhật và ngày lễ", "every day counts, weekends and holidays too"),
        Unit.WORKING_DAYS: Said("chỉ đếm những ngày cơ quan làm việc", "only the days on which offices work count"),
        Unit.MONTHS: Said("tính đến đúng ngày này của tháng cuối", "up to the same day of the last month"),
        Unit.YEARS: Said("tính đến đúng ngày này của năm cuối", "up to the same day of the last year"),
    }[length.unit]
    usual = rule.length or length
    if length == usual:
        return Said("Thời hạn là {length}: {how}.", "The time given is {length}: {how}.").given(
            length=length.said, how=how
        )
    return Said(
        "Vì {because}, thời hạn là {length} (thông thường là {usual}): {how}.",
        "Because {because}, the time given is {length} (usually {usual}): {how}.",
    ).given(
        because=_because(rule, length.amount, remote=remote, complex=complex),
        length=length.said,
        usual=usual.said,
        how=how,
    )


def _because(rule: Rule, amount: int, *, remote: bool, complex: bool) -> Said:
    of_both = remote and complex and rule.remote_complex == amount
    if of_both:
        return Said("{remote} và {complex}", "{remote} and {complex}").given(
            remote=REMOTE, complex=rule.complex_because
        )
    return rule.complex_because if complex and rule.complex == amount else REMOTE


def without_effect(rule: Rule, *, remote: bool, complex: bool) -> Iterator[Said]:
    """What was asked for and does not change this time limit."""
    if remote and rule.remote is None:
        yield Said(
            "Quy định này không có thời hạn riêng cho vùng sâu, vùng xa.",
            "This rule has no longer time for remote areas.",
        )
    if complex and rule.complex is None and rule.extension is None:
        yield Said(
            "Quy định này không có thời hạn riêng cho vụ việc phức tạp.",
            "This rule has no longer time for complex matters.",
        )


def may_be_extended(rule: Rule) -> Iterator[Said]:
    """That the time could be extended, and only by a decision."""
    if rule.extension:
        yield Said(
            "Có thể gia hạn {when}, mỗi lần tối đa {each} {unit}, bằng quyết định của {authority}. "
            "Chưa có quyết định thì chưa được cộng thêm.",
            "It may be extended {when}, by at most {each} {unit}s each, by a decision of {authority}. "
            "Without a decision nothing is added.",
        ).given(
            when=rule.extension.when,
            each=rule.extension.each,
            unit=rule.length.unit.said if rule.length else "",
            authority=rule.extension.authority,
        )


def extended(added: Length, total: Length, *, document: str, decided_on: date, authority: str) -> Said:
    """Which decision added how much time."""
    return Said(
        "Được gia hạn thêm {added} theo {document} ngày {day} của {authority}, thành {total}.",
        "Extended by {added} by {document} of {day}, {authority}, to {total}.",
    ).given(added=added.said, total=total.said, document=document, day=written(decided_on), authority=authority)


def skipped(days: Iterable[date], calendar: Calendar) -> Iterator[Said]:
    """Which days were not counted and why: weekends together, holidays by name."""
    off = [day for day in days if not calendar.is_working(day)]
    weekends = [day for day in off if calendar.why_off(day) == WEEKLY_OFF]
    if len(weekends) == 1:
        yield Said("Không đếm {day}: {why}.", "Not counted: {day}, {why}.").given(
            day=spoken(weekends[0]), why=WEEKLY_OFF
        )
    elif weekends:
        yield Said("Không đếm {n} ngày thứ Bảy, Chủ nhật: {days}.", "{n} weekend days are not counted: {days}.").given(
            n=len(weekends), days=listed(weekends)
        )
    for first, last, why in _stretches((day for day in off if day not in weekends), calendar):
        yield Said("Không đếm {days}: {why}.", "Not counted: {days}, {why}.").given(days=_from_to(first, last), why=why)


def worked(days: Iterable[date], calendar: Calendar) -> Iterator[Said]:
    """Which weekend days were counted because offices made up for another day."""
    for day in days:
        why = calendar.why_worked(day)
        if why:
            yield Said("Có đếm {day}: {why}.", "Counted: {day}, {why}.").given(day=spoken(day), why=why)


def paused(first: date, until: date, *, lost: Length, reason: Said, document: str) -> Said:
    """From when to when the clock stood still, why, and how much time that adds."""
    return Said(
        "Thời hạn tạm dừng từ {first} vì {reason} ({document}) và chạy tiếp từ {until}. "
        "Khoảng dừng không tính, nên hạn lùi thêm {lost}.",
        "The clock stopped on {first} because {reason} ({document}) and goes on from {until}. "
        "The pause does not count, so the date moves by {lost}.",
    ).given(first=spoken(first), until=spoken(until), lost=lost.said, reason=reason, document=document)


def still_paused(first: date, *, reason: Said, document: str) -> Said:
    """That the clock stands still now."""
    return Said(
        "Thời hạn đang tạm dừng từ {first} vì {reason} ({document}). "
        "Khi có quyết định giải quyết tiếp, hạn sẽ lùi thêm đúng thời gian đã dừng.",
        "The clock has been stopped since {first} because {reason} ({document}). "
        "When a decision resumes it, the date moves by the time it stood still.",
    ).given(first=spoken(first), reason=reason, document=document)


def rolled_on(counted: date, until: date, calendar: Calendar) -> Said:
    """That the last day is a day off, and so the time runs to the next working day."""
    return Said(
        "Đếm đủ thì đến {day}. Cơ quan nghỉ {off}, nên thời hạn kéo đến hết ngày làm việc kế tiếp ({law}).",
        "The full count ends on {day}. Offices are closed {off}, so the time runs to the next working day ({law}).",
    ).given(day=spoken(counted), off=_off_days(counted, until, calendar), law=ROLLS)


def rolled_back(counted: date, until: date, calendar: Calendar) -> Said:
    """That the last day before an event is a day off, and so the thing must be done earlier."""
    return Said(
        "Tính lùi đủ thì đến {day}. Cơ quan nghỉ {off}; để người dân không bị bớt thời gian, "
        "việc này phải xong vào ngày làm việc liền trước.",
        "The full count back ends on {day}. Offices are closed {off}; so that nobody loses time, "
        "it must be done on the working day before.",
    ).given(day=spoken(counted), off=_off_days(until + DAY, counted + DAY, calendar))


def not_rolled(counted: date, why: Said, otherwise: date) -> Said:
    """That the last day is a day off and this installation does not let an agency's time roll over."""
    return Said(
        "Ngày cuối {day} cơ quan nghỉ ({why}). Đơn vị chọn không dời hạn của cơ quan sang ngày làm việc; "
        "nếu dời thì hạn là {otherwise}.",
        "The last day, {day}, is off ({why}). This office chose not to move an agency's time to a working day; "
        "if it did, it would end on {otherwise}.",
    ).given(day=spoken(counted), why=why, otherwise=spoken(otherwise))


def estimated(year: int) -> Said:
    """That the holidays of the year are not announced yet."""
    return Said(
        "Lịch nghỉ lễ năm {year} chưa có thông báo chính thức; nếu lịch thay đổi, hạn này sẽ được tính lại.",
        "The holidays of {year} are not officially announced yet; if they change, this date will be computed again.",
    ).given(year=year)


def uncertain() -> Said:
    """That the source of the rule is not sure."""
    return Said(
        "Đây là mức thường dùng, chưa có luật nào ấn định; địa phương có thể quy định khác.",
        "This is the usual time; no law fixes it, and the locality may set another.",
    )


def concluded(rule: Rule, on: date, period: Period | None) -> Said:
    """What must be done by which day, and by which article."""
    if period and rule.direction is Direction.QUOTA:
        return _times_in(rule, on, period)
    sentence = {
        Direction.WITHIN: _LATEST if rule.bearer is Bearer.AGENCY else _UNTIL,
        Direction.BEFORE: _LATEST,
        Direction.KEEP: _AT_LEAST,
        Direction.CUTOFF: _UNTIL,
    }[rule.direction]
    return sentence.given(duty=rule.duty, day=spoken(on), law=rule.citation)


_LATEST = Said("Vậy {duty}, chậm nhất là hết ngày {day} (theo {law}).", "So {duty}, by the end of {day} ({law}).")
_UNTIL = Said("Vậy {duty} đến hết ngày {day} (theo {law}).", "So {duty} until the end of {day} ({law}).")
_AT_LEAST = Said(
    "Vậy {duty} ít nhất đến hết ngày {day} (theo {law}).", "So {duty} at least until the end of {day} ({law})."
)


def _times_in(rule: Rule, on: date, period: Period) -> Said:
    """How many times in the period it must happen, and the last working day on which it still can."""
    return Said(
        "Vậy {duty} ít nhất {times} {counted} trong {period}, chậm nhất là hết ngày {day} (theo {law}).",
        "So {duty} at least {times} {counted}{s} in the {period}, by the end of {day} ({law}).",
    ).given(
        duty=rule.duty,
        times=rule.times,
        counted=rule.counted,
        s="" if rule.times == 1 else "s",
        period=period.label,
        day=spoken(on),
        law=rule.citation,
    )


def _off_days(first: date, until: date, calendar: Calendar) -> Said:
    """The days off from one day up to but without another, with their reasons."""
    days = [first + timedelta(days=n) for n in range((until - first).days)]
    parts = [
        Said("{days} ({why})", "{days} ({why})").given(days=_from_to(start, end), why=why)
        for start, end, why in _stretches((day for day in days if not calendar.is_working(day)), calendar)
    ]
    return Said(", ".join(part.vi for part in parts), ", ".join(part.en for part in parts))


def _stretches(days: Iterable[date], calendar: Calendar) -> Iterator[tuple[date, date, Said]]:
    """Runs of neighbouring days that are off for the same reason."""
    numbered = enumerate(days)
    for (_, why), run in groupby(numbered, key=lambda pair: (pair[1].toordinal() - pair[0], calendar.why_off(pair[1]))):
        row = [day for _, day in run]
        if why:
            yield row[0], row[-1], why


def _from_to(first: date, last: date) -> Said:
    if first == last:
        return spoken(first)
    return Said("từ {first} đến {last}", "from {first} to {last}").given(first=spoken(first), last=spoken(last))
