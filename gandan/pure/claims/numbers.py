"""One printed number to its value: dot for thousands, comma for decimals; an English hand's reading is kept aside."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from gandan.pure.vietnamese.numerals import parse_number

_LONGEST = 18


class Read(NamedTuple):
    """A number read: its value, the decimals printed, the other reading."""

    value: Decimal
    places: int
    other: Decimal | None


def read(text: str) -> Read | None:
    """The value of a printed number, or None: "1.2.3" and "1,2,3" are numbers of chapters and lists, not quantities."""
    if text.isdecimal() and len(text) <= _LONGEST:
        return Read(Decimal(text), 0, None)
    if len(text) > 30:
        return None
    plain = _plain(text)
    if plain is not None:
        return plain
    numeral = parse_number(text)
    return None if numeral is None else Read(numeral.value, numeral.places, numeral.other)


def _plain(text: str) -> Read | None:
    """The two common forms without a doubt in them: 1.234.567 and 12,5."""
    whole, comma, fraction = text.partition(",")
    if comma:
        if len(fraction) != 3 and whole.isdecimal() and fraction.isdecimal():
            return Read(Decimal(f"{whole}.{fraction}"), len(fraction), None)
        return None
    first, *groups = text.split(".")
    if groups and len(first) <= 3 and first[:1] != "0" and all(len(group) == 3 for group in groups):
        digits = first + "".join(groups)
        return Read(Decimal(digits), 0, None) if digits.isdecimal() and first else None
    return None
