"""Tables inside plain text: neighbouring lines with the same number of tabs or upright bars."""

from __future__ import annotations

from collections.abc import Iterator

from gandan.pure.claims.tables import Cell, Rows

_FEWEST_ROWS, _FEWEST_BARS = 3, 2


def tables(text: str) -> Iterator[Rows]:
    """The tables of a text, each cell with its offsets; a ruling line of dashes is no row."""
    for sign in ("\t", "|"):
        if text.count(sign) >= _FEWEST_ROWS * _FEWEST_BARS:
            yield from _by(text, sign)


def _by(text: str, sign: str) -> Iterator[Rows]:
    rows: list[list[Cell]] = []
    bars = at = 0
    for line in text.split("\n"):
        found = line.count(sign)
        if rows and found != bars:
            if len(rows) >= _FEWEST_ROWS:
                yield rows
            rows = []
        if found >= _FEWEST_BARS:
            bars = found
            if line.strip(" \r|+-:="):
                rows.append(_cells(line, at, sign))
        at += len(line) + 1
    if len(rows) >= _FEWEST_ROWS:
        yield rows


def _cells(line: str, start: int, sign: str) -> list[Cell]:
    found, at = [], start
    for piece in line.split(sign):
        bare = piece.strip()
        lead = len(piece) - len(piece.lstrip())
        found.append(Cell(bare, at + lead, at + lead + len(bare)))
        at += len(piece) + 1
    return found
