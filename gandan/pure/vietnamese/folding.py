"""Text as people type it: cleaned for keeping, folded for finding.

`clean` is what we do to every text typed by a person before it is kept; `fold` is what we do to both sides of a search,
so that "hoà bình", "Hòa Bình" and "hoa binh" meet.
"""

from __future__ import annotations

import re
import unicodedata

from gandan.pure.vietnamese.patterns import lazy_pattern

_LINE_ENDS = lazy_pattern(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SURROGATES = lazy_pattern(r"[\ud800-\udfff]")
_SEPARATORS = lazy_pattern(r"[\W_]+")
_MARKS = lazy_pattern(r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]+")
_STROKES = str.maketrans("đĐ", "dd")

_CONTROLS = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (0x09, 0x0A)}
# Characters that nobody types on purpose and that hide or turn text round: soft hyphen, zero-width space, word joiner,
# byte-order mark, direction overrides. The joiner U+200D stays: emoji are made with it.
_UNSEEN = dict.fromkeys((173, 8203, 8288, 65279, *range(8234, 8239), *range(8294, 8298)))
_CLEANING: dict[int, str | None] = {**_CONTROLS, **_UNSEEN, 0x09: " ", 0xA0: " ", 0x202F: " "}


def nfc(text: str) -> str:
    """Composed Unicode (NFC): the one form in which text is kept."""
    return unicodedata.normalize("NFC", text)


def clean(text: str) -> str:
    """The text of a person, fit to keep: NFC, newlines as `\\n`, tabs as spaces, no control or invisible characters,
    no space at line ends or at either end. Emoji stay; lone surrogates become U+FFFD. Never fails on a `str`."""
    if _SURROGATES.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = _LINE_ENDS.sub("\n", text).translate(_CLEANING)
    return "\n".join(line.rstrip() for line in nfc(text).split("\n")).strip()


def fold(text: str) -> str:
    """The text as a search sees it: lower case, no tone or vowel marks, đ as d, punctuation as space, spaces single.

    >>> fold("Ủy ban Hoà  Bình, TP. Đà Nẵng")
    'uy ban hoa binh tp da nang'
    """
    lowered = unicodedata.normalize("NFKD", text).lower().translate(_STROKES)
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", lowered))
    return _SEPARATORS.sub(" ", bare).strip()


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return fold(text).split()


def normal_name(text: str) -> str:
    """A person's name on one line with single spaces; a name typed all in capitals or all in small letters gets
    a capital on each word ("NGUYỄN THỊ LAN" → "Nguyễn Thị Lan"), any other spelling is the person's own."""
    name = " ".join(clean(text).split())
    if name.isupper() or name.islower():
        return " ".join(word[:1].upper() + word[1:].lower() for word in name.split(" "))
    return name


# Eleven-digit mobile numbers moved to ten digits between 15/09 and 14/11/2018.
_MOVED = {
    **{
        f"012{old}": f"0{new}"
        for old, new in zip("0126834579", ("70", "79", "77", "76", "78", "83", "84", "85", "81", "82"), strict=True)
    },
    **{f"016{last}": f"03{last}" for last in "23456789"},
    "0186": "056",
    "0188": "058",
    "0199": "059",
}
_MOBILE = lazy_pattern(r"0[35789]\d{8}")
_LANDLINE = lazy_pattern(r"02\d{9}")


def phone_digits(text: str) -> str | None:
    """A Vietnamese telephone number in its one form, `0xxxxxxxxx` (landlines have eleven digits); None when it is none.

    >>> phone_digits("+84 (0)912.345.678"), phone_digits("0168 234 5678"), phone_digits("115")
    ('0912345678', '0382345678', None)
    """
    if re.search(r"[^\d\s+().\-–/]", text):
        return None
    digits = "".join(str(unicodedata.digit(mark)) for mark in text if mark.isdigit())
    for code in ("0084", "84"):
        if digits.startswith(code):
            digits = "0" + digits.removeprefix(code).removeprefix("0")
            break
    if len(digits) == 11 and digits[:4] in _MOVED:
        digits = _MOVED[digits[:4]] + digits[4:]
    return digits if _MOBILE.fullmatch(digits) or _LANDLINE.fullmatch(digits) else None
