"""A checked text cut into stretches, each plain, a figure, or under one or more findings; and back into its tables."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from gandan.pure.claims import Checked, Relation, Verdict
from gandan.pure.claims.tables import Cell, Rows
from gandan.pure.speech import Said
from gandan.reporting.documents.marking.telling import lines


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding with its number in the list, counted from 1, and the line it stands in."""

    number: int
    line: int
    relation: Relation

    @property
    def is_error(self) -> bool:
        """Whether it is an error rather than a question."""
        return self.relation.verdict is Verdict.ERROR

    @property
    def told(self) -> tuple[Said, ...]:
        """What there is to say of it, line by line."""
        return lines(self.relation)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text that looks the same throughout. `mark` is the finding shown there (an error before a
    question, the narrowest first), `opens` those that begin here."""

    start: int
    end: int
    text: str
    is_claim: bool
    mark: Mark | None
    opens: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """One cell as it is drawn."""

    segments: tuple[Segment, ...]
    is_number: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the text as it is drawn: running text, or a table."""

    segments: tuple[Segment, ...] = ()
    rows: tuple[tuple[Place, ...], ...] = ()


def marks(checked: Checked) -> tuple[Mark, ...]:
    """The findings numbered in the order of the text."""
    found: list[Mark] = []
    line, last = 1, 0
    for number, relation in enumerate(checked.findings, start=1):
        line += checked.text.count("\n", last, relation.start)
        last = max(last, relation.start)
        found.append(Mark(number, line, relation))
    return tuple(found)


def segments(checked: Checked, cuts: Iterable[int] = ()) -> list[Segment]:
    """The whole text as stretches; joined they are the text again. `cuts` are further places to cut at."""
    found = marks(checked)
    spans = [(mark.relation.start, mark.relation.end) for mark in found]
    claims = [(claim.start, claim.end) for claim in checked.claims if claim.start < claim.end]
    edges = {0, len(checked.text), *cuts}
    for start, end in (*spans, *claims):
        edges.update((start, end))
    ordered = sorted(edge for edge in edges if 0 <= edge <= len(checked.text))
    opening: dict[int, list[Mark]] = {}
    for mark in found:
        opening.setdefault(mark.relation.start, []).append(mark)
    return list(_swept(checked.text, ordered, opening, claims))


def _swept(
    text: str, edges: Sequence[int], opening: dict[int, list[Mark]], claims: Sequence[tuple[int, int]]
) -> Iterator[Segment]:
    open_marks: list[Mark] = []
    place = 0
    for index, start in enumerate(edges[:-1]):
        end = edges[index + 1]
        opens = opening.get(start, [])
        open_marks = [mark for mark in open_marks if mark.relation.end > start] + opens
        while place < len(claims) and claims[place][1] <= start:
            place += 1
        is_claim = place < len(claims) and claims[place][0] <= start
        mark = min(open_marks, key=_rank, default=None)
        yield Segment(start, end, text[start:end], is_claim, mark, tuple(opens))


def _rank(mark: Mark) -> tuple[bool, int, int]:
    return not mark.is_error, mark.relation.end - mark.relation.start, mark.number


def blocks(checked: Checked, tables: Sequence[Rows]) -> list[Block]:
    """The text as running stretches and tables, in order."""
    laid = [_cells(table) for table in sorted((table for table in tables if table), key=lambda rows: rows[0][0].start)]
    cuts = {edge for table in laid for row in table for cell in row for edge in (cell.start, cell.end)}
    pieces = segments(checked, cuts)
    starts = [piece.start for piece in pieces]

    def between(start: int, end: int) -> tuple[Segment, ...]:
        return tuple(pieces[bisect_left(starts, start) : bisect_left(starts, end)])

    found: list[Block] = []
    last = 0
    for table in laid:
        first, end = table[0][0].start, max(cell.end for row in table for cell in row)
        if first < last:
            continue
        found.append(Block(between(last, first)))
        found.append(Block(rows=tuple(tuple(_place(between, cell) for cell in row) for row in table)))
        last = end
    found.append(Block(between(last, len(checked.text) + 1)))
    return [_trimmed(block) for block in found if block.rows or any(piece.text.strip() for piece in block.segments)]


def _trimmed(block: Block) -> Block:
    """Running text without the empty lines around it, which only parted it from a table."""
    if block.rows:
        return block
    pieces = list(block.segments)
    while not pieces[0].text.strip():
        pieces.pop(0)
    while not pieces[-1].text.strip():
        pieces.pop()
    pieces[0] = replace(pieces[0], text=pieces[0].text.lstrip("\n"))
    pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip())
    return Block(tuple(pieces))


def _cells(table: Rows) -> Rows:
    return [row for row in table if row]


def _place(between: Callable[[int, int], tuple[Segment, ...]], cell: Cell) -> Place:
    inside = () if cell.spread else between(cell.start, cell.end)
    bare = cell.text.strip().strip("%-–+ ")
    return Place(inside, bool(bare) and bare[:1].isdigit() and len(bare) <= 20)
