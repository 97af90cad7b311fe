"""Drawing an administrative document as DOCX: frame and type of NĐ 30/2020/NĐ-CP Phụ lục I, A4, Times New Roman.

Every bound number is a content control (its tag names the figure) around a link to the figure's records, so that the
document stays editable in Word and can be read back (`reading.py`). Links are drawn as plain text: the paper is signed.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from gandan.reporting.documents.words import Address, Letter, Number, Paragraph

FONT = "Times New Roman"
LONGEST_TAG = 64  # Word takes no longer tag of a content control

_LEFT = WD_ALIGN_PARAGRAPH.LEFT
_CENTER = WD_ALIGN_PARAGRAPH.CENTER
_JUSTIFY = WD_ALIGN_PARAGRAPH.JUSTIFY


def draw(paragraph: Paragraph, letter: Letter, address: Address) -> bytes:
    """The document as bytes."""
    document = Document()
    _set_page(document)
    _head(document, letter)
    _title(document, paragraph.title)
    _body(document, paragraph, address)
    _foot(document, letter)
    document.core_properties.title = f"Báo cáo {paragraph.title}"
    document.core_properties.author = letter.body.replace("\n", " ")
    document.core_properties.language = "vi-VN"
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def _set_page(document: Any) -> None:
    """A4, margins 20/20/30/20 mm, 14 pt; the page number stands at the top centre from the second page on."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(14)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    normal.element.get_or_add_rPr().append(language)
    normal.paragraph_format.space_after = Pt(0)
    _page_number(section.header.paragraphs[0])


def _page_number(paragraph: Any) -> None:
    paragraph.alignment = _CENTER
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)


def _head(document: Any, letter: Letter) -> None:
    """Issuing body on the left, Quốc hiệu and Tiêu ngữ on the right, number and place-date line under them."""
    table = _frame(document, (Mm(60), Mm(100)))
    left, right = table.rows[0].cells
    if letter.above:
        _line(left, letter.above.upper(), size=12)
    *first, last = letter.body.upper().split("\n")
    for text in first:
        _line(left, text, size=12, bold=True)
    _line(left, last, size=12, bold=True, ruled=0.4)
    _line(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True)
    _line(right, "Độc lập - Tự do - Hạnh phúc", size=13, bold=True, ruled=0.56)
    left, right = table.rows[1].cells
    _line(left, f"Số:         /{letter.symbol}", size=13)
    _line(right, f"{letter.place}, ngày      tháng      năm {letter.year}", size=13, italic=True)


def _frame(document: Any, widths: tuple[Any, ...]) -> Any:
    table = document.add_table(rows=2, cols=len(widths))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    return table


def _line(
    cell: Any,
    text: str,
    *,
    size: int,
    bold: bool = False,
    italic: bool = False,
    ruled: float = 0,
    alignment: Any = _CENTER,
) -> Any:
    """A line of a frame; `ruled` draws a rule under it, as wide as that part of the cell."""
    paragraph = cell.paragraphs[0] if not cell.paragraphs[0].text else cell.add_paragraph()
    paragraph.alignment = alignment
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    if ruled:
        _rule_under(cell.add_paragraph(), cell.width, ruled)
    return paragraph


def _rule_under(paragraph: Any, width: Any, part: float) -> None:
    """A short rule: the bottom border of an almost empty paragraph, indented on both sides."""
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = int(width * (1 - part) / 2)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(3)
    form.space_after = Pt(6)
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("w:val", "single"), ("w:sz", "6"), ("w:space", "1"), ("w:color", "000000")):
        bottom.set(qn(name), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)


def _title(document: Any, title: str) -> None:
    for text, before in (("BÁO CÁO", 18), (title, 0)):
        paragraph = document.add_paragraph()
        paragraph.alignment = _CENTER
        paragraph.paragraph_format.space_before = Pt(before)
        run = paragraph.add_run(text)
        run.bold = True
    _rule_under(document.add_paragraph(), Mm(160), 0.25)


def _body(document: Any, paragraph: Paragraph, address: Address) -> None:
    drawn = document.add_paragraph()
    drawn.alignment = _JUSTIFY
    form = drawn.paragraph_format
    form.first_line_indent, form.space_before, form.space_after = Mm(10), Pt(12), Pt(6)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.MULTIPLE, 1.25
    for place, run in enumerate(paragraph.runs, start=1):
        if isinstance(run, Number):
            drawn._p.append(_bound(drawn, run, address(run.figure), place))
        else:
            drawn.add_run(run.text)


def _bound(paragraph: Any, number: Number, address: str, place: int) -> Any:
    """`w:sdt` (tag: the figure) › `w:hyperlink` › the printed number."""
    tag = number.figure.tag
    if len(tag) > LONGEST_TAG:
        raise ValueError(f"the tag {tag} is too long for a content control")
    control, properties = OxmlElement("w:sdt"), OxmlElement("w:sdtPr")
    for name, value in (("w:alias", "Số liệu từ hồ sơ"), ("w:tag", tag), ("w:id", str(1_000 + place))):
        element = OxmlElement(name)
        element.set(qn("w:val"), value)
        properties.append(element)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(number.text)._r
    link.append(run)
    content = OxmlElement("w:sdtContent")
    content.append(link)
    control.append(properties)
    control.append(content)
    return control


def _foot(document: Any, letter: Letter) -> None:
    """Recipients on the left, the signature block on the right, kept together on one page."""
    document.add_paragraph().paragraph_format.space_after = Pt(6)
    table = _frame(document, (Mm(80), Mm(80)))
    left, right = table.rows[0].cells
    _line(left, "Nơi nhận:", size=12, bold=True, italic=True, alignment=_LEFT)
    lines = [*letter.recipients, "Lưu: VT"]
    for place, name in enumerate(lines, start=1):
        _line(left, f"- {name}{'.' if place == len(lines) else ';'}", size=11, alignment=_LEFT)
    if letter.capacity:
        _line(right, letter.capacity.upper(), size=14, bold=True)
    _line(right, letter.signer_title.upper(), size=14, bold=True)
    space = _line(right, letter.signer_name or " ", size=14, bold=True)
    space.paragraph_format.space_before = Pt(64)
    for row in table.rows:
        keep = OxmlElement("w:cantSplit")
        row._tr.get_or_add_trPr().append(keep)
    table._tbl.remove(table.rows[1]._tr)
