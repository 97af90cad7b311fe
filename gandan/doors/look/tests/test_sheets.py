"""Sheets: light enough for a weak line, kept for good under their mark, free of other people's addresses."""

from __future__ import annotations

import gzip
import re

from django.test import RequestFactory

from gandan.doors.look import sheets

A_WEAK_LINE = 60 * 1024  # bytes of CSS and JavaScript together, uncompressed


def serve(name: str, mark: str = "", encoding: str = "") -> object:
    return sheets.serve(RequestFactory(headers={"accept-encoding": encoding}).get("/"), mark, name)


def test_all_css_and_script_is_lighter_than_sixty_kilobytes() -> None:
    assert sum(len(sheets.joined(name).body) for name in sheets.SHEETS) < A_WEAK_LINE


def test_every_file_of_the_folder_is_joined_and_nothing_else() -> None:
    joined = {part for parts in sheets.SHEETS.values() for part in parts}
    there = {
        str(path.relative_to(sheets.FOLDER)) for path in sheets.FOLDER.rglob("*") if path.suffix in {".css", ".js"}
    }
    assert joined == there


def test_a_sheet_under_its_mark_is_kept_for_good_and_under_an_old_one_shortly() -> None:
    now = serve("look.css", sheets.joined("look.css").mark)
    old = serve("look.css", "0123456789ab")
    assert "immutable" in now["Cache-Control"] and "max-age=60" in old["Cache-Control"]  # type: ignore[index]


def test_a_packed_sheet_is_the_same_sheet() -> None:
    packed = serve("look.js", encoding="gzip, br")
    assert packed["Content-Encoding"] == "gzip"  # type: ignore[index]
    assert gzip.decompress(packed.content) == serve("look.js").content  # type: ignore[attr-defined]


def test_no_sheet_asks_another_server() -> None:
    for name in sheets.SHEETS:
        assert not re.search(rb"https?://|@import|url\(", sheets.joined(name).body)


def test_every_colour_is_decided_in_the_tokens() -> None:
    for part in sheets.SHEETS["look.css"]:
        if part in {"tokens.css", "print.css", "parts/ticket.css"}:  # paper is white and ink is black; a QR code too
            continue
        assert not re.search(r"#[0-9a-f]{3,8}\b", (sheets.FOLDER / part).read_text(encoding="utf-8")), part
