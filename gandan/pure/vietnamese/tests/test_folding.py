import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.pure.vietnamese import clean, fold, nfc, normal_name, phone_digits, words

ANY_TEXT = st.text(alphabet=st.characters(codec=None))


@pytest.mark.parametrize(
    "written",
    [
        "Hòa Bình",
        "Hoà Bình",
        "hoa binh",
        "HÒA  BÌNH",
        "hòa-bình",
        "Hoà\u00a0Bình",
        unicodedata.normalize("NFD", "Hòa Bình"),
    ],
)
def test_one_place_is_found_however_it_is_typed(written):
    assert fold(written) == "hoa binh"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ủy ban", "uy ban"),
        ("Uỷ ban", "uy ban"),
        ("Đường Điện Biên Phủ, phường 1.", "duong dien bien phu phuong 1"),
        ("16-CT/TTg", "16 ct ttg"),
        ("đơn_thư", "don thu"),
        ("m²", "m2"),
        ("👍", ""),
        ("", ""),
    ],
)
def test_folding_drops_marks_and_separators(text, folded):
    assert fold(text) == folded


def test_words_are_the_folded_words():
    assert words("Bà Lan (xã Hòa Bình)") == ["ba", "lan", "xa", "hoa", "binh"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("dòng một  \r\ndòng hai\t\r", "dòng một\ndòng hai"),
        ("a\x00b\x07c", "abc"),
        ("Cảm ơn 👨‍👩‍👧 👍🏽", "Cảm ơn 👨‍👩‍👧 👍🏽"),
        ("x\u202eevil\u202c", "xevil"),
        ("\ud83d", "\ufffd"),
        ("\ud83d\udc4d", "👍"),
        ("100\u00a0đơn", "100 đơn"),
        ("a\n\n\nb", "a\n\n\nb"),
        (" \n ", ""),
    ],
)
def test_cleaning_keeps_what_was_said_and_nothing_else(typed, kept):
    assert clean(typed) == kept


@given(ANY_TEXT)
def test_cleaning_never_fails_and_is_done_once(text):
    once = clean(text)
    assert clean(once) == once
    assert once.encode("utf-8").decode("utf-8") == once
    assert "\x00" not in once


@given(ANY_TEXT)
def test_folding_never_fails_and_is_done_once(text):
    once = fold(text)
    assert fold(once) == once


def test_composed_form():
    assert nfc(unicodedata.normalize("NFD", "Đồng Tháp")) == "Đồng Tháp"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  NGUYỄN   THỊ  LAN ", "Nguyễn Thị Lan"),
        ("trần văn minh", "Trần Văn Minh"),
        ("H'Hen Niê", "H'Hen Niê"),
        ("Lê\nVăn Ân", "Lê Văn Ân"),
    ],
)
def test_names_are_tidied_but_not_corrected(typed, name):
    assert normal_name(typed) == name


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("0912 345 678", "0912345678"),
        ("+84 912 345 678", "0912345678"),
        ("84912345678", "0912345678"),
        ("+84 (0) 912-345-678", "0912345678"),
        ("0084912345678", "0912345678"),
        ("01682345678", "0382345678"),
        ("0120.234.5678", "0702345678"),
        ("0199 234 5678", "0592345678"),
        ("024 3825 1234", "02438251234"),
        ("0912345", None),
        ("0112345678", None),
        ("gọi bà Lan", None),
        ("", None),
    ],
)
def test_telephone_numbers_have_one_form(typed, digits):
    assert phone_digits(typed) == digits
