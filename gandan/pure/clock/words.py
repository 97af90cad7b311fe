"""The enumerations of legal time, stored by code and shown by label."""

from __future__ import annotations

from gandan.pure.speech import Word


class DayKind(Word):
    """What a day is to the offices. Working days are `WORK` and `SWAP_WORK`; all others are off."""

    WORK = "work", "ngày làm việc", "working day"
    OFF = "off", "ngày nghỉ", "day off"
    HOLIDAY = "holiday", "nghỉ lễ", "public holiday"
    IN_LIEU = "in_lieu", "nghỉ bù", "day off in lieu"
    SWAP_WORK = "swap_work", "làm bù", "make-up working day"

    @property
    def is_working(self) -> bool:
        """Whether offices work on such a day, and so whether a count of working days counts it."""
        return self in (DayKind.WORK, DayKind.SWAP_WORK)


class Unit(Word):
    """What a time limit is counted in."""

    DAYS = "d", "ngày", "day"
    WORKING_DAYS = "wd", "ngày làm việc", "working day"
    MONTHS = "m", "tháng", "month"
    YEARS = "y", "năm", "year"


class Per(Word):
    """The period in which something must happen a number of times."""

    WEEK = "week", "tuần", "week"
    MONTH = "month", "tháng", "month"
    YEAR = "year", "năm", "year"
    REPORT_QUARTER = "report_quarter", "quý báo cáo", "reporting quarter"


class Direction(Word):
    """How the due day of a rule lies to the event."""

    WITHIN = "within", "chậm nhất, sau sự việc", "at the latest, after the event"
    BEFORE = "before", "chậm nhất, trước sự việc", "at the latest, before the event"
    KEEP = "keep", "ít nhất, sau sự việc", "at least, after the event"
    QUOTA = "quota", "số lần trong kỳ", "times in a period"
    CUTOFF = "cutoff", "ngày chốt số liệu của kỳ", "data cut-off of the period"


class Bearer(Word):
    """Whose time it is: only an agency's own duty is open to the dispute over roll-over (Bộ luật Dân sự, Điều 148)."""

    AGENCY = "agency", "cơ quan", "the agency"
    CITIZEN = "citizen", "người dân", "the citizen"
    LAW = "law", "hiệu lực pháp luật", "legal effect"


class Mark(Word):
    """How sure the source of a row is."""

    READ = "V", "đã đọc trong văn bản", "read in a source"
    KNOWN = "K", "theo hiểu biết nghiệp vụ", "known from practice"
    UNSURE = "?", "chưa chắc chắn, cần kiểm tra", "uncertain, to be checked"


class Status(Word):
    """Where a clock stands on a given day."""

    RUNNING = "running", "trong hạn", "on time"
    SOON = "soon", "sắp đến hạn", "due soon"
    OVERDUE = "overdue", "quá hạn", "overdue"
    PAUSED = "paused", "tạm đình chỉ", "paused"
    DONE = "done", "đã xong đúng hạn", "done on time"
    DONE_LATE = "done_late", "đã xong, quá hạn", "done late"
    ENOUGH = "enough", "đã đủ thời gian", "long enough"
    TOO_SHORT = "too_short", "chưa đủ thời gian", "ended too early"


class PauseReason(Word):
    """Why a clock stands still (Luật Khiếu nại Điều 11a; Luật Tố cáo Điều 34)."""

    FORCE_MAJEURE = "force_majeure", "có sự kiện bất khả kháng", "of force majeure"
    OBSTACLE = "obstacle", "có trở ngại khách quan", "of an objective obstacle"
    OTHER_BODY = "other_body", "phải chờ kết quả của cơ quan khác", "another body's result is awaited"
    CITIZEN = "citizen", "đang chờ người dân bổ sung thông tin", "more information is awaited from the citizen"
