"""The page: the whole text, each finding once, nothing from elsewhere, nothing that runs."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

import pytest

from gandan.pure.claims.tables import check
from gandan.reporting.documents.marking import blocks, marks, page
from gandan.reporting.documents.marking.segments import segments
from gandan.reporting.documents.opening import read
from gandan.reporting.documents.opening.tests.papers import SUM

TABLE = "Xã\tĐơn\tVụ\nA\t12\t10\nB\t30\t20\nTổng cộng\t42\t33"


def drawn(text: str) -> str:
    told = read(text.encode())
    return page.opening() + page.section(1, "báo <cáo>.txt", told, check(told.text, told.tables)) + page.closing()


@pytest.mark.parametrize("text", [SUM, f"{SUM}\n{TABLE}\nHết & <b>hết</b>", unicodedata.normalize("NFD", SUM)])
def test_the_stretches_make_the_text_again(text: str) -> None:
    told = read(text.encode())
    checked = check(told.text, told.tables)
    pieces = segments(checked)
    assert "".join(piece.text for piece in pieces) == text
    assert [mark.number for piece in pieces for mark in piece.opens] == [mark.number for mark in marks(checked)]


def test_tables_are_drawn_as_tables() -> None:
    told = read(f"Trước\n{TABLE}\nSau".encode())
    found = blocks(check(told.text, told.tables), told.tables)
    assert [bool(block.rows) for block in found] == [False, True, False]
    assert [["".join(p.text for p in place.segments) for place in row] for row in found[1].rows] == [
        line.split("\t") for line in TABLE.split("\n")
    ]


def test_every_link_has_its_end() -> None:
    html = drawn(f"{SUM}\nHọp ngày 31/11/2023.\n{TABLE}")
    ids = re.findall(r'id="([^"]+)"', html)
    assert len(ids) == len(set(ids)) and {"f1-1", "f1-2", "f1-3", "t1-1", "t1-2", "t1-3"} <= set(ids)
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


def test_the_page_holds_itself_and_runs_nothing() -> None:
    html = drawn(SUM)
    assert not re.search(r"<script|https?://|<img|<link|\son\w+=", html)
    assert "default-src 'none'" in html and html.count("<style>") == 1


def test_what_a_file_says_is_shown_not_obeyed() -> None:
    html = drawn('Có 12 đơn <script>alert("1")</script> & hết')
    assert "<script" not in html and "báo &lt;cáo&gt;.txt" in html
    body = unescape(re.sub(r"<[^>]+>", "", html.split('<div class="text">')[1].split("</div>")[0]))
    assert body.strip() == 'Có 12 đơn <script>alert("1")</script> & hết'
