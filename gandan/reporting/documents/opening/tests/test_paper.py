"""PDF: its lines and its ruled tables; a scan, a lock, a wreck and an endless one each get their sentence."""

from __future__ import annotations

import pytest

from gandan.pure.claims.tables import check
from gandan.pure.refusal import Unreadable
from gandan.reporting.documents.opening import FileKind, apart, paper, read
from gandan.reporting.documents.opening.tests.papers import pdf

ROWS = [("Xa", "Don", "Vu"), ("Hoa Binh", "12", "10"), ("Cau Ke", "30", "20"), ("Tong", "42", "33")]


def refused(body: bytes) -> str:
    with pytest.raises(Unreadable) as told:
        read(body)
    return told.value.code


def test_lines_and_ruled_tables_are_read() -> None:
    opened = read(pdf("Bao cao thang 10", table=ROWS))
    assert opened.kind is FileKind.PDF and opened.text.startswith("Bao cao thang 10")
    (table,) = opened.tables
    assert [[cell.text for cell in row] for row in table] == [list(row) for row in ROWS]
    assert all(opened.text[cell.start : cell.end] == cell.text for row in table for cell in row)
    assert check(opened.text, opened.tables).text == opened.text


def test_a_line_that_reaches_the_margin_goes_on_in_the_next() -> None:
    long = "Trong nam da tiep nhan rat nhieu don cua cong dan tren dia ban toan tinh va da"
    assert paper.read(pdf(long, "giai quyet xong.", "Het.")).text.split("\n") == [f"{long} giai quyet xong.", "Het."]


def test_a_scan_is_told() -> None:
    assert refused(pdf(image=True)) == "file.scan"


def test_a_locked_file_is_told() -> None:
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ({'o' * 32}) /U ({'u' * 32}) >> /ID [(a) (a)]"
    assert refused(pdf("Bao cao", trailer=lock)) == "file.locked"


def test_a_wreck_is_told() -> None:
    assert refused(b"%PDF-1.4\n1 0 obj <<") in ("file.pdf", "file.scan")
    assert refused(pdf("Bao cao")[:200]) in ("file.pdf", "file.scan")


def test_a_reading_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_MODULE", "gandan.reporting.documents.opening.tests.endless")
    with pytest.raises(Unreadable) as told:
        apart.read(b"%PDF-", seconds=-4)
    assert told.value.code == "file.slow"
