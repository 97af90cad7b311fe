"""Words that people read: Vietnamese first, English beside it, never one without the other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Self


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence or label in both languages. `str()` gives the Vietnamese."""

    vi: str
    en: str

    def __str__(self) -> str:
        return self.vi

    def given(self, **values: object) -> Said:
        """The same sentence with its `{blanks}` filled in both languages; a `Said` value speaks each language."""
        return Said(
            self.vi.format(**{name: value.vi if isinstance(value, Said) else value for name, value in values.items()}),
            self.en.format(**{name: value.en if isinstance(value, Said) else value for name, value in values.items()}),
        )


class Word(str, Enum):  # noqa: UP042  # StrEnum's members cannot carry the label beside the code
    """An enumeration whose members are stored by code and shown by label.

    >>> class Colour(Word):
    ...     RED = "red", "đỏ", "red"
    >>> Colour("red") is Colour.RED, Colour.RED.said.vi, Colour.RED == "red"
    (True, 'đỏ', True)
    """

    said: Said

    # The labels have defaults only for type checkers, who read a look-up (`Colour("red")`) with this signature.
    def __new__(cls, code: str, vi: str = "", en: str = "") -> Self:
        if not (vi and en):
            raise TypeError(f"{cls.__name__} {code!r} needs a label in both languages")
        member = str.__new__(cls, code)
        member._value_ = code
        member.said = Said(vi, en)
        return member

    def __str__(self) -> str:
        return str(self.value)

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """(code, Vietnamese label) pairs, as a table's column wants them."""
        return [(word.value, word.said.vi) for word in cls]
