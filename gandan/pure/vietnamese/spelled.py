"""Numbers written in words: "hai mươi hộ", "một trăm linh năm xã", "một nửa", "ba phần tư".

Only words that cannot mean anything else are read: a number of two words or more, and beside one a single word in
front of a noun of count ("hai mươi xã và ba thị trấn"). "Hai mươi năm" is twenty years, never 25 (*hai mươi lăm*).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from gandan.pure.vietnamese.patterns import lazy_pattern

_VALUES = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_FIRST = "một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín"
_LAST = "một|mốt|hai|ba|bốn|tư|lăm|sáu|bảy|bẩy|tám|chín"
_TENS = rf"(?:(?:{_FIRST}) mươi(?: (?:{_LAST}))?|mười (?:{_LAST}))"
_BELOW_HUNDRED = rf"(?:{_TENS}|mười)"
_HUNDREDS = rf"(?:{_FIRST}) trăm(?: (?:{_BELOW_HUNDRED}|(?:linh|lẻ) (?:{_FIRST}|tư)))?"
_BELOW_THOUSAND = rf"(?:{_HUNDREDS}|{_BELOW_HUNDRED})"
_COMPOUND = lazy_pattern(
    rf"\b(?:(?:{_BELOW_THOUSAND}|{_FIRST}) (?:nghìn|ngàn) {_BELOW_THOUSAND}|{_HUNDREDS}|{_TENS})\b(?! phần (?!trăm))"
)
_NOUN = (
    r"hộ|xã(?! hội)|phường|thị trấn|huyện|quận|thị xã|thành phố|thôn|ấp|bản|người|em|đơn|vụ|hồ sơ|trường hợp|đơn vị|"
    r"trường|lớp|công trình|dự án|mô hình|cơ sở|căn|suất|cuộc|lượt|sản phẩm|văn bản|tổ|cán bộ|đại biểu|đảng viên|chi bộ"
)
_SINGLE = lazy_pattern(rf"\b(?:{_FIRST}|mười) (?=(?:{_NOUN})\b)")
_PART = lazy_pattern(r"\b(?:(một|hai|ba|bốn) phần (hai|ba|tư|bốn|năm)|một nửa)\b")
_HINTS = ("mươi", "mười", "trăm")
_WINDOW = 48  # no number in words is longer on either side of its tens or hundreds
_BESIDE = 80


class Spelled(NamedTuple):
    """A number in words: where it stands, its value, and whether it is a part of a whole, in hundredths."""

    start: int
    end: int
    value: Decimal
    percent: bool = False


def spelled(low: str) -> list[Spelled]:
    """The numbers in words of a lower-case text, in order. Linear in its length.

    >>> [int(one.value) for one in spelled("hai mươi ba hộ, một trăm linh năm xã và ba phường; hai mươi năm qua")]
    [23, 105, 3, 20]
    """
    found = list(_compounds(low))
    found += [*_singles(low, found), *_parts(low)]
    return sorted(found)


def _compounds(low: str) -> Iterator[Spelled]:
    """Plain searches for the words of ten and hundred first: most texts have none but "phần trăm"."""
    places = sorted(at for hint in _HINTS for at in _places(low, hint))
    done = 0
    for at in places:
        if at < done or low.endswith("phần ", 0, at):
            continue
        for match in _COMPOUND.finditer(low, max(done, at - _WINDOW), at + _WINDOW):
            yield Spelled(*match.span(), Decimal(_value(match[0])))
            done = match.end()


def _places(low: str, hint: str) -> Iterator[int]:
    at = low.find(hint)
    while at >= 0:
        yield at
        at = low.find(hint, at + len(hint))


def _singles(low: str, compounds: list[Spelled]) -> Iterator[Spelled]:
    """Single words in front of a noun of count, beside a longer number in words."""
    done = 0
    for one in compounds:
        for match in _SINGLE.finditer(low, max(done, one.start - _BESIDE), one.end + _BESIDE):
            outside = all(match.end() <= other.start or other.end <= match.start() for other in (one,))
            if outside and match.start() >= done:
                yield Spelled(match.start(), match.end() - 1, Decimal(_VALUES[match[0].strip()]))
                done = match.end()


def _parts(low: str) -> Iterator[Spelled]:
    for match in _PART.finditer(low) if "nửa" in low or " phần " in low else ():
        above, below = (_VALUES[match[1]], _VALUES[match[2]]) if match[1] else (1, 2)
        if above < below:
            yield Spelled(*match.span(), (Decimal(100 * above) / below).quantize(Decimal("0.1")), True)


def _value(words: str) -> int:
    total = group = digit = 0
    for word in words.split():
        if word in ("nghìn", "ngàn"):
            total, group, digit = (group + digit) * 1000, 0, 0
        elif word == "trăm":
            group, digit = digit * 100, 0
        elif word == "mươi":
            group, digit = group + digit * 10, 0
        elif word == "mười":
            group += 10
        elif word not in ("linh", "lẻ"):
            digit = _VALUES[word]
    return total + group + digit
