"""Numbers in words are read when they can mean nothing else."""

from decimal import Decimal

import pytest

from gandan.pure.vietnamese.spelled import spelled


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("hai mươi", 20),
        ("hai mươi lăm", 25),
        ("mười bốn", 14),
        ("một trăm linh năm", 105),
        ("ba trăm năm mươi mốt", 351),
        ("hai nghìn ba trăm", 2300),
    ],
)
def test_a_number_of_two_words_or_more_is_read(words, value):
    (one,) = spelled(f"có {words} hộ")
    assert (one.value, one.percent) == (value, False)


def test_twenty_years_are_no_25():
    assert [one.value for one in spelled("hai mươi năm qua")] == [20]


def test_a_single_word_is_read_only_beside_a_longer_number():
    assert spelled("có ba phường, một mười điểm") == []
    assert [one.value for one in spelled("gồm hai mươi xã và ba phường")] == [20, 3]


@pytest.mark.parametrize(("words", "value"), [("một nửa", "50.0"), ("ba phần tư", "75.0"), ("hai phần ba", "66.7")])
def test_parts_of_a_whole_are_hundredths(words, value):
    (one,) = spelled(f"chiếm {words} số hộ")
    assert (one.value, one.percent) == (Decimal(value), True)
