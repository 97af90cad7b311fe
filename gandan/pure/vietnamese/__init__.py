"""Vietnamese as officials write it: folding for search, numbers, dates, document symbols, sentences."""

from gandan.pure.vietnamese.folding import clean, fold, nfc, normal_name, phone_digits, words
from gandan.pure.vietnamese.numerals import (
    count,
    day,
    decimal,
    long_day,
    moment,
    padded,
    parse_number,
    percent,
    place_date,
    weekday_day,
)
from gandan.pure.vietnamese.sentences import sentences
from gandan.pure.vietnamese.symbols import find_symbols, parse_symbol

__all__ = [
    "clean",
    "count",
    "day",
    "decimal",
    "find_symbols",
    "fold",
    "long_day",
    "moment",
    "nfc",
    "normal_name",
    "padded",
    "parse_number",
    "parse_symbol",
    "percent",
    "phone_digits",
    "place_date",
    "sentences",
    "weekday_day",
    "words",
]
