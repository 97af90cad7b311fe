"""One printed number to its value: dot for thousands, comma for decimals; an English hand's reading is kept aside."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from gandan.pure.vietnamese.numerals import parse_number

_DIGITS = re.compile(r"\d{1,18}")


class Read(NamedTuple):
    """A number read: its value, the decimals printed, the other reading."""

    value: Decimal
    places: int
    other: Decimal | None


def read(text: str) -> Read | None:
    """The value of a printed number, or None: "1.2.3" and "1,2,3" are numbers of chapters and lists, not quantities."""
    if _DIGITS.fullmatch(text):
        return Read(Decimal(text), 0, None)
    if len(text) > 30:
        return None
    numeral = parse_number(text)
    return None if numeral is None else Read(numeral.value, numeral.places, numeral.other)


_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mươi": 10, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5, "trăm": 100, "linh": 0, "lẻ": 0,
}  # fmt: skip
_TENS, _HUNDREDS = ("mười", "mươi"), "trăm"
IN_WORDS = re.compile(
    r"(?<![\w])(?:(?:hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín) mươi(?: (?:mốt|hai|ba|bốn|tư|lăm|nhăm|năm|sáu|bảy|bẩy|tám|"
    r"chín))?"
    r"|mười(?: (?:một|hai|ba|bốn|lăm|sáu|bảy|bẩy|tám|chín))?)(?![\w])"
)


def in_words(text: str) -> Decimal:
    """The value of a number in words between ten and ninety-nine: "hai mươi mốt" is 21."""
    total = current = 0
    for word in text.split():
        if word in _TENS:
            total += max(current, 1) * 10
            current = 0
        else:
            current = _WORDS[word]
    return Decimal(total + current)
