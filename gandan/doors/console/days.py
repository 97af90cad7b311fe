"""`gandan days FILE`: load the year's notice of days off and swapped days; open deadlines are computed again."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from django.db import transaction

from gandan.doors.look import clock
from gandan.foundation.deadlines import actions as deadlines
from gandan.foundation.people.words import SYSTEM
from gandan.foundation.territory import queries as territory
from gandan.matters.cases import actions as cases
from gandan.pure.refusal import Unreadable
from gandan.pure.vietnamese import day


def run(given: Namespace) -> int:
    """Load the days for the country, or for a unit and all under it; exit status 0. A day loaded before is replaced."""
    rows = deadlines.read_notice(text_of(given.file))
    unit_id = territory.unit_on(given.area, clock.today()).id if given.area else None
    with transaction.atomic():
        loaded = deadlines.load_calendar_days(rows, by=SYSTEM, at=clock.moment(), unit_id=unit_id)
        cases.follow_clocks({moved.folder_id for moved in loaded.moved})
    print(
        f"{loaded.days} ngày đã nạp, {len(loaded.moved)} thời hạn dời · {loaded.days} days, {len(loaded.moved)} moved"
    )
    for moved in loaded.moved:
        print(f"  hồ sơ {moved.folder_id} · {moved.rule}: {day(moved.before)} → {day(moved.after)}")
    return 0


def text_of(name: str) -> str:
    """The text of a file; Unreadable when it cannot be opened or is not UTF-8."""
    try:
        return Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as failure:
        raise Unreadable(
            "console.file",
            f"Không đọc được tệp {name}. Xin lưu dạng CSV, mã UTF-8.",
            f"The file {name} cannot be read. Please save it as CSV in UTF-8.",
        ) from failure
