"""`gandan check`: what is printed, what is written, and the exit status."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from docx import Document

from gandan.doors.console.listing import Progress, underlined
from gandan.doors.console.main import main
from gandan.reporting.documents.opening.tests.papers import SUM, pdf, word

FINE = "Tiếp nhận 2.070 đơn, gồm 1.333 đơn đủ điều kiện, 737 đơn không đủ điều kiện."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A good report, a bad one in Word, a scan, and what nobody asked about."""
    (tmp_path / "dung.txt").write_text(FINE, encoding="utf-8")
    (tmp_path / "sai.docx").write_bytes(word(SUM))
    (tmp_path / "~$sai.docx").write_bytes(b"lock")
    (tmp_path / "anh.jpg").write_bytes(b"\xff\xd8\xff")
    return tmp_path


def test_a_clean_file_is_status_0(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder / "dung.txt")]) == 0
    assert "0 chỗ cần xem, 1 quan hệ khớp" in capsys.readouterr().out


def test_a_finding_is_status_1_and_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder / "sai.docx")]) == 1
    out = capsys.readouterr().out
    lines = out.split("\n")
    shown = next(index for index, line in enumerate(lines) if "2.070" in line)
    assert "✗ dòng 1" in out and "= 1.333 + 773 = 2.106" in out and "773 ⇒ 737: đảo hai chữ số" in out
    start, end = lines[shown + 1].index("^"), lines[shown + 1].rindex("^") + 1
    assert lines[shown][start:end] == "2.070 đơn, gồm 1.333 đơn đủ điều kiện, 773"


def test_what_cannot_be_read_is_status_2_and_the_rest_is_checked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "quet.pdf").write_bytes(pdf(image=True))
    assert main(["check", str(folder / "quet.pdf"), str(folder / "vang.txt"), str(folder / "sai.docx")]) == 2
    told = capsys.readouterr()
    assert "ảnh quét" in told.err and "Không có tệp này" in told.err and "✗" in told.out


def test_a_folder_stands_for_its_readable_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--json", str(folder)]) == 1
    assert [Path(one["file"]).name for one in json.loads(capsys.readouterr().out)] == ["dung.txt", "sai.docx"]
    empty = folder / "rong"
    empty.mkdir()
    assert main(["check", str(empty)]) == 2


def test_json_is_what_the_contract_says(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = f"BÁO CÁO\r\n{SUM}"
    (folder / "sai.txt").write_bytes(text.encode())
    assert main(["check", "--json", str(folder / "sai.txt"), str(folder / "vang.txt")]) == 2
    told, absent = json.loads(capsys.readouterr().out)
    (relation,) = told["relations"]
    promised = {"kind", "verdict", "start", "end", "text", "claimed", "computed", "reason", "repairs"}
    assert promised | {"expression", "tolerance", "reason_en"} == set(relation)
    assert relation["reason"] == "Cộng các phần được 2.106, trong khi tổng ghi 2.070."
    assert text[relation["start"] : relation["end"]] == relation["text"]
    repair = relation["repairs"][0]
    assert (text[repair["start"] : repair["end"]], repair["old"], repair["new"]) == ("773", "773", "737")
    assert absent["relations"] == [] and absent["error"]["code"] == "file.absent"


def test_no_file_in_json_is_an_empty_list(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FINE.encode())))
    assert main(["check", "--json", "-"]) == 0
    assert [one["file"] for one in json.loads(capsys.readouterr().out)] == ["-"]


def test_html_and_docx_are_written(folder: Path) -> None:
    html, docx = folder / "ra.html", folder / "ra.docx"
    assert main(["check", str(folder / "sai.docx"), "--html", str(html), "--docx", str(docx)]) == 1
    assert "Tiếp nhận" in html.read_text(encoding="utf-8")
    assert len(list(Document(str(docx)).comments)) == 1


def test_many_documents_go_into_a_folder(folder: Path) -> None:
    out = folder / "ra"
    names = [str(folder / "sai.docx"), str(folder / "dung.txt"), str(folder / "sai.docx")]
    assert main(["check", *names, "--docx", str(out)]) == 1
    assert sorted(path.name for path in out.iterdir()) == ["dung.docx", "sai-2.docx", "sai.docx"]


def test_a_report_is_never_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "sai.docx"
    before = path.read_bytes()
    assert main(["check", str(path), "--docx", str(path)]) == 2
    assert path.read_bytes() == before and "tên khác" in capsys.readouterr().err
    main(["check", str(folder), "--docx", str(folder)])
    assert path.read_bytes() == before


def test_a_place_that_cannot_be_written_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder / "dung.txt"), "--html", str(folder / "vang" / "x.html")]) == 2
    assert "Không ghi được" in capsys.readouterr().err


def test_carets_stand_under_composed_and_decomposed_letters() -> None:
    text = "Số đo\u031bn: 12 đơn"
    shown, under = underlined(text, text.index("12"), text.index("12") + 2, 80)
    assert under.index("^") == shown.index("12") - 1  # one sign of the line takes no column


def test_the_bar_is_drawn_only_for_somebody(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Progress(10).step("a.txt")
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    bar = Progress(10)
    bar.step("a.txt")
    bar.clear()
    assert "1/10 a.txt" in capsys.readouterr().err
