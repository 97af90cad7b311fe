"""Numbers and dates printed and read the Vietnamese way: dot for thousands, comma for decimals, day before month.

The forms are those of official prose (NĐ 30/2020/NĐ-CP for the place-and-date line; practice of reports for the rest).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal

from gandan.pure.vietnamese.patterns import lazy_pattern

_HERE = timezone(timedelta(hours=7))  # Viet Nam keeps one time all year
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def count(value: int) -> str:
    """`count(4101) == "4.101"`."""
    return f"{value:,}".replace(",", ".")


def decimal(value: Decimal | int, places: int | None = None) -> str:
    """`decimal(Decimal("1234.50")) == "1.234,50"`: the places it has, or rounded half up to `places`."""
    exact = Decimal(value)
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    whole, _, fraction = f"{exact:,f}".partition(".")
    return whole.replace(",", ".") + ("," + fraction if fraction else "")


def percent(value: Decimal | int, places: int | None = None) -> str:
    """`percent(Decimal("99.74")) == "99,74%"`; the value is in hundredths already."""
    return decimal(value, places) + "%"


def padded(value: int) -> str:
    """A count as officials print it: 1 to 9 with a leading zero ("03 thủ tục"), zero bare, the rest like `count`."""
    return f"0{value}" if 1 <= value <= 9 else count(value)


def day(value: date) -> str:
    """`day(date(2026, 7, 13)) == "13/07/2026"`; an aware moment gives its day in Viet Nam."""
    if isinstance(value, datetime):
        value = _local(value)
    return f"{value.day:02}/{value.month:02}/{value.year:04}"


def weekday(value: date) -> str:
    """`weekday(date(2026, 7, 13)) == "thứ Hai"`."""
    if isinstance(value, datetime):
        value = _local(value)
    return _WEEKDAYS[value.weekday()]


def weekday_day(value: date) -> str:
    """`weekday_day(date(2026, 7, 13)) == "thứ Hai 13/07/2026"`: for due dates, where the weekday matters."""
    return f"{weekday(value)} {day(value)}"


def moment(value: datetime) -> str:
    """`"08:05 ngày 13/07/2026"`, in the time of Viet Nam."""
    local = _local(value)
    return f"{local.hour:02}:{local.minute:02} ngày {day(local)}"


def long_day(value: date) -> str:
    """`"ngày 05 tháng 02 năm 2026"`: days under 10 and months 1 and 2 with a zero in front (NĐ 30/2020, Phụ lục I)."""
    if isinstance(value, datetime):
        value = _local(value)
    month = f"0{value.month}" if value.month <= 2 else str(value.month)
    return f"ngày {value.day:02} tháng {month} năm {value.year}"


def place_date(place: str, value: date) -> str:
    """The place-and-date line of a document: `"Trà Vinh, ngày 05 tháng 02 năm 2026"` (NĐ 30/2020, Phụ lục I)."""
    return f"{place}, {long_day(value)}"


def _local(value: datetime) -> datetime:
    return value.astimezone(_HERE) if value.tzinfo else value


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it was printed. `places` counts the decimals printed: it is exact to half a unit of the last one.
    `ambiguous` says that an English hand may have meant `other`."""

    raw: str
    value: Decimal
    places: int
    ambiguous: bool = False
    other: Decimal | None = None


_PLAIN = lazy_pattern(r"\d+")
_DOTTED = lazy_pattern(r"[1-9]\d{0,2}(?:\.\d{3})+")
_WITH_COMMA = lazy_pattern(r"((?:[1-9]\d{0,2}(?:\.\d{3})+)|\d+),(\d+)")
_ENGLISH_GROUPS = lazy_pattern(r"([1-9]\d{0,2}(?:,\d{3})+)\.(\d+)|([1-9]\d{0,2}(?:,\d{3}){2,})")
_ENGLISH_POINT = lazy_pattern(r"(\d+)\.(\d+)")


def parse_number(text: str) -> Numeral | None:
    """Read one printed number; None when it is not one. Dot is thousands and comma is decimals, always; forms in which
    an English hand may have meant the opposite are flagged with the other reading, never silently changed.

    >>> parse_number("1.585").value, parse_number("99,74").places, parse_number("1,327").other
    (Decimal('1585'), 2, Decimal('1327'))
    """
    raw, text = text, text.strip()
    if _PLAIN.fullmatch(text):
        return Numeral(raw, Decimal(text), 0)
    if _DOTTED.fullmatch(text):
        return Numeral(raw, Decimal(text.replace(".", "")), 0)
    if match := _ENGLISH_GROUPS.fullmatch(text):
        fraction = match[2] or ""
        return Numeral(raw, Decimal(text.replace(",", "")), len(fraction), ambiguous=True)
    if match := _WITH_COMMA.fullmatch(text):
        whole, fraction = match[1].replace(".", ""), match[2]
        thousands = len(fraction) == 3 and len(match[1]) <= 3 and not whole.startswith("0")
        other = Decimal(whole + fraction) if thousands else None
        return Numeral(raw, Decimal(f"{whole}.{fraction}"), len(fraction), thousands, other)
    if match := _ENGLISH_POINT.fullmatch(text):
        other = Decimal(match[1] + match[2]) if len(match[2]) == 3 else None
        return Numeral(raw, Decimal(text), len(match[2]), True, other)
    return None
