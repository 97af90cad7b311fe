"""Word comments: at the finding, nothing else touched, the same text read back."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from gandan.pure.claims.tables import check
from gandan.reporting.documents.marking import document
from gandan.reporting.documents.opening import read
from gandan.reporting.documents.opening.tests.papers import SUM, insert, saved, word
from gandan.reporting.documents.opening.tests.test_word import SHAPE, with_footnote

ROWS = [("Xã", "Đơn"), ("A", "12"), ("B", "30"), ("Tổng cộng", "44")]


def given_back(body: bytes) -> tuple[Any, str]:
    told = read(body)
    back = document(body, told, check(told.text, told.tables))
    return Document(BytesIO(back)), read(back).text


def marked(told: Any) -> list[str]:
    """The words between the two ends of each comment."""
    found: dict[str, list[str]] = {}
    open_marks: set[str] = set()
    for element in told.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_marks.add(element.get(qn("w:id")))
        elif element.tag == qn("w:commentRangeEnd"):
            open_marks.discard(element.get(qn("w:id")))
        elif element.tag == qn("w:t"):
            for mark in open_marks:
                found.setdefault(mark, []).append(element.text)
    return ["".join(found[key]) for key in sorted(found)]


def test_a_comment_stands_at_each_finding() -> None:
    told, text = given_back(word(SUM, "Họp ngày 31/11/2023.", rows=ROWS))
    assert marked(told) == ["2.070 đơn, gồm 1.333 đơn đủ điều kiện, 773", "31/11/2023", "44"]
    assert text == read(word(SUM, "Họp ngày 31/11/2023.", rows=ROWS)).text
    first = next(comment.text for comment in told.comments)
    assert "1.333 + 773 = 2.106" in first and "773 → 737 (đảo hai chữ số)" in first
    assert {comment.author for comment in told.comments} == {"Gần Dân"}


def test_a_finding_across_runs_keeps_their_look() -> None:
    source = Document()
    paragraph = source.add_paragraph()
    paragraph.add_run("Tiếp nhận 2.0").bold = True
    paragraph.add_run("70 đơn, gồm 1.333 đơn đủ điều kiện").italic = True
    paragraph.add_run(", 773 đơn không đủ điều kiện.\tHết.")
    told, text = given_back(saved(source))
    assert marked(told) == ["2.070 đơn, gồm 1.333 đơn đủ điều kiện, 773"]
    looks = [(run.text, run.bold, run.italic) for run in told.paragraphs[0].runs if run.text]
    assert looks == [
        ("Tiếp nhận ", True, None),
        ("2.0", True, None),
        ("70 đơn, gồm 1.333 đơn đủ điều kiện", None, True),
        (", 773", None, None),
        (" đơn không đủ điều kiện.\tHết.", None, None),
    ]
    assert text == read(saved(source)).text


def test_two_findings_that_touch_are_both_marked() -> None:
    text = "Có 100 đơn, gồm 60 đơn cũ và 30 đơn mới, họp 31/11/2023."
    told, _ = given_back(word(text))
    assert "31/11/2023" in marked(told)
    assert len(list(told.comments)) == len(check(text, ()).findings)


def test_a_text_box_is_marked_where_it_hangs() -> None:
    source = Document()
    insert(source.add_paragraph("Trước hộp. "), SHAPE)
    told, text = given_back(saved(source))
    assert [comment.text.split("\n")[1] for comment in told.comments] == [
        "Cộng các phần được 11, trong khi tổng ghi 12."
    ]
    inside = [one for box in told.element.body.iter(qn("w:txbxContent")) for one in box.iter(qn("w:commentRangeStart"))]
    assert inside == [] and text == read(saved(source)).text


def test_a_footnote_is_marked_where_it_is_called() -> None:
    told, _ = given_back(with_footnote(SUM))
    (start,) = told.element.body.iter(qn("w:commentRangeStart"))
    assert start.getnext().find(qn("w:footnoteReference")) is not None


def test_another_kind_of_file_becomes_a_new_document() -> None:
    text = f"BÁO CÁO\n\n{SUM}\nXã\tĐơn\tVụ\nA\t1\t2\n\x0cNgày 31/11/2023"
    body = text.encode()
    told = read(body)
    back = Document(BytesIO(document(body, told, check(told.text, told.tables))))
    assert [paragraph.text for paragraph in back.paragraphs] == text.replace("\x0c", " ").split("\n")
    assert marked(back) == ["2.070 đơn, gồm 1.333 đơn đủ điều kiện, 773", "31/11/2023"]


def test_a_correct_document_is_given_back_without_comments() -> None:
    told, text = given_back(word("Tiếp nhận 42 đơn, gồm 12 đơn cũ và 30 đơn mới."))
    assert list(told.comments) == [] and text.strip() == "Tiếp nhận 42 đơn, gồm 12 đơn cũ và 30 đơn mới."
