"""Reading in a process of its own, with a limit on time and memory: a PDF can be made to unpack without end.

`python -m gandan.reporting.documents.opening.apart` reads a PDF from standard input and writes what it found as JSON.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from typing import Any

from gandan.pure.claims.tables import Cell
from gandan.pure.refusal import Refused
from gandan.pure.speech import Said
from gandan.reporting.documents.opening.words import FileKind, Read, unreadable

SECONDS = 60
MEMORY = 1536 * 1024 * 1024
_MODULE = "gandan.reporting.documents.opening.apart"


def read(body: bytes, *, seconds: int = SECONDS) -> Read:
    """What `paper.read` finds, without the danger; Unreadable ("slow") when it takes too long or too much."""
    paths = os.pathsep.join(path for path in sys.path if path)
    try:
        done = subprocess.run(
            [sys.executable, "-m", _MODULE, str(seconds)],
            input=body,
            capture_output=True,
            timeout=seconds + 5,
            check=False,
            env={**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"},
        )
    except subprocess.TimeoutExpired as wrong:
        raise unreadable("slow") from wrong
    if done.returncode:
        raise unreadable("slow" if done.returncode < 0 or b"MemoryError" in done.stderr else "pdf")
    return _unpacked(json.loads(done.stdout))


def _packed(read: Read) -> dict[str, Any]:
    return {
        "text": read.text,
        "tables": [[[[c.text, c.start, c.end, c.spread] for c in row] for row in table] for table in read.tables],
        "notes": [[note.vi, note.en] for note in read.notes],
    }


def _unpacked(told: dict[str, Any]) -> Read:
    if "refused" in told:
        raise unreadable(told["refused"])
    tables = tuple([[Cell(*cell) for cell in row] for row in table] for table in told["tables"])
    return Read(told["text"], tables, FileKind.PDF, "utf-8", tuple(Said(*note) for note in told["notes"]))


def main() -> int:
    """The child: bounded, reads one PDF, tells what it found or why it could not."""
    from gandan.reporting.documents.opening import paper  # noqa: PLC0415  # heavy, and only the child needs it

    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 2))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        told = _packed(paper.read(sys.stdin.buffer.read()))
    except Refused as refusal:
        told = {"refused": refusal.code.removeprefix("file.")}
    json.dump(told, sys.stdout, ensure_ascii=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
