"""`gandan doctor`: look the installation over and say, for each thing that is wrong, what to do."""

from __future__ import annotations

import os
import sqlite3
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from gandan.doors.look import clock
from gandan.foundation.people import queries as people
from gandan.foundation.records import queries as records
from gandan.foundation.territory import queries as territory
from gandan.foundation.territory.words import Tier
from gandan.pure.speech import Said
from gandan.reporting.indicators import actions as indicators

SHOWN = 20  # breaks and differences listed before the rest is only counted


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: well, or what is wrong and what to do next."""

    well: bool
    said: Said


def run(given: Namespace) -> int:
    """Exit status 0 when all is well, 1 when something was found, 2 when the database cannot be opened."""
    try:
        connection.ensure_connection()
    except (DatabaseError, sqlite3.Error) as failure:
        print(f"✗ không mở được cơ sở dữ liệu · the database cannot be opened: {failure}", file=sys.stderr)
        return 2
    if not show(tables()):
        return 1
    looks: list[Callable[[], Iterator[Finding]]] = [home, sealing, units, engine]
    if given.journal:
        looks.append(journals)
    if given.cells:
        looks.append(cells)
    sick = sum(not show(look()) for look in looks)
    return 1 if sick else 0


def show(findings: Iterator[Finding]) -> bool:
    """Print findings as they come; whether all were well."""
    well = True
    for finding in findings:
        print(f"{'✓' if finding.well else '✗'} {finding.said.vi}\n  {finding.said.en}")
        well = well and finding.well
    return well


def tables() -> Iterator[Finding]:
    """Whether the tables are those of this version."""
    executor = MigrationExecutor(connection)
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if pending:
        yield Finding(
            False,
            Said(
                f"Cơ sở dữ liệu thiếu {len(pending)} bước nâng cấp. Hãy chạy: gandan migrate",
                f"The database lacks {len(pending)} upgrade steps. Run: gandan migrate",
            ),
        )
    else:
        yield Finding(True, Said("Cơ sở dữ liệu đúng phiên bản.", "The database is of this version."))


def engine() -> Iterator[Finding]:
    """Which engine holds the records, and whether an embedded one writes safely."""
    if connection.vendor != "sqlite":
        yield Finding(True, Said(f"Máy chủ dữ liệu: {connection.vendor}.", f"Engine: {connection.vendor}."))
        return
    with connection.cursor() as cursor:
        mode = cursor.execute("PRAGMA journal_mode").fetchone()[0]
    yield Finding(mode == "wal", Said(f"SQLite, chế độ ghi {mode}.", f"SQLite, journal mode {mode}."))


def home() -> Iterator[Finding]:
    """Whether files can be kept."""
    files = Path(settings.GANDAN_FILES)
    files.mkdir(parents=True, exist_ok=True)
    writable = os.access(files, os.W_OK)
    yield Finding(
        writable,
        Said("Ghi được tệp đính kèm.", "Attachments can be written.")
        if writable
        else Said(f"Không ghi được vào {files}. Hãy cấp quyền ghi.", f"{files} is not writable. Please grant it."),
    )


def sealing() -> Iterator[Finding]:
    """Whether the sealing key opens what was sealed."""
    opens = people.sealing_key_opens()
    yield Finding(
        opens,
        Said("Khóa niêm phong mở được dữ liệu đã niêm phong.", "The sealing key opens what was sealed.")
        if opens
        else Said(
            "Khóa niêm phong không khớp dữ liệu. Hãy đặt lại GANDAN_SEALING_KEY từ bản sao lưu khóa.",
            "The sealing key does not match the data. Restore GANDAN_SEALING_KEY from the backup of the key.",
        ),
    )


def units() -> Iterator[Finding]:
    """Whether the register of units is loaded."""
    today = clock.today()
    provinces, communes = (territory.count(tier, today) for tier in (Tier.PROVINCE, Tier.COMMUNE))
    yield Finding(
        communes > 0,
        Said(
            f"Danh mục đơn vị hành chính: {provinces} tỉnh, {communes} xã, phường, đặc khu.",
            f"Register of units: {provinces} provinces, {communes} communes.",
        )
        if communes
        else Said(
            "Chưa có danh mục đơn vị hành chính. Hãy chạy: gandan up",
            "The register of units is empty. Run: gandan up",
        ),
    )


def journals() -> Iterator[Finding]:
    """Prove the chain of every folder's journal."""
    breaks = records.breaks()
    found = list(islice(breaks, SHOWN))
    yield from (Finding(False, each.said) for each in found)
    more = sum(1 for _ in breaks)
    if more:
        yield Finding(False, Said(f"và {more} chỗ khác.", f"and {more} more."))
    if not found:
        yield Finding(True, Said("Nhật ký mọi hồ sơ còn nguyên vẹn.", "Every folder's journal is whole."))


def cells() -> Iterator[Finding]:
    """Recount every figure from its records."""
    indicators.refresh()
    differences = list(indicators.verify())
    for each in differences[:SHOWN]:
        yield Finding(False, Said(f"Số liệu lệch: {each}", f"A figure differs: {each}"))
    if not differences:
        yield Finding(True, Said("Mọi số liệu khớp với hồ sơ.", "Every figure equals its records."))
