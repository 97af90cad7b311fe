"""HTML as a reader sees it: blocks as lines, tables as tables, scripts and styles left out."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from gandan.pure.speech import Said
from gandan.reporting.documents.opening import encodings
from gandan.reporting.documents.opening.layout import Covered, Layout, Words
from gandan.reporting.documents.opening.words import FileKind, Read, unreadable

_PARAGRAPHS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article", "ul", "ol", "dl"))
_LINES = (
    *("address", "aside", "body", "br", "caption", "center", "dd", "details", "div", "dt", "fieldset", "figcaption"),
    *(
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "pre",
        "summary",
        "title",
        "tr",
    ),
)
_BLOCKS = _PARAGRAPHS.union(_LINES)
_HIDDEN = frozenset(
    ("script", "style", "noscript", "template", "svg", "math", "select", "textarea", "iframe", "object", "head")
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:-]{2,30})|encoding=[\"']([\w-]{2,30})[\"']", re.I
)
_DECLARATION = re.compile(r"<[!?][^<>]{0,400}>?")
_WIDEST = 60


def read(body: bytes) -> Read:
    """The text and tables of a page; its encoding is the one it declares when its bytes agree."""
    text, encoding, notes = _decoded(body)
    reader = _Reader()
    reader.feed(_plain(text))
    reader.close()
    reader.finish()
    layout = reader.layout
    if not layout.text.strip():
        raise unreadable("empty")
    return Read(layout.text, tuple(layout.tables), FileKind.HTML, encoding, notes)


def _plain(text: str) -> str:
    """The page without comments and declarations: the parser of the library fails on torn ones, or grows slow."""
    pieces, at = [], 0
    while (start := text.find("<!--", at)) >= 0:
        pieces.append(text[at:start])
        end = text.find("-->", start + 4)
        if end < 0:
            break
        at = end + 3
    else:
        pieces.append(text[at:])
    return _DECLARATION.sub("", "".join(pieces))


def _decoded(body: bytes) -> tuple[str, str, tuple[Said, ...]]:
    declared = _DECLARED.search(body[:4096])
    name = (declared[1] or declared[2]).decode("ascii").lower() if declared else ""
    if name and not name.startswith(("utf", "iso-8859", "latin", "us-ascii")):
        try:
            return body.decode(name), name, ()
        except (LookupError, UnicodeDecodeError):
            pass  # the page is wrong about itself; its bytes decide
    return encodings.decode(body)


class _Reader(HTMLParser):
    """Walks a page once. A table is gathered cell by cell and laid when its outermost end is met."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.layout = Layout()
        self.hidden = 0
        self.depth = 0
        self.rows: list[list[Words]] = []
        self.below: dict[int, int] = {}
        self.cell: list[str] | None = None
        self.spans = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens: a table, a row, a cell, a block, or something nobody sees."""
        if tag in _HIDDEN:
            self.hidden += 1
        elif tag == "body":
            self.hidden = 0
        elif tag == "table":
            self.depth += 1
        elif self.depth == 1 and tag == "tr":
            self._end_row()
            self.rows.append([])
        elif self.depth == 1 and tag in ("td", "th"):
            self._end_cell()
            given = dict(attrs)
            self.spans = _span(given.get("colspan")), _span(given.get("rowspan"))
            self.cell = []
        elif tag in _BLOCKS:
            self._block(tag)

    def handle_endtag(self, tag: str) -> None:
        """A tag closes."""
        if tag in _HIDDEN:
            self.hidden = max(0, self.hidden - 1)
        elif tag == "table" and self.depth:
            self.depth -= 1
            if not self.depth:
                self._end_table()
        elif self.depth == 1 and tag in ("td", "th"):
            self._end_cell()
        elif tag in _BLOCKS:
            self._block(tag)

    def handle_data(self, data: str) -> None:
        """Words: into the cell that is open, else into the text."""
        if self.hidden:
            return
        if self.cell is not None:
            self.cell.append(data)
        elif not self.depth:
            words = " ".join(data.split())
            if words:
                joint = " " if data[0].isspace() and self.layout.last not in ("", "\n", " ") else ""
                self.layout.add(joint + words + (" " if data[-1].isspace() else ""))

    def finish(self) -> None:
        """The page is over, whatever was left open."""
        if self.depth:
            self._end_table()
        self.layout.end_line()

    def _block(self, tag: str) -> None:
        if self.cell is not None:
            self.cell.append(" ")
        elif tag in _PARAGRAPHS:
            self.layout.part()
        else:
            self.layout.end_line()

    def _end_cell(self) -> None:
        if self.cell is None:
            return
        if not self.rows:
            self.rows.append([])
        row = self.rows[-1]
        self._covered(row)
        words: Words = "".join(self.cell)
        for _ in range(self.spans[0]):
            if len(row) < _WIDEST:
                if self.spans[1] > 1:
                    self.below[len(row)] = self.spans[1] - 1
                row.append(words)
                words = Covered.LEFT
        self.cell = None

    def _covered(self, row: list[Words]) -> None:
        """The places that cells of rows above reach down into."""
        while self.below.get(len(row), 0):
            self.below[len(row)] -= 1
            row.append(Covered.ABOVE)

    def _end_row(self) -> None:
        self._end_cell()
        if self.rows:
            self._covered(self.rows[-1])

    def _end_table(self) -> None:
        self._end_row()
        self.depth = 0
        rows = [row for row in self.rows if row]
        self.rows, self.below = [], {}
        if rows:
            self.layout.table(rows)


def _span(given: str | None) -> int:
    return min(int(given), _WIDEST) if given and given.isdigit() and int(given) else 1
