"""Parse the command line and hand over to one module per command."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date, datetime
from importlib import import_module
from pathlib import Path

from gandan import __version__
from gandan.foundation.people.words import Role
from gandan.pure.refusal import Refused

NEEDS_DATABASE = {"up", "migrate", "demo", "doctor", "form", "office", "account", "days"}

NOT_POSTS = {Role.CITIZEN, Role.SYSTEM}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; a refusal is printed as its sentence with exit status 2."""
    given = parser().parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gandan.config.settings")
    asks_database = given.command in NEEDS_DATABASE or getattr(given, "unit", None)
    try:
        command = import_module("gandan.doors.console." + ("awake" if asks_database else given.command))
        return int(command.run(given))
    except Refused as refusal:
        print(f"gandan: {refusal.said.vi}\n        {refusal.said.en}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def parser() -> argparse.ArgumentParser:
    """The whole command line, with help in both languages."""
    top = argparse.ArgumentParser(
        prog="gandan", description="Gần Dân: nghe dân, trả lời dân, nói đúng số · hear, answer, report"
    )
    top.add_argument("--version", action="version", version=f"gandan {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="LỆNH")

    up = commands.add_parser("up", help="khởi động · start")
    up.add_argument("--demo", action="store_true", help="nạp tỉnh minh họa một lần · load the demo province once")
    up.add_argument("--host", default="127.0.0.1")
    up.add_argument("--port", type=int, default=8000)
    up.add_argument("--workers", type=int, default=1)

    commands.add_parser("migrate", help="chuẩn bị cơ sở dữ liệu · prepare the database")
    commands.add_parser("demo", help="nạp tỉnh minh họa · load the demo province")

    doctor = commands.add_parser("doctor", help="khám máy: có gì sai, làm gì tiếp · what is wrong and what to do")
    doctor.add_argument("--journal", action="store_true", help="kiểm chuỗi nhật ký mọi hồ sơ · prove every journal")
    doctor.add_argument("--cells", action="store_true", help="đếm lại mọi số liệu · recount every figure")

    office = commands.add_parser("office", help="mở UBND của một xã, tỉnh · open the People's Committee of a unit")
    office.add_argument("unit", metavar="CODE", help="mã tỉnh (2 số) hoặc xã (5 số)")

    account = commands.add_parser("account", help="mở tài khoản, giao vị trí · open an account with its post")
    account.add_argument("username", metavar="TÊN")
    account.add_argument("--name", default="", help="họ và tên · full name")
    account.add_argument("--office", type=int, required=True, help="số cơ quan, xem: gandan office CODE")
    account.add_argument("--role", required=True, choices=[role.value for role in Role if role not in NOT_POSTS])
    account.add_argument("--title", default="", help="chức danh, in dưới chữ ký · printed under a signature")

    days = commands.add_parser("days", help="nạp ngày nghỉ, ngày hoán đổi · load days off and swapped days")
    days.add_argument(
        "file", metavar="FILE", help="CSV: day,kind,why,source; kind: off, holiday, in_lieu, swap_work, work"
    )
    days.add_argument("--unit", dest="area", metavar="CODE", help="chỉ cho đơn vị này · for this unit only")

    due = commands.add_parser("due", help="tính thời hạn và vì sao · a due date and why")
    due.add_argument("rule", metavar="RULE", help="mã quy tắc, ví dụ KN.SETTLE1 · rule id")
    due.add_argument("date", metavar="DATE", type=day, help="ngày bắt đầu: 2026-07-02 hoặc 02/07/2026")
    due.add_argument("--remote", action="store_true", help="vùng sâu, vùng xa")
    due.add_argument("--complex", action="store_true", help="vụ việc phức tạp")
    due.add_argument("--unit", metavar="CODE", help="mã đơn vị có lịch làm việc riêng · unit with its own calendar")
    due.add_argument("--json", action="store_true")

    form = commands.add_parser("form", help="biểu thống kê từ hồ sơ · a statistical form from the records")
    form.add_argument("code", metavar="CODE", help="ví dụ 01/TCD")
    form.add_argument(
        "--unit", dest="code_of_unit", metavar="CODE", required=True, help="mã tỉnh (2 số) hoặc xã (5 số)"
    )
    form.add_argument("--from", dest="start", type=day, required=True, metavar="DATE")
    form.add_argument("--to", dest="end", type=day, required=True, metavar="DATE")
    output = form.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true")
    output.add_argument(
        "--xlsx",
        nargs="?",
        const=Path("-"),
        type=Path,
        metavar="FILE",
        help="vào tệp, hoặc ra đầu ra · to a file, or out",
    )

    check = commands.add_parser("check", help="tìm số liệu không khớp trong báo cáo · find figures that do not add up")
    check.add_argument("files", nargs="+", metavar="FILE", help="tệp TXT, DOCX, PDF, HTML, thư mục, hoặc - · or -")
    check.add_argument("--json", action="store_true", help="cho máy đọc · for machines")
    check.add_argument("--html", type=Path, metavar="FILE", help="trang đánh dấu trong văn bản · a page with marks")
    check.add_argument("--docx", type=Path, metavar="FILE", help="trả lại Word có ghi chú · Word with comments")
    return top


def day(text: str) -> date:
    """A day written 2026-07-02 or 02/07/2026."""
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007  # a day has no hour, so no zone
        except ValueError:
            continue
    raise argparse.ArgumentTypeError(
        f"{text!r}: viết ngày như 2026-07-02 hoặc 02/07/2026 · write a day like 2026-07-02"
    )


if __name__ == "__main__":
    sys.exit(main())
