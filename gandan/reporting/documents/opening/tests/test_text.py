"""Plain text in every dress: marks in front, two bytes a letter, the alphabets from before Unicode."""

from __future__ import annotations

import unicodedata

import pytest

from gandan.pure.claims.tables import check
from gandan.pure.refusal import Unreadable
from gandan.reporting.documents.opening import FileKind, read
from gandan.reporting.documents.opening.legacy import TCVN3
from gandan.reporting.documents.opening.tests.papers import SUM

# The same two sentences typed for the fonts of the nineties (TCVN 5712:1993 and VNI), as their bytes stand.
ABC = (
    "Céng hßa x· héi chñ nghÜa ViÖt Nam. §éc lËp - Tù do - H¹nh phóc. TiÕp nhËn 2.070 ®¬n, gåm 1.333 ®¬n ®ñ "
    "®iÒu kiÖn, 773 ®¬n kh«ng ®ñ ®iÒu kiÖn."
)
VNI = (
    "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Ñoäc laäp - Töï do - Haïnh phuùc. Tieáp nhaän 2.070 ñôn, goàm 1.333 "
    "ñôn ñuû ñieàu kieän, 773 ñôn khoâng ñuû ñieàu kieän."
)


def test_the_text_is_given_as_it_stands() -> None:
    text = f"BÁO CÁO\r\n\r\n{SUM}\r\n"
    opened = read(text.encode())
    assert (opened.text, opened.kind, opened.encoding, opened.notes) == (text, FileKind.TEXT, "utf-8", ())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_and_marked_text_is_read(encoding: str) -> None:
    assert read(SUM.encode(encoding)).text == SUM


def test_decomposed_letters_keep_their_offsets() -> None:
    text = unicodedata.normalize("NFD", SUM)
    opened = read(text.encode())
    (found,) = check(opened.text, opened.tables).findings
    assert opened.text == text and text[found.start : found.end] == found.text


def test_tcvn3_is_read_and_said() -> None:
    opened = read(ABC.encode("latin-1"))
    assert opened.encoding == "tcvn3" and "TCVN3" in opened.notes[0].vi
    assert opened.text.startswith("Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập - Tự do - Hạnh phúc.")
    assert opened.text.endswith(SUM[:1].replace("T", "T") + SUM[1:])
    assert [one.computed for one in check(opened.text, ()).findings] == ["2.106"]


def test_tcvn3_pasted_as_unicode_is_read_too() -> None:
    opened = read(ABC.encode())
    assert len(opened.text) == len(ABC) and opened.text.endswith(SUM)


def test_every_letter_of_tcvn3_is_there_once() -> None:
    letters = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
    assert sorted(TCVN3.values()) == sorted([*letters, *"ĂÂÊÔƠƯĐ"])


@pytest.mark.parametrize("body", [VNI.encode(), VNI.encode("latin-1")])
def test_vni_is_told(body: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        read(body)
    assert refused.value.code == "file.vni" and "VNI" in refused.value.said.vi and "VNI" in refused.value.said.en


def test_the_code_page_of_windows_is_read() -> None:
    text = "Tiếp nhận 12 đơn của người dân ở các xã, phường trên địa bàn."
    body = unicodedata.normalize("NFD", text).replace("đ", "đ")
    half = "".join(  # cp1258 holds circumflex, breve and horn in its letters, the five tones as signs behind them
        unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", letter) if c not in TONES))
        + "".join(c for c in unicodedata.normalize("NFD", letter) if c in TONES)
        for letter in unicodedata.normalize("NFC", body)
    )
    opened = read(half.encode("cp1258"))
    assert opened.encoding == "cp1258" and unicodedata.normalize("NFC", opened.text) == text


TONES = "\u0300\u0301\u0303\u0309\u0323"


@pytest.mark.parametrize(
    "text", ["Résumé français: où étés-vous né, à côté?", "Die Größe über alle Maße, schön für Ärzte."]
)
def test_other_languages_are_not_taken_for_old_vietnamese(text: str) -> None:
    assert read(text.encode()).text == text


def test_tables_of_tabs_and_bars_are_found() -> None:
    text = "Bảng 1\n| Xã | Đơn | Vụ |\n|---|---|---|\n| A | 12 | 10 |\n| B | 30 | 20 |\n| Tổng cộng | 42 | 33 |\nHết"
    opened = read(text.encode())
    (found,) = check(opened.text, opened.tables).findings
    assert (found.text, found.computed, text[found.start : found.end]) == ("33", "30", "33")
