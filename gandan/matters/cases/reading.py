"""Read what an officer typed into a move's form: every field that is wrong gets its sentence, all at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from gandan.matters.cases.intake import Faults
from gandan.pure.speech import Word
from gandan.pure.vietnamese import clean

Choice = TypeVar("Choice", bound=Word)
_YES = frozenset({"1", "on", "yes", "true", "co", "có"})


class Reader:
    """Typed values out of a form's strings; `done` refuses when any of them was wrong."""

    def __init__(self, given: Mapping[str, object]) -> None:
        self._given = given
        self.faults = Faults()

    def text(self, name: str, *, limit: int = 500, required: bool = False) -> str:
        """A cleaned text of at most `limit` characters."""
        value = clean(str(self._given.get(name) or ""))
        if required and not value:
            self.faults.add(name, "Xin điền mục này.", "Please fill this in.")
        elif len(value) > limit:
            self.faults.add(name, f"Xin viết ngắn lại, tối đa {limit} chữ cái.", f"At most {limit} characters, please.")
        return value

    def choice(self, name: str, words: type[Choice], *, required: bool = False) -> Choice | None:
        """A member of an enumeration by its code."""
        value = str(self._given.get(name) or "")
        if not value:
            if required:
                self.faults.add(name, "Xin chọn một mục.", "Please choose one.")
            return None
        try:
            return words(value)
        except ValueError:
            self.faults.add(name, "Mục đã chọn không có trong danh sách.", "The choice is not on the list.")
            return None

    def day(self, name: str, *, earliest: date, latest: date, required: bool = False) -> date | None:
        """A day between two days, both included; ISO as browsers send it, or dd/mm/yyyy as people write it."""
        value = self._given.get(name)
        if value in (None, ""):
            if required:
                self.faults.add(name, "Xin chọn ngày.", "Please choose a day.")
            return None
        day = value if isinstance(value, date) else _day(str(value).strip())
        if day is None:
            self.faults.add(name, "Ngày chưa đúng. Ví dụ: 13/07/2026.", "Not a day. Example: 13/07/2026.")
        elif not earliest <= day <= latest:
            self.faults.add(
                name,
                f"Ngày phải từ {earliest:%d/%m/%Y} đến {latest:%d/%m/%Y}.",
                f"The day must lie between {earliest:%d/%m/%Y} and {latest:%d/%m/%Y}.",
            )
        return day

    def flag(self, name: str, *, default: bool = False) -> bool:
        """A tick. An absent field is `default` (forms that leave ticks out send nothing)."""
        value = self._given.get(name)
        if value is None:
            return default
        return value if isinstance(value, bool) else str(value).strip().lower() in _YES

    def number(self, name: str, *, least: int, most: int, required: bool = False) -> int | None:
        """A whole number between two others."""
        value = str(self._given.get(name) or "").strip()
        if not value:
            if required:
                self.faults.add(name, "Xin điền một số.", "Please give a number.")
            return None
        number = int(value) if value.isdecimal() and len(value) <= 12 else -1
        if not least <= number <= most:
            self.faults.add(name, f"Xin điền số từ {least} đến {most}.", f"A number from {least} to {most}, please.")
            return None
        return number

    def done(self, law: str = "") -> None:
        """Refused with every sentence found, or nothing."""
        self.faults.refuse(law)


def _day(text: str) -> date | None:
    parts = text.replace(".", "/").replace("-", "/").split("/")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    first, month, last = (int(part) for part in parts)
    try:
        return date(first, month, last) if len(parts[0]) == 4 else date(last, month, first)
    except (ValueError, OverflowError):
        return None
