"""One self-contained page: the whole text with its findings marked in it and the list beside it. No script, no font, no
picture from elsewhere; it may be sent by mail and opened in ten years."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from gandan.pure.claims import Checked, Repair, Verdict
from gandan.pure.speech import Said
from gandan.reporting.documents.marking.segments import Block, Mark, Segment, blocks, marks
from gandan.reporting.documents.opening import Read

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def opening() -> str:
    """The head of the page, up to the first file."""
    style = (Path(__file__).resolve().parent / "page.css").read_text(encoding="utf-8")
    return (
        '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>Kiểm số liệu · Gần Dân</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        "<header><h1>Kiểm số liệu</h1><p>Gần Dân đọc và tính lại; chỉ người viết biết số nào đúng. · "
        '<span lang="en">Read and computed again; only the writer knows which figure is right.</span></p></header>\n'
        "<main>\n"
    )


def closing() -> str:
    """The end of the page."""
    return "</main>\n</body>\n</html>\n"


def section(number: int, name: str, read: Read, checked: Checked) -> str:
    """One file of the page, its anchors its own."""
    return "".join(_section(number, name, read, checked))


def refused(name: str, said: Said) -> str:
    """A file that could not be read."""
    told = f'{escape(said.vi)} · <span lang="en">{escape(said.en)}</span>'
    return f'<section><h2>{escape(name)}</h2>\n<p class="note">{told}</p></section>\n'


def _section(number: int, name: str, read: Read, checked: Checked) -> Iterator[str]:
    found = marks(checked)
    held = sum(one.verdict in (Verdict.OK, Verdict.ROUNDING) for one in checked.relations)
    yield f'<section aria-labelledby="h{number}">\n<h2 id="h{number}">{escape(name)}</h2>\n'
    yield f'<p class="count">{len(found)} chỗ cần xem, {held} quan hệ khớp · {len(found)} to look at, {held} hold</p>\n'
    for note in read.notes:
        yield f'<p class="note">{escape(note.vi)} · {escape(note.en)}</p>\n'
    yield '<div class="both">\n<div class="text">'
    for block in blocks(checked, read.tables):
        yield from _block(number, block)
    yield "</div>\n<aside>"
    yield (
        "<h3>Chỗ cần xem · To look at</h3>\n<ol>\n" if found else "<h3>Không thấy số nào sai · Nothing wrong found</h3>"
    )
    for mark in found:
        yield _item(number, mark)
    yield ("</ol>" if found else "") + "</aside>\n</div>\n</section>\n"


def _block(number: int, block: Block) -> Iterator[str]:
    if not block.rows:
        yield "<p>" + "".join(_stretch(number, piece) for piece in block.segments) + "</p>\n"
        return
    yield '<div class="scroll"><table>\n'
    for row in block.rows:
        cells = (
            f"<td{' class=num' if place.is_number else ''}>{''.join(_stretch(number, p) for p in place.segments)}</td>"
            for place in row
        )
        yield f"<tr>{''.join(cells)}</tr>\n"
    yield "</table></div>\n"


def _stretch(number: int, piece: Segment) -> str:
    text = escape(piece.text)
    if piece.mark is None:
        return f'<span class="claim">{text}</span>' if piece.is_claim else text
    look = "error" if piece.mark.is_error else "question"
    anchors = "".join(f'<a id="t{number}-{mark.number}"></a>' for mark in piece.opens)
    signs = "".join(f"<sup>{mark.number}</sup>" for mark in piece.opens)
    return f'{anchors}<a class="{look}" href="#f{number}-{piece.mark.number}">{text}{signs}</a>'


def _item(number: int, mark: Mark) -> str:
    one = mark.relation
    excerpt = escape(" ".join(one.text.split())[:300])
    verdict = escape(one.verdict.said.vi.capitalize())
    mending = "".join(_mending(repair) for repair in one.repairs)
    return (
        f'<li id="f{number}-{mark.number}"{"" if mark.is_error else " class=ask"}>'
        f'<a href="#t{number}-{mark.number}">{mark.number}. {verdict}, dòng {mark.line}</a>'
        f"<blockquote>{excerpt}</blockquote><p>{escape(one.reason.vi)}</p>"
        f'<p class="en" lang="en">{escape(one.reason.en)}</p>'
        f'<p class="sum">{escape(one.expression)}</p>{mending}</li>\n'
    )


def _mending(one: Repair) -> str:
    why = f'<span class="sum">({escape(one.why.vi)} · {escape(one.why.en)})</span>'
    return f"<p>→ <s>{escape(one.old)}</s> <b>{escape(one.new)}</b> {why}</p>"
