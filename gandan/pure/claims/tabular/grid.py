"""A table as a grid: headings above, labels at the left, figures inside; what is a number, a blank, an ordinal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from gandan.pure.claims.model import Claim
from gandan.pure.claims.words import Nature
from gandan.pure.vietnamese.numerals import parse_number
from gandan.pure.vietnamese.patterns import lazy_pattern

MOST_COLUMNS = 60
_NUMBER = lazy_pattern(r"([-−–+]?)\s?(\d[\d.,]*)\s?(%?)[*]{0,3}")
_BLANK = lazy_pattern(r"[-–—_.…\s]*|x|X")
_ENGLISH = lazy_pattern(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}|\d+\.(?:\d{1,2}|\d{4,})")
_HERE = lazy_pattern(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d+,(?:\d{1,2}|\d{4,})")
_ORDINALS = lazy_pattern(r"(?:stt|tt|số tt|số thứ tự|thứ tự|no\.?|#|tt\.)")
_SHARE = lazy_pattern(r"%|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|cơ cấu|phần trăm")
_APART = lazy_pattern(
    r"bình quân|trung bình|đơn giá|mật độ|xếp|hạng|điểm|chỉ số|hệ số|\bmã\b|số hiệu|năm sinh|ghi chú|^năm$|ngày|"
    r"thời gian"
    r"|\bsđt\b|điện thoại|số quyết định"
)
_SCALED = lazy_pattern(r"(nghìn|ngàn|1\.000|1000|triệu|trđ|tỷ|tỉ)\s*(?:đồng|đ\b|vnđ|usd|đô)|tỷ đồng|trđ")
_COLUMN_MARK = lazy_pattern(r"\(?(\d{1,2})\)?(?:\s*=.*)?")
_LETTER = lazy_pattern(r"\(?[A-ZĐa-z]\)?")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: what it says and where in the text. `spread` marks the places a merged cell covers after its first."""

    text: str
    start: int
    end: int
    spread: bool = False


Rows = Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table read. `body` are the rows of figures; `figures[r][c]` the claim there, None when there is none;
    `heads[c]` the headings of a column from the top in lower case, `names[c]` the lowest as printed; `labels[r]` the
    words of a row."""

    body: tuple[Sequence[Cell], ...]
    figures: tuple[tuple[Claim | None, ...], ...]
    heads: tuple[tuple[str, ...], ...]
    names: tuple[str, ...]
    labels: tuple[str, ...]
    formulas: tuple[str, ...]
    amounts: tuple[int, ...]
    shares: tuple[int, ...]

    def head(self, column: int) -> str:
        """The lowest heading of a column, as a reader would name it."""
        return self.names[column] or str(column + 1)


def read(rows: Rows, *, caption: str = "", english: bool = False) -> Grid | None:
    """The grid of a table, or None when there is nothing to compute in it."""
    width = max((len(row) for row in rows), default=0)
    if len(rows) < 2 or not 2 <= width <= MOST_COLUMNS:
        return None
    squared = [_squared(row, width) for row in rows]
    first, marks = _body_starts(squared)
    body = [row for row in squared[first:] if any(cell.text.strip() for cell in row)]
    heads = tuple(_heads(squared[:first], column, marks) for column in range(width))
    formulas = tuple(squared[marks][c].text if marks is not None else "" for c in range(width))
    scale = Decimal(1000) if _SCALED.search(caption.lower()) else _scale(squared[:first])
    figures = [[_figure(cell, english) for cell in row] for row in body]
    amounts, shares = _columns(figures, heads)
    if not body or not (amounts or shares):
        return None
    labels = tuple(_label(row, figures[r], amounts) for r, row in enumerate(body))
    return Grid(
        tuple(body),
        tuple(
            tuple(_scaled(figures[r][c], heads[c], scale, c in shares) for c in range(width)) for r in range(len(body))
        ),
        heads,
        tuple(_name(squared[:first], column, marks) for column in range(width)),
        labels,
        formulas,
        amounts,
        shares,
    )


def speaks_english(rows: Rows) -> bool | None:
    """Whether commas part thousands: True or False where the table shows it, None where it may be either."""
    ours = theirs = doubtful = 0
    for row in rows:
        for cell in row:
            match = _NUMBER.fullmatch(cell.text.strip())
            if match is None:
                continue
            ours += _HERE.fullmatch(match[2]) is not None
            theirs += _ENGLISH.fullmatch(match[2]) is not None
            doubtful += re.fullmatch(r"\d{1,3},\d{3}", match[2]) is not None
    if theirs and not ours:
        return True
    return False if ours or not doubtful else None


def _squared(row: Sequence[Cell], width: int) -> Sequence[Cell]:
    end = row[-1].end if row else 0
    return [*row, *(Cell("", end, end) for _ in range(width - len(row)))]


def _figure(cell: Cell, english: bool) -> Claim | None:
    if cell.spread or len(cell.text) > 40:
        return None
    lead = len(cell.text) - len(cell.text.lstrip())
    match = _NUMBER.fullmatch(cell.text.strip())
    numeral = parse_number(match[2].rstrip(".,")) if match else None
    if match is None or numeral is None:
        return None
    value, places = numeral.value, numeral.places
    if english and numeral.other is not None:
        value, places = numeral.other, 0
    sign = -1 if match[1] in ("-", "−", "–") else 1
    nature = Nature.PERCENT if match[3] else Nature.AMOUNT
    start = cell.start + lead
    return Claim(
        start, start + len(match[0]), match[0], nature, value * sign, places, "%" if match[3] else "",
        change=sign if match[1] else 0,
    )  # fmt: skip


def is_blank(cell: Cell) -> bool:
    """Empty, a dash or dots: in Vietnamese tables a dash is a zero."""
    return not cell.spread and _BLANK.fullmatch(cell.text.strip()) is not None


def _scaled(figure: Claim | None, heads: Sequence[str], scale: Decimal, share: bool) -> Claim | None:
    if figure is None:
        return None
    if share:
        return replace(figure, nature=Nature.PERCENT, unit="%")
    if any(_SCALED.search(head) for head in heads):
        return replace(figure, scale=Decimal(1000))
    return replace(figure, scale=scale)


def _scale(head: Sequence[Sequence[Cell]]) -> Decimal:
    """Figures told in thousands or millions were rounded once: their sums may differ by a unit (the scale says so)."""
    told = any(_SCALED.search(cell.text.lower()) and len(row_texts(row)) == 1 for row in head for cell in row)
    return Decimal(1000) if told else Decimal(1)


def row_texts(row: Sequence[Cell]) -> set[str]:
    """What stands in a row, each wording once."""
    return {cell.text.strip() for cell in row if cell.text.strip()}


def _body_starts(rows: Sequence[Sequence[Cell]]) -> tuple[int, int | None]:
    """Where the headings end, and which of them only numbers the columns."""
    marks: int | None = None
    for index, row in enumerate(rows):
        if _numbers_columns(row):
            marks = index
            continue
        if _is_data(row, first=index == 0):
            return index, marks
    return len(rows), marks


def _numbers_columns(row: Sequence[Cell]) -> bool:
    texts = [cell.text.strip() for cell in row if cell.text.strip() and not cell.spread]
    marked = [match for text in texts if (match := _COLUMN_MARK.fullmatch(text))]
    letters = [text for text in texts if _LETTER.fullmatch(text)]
    if len(marked) < 2 or len(marked) + len(letters) < len(texts) or len(texts) < len(row) - 1:
        return False
    order = [int(match[1]) for match in marked]
    return order[0] <= 3 and all(two == one + 1 for one, two in pairwise(order))


def _is_data(row: Sequence[Cell], *, first: bool) -> bool:
    numbers = [cell.text.strip() for cell in row if not cell.spread and _NUMBER.fullmatch(cell.text.strip())]
    if first and len(numbers) < len(row) - 2:
        return False
    return any(not re.fullmatch(r"(?:19|20)\d\d", text) for text in numbers)


def _heads(rows: Sequence[Sequence[Cell]], column: int, marks: int | None) -> tuple[str, ...]:
    texts = [" ".join(row[column].text.lower().split()) for index, row in enumerate(rows) if index != marks]
    kept = [text for index, text in enumerate(texts) if text and (index == 0 or text != texts[index - 1])]
    return tuple(kept)


def _name(rows: Sequence[Sequence[Cell]], column: int, marks: int | None) -> str:
    texts = [" ".join(row[column].text.split()) for index, row in enumerate(rows) if index != marks]
    return next((text[:60] for text in reversed(texts) if text), "")


def _columns(
    figures: Sequence[Sequence[Claim | None]], heads: Sequence[tuple[str, ...]]
) -> tuple[tuple[int, ...], ...]:
    """The columns that hold amounts, and those that hold shares."""
    amounts, shares = [], []
    for column, told in enumerate(heads):
        held = [row[column] for row in figures if row[column] is not None]
        values = [figure for figure in held if figure is not None]
        if not values or _is_ordinal(column, told, values) or any(_APART.search(head) for head in told[-2:]):
            continue
        percents = sum(figure.nature is Nature.PERCENT for figure in values)
        if percents * 2 > len(values) or (told and _SHARE.search(told[-1])):
            shares.append(column)
        elif not percents and not all(1900 <= figure.value <= 2100 and not figure.places for figure in values):
            amounts.append(column)
    return tuple(amounts), tuple(shares)


def _is_ordinal(column: int, told: Sequence[str], values: Sequence[Claim]) -> bool:
    if told and _ORDINALS.fullmatch(told[-1]):
        return True
    if column or told:
        return False
    counted = sum(figure.value == index for index, figure in enumerate(values, start=1))
    return len(values) >= 2 and counted * 2 > len(values)


def _label(row: Sequence[Cell], figures: Sequence[Claim | None], amounts: Sequence[int]) -> str:
    """The words in front of the first figure of a row, its ordinal first."""
    until = next((column for column in range(len(row)) if column in amounts and figures[column] is not None), len(row))
    return " ".join(" ".join(cell.text for cell in row[:until] if not cell.spread).split())
