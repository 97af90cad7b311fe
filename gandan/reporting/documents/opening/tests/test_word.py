"""DOCX: every place where text can stand, once; what was deleted stays deleted; traps are refused."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from gandan.pure.claims.tables import check
from gandan.pure.refusal import Unreadable
from gandan.reporting.documents.opening import FileKind, read
from gandan.reporting.documents.opening.tests.papers import NAMESPACES, SUM, fill, insert, packed, saved, word
from gandan.reporting.documents.opening.tests.test_text import ABC
from gandan.reporting.documents.opening.word import opened

BOX = "<w:txbxContent><w:p><w:r><w:t>Có 12 hộ, gồm 5 hộ nghèo và 6 hộ cận nghèo.</w:t></w:r></w:p></w:txbxContent>"
SHAPE = (
    f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>'
    f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def with_footnote(text: str) -> bytes:
    document = Document()
    paragraph = document.add_paragraph("Số liệu có chú thích")
    insert(paragraph, '<w:r><w:footnoteReference w:id="2"/></w:r>')
    note = f'<w:footnote w:id="2"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
    xml = f"<w:footnotes {NAMESPACES}>{note}</w:footnotes>"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return saved(document)


def test_paragraphs_and_tables_stand_in_order() -> None:
    body = word(SUM, rows=[("Xã", "Đơn"), ("A", "12"), ("B", "30"), ("Tổng cộng", "42")])
    told = read(body)
    assert told.kind is FileKind.DOCX
    assert told.text.strip().split("\n") == [SUM, "", "Xã\tĐơn", "A\t12", "B\t30", "Tổng cộng\t42"]
    (table,) = told.tables
    assert all(told.text[cell.start : cell.end] == cell.text for row in table for cell in row)
    assert [one.verdict.value for one in check(told.text, told.tables).relations] == ["error", "ok"]


def test_runs_are_joined_and_deleted_words_are_gone() -> None:
    document = Document()
    paragraph = document.add_paragraph()
    for piece in ("Tiếp nhận 2.0", "70 đơn, gồm ", "1.333 đơn và 737 đơn"):
        paragraph.add_run(piece)
    insert(paragraph, '<w:del w:id="1" w:author="x"><w:r><w:delText>và 99 đơn</w:delText></w:r></w:del>')
    insert(paragraph, '<w:ins w:id="2" w:author="x"><w:r><w:t> khác.</w:t></w:r></w:ins>')
    told = read(saved(document))
    assert told.text.strip() == "Tiếp nhận 2.070 đơn, gồm 1.333 đơn và 737 đơn khác."
    assert check(told.text, told.tables).findings == ()


def test_a_text_box_is_read_once() -> None:
    document = Document()
    insert(document.add_paragraph("Trước hộp. "), SHAPE)
    document.add_paragraph("Sau hộp.")
    told = read(saved(document))
    assert [line for line in told.text.split("\n") if line.strip()] == [
        "Trước hộp. ",
        "Có 12 hộ, gồm 5 hộ nghèo và 6 hộ cận nghèo.",
        "Sau hộp.",
    ]


def test_a_text_box_in_a_table_does_not_break_its_row() -> None:
    document = Document()
    table = document.add_table(rows=0, cols=2)
    fill(table, [("Xã", "Đơn"), ("A", "12"), ("B", "30"), ("Tổng cộng", "42")])
    insert(table.rows[1].cells[0].paragraphs[0], SHAPE)
    told = read(saved(document))
    assert "A\t12\n" in told.text and told.text.count("hộ nghèo và 6") == 1


def test_footnotes_come_last() -> None:
    told = read(with_footnote(SUM))
    assert told.text.strip().endswith(SUM) and len(check(told.text, ()).findings) == 1


def test_merged_cells_are_counted_once() -> None:
    document = Document()
    table = document.add_table(rows=0, cols=4)
    fill(table, [("Xã", "Đơn", "", "Cộng"), ("", "Nam", "Nữ", ""), ("A", "12", "10", "22"), ("B", "30", "20", "50")])
    fill(table, [("Tổng cộng", "42", "30", "72")])
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 3).merge(table.cell(1, 3))
    told = read(saved(document))
    relations = check(told.text, told.tables).relations
    assert {one.verdict.value for one in relations} == {"ok"} and len(relations) == 6


def test_the_way_back_to_the_runs_is_exact() -> None:
    document = opened(word(SUM, rows=[("Xã", "Đơn"), ("A", "12"), ("B", "30")]))
    assert document.pieces
    assert all(document.read.text[one.start : one.end] == one.element.text for one in document.pieces)


def test_the_old_fonts_are_read_in_word_too() -> None:
    told = opened(word(ABC))
    assert told.read.text.strip().endswith(SUM) and "TCVN3" in told.read.notes[0].vi
    assert sum(one.end - one.start for one in told.pieces) == len(ABC)


def test_a_document_type_is_refused() -> None:
    """The classic of nested entities: never expanded, never loaded."""
    body = word("x")
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    kept = BytesIO()
    with zipfile.ZipFile(BytesIO(body)) as source, zipfile.ZipFile(kept, "w") as target:
        for part in source.infolist():
            target.writestr(part, bomb if part.filename == "word/document.xml" else source.read(part))
    with pytest.raises(Unreadable) as refused:
        read(kept.getvalue())
    assert refused.value.code == "file.docx"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (packed(readme=b"not a document"), "zip"),
        (packed(**{"word__document.xml": b"<x/>"}), "docx"),
        (packed(**{"word__document.xml": b"<x/>", "[Content_Types].xml": b"<x/>"}), "docx"),
        (packed(**{"word__document.xml": b"\0" * 200_000_000, "[Content_Types].xml": b"<x/>"}), "bomb"),
        (packed(**{"xl__workbook.xml": b"<x/>"}), "sheet"),
        (packed(**{"content.xml": b"<x/>"}), "odt"),
        (word(SUM)[:3000], "docx"),
    ],
    ids=[
        "a renamed archive",
        "half a document",
        "not WordprocessingML",
        "a bomb",
        "a workbook",
        "OpenDocument",
        "cut off",
    ],
)
def test_what_is_no_word_document_is_told_in_one_sentence(body: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(body)
    assert refused.value.code == f"file.{code}"
    assert refused.value.said.vi.endswith(".") and "\n" not in refused.value.said.vi


def test_an_empty_document_is_told() -> None:
    with pytest.raises(Unreadable) as refused:
        read(word(""))
    assert refused.value.code == "file.empty"
