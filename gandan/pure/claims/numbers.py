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
