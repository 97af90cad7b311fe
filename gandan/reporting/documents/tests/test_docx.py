"""The report as a Word file: laid out as the decree asks, editable, and read back against the records."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from gandan.foundation.people.words import SYSTEM
from gandan.pure.clock.periods import Period
from gandan.pure.refusal import Absent, Unreadable
from gandan.reporting.documents import letter, queries
from gandan.reporting.documents.words import Letter, Number, Paragraph, Words
from gandan.reporting.indicators.words import Figure
from gandan.reporting.reports.tests.conftest import World, world

__all__ = ["world"]

YEAR = Period.of_year(2026)
FIRST, LAST = date(2025, 12, 15), date(2026, 12, 14)


def address(figure: Figure) -> str:
    return f"https://gandan.example/desk/figure/{figure.measure}?unit={figure.unit_id}&from={figure.start}"


@pytest.fixture
def paragraph(world: World) -> Paragraph:
    return queries.reception_paragraph(SYSTEM, unit_id=world.province, period=YEAR)


@pytest.fixture
def docx(paragraph: Paragraph) -> bytes:
    return queries.paragraph_docx(paragraph, address)


def edited(docx: bytes, old: str, new: str) -> bytes:
    """The same file after somebody typed over a word in Word."""
    packed, kept = zipfile.ZipFile(BytesIO(docx)), BytesIO()
    with zipfile.ZipFile(kept, "w") as writing:
        for name in packed.namelist():
            body = packed.read(name)
            if name == "word/document.xml":
                assert old.encode() in body
                body = body.replace(old.encode(), new.encode(), 1)
            writing.writestr(name, body)
    return kept.getvalue()


@pytest.mark.django_db
def test_the_page_follows_the_decree(docx: bytes) -> None:
    document = Document(BytesIO(docx))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = [section.top_margin, section.bottom_margin, section.left_margin, section.right_margin]
    assert [round(margin.mm) for margin in margins] == [20, 20, 30, 20]
    assert (document.styles["Normal"].font.name, document.styles["Normal"].font.size.pt) == ("Times New Roman", 14)
    left, right = (cell.text.split("\n") for cell in document.tables[0].rows[0].cells)
    assert left[:2] == ["ỦY BAN NHÂN DÂN", "TỈNH VĨNH LONG"]
    assert right[:2] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    number, place = (cell.text for cell in document.tables[0].rows[1].cells)
    assert number.endswith("/BC-UBND")
    assert place.startswith("Vĩnh Long, ngày")
    assert [p.text for p in document.paragraphs[:2]] == ["BÁO CÁO", "Kết quả tiếp công dân, tiếp nhận đơn năm 2026"]
    recipients, signature = (cell.text for cell in document.tables[1].rows[0].cells)
    assert recipients.startswith("Nơi nhận:")
    assert signature.split("\n")[:2] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]


@pytest.mark.django_db
def test_each_number_is_a_link_in_a_control_that_names_its_figure(docx: bytes, paragraph: Paragraph) -> None:
    document = Document(BytesIO(docx))
    controls = list(document.element.body.iter(qn("w:sdt")))
    tags = [control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")) for control in controls]
    assert tags == [number.figure.tag for number in paragraph.numbers]
    links = [next(control.iter(qn("w:hyperlink"))) for control in controls]
    targets = [document.part.rels[link.get(qn("r:id"))].target_ref for link in links]
    assert targets == [address(number.figure) for number in paragraph.numbers]
    assert len({control.find(f"{qn('w:sdtPr')}/{qn('w:id')}").get(qn("w:val")) for control in controls}) == len(
        controls
    )


@pytest.mark.django_db
def test_read_back_it_is_confirmed(docx: bytes, paragraph: Paragraph) -> None:
    read = queries.read_back(SYSTEM, docx)
    assert paragraph.text in read.text
    assert [(bound.figure, bound.printed) for bound in read.bound] == [
        (number.figure, number.value) for number in paragraph.numbers
    ]
    assert read.is_confirmed
    assert read.findings == ()


@pytest.mark.django_db
def test_a_number_changed_by_hand_is_found(docx: bytes) -> None:
    read = queries.read_back(SYSTEM, edited(docx, ">09<", ">19<"))
    ((bound, value),) = read.changed
    assert (bound.figure.measure, bound.printed, value) == ("reception.visits", 19, 9)
    assert "19" in read.findings[0].vi
    assert not read.is_confirmed


@pytest.mark.django_db
def test_a_number_that_became_words_is_found(docx: bytes) -> None:
    read = queries.read_back(SYSTEM, edited(docx, ">09<", ">chín<"))
    assert [bound.printed for bound, _ in read.changed] == [None]


@pytest.mark.django_db
def test_a_number_typed_beside_the_bound_ones_is_found(docx: bytes) -> None:
    read = queries.read_back(SYSTEM, edited(docx, " đã tiếp ", " có 45 cuộc đối thoại, đã tiếp "))
    assert [claim.text for claim in read.unbound] == ["45"]
    assert "45" in read.findings[0].vi


@pytest.mark.django_db
def test_a_figure_of_somebody_else_cannot_be_fished_for(docx: bytes, world: World) -> None:
    with pytest.raises(Absent):
        queries.read_back(world.seat(world.hoa_binh), docx)


def bomb() -> bytes:
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as writing:
        writing.writestr("word/document.xml", b"0" * 120_000_000)
    return kept.getvalue()


def other_zip() -> bytes:
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w") as writing:
        writing.writestr("hello.txt", "xin chào")
    return kept.getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "made", [lambda: b"", lambda: b"%PDF-1.7", other_zip, bomb], ids=["empty", "pdf", "other zip", "bomb"]
)
def test_what_is_no_document_is_refused_with_a_sentence(made: object) -> None:
    with pytest.raises(Unreadable) as refused:
        queries.read_back(SYSTEM, made())  # type: ignore[operator]  # one of the makers above
    assert "Xin" in refused.value.said.vi


@pytest.mark.django_db
def test_a_control_that_names_no_figure_is_refused(docx: bytes) -> None:
    with pytest.raises(Unreadable, match="no_such_figure"):
        queries.read_back(SYSTEM, edited(docx, "reception.visits|", "reception.visits|x"))


def test_a_letter_without_a_unit_above_and_one_with() -> None:
    paragraph = Paragraph("Xã Hòa Bình", 2026, "Kết quả", (Words("Không có số liệu."),))
    frame = Letter("Ủy ban nhân dân\nxã Hòa Bình", "Hòa Bình", 2026, above="Tỉnh Vĩnh Long", recipients=("Như trên",))
    document = Document(BytesIO(letter.draw(paragraph, frame, address)))
    assert document.tables[0].rows[0].cells[0].text.split("\n")[0] == "TỈNH VĨNH LONG"
    assert document.tables[1].rows[0].cells[0].text == "Nơi nhận:\n- Như trên;\n- Lưu: VT."


def test_a_tag_too_long_for_word_is_not_written() -> None:
    number = Number(Figure("reception." + "x" * 60, 1, FIRST, LAST), 1, "01")
    with pytest.raises(ValueError, match="too long"):
        letter.draw(Paragraph("Xã", 2026, "t", (number,)), Letter("b", "p", 2026), address)


def test_every_measure_of_the_paragraph_fits_into_a_tag() -> None:
    from gandan.reporting.documents.prose import RECEPTION  # noqa: PLC0415

    tags = [Figure(name, 99_999, FIRST, LAST).tag for name in RECEPTION]
    assert max(map(len, tags)) <= letter.LONGEST_TAG
