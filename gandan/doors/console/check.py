"""`gandan check`: find the figures of a report that do not add up. Plain text files, or standard input."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from gandan.pure.claims import Checked, Relation, check
from gandan.pure.refusal import Refused, Unreadable

MARK = {"error": "✗", "question": "?"}


def run(given: Namespace) -> int:
    """Exit status 0 when every file is clean, 1 when something was found, 2 when a file could not be read."""
    results: list[dict[str, Any]] = []
    worst = 0
    for name in given.files:
        try:
            checked = check(read(name))
        except Refused as refusal:
            print(f"gandan: {name}: {refusal.said.vi} · {refusal.said.en}", file=sys.stderr)
            worst = 2
            continue
        worst = max(worst, 1 if checked.findings else 0)
        results.append({"file": name, "relations": [as_json(relation) for relation in checked.relations]})
        if not given.json:
            tell(name, checked)
    if given.json:
        print(json.dumps(results, ensure_ascii=False, indent=2))
    return worst


def read(name: str) -> str:
    """The text of a file as it stands, offsets untouched; Unreadable when it is not UTF-8 text."""
    try:
        body = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return body.decode("utf-8")
    except OSError as failure:
        raise Unreadable(
            "check.file", f"Không mở được tệp: {failure.strerror}.", f"Cannot open: {failure.strerror}."
        ) from failure
    except UnicodeDecodeError as failure:
        raise Unreadable(
            "check.encoding",
            "Tệp không phải văn bản UTF-8. Hãy lưu lại dạng văn bản thuần rồi kiểm tra.",
            "The file is not UTF-8 text. Please save it as plain text and check again.",
        ) from failure


def as_json(relation: Relation) -> dict[str, Any]:
    """One relation with offsets in the text as decoded."""
    return {
        "kind": relation.kind.value,
        "verdict": relation.verdict.value,
        "start": relation.start,
        "end": relation.end,
        "text": relation.text,
        "claimed": relation.claimed,
        "computed": relation.computed,
        "reason": relation.reason.vi,
        "repairs": [{"start": r.start, "end": r.end, "old": r.old, "new": r.new} for r in relation.repairs],
    }


def tell(name: str, checked: Checked) -> None:
    """The findings of one file, each with its place, its computation and what may repair it."""
    confirmed = sum(1 for relation in checked.relations if relation.verdict.value in ("ok", "rounding"))
    print(
        f"{name}: {len(checked.findings)} chỗ cần xem, {confirmed} quan hệ khớp"
        f" · {len(checked.findings)} to look at, {confirmed} confirmed"
    )
    for relation in checked.findings:
        line = checked.text.count("\n", 0, relation.start) + 1
        excerpt = " ".join(relation.text.split())
        print(f"  {MARK[relation.verdict.value]} dòng {line}: “{excerpt}”")
        print(f"      {relation.reason.vi}\n      {relation.reason.en}")
        for repair in relation.repairs:
            print(f"      → {repair.old} ⇒ {repair.new}: {repair.why.vi}")
