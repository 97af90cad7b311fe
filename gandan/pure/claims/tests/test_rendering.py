"""The findings for a terminal, a machine and a browser."""

import json

from gandan.pure.claims import check, rendering

TEXT = "Nhận 94 đơn & <b>gồm</b>.\nCó 85/20.985 hồ sơ trễ hạn (chiếm 0,04%), 24/85 xã (28,24%)."


def test_the_terminal_shows_the_words_the_sum_and_the_repair():
    lines = rendering.terminal("bao-cao.txt", check(TEXT)).splitlines()
    assert lines[0] == "bao-cao.txt:2: KHÔNG KHỚP"
    start = lines[1].index("85/20.985")
    assert lines[2][start:] == "‾" * len("85/20.985 hồ sơ trễ hạn (chiếm 0,04%")
    assert lines[3].strip() == "85 ÷ 20.985 = 0,41%, không phải 0,04%."
    assert "0,04% → 0,41%" in lines[4]
    assert lines[-1] == "bao-cao.txt: 5 số liệu, 1 quan hệ khớp, 1 không khớp, 0 cần xem lại"


def test_the_machine_gets_offsets_into_the_text():
    (file,) = json.loads(rendering.as_json([("a.txt", check(TEXT))]))
    assert file["file"] == "a.txt"
    (error,) = [one for one in file["relations"] if one["verdict"] == "error"]
    assert TEXT[error["start"] : error["end"]] == error["text"]
    assert (error["kind"], error["claimed"], error["computed"]) == ("ratio_percent", "0,04%", "0,41%")
    assert error["repairs"][0]["new"] == "0,41%"


def test_the_browser_gets_the_whole_text_escaped_and_marked():
    page = rendering.page("a<b.txt", check(TEXT))
    assert "<title>a&lt;b.txt</title>" in page
    assert "&amp; &lt;b&gt;gồm&lt;/b&gt;" in page
    assert '<mark id="f1" class="finding error"' in page
    assert page.count('class="claim"') == 3
    assert "<script" not in page
    assert '<a href="#f1">' in page


def test_a_clean_text_has_a_clean_page():
    checked = check("Tiếp 12 lượt.")
    assert rendering.findings_list(checked) == "<ol></ol>"
    assert rendering.marked(checked) == 'Tiếp <mark class="claim">12</mark> lượt.'
