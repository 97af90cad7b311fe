"""Laying a document out as one text: paragraphs as lines, tables as lines of cells parted by tabs, offsets kept."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from gandan.pure.claims.tables import Cell, Rows


class Covered(Enum):
    """A place of a table that a merged cell covers: the one at its left, or the one above it."""

    LEFT = "left"
    ABOVE = "above"


Words = str | Covered


class Layout:
    """A text that grows; what is added to it is told by its offsets."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.tables: list[Rows] = []
        self.last = ""

    def add(self, text: str) -> tuple[int, int]:
        """Put text at the end; where it stands."""
        start = self.length
        if text:
            self.pieces.append(text)
            self.length += len(text)
            self.last = text[-1]
        return start, self.length

    def end_line(self) -> None:
        """Close a line that has something in it."""
        if self.last not in ("", "\n"):
            self.add("\n")

    def part(self) -> None:
        """Close the line and leave one empty: what follows is another paragraph."""
        self.end_line()
        if self.pieces[-2:] and "".join(self.pieces[-2:])[-2:] != "\n\n":
            self.add("\n")

    def table(self, rows: Sequence[Sequence[Words]]) -> None:
        """Put a table whose cells hold words only."""
        self.part()
        laid: list[list[Cell]] = []
        for row in rows:
            cells: list[Cell] = []
            for column, words in enumerate(row):
                if column:
                    self.add("\t")
                if isinstance(words, Covered):
                    cells.append(covered(laid, cells, words, self.length))
                else:
                    text = " ".join(words.split())
                    cells.append(Cell(text, *self.add(text)))
            laid.append(cells)
            self.add("\n")
        self.tables.append(laid)
        self.add("\n")

    def text_from(self, start: int) -> str:
        """What was put since an offset."""
        pieces: list[str] = []
        missing = self.length - start
        for piece in reversed(self.pieces):
            if missing <= 0:
                break
            pieces.append(piece)
            missing -= len(piece)
        return "".join(reversed(pieces))

    @property
    def text(self) -> str:
        """All that was put so far."""
        return "".join(self.pieces)


def covered(laid: Sequence[Sequence[Cell]], cells: Sequence[Cell], how: Covered, at: int) -> Cell:
    """The cell of a covered place: the words of the cell that covers it, no room of its own."""
    column = len(cells)
    if how is Covered.LEFT:
        words = cells[-1].text if cells else ""
    else:
        words = laid[-1][column].text if laid and column < len(laid[-1]) else ""
    return Cell(words, at, at, spread=True)
