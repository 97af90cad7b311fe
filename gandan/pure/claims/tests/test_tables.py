"""Tables: what adds up is confirmed, one wrong figure is found, and what only looks like a sum is left alone."""

from __future__ import annotations

import time

import pytest

from gandan.pure.claims import Kind, Verdict
from gandan.pure.claims.tables import Cell, cells, check, check_table

VISITS = """\
STT\tXã\tTổng số\tNam\tNữ\tTỷ lệ nữ (%)
1\tHòa Bình\t120\t50\t70\t58,33
2\tCầu Kè\t310\t150\t160\t51,61
3\tTam Ngãi\t90\t45\t45\t50,00
\tTổng cộng\t520\t245\t275\t52,88"""

GROUPS = """\
TT\tLoại đơn\tNăm 2022\tNăm 2023
I\tKhiếu nại\t120\t150
1\tĐất đai\t80\t95
2\tChính sách\t40\t55
II\tTố cáo\t30\t24
1\tTham nhũng\t4\t6
2\tKhác\t26\t18
III\tKiến nghị\t410\t333
1\tHạ tầng\t310\t230
2\tMôi trường\t100\t103
\tTổng cộng (I+II+III)\t560\t507"""

OFFICIAL = """\
Đơn vị\tTổng số lượt\tThường xuyên\tĐịnh kỳ\tĐột xuất
A\t1=2+3+4\t2\t3\t4
Xã Hòa Bình\t46\t30\t12\t4
Xã Cầu Kè\t51\t40\t11\t-"""

SUBTOTALS = """\
Xã\tĐơn\tVụ việc
Hòa Bình\t12\t10
Cầu Kè\t30\t21
Cộng\t42\t31
Tam Ngãi\t15\t14
Phong Phú\t8\t8
Cộng\t23\t22
Tổng cộng\t65\t53"""


def told(text: str) -> list[tuple[str, str]]:
    return [(one.text, one.expression) for one in check(text, [cells(text)]).findings]


@pytest.mark.parametrize("text", [VISITS, GROUPS, OFFICIAL, SUBTOTALS])
def test_a_correct_table_is_confirmed_in_silence(text: str) -> None:
    relations = check(text, [cells(text)]).relations
    assert relations and all(one.verdict is Verdict.OK for one in relations)
    assert all(text[one.start : one.end] == one.text for one in relations)


@pytest.mark.parametrize(
    ("text", "right", "wrong", "computed"),
    [
        (VISITS, "\t275\t", "\t257\t", "70 + 160 + 45 = 275"),
        (VISITS, "\t160\t", "\t106\t", "70 + 106 + 45 = 221"),
        (VISITS, "51,61", "56,61", "160 : 310 = 51,61%"),
        (GROUPS, "\t560\t", "\t650\t", "120 + 30 + 410 = 560"),
        (GROUPS, "\t230\n", "\t320\n", "320 + 103 = 423"),
        (OFFICIAL, "\t51\t", "\t57\t", "40 + 11 = 51"),
        (SUBTOTALS, "Cộng\t23", "Cộng\t32", "15 + 8 = 23"),
        (SUBTOTALS, "\t65\t", "\t56\t", "42 + 23 = 65"),
    ],
)
def test_one_wrong_figure_is_found(text: str, right: str, wrong: str, computed: str) -> None:
    assert text.count(right) == 1
    broken = text.replace(right, wrong)
    assert computed in [expression for _, expression in told(broken)]


def test_a_cell_blamed_by_its_row_and_its_column_is_the_one_to_mend() -> None:
    broken = VISITS.replace("\t45\t45\t", "\t45\t54\t")
    found = check(broken, [cells(broken)]).findings
    assert [one.text for one in found] == ["90", "275"]  # the share of women is an echo and is not told again
    assert {(repair.old, repair.new) for one in found for repair in one.repairs} == {("54", "45")}


TRAPS = {
    "years are no amounts": "Năm\tĐơn\n2021\t100\n2022\t120\n2023\t90",
    "rows in different units": "Chỉ tiêu\tĐVT\tSố lượng\nHộ nghèo\thộ\t120\nNhân khẩu\tngười\t480\nTổng cộng\t\t700",
    "a part of the total": "Nội dung\tSố lượng\nTổng số\t120\nTrong đó: Nữ\t40\nDân tộc thiểu số\t35",
    "nothing says total": "Xã\tNăm 2022\tNăm 2023\nHòa Bình\t12\t15\nCầu Kè\t30\t28\nTam Ngãi\t40\t45",
    "averages": "Xã\tHộ\tThu nhập bình quân\nHòa Bình\t100\t45,2\nCầu Kè\t200\t50,1\nTổng cộng\t300\t48,5",
    "a dash is a zero": "Xã\tTổng số\tNam\tNữ\nA\t12\t12\t-\nB\t30\t20\t10\nC\t5\t-\t5\nCộng\t47\t32\t15",
    "column numbers": "Xã\tĐơn\tVụ\n(1)\t(2)\t(3)\nHòa Bình\t5\t4\nCầu Kè\t7\t6\nTổng cộng\t12\t10",
    "rounded": "(Đơn vị: triệu đồng)\nXã\tThu\tChi\nA\t10,4\t3,3\nB\t10,4\t3,3\nC\t10,4\t3,3\nTổng cộng\t31,3\t9,9",
    "total in front": "Đơn vị\tSố đơn\nTổng số\t57\nHòa Bình\t12\nCầu Kè\t30\nTam Ngãi\t15",
    "truncated shares": "Xã\tĐúng hạn\tTổng\tTỷ lệ\nA\t2\t3\t66,66%\nB\t1\t3\t33,33%\nC\t5\t6\t83,33%",
    "thousands the English way": "Xã\tThu\nHòa Bình\t1,200\nCầu Kè\t2,350\nTổng cộng\t3,550",
    "ordinals": "1\tHòa Bình\t4\n2\tCầu Kè\t5\n3\tTam Ngãi\t6\n\tTổng cộng\t15",
    "names, no figures": "Họ và tên\tChức vụ\nLê Văn Minh\tChủ tịch\nTrần Thị Lan\tPhó Chủ tịch",
    "one column of marks": "Tiêu chí\tĐiểm\nA\t10\nB\t20\nTổng số\t35",
    "a total without some": "Xã\tĐơn\nA\t12\nB\t30\nTổng số (không kể trùng)\t41",
    "changes": "Xã\t2022\t2023\tTăng, giảm\nA\t10\t14\t+4\nB\t20\t15\t-5\nTổng cộng\t30\t29\t-1",
}


@pytest.mark.parametrize("text", TRAPS.values(), ids=TRAPS.keys())
def test_what_only_looks_like_a_sum_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_a_merged_heading_belongs_to_all_its_columns() -> None:
    text = "Xã\tTiếp công dân\n\tThường xuyên\tĐịnh kỳ\tCộng\nA\t30\t12\t42\nB\t40\t11\t51\nC\t7\t3\t19"
    rows = cells(text)
    merged = rows[0][1]
    rows[0] += [Cell(merged.text, merged.start, merged.end, True)] * 2
    assert [one.expression for one in check_table(rows) if one.verdict is Verdict.ERROR] == ["7 + 3 = 10"]


def test_a_lonely_total_is_an_error_only_when_a_slip_explains_it() -> None:
    head = "Xã\tĐơn\nHòa Bình\t120\nCầu Kè\t300\nTam Ngãi\t155\nTổng cộng\t"
    assert [one.verdict for one in check(head + "557", [cells(head + "557")]).findings] == [Verdict.ERROR]
    assert [one.verdict for one in check(head + "601", [cells(head + "601")]).findings] == [Verdict.QUESTION]
    assert told(head + "4.000") == []


def test_figures_in_millions_were_rounded_once() -> None:
    table = "Xã\tThu\nHòa Bình\t1.204\nCầu Kè\t3.310\nTam Ngãi\t2.127\nTổng cộng\t6.642"
    head = "Bảng 1. Thu ngân sách (đơn vị tính: triệu đồng)\n"
    assert check(head + table, [cells(table, len(head))]).findings == ()
    assert len(told(table)) == 1


def test_an_average_of_shares_is_only_asked_about() -> None:
    text = "Xã\tTổng\tĐúng hạn\tTỷ lệ\nA\t100\t90\t90%\nB\t10\t5\t50%\nC\t40\t30\t75%\nTổng cộng\t150\t125\t71,67%"
    (found,) = check(text, [cells(text)]).findings
    assert (found.verdict, found.computed) == (Verdict.QUESTION, "83,33%")


def test_growth_is_computed_from_two_years() -> None:
    text = "Xã\tNăm 2022\tNăm 2023\tTỷ lệ tăng (%)\nA\t100\t125\t25\nB\t80\t96\t20\nC\t50\t75\t40\nD\t10\t12\t20"
    (found,) = check(text, [cells(text)]).findings
    assert (found.kind, found.text, found.computed) == (Kind.GROWTH, "40", "50,00%")


def test_no_sentence_reaches_across_a_table() -> None:
    table = "Xã\tĐơn\nHòa Bình\t12\nCầu Kè\t30\nTổng cộng\t42"
    text = f"Tiếp nhận 42 đơn, gồm:\n{table}\nTrong đó 40 đơn đúng hạn."
    at = text.index(table)
    checked = check(text, [cells(table, at)])
    assert checked.findings == () and checked.text == text
    assert [one.expression for one in checked.relations] == ["12 + 30 = 42"]


def test_prose_in_a_cell_is_read_as_prose() -> None:
    prose = "Tiếp nhận 2.070 đơn, gồm 1.333 đơn đủ điều kiện và 773 đơn không đủ điều kiện xử lý."
    text = f"Kết quả\t{prose}"
    (found,) = check(text, [cells(text)]).findings
    assert (found.claimed, found.computed) == ("2.070", "2.106")


def test_a_large_table_is_read_in_linear_time() -> None:
    lines = [f"{i}\tXã {i}\t{3 * i}\t{i}\t{2 * i}" for i in range(1, 20_001)]
    text = "\n".join(["STT\tXã\tTổng số\tNam\tNữ", *lines])
    begun = time.perf_counter()
    relations = check(text, [cells(text)]).relations
    assert len(relations) == 20_000 and time.perf_counter() - begun < 20
