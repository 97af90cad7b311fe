"""HTML as a reader sees it."""

from __future__ import annotations

import time

import pytest

from gandan.pure.claims.tables import check
from gandan.reporting.documents.opening import FileKind, read
from gandan.reporting.documents.opening.tests.papers import SUM

TABLE = """<table><thead><tr><th rowspan="2">Xã<th colspan="2">Đơn<th rowspan="2">Cộng</tr><tr><th>Nam<th>Nữ</tr>
</thead><tr><td>A</td><td>10</td><td>20</td><td>30</td></tr><tr><td>B<td>11<td>21<td>32</tr><tr><td>C<td>4<td>5<td>19</table>"""


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head><title>x</title>{head}</head><body>{body}</body></html>".encode()


def test_blocks_are_lines_and_scripts_are_nothing() -> None:
    told = read(
        page(
            "<h1>Báo cáo</h1><script>var a = 1;</script>"
            f"<p>{SUM.replace('2.070', '<b>2.070</b>')}</p><ul><li>Một<li>Hai</ul>"
        )
    )
    assert told.kind is FileKind.HTML
    assert [line for line in told.text.split("\n") if line] == ["Báo cáo", SUM, "Một", "Hai"]


def test_entities_and_spaces_are_read_as_they_are_shown() -> None:
    assert read(page("<p>C&oacute;\n   12&nbsp;đơn,<br>gồm <i>5</i>   đơn")).text == "Có 12 đơn,\ngồm 5 đơn\n"


def test_a_table_with_merged_headings_is_checked() -> None:
    told = read(page(f"<p>Bảng</p>{TABLE}<p>Hết</p>"))
    (found,) = check(told.text, told.tables).findings
    assert (found.text, found.computed) == ("19", "9") and "“Cộng”" in found.reason.vi


def test_the_declared_alphabet_is_believed_when_it_fits() -> None:
    told = read(
        "<html><head><meta charset=windows-1258></head><body><p>Cô Ba có đơn</p></body></html>".encode("cp1258")
    )
    assert told.text.strip() == "Cô Ba có đơn" and told.encoding == "windows-1258"
    assert read(page("<p>Đơn", head='<meta charset="no-such-thing">')).text.strip() == "Đơn"


def test_comments_and_declarations_are_nothing() -> None:
    told = read(page("<p>Có <!-- 99 --><![if !supportLists]>12<![endif]> đơn <!-- chưa đóng <p>Hết"))
    assert told.text == "Có 12 đơn \n"


@pytest.mark.parametrize(
    "torn", ["<table><tr><td>", "<![", "<!--", "</td", "<a ", "<a b='", "<?", "&#", "<script>", "<"]
)
def test_a_torn_page_is_read_in_bounded_time(torn: str) -> None:
    begun = time.perf_counter()
    read(page("<p>Đơn " + torn * 50_000))
    assert time.perf_counter() - begun < 10
