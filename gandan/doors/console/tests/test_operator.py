"""What an operator does with the command: begin an office, load days off, prove the journals, print a form."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import connection

from gandan.doors.console.main import main
from gandan.foundation.people import queries as people
from gandan.foundation.people.words import SYSTEM, Role
from gandan.foundation.territory import actions as territory
from gandan.foundation.territory import queries as units
from gandan.matters.cases import actions as cases
from gandan.matters.cases.words import Channel, Draft, Kind

pytestmark = pytest.mark.django_db
HOA_BINH, TODAY = "29830", date(2026, 11, 23)
AT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def vinh_long() -> None:
    territory.load_register(provinces=("86",))


def one_case() -> None:
    unit = units.unit_on(HOA_BINH, TODAY)
    body = units.offices_of(unit.id, date.today())[0]  # noqa: DTZ011  # the command opened it on the real day
    draft = Draft(Kind.FEEDBACK, "Đèn đường đầu ngõ tắt ba đêm nay.", body.id, unit.id, Channel.COUNTER)
    cases.lodge(by=SYSTEM, at=AT, draft=draft)


def test_a_real_office_begins(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["office", HOA_BINH]) == 0
    told = capsys.readouterr().out
    assert "UBND xã Hòa Bình" in told
    assert "Phòng Kinh tế" in told
    office = re.search(r"(\d+)\s+UBND xã Hòa Bình", told)
    assert office
    words = ["account", "minh", "--name", "Trần Văn Minh", "--office", office.group(1), "--role", "reception"]
    assert main(words) == 0
    password = capsys.readouterr().out.strip().rsplit(" ", 1)[-1]
    minh = people.account("minh")
    assert minh is not None
    assert minh.check_password(password)
    (seat,) = people.seats(minh, on=date.today())  # noqa: DTZ011  # as above
    assert (seat.role, seat.body_id) == (Role.RECEPTION, int(office.group(1)))


def test_opening_twice_opens_nothing_more(capsys: pytest.CaptureFixture[str]) -> None:
    main(["office", HOA_BINH])
    first = capsys.readouterr().out
    main(["office", HOA_BINH])
    assert capsys.readouterr().out == first


def test_a_changed_journal_is_found_by_the_doctor(capsys: pytest.CaptureFixture[str]) -> None:
    main(["office", HOA_BINH])
    one_case()
    capsys.readouterr()
    assert main(["doctor", "--journal"]) == 0
    assert "còn nguyên vẹn" in capsys.readouterr().out
    with connection.cursor() as cursor:
        cursor.execute("UPDATE records_entry SET author = 'Người khác' WHERE verb = 'lodge'")
    assert main(["doctor", "--journal"]) == 1
    assert "nội dung bị sửa" in capsys.readouterr().out


def test_a_notice_moves_open_deadlines_and_says_which(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    main(["office", HOA_BINH])
    one_case()
    notice = tmp_path / "ngay-nghi.csv"
    notice.write_text("day,kind,why,source\n24/11/2026,holiday,Ngày Văn hóa Việt Nam,thông báo\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["days", str(notice)]) == 0
    assert "1 ngày đã nạp, 1 thời hạn dời" in capsys.readouterr().out


def test_a_bad_notice_is_refused_with_a_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    notice = tmp_path / "khong-phai.csv"
    notice.write_text("ngày nghỉ Tết\n", encoding="utf-8")
    assert main(["days", str(notice)]) == 2
    assert "day, kind, why, source" in capsys.readouterr().err


def test_a_form_is_told_as_table_json_and_workbook(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    asked = ["form", "01/TCD", "--unit", HOA_BINH, "--from", "15/12/2025", "--to", "2026-12-14"]
    assert main(asked) == 0
    assert "Tổng số lượt tiếp (lượt)" in capsys.readouterr().out
    assert main([*asked, "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["columns"]) == 29
    book = tmp_path / "01-TCD.xlsx"
    assert main([*asked, "--xlsx", str(book)]) == 0
    assert book.read_bytes().startswith(b"PK")


def test_an_unknown_unit_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["form", "01/TCD", "--unit", "99999", "--from", "2026-01-01", "--to", "2026-12-14"]) == 2
    assert "99999" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("rule", "start", "due"), [("KN.ACCEPT", "02/07/2026", "2026-07-13"), ("KN.ACCEPT", "2026-06-30", "2026-07-10")]
)
def test_a_due_date_in_json(capsys: pytest.CaptureFixture[str], rule: str, start: str, due: str) -> None:
    """Regime A: 10 days from 30/06/2026; regime B: 7 working days from 02/07/2026 (3, 6, 7, 8, 9, 10, 13 July)."""
    assert main(["due", rule, start, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"rule", "start", "due", "steps"}
    assert told["due"] == due
