"""`gandan check`: find the figures of a report that do not add up. Text, DOCX, PDF, HTML, folders, standard input."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TextIO

from gandan.doors.console.listing import Progress, tell
from gandan.pure.claims import Checked, tables
from gandan.pure.claims.rendering import relation_object
from gandan.pure.refusal import Refused, Unreadable
from gandan.reporting.documents.marking import document, page
from gandan.reporting.documents.opening import LARGEST, SUFFIXES, Read, read, read_file
from gandan.reporting.documents.opening.words import unreadable


def run(given: Namespace) -> int:
    """Exit status 0 when every file is clean, 1 when something was found, 2 when a file could not be read."""
    names, worst = list(_named(given.files)), 0
    _spare_the_sources(names, [path for path in (given.html, given.docx) if path])
    progress = Progress(len(names))
    with ExitStack() as stack:
        outputs = [
            *([Json(sys.stdout)] if given.json else [Listing()]),
            *([Page(stack.enter_context(_open(given.html)))] if given.html else []),
            *([Word(given.docx, many=len(names) > 1)] if given.docx else []),
        ]
        for name in names:
            progress.step(name)
            try:
                body, opened = _opened(name)
            except Refused as refusal:
                progress.clear()
                for output in outputs:
                    output.refused(name, refusal)
                worst = 2
                continue
            checked = tables.check(opened.text, opened.tables)
            worst = max(worst, 1 if checked.findings else 0)
            progress.clear()
            for output in outputs:
                output.put(name, body, opened, checked)
        for output in outputs:
            output.end()
    return worst


def _named(given: Sequence[str]) -> Iterator[str]:
    """The files: a folder stands for the readable files under it, in order; Word's lock files are passed over."""
    for name in given:
        path = Path(name)
        if name == "-" or not path.is_dir():
            yield name
            continue
        found = [
            one
            for one in sorted(path.rglob("*"))
            if one.suffix.lower() in SUFFIXES and one.is_file() and not one.name.startswith((".", "~$"))
        ]
        yield from (str(one) for one in found) if found else (name,)


def _opened(name: str) -> tuple[bytes, Read]:
    """The bytes, kept only where a document must be given back, and what was read in them."""
    if name == "-":
        body = sys.stdin.buffer.read(LARGEST + 1)
        return body, read(body)
    path = Path(name)
    try:
        if path.is_dir():
            raise unreadable("folder")
        opened = read_file(path)
        return path.read_bytes() if opened.kind.value == "docx" else b"", opened
    except OSError as failure:
        raise Unreadable(
            "file.open", f"Không mở được tệp: {failure.strerror}.", f"Cannot open: {failure.strerror}."
        ) from failure


def _spare_the_sources(names: Sequence[str], outputs: Sequence[Path]) -> None:
    sources = {Path(name).resolve() for name in names if name != "-"}
    for path in outputs:
        if path.resolve() in sources:
            raise Refused(
                "check.overwrite",
                f"“{path}” là tệp đang kiểm tra; hãy chọn tên khác cho tệp kết quả.",
                f"“{path}” is a file being checked; please name the result otherwise.",
            )


def _open(path: Path) -> TextIO:
    try:
        return path.open("w", encoding="utf-8")
    except OSError as failure:
        raise _cannot_write(path, failure) from failure


def _cannot_write(path: Path, failure: OSError) -> Refused:
    return Refused(
        "check.write",
        f"Không ghi được “{path}”: {failure.strerror}.",
        f"Cannot write “{path}”: {failure.strerror}.",
    )


class Listing:
    """For people at a terminal."""

    def put(self, name: str, body: bytes, opened: Read, checked: Checked) -> None:
        """One file with its findings."""
        tell(name, opened, checked)

    def refused(self, name: str, refusal: Refused) -> None:
        """One file that cannot be read."""
        print(f"gandan: {name}: {refusal.said.vi} · {refusal.said.en}", file=sys.stderr)

    def end(self) -> None:
        """Nothing is left to say."""


class Json:
    """For machines: a list with one object per file, written as it grows."""

    def __init__(self, out: TextIO) -> None:
        self.out, self.before = out, "["

    def put(self, name: str, body: bytes, opened: Read, checked: Checked) -> None:
        """One file with all its relations."""
        self._write({"file": name, "relations": [relation_object(relation) for relation in checked.relations]})

    def refused(self, name: str, refusal: Refused) -> None:
        """One file that cannot be read: no relations, and why."""
        print(f"gandan: {name}: {refusal.said.vi} · {refusal.said.en}", file=sys.stderr)
        error = {"code": refusal.code, "vi": refusal.said.vi, "en": refusal.said.en}
        self._write({"file": name, "relations": [], "error": error})

    def end(self) -> None:
        """Close the list."""
        self.out.write("[]\n" if self.before == "[" else "\n]\n")

    def _write(self, told: dict[str, Any]) -> None:
        self.out.write(f"{self.before}\n{json.dumps(told, ensure_ascii=False, indent=2)}")
        self.before = ","


class Page:
    """One page for all files."""

    def __init__(self, out: TextIO) -> None:
        self.out, self.number = out, 0
        out.write(page.opening())

    def put(self, name: str, body: bytes, opened: Read, checked: Checked) -> None:
        """One file as a section."""
        self.number += 1
        self.out.write(page.section(self.number, name, opened, checked))

    def refused(self, name: str, refusal: Refused) -> None:
        """One file that cannot be read."""
        self.out.write(page.refused(name, refusal.said))

    def end(self) -> None:
        """The foot of the page."""
        self.out.write(page.closing())


class Word:
    """Documents with comments: one file, or a folder with one for each."""

    def __init__(self, path: Path, *, many: bool) -> None:
        self.path, self.many = path, many or path.is_dir()
        self.taken: set[Path] = set()

    def put(self, name: str, body: bytes, opened: Read, checked: Checked) -> None:
        """One document given back."""
        path = self._place(name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(document(body, opened, checked))
        except OSError as failure:
            raise _cannot_write(path, failure) from failure

    def refused(self, name: str, refusal: Refused) -> None:
        """Nothing to give back."""

    def end(self) -> None:
        """Nothing is left to write."""

    def _place(self, name: str) -> Path:
        """Where a document goes; two files of one name do not meet, and no source is written over."""
        if not self.many:
            return self.path
        stem, number = "stdin" if name == "-" else Path(name).stem, 1
        path = self.path / f"{stem}.docx"
        while path in self.taken or path.resolve() == Path(name).resolve():
            number += 1
            path = self.path / f"{stem}-{number}.docx"
        self.taken.add(path)
        return path
