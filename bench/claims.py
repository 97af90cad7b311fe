"""Measure the claims checker on labelled texts.

    python bench/claims.py [FOLDER …]

A folder holds texts and a `labels.json`: file → relations (or {"relations": …}), each with `kind`, `start`, `text`,
`claimed`, `verdict` and optionally `checkable` and `confidence`; or a `figures.json` with `meta.real_inconsistencies`
and `relations`. Folders inside it are measured too. The project's own passages are always measured; a folder that is
not there is skipped with its reason. `-v` lists what was missed and what was false.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from gandan.pure.claims import Relation, Verdict, check

OWN = Path(__file__).resolve().parent.parent / "gandan/pure/claims/tests/passages"
WRONG = (Verdict.ERROR,)
RIGHT = (Verdict.OK, Verdict.ROUNDING)


@dataclass
class Tally:
    """Counts for one kind of relation."""

    ok: int = 0
    ok_seen: int = 0
    errors: int = 0
    found: int = 0
    false: int = 0
    notes: list[str] = field(default_factory=list)


def main(folders: list[str]) -> int:
    """Print the table for each folder; the exit status is 0 unless nothing could be measured."""
    for name in [str(OWN), *folders]:
        folder = Path(name)
        for place in [folder, *(sub for sub in sorted(folder.glob("*")) if sub.is_dir())]:
            if (place / "passages.txt").is_file():
                texts = passages(place / "passages.txt")
                show(place, measure(texts))
                show(Path(f"{place}, one figure changed"), measure(corrupted(texts)))
            elif (place / "labels.json").is_file():
                show(place, measure(labelled(place)))
            elif (place / "figures.json").is_file():
                show(place, measure(figures(place)))
            elif place == folder:
                print(f"skipped: {folder} holds no labels.json and no figures.json")
    memory()
    return 0


Text = tuple[str, str, list[dict[str, Any]]]


def labelled(folder: Path) -> list[Text]:
    """(name, text, labels) of a folder with labels.json."""
    content = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    found = []
    for name, labels in content.items():
        rows = labels if isinstance(labels, list) else labels["relations"]
        found.append((name, (folder / name).read_bytes().decode("utf-8"), rows))
    return found


def passages(path: Path) -> list[Text]:
    """The project's own passages: text and labels in one readable file."""
    found: list[Text] = []
    for block in path.read_text(encoding="utf-8").split("\n== ")[1:]:
        name, *rows = block.strip("\n").split("\n")
        text = "\n".join(row for row in rows if not row.startswith(("= ", "! ")))
        labels = [label(text, row) for row in rows if row.startswith(("= ", "! "))]
        found.append((name, text, labels))
    return found


def label(text: str, row: str) -> dict[str, Any]:
    """One label line, with the span of its figures; a label that says that it holds is recomputed here."""
    kind, _, rest = row[2:].partition(" ")
    claimed, _, expression = rest.partition(": ")
    places = [match for match in (spot(text, figure) for figure in (claimed, *NUMBER.findall(expression))) if match]
    start, end = min(place[0] for place in places), max(place[1] for place in places)
    row_held = {"kind": kind, "start": start, "text": text[start:end], "claimed": claimed, "expr": expression}
    row_held["verdict"] = "ok" if row[0] == "=" else "error"
    assert kind not in COMPUTED or holds(kind, claimed, expression) == (row[0] == "="), row
    return row_held


NUMBER = re.compile(r"\d[\d.]*(?:,\d+)?")
COMPUTED = ("sum", "ratio_percent", "difference", "growth")


def spot(text: str, figure: str) -> tuple[int, int] | None:
    """Where a figure stands in the text as a whole number, not as a piece of another one."""
    match = re.search(rf"(?<![\d.,]){re.escape(figure)}(?![\d]|[.,]\d)", text)
    return match.span() if match else None


def value(figure: str) -> Decimal:
    """A printed figure as a number."""
    return Decimal(figure.rstrip("%").replace(".", "").replace(",", "."))


def holds(kind: str, claimed: str, expression: str) -> bool:
    """Independent arithmetic: exact for sums and differences, one unit of the last decimal for shares."""
    fractions = NUMBER.sub(lambda match: f"F('{value(match[0])}')", expression)
    computed = eval(fractions, {"F": Fraction})  # arithmetic of our own passages only
    if kind in ("ratio_percent", "growth"):
        unit = Fraction(1, 10 ** len(claimed.rstrip("%").partition(",")[2]))
        return bool(abs(computed * 100 - Fraction(value(claimed))) <= unit)
    return bool(computed == Fraction(value(claimed)))


def corrupted(texts: list[Text]) -> list[Text]:
    """Every figure of a relation that holds, with two neighbouring digits swapped, where that breaks only this one."""
    found: list[Text] = []
    for name, text, labels in texts:
        for held in (row for row in labels if row["verdict"] == "ok" and row["kind"] in COMPUTED):
            for figure in dict.fromkeys((held["claimed"], *NUMBER.findall(held["expr"]))):
                found += broken(name, text, labels, held, figure)
    return found


def broken(name: str, text: str, labels: list[dict[str, Any]], held: dict[str, Any], figure: str) -> list[Text]:
    """The text with one figure mistyped, when exactly one relation then fails."""
    wrong = swapped(figure)
    bare = figure.rstrip("%")
    users = [row for row in labels if bare in (row["claimed"].rstrip("%"), *NUMBER.findall(row["expr"]))]
    if wrong is None or len(users) != 1 or len(re.findall(rf"(?<![\d.,]){re.escape(bare)}(?![\d]|[.,]\d)", text)) != 1:
        return []
    claimed = held["claimed"].replace(bare, wrong.rstrip("%")) if figure == held["claimed"] else held["claimed"]
    expression = held["expr"] if figure == held["claimed"] else held["expr"].replace(bare, wrong)
    if holds(held["kind"], claimed, expression):
        return []
    place = spot(text, bare)
    assert place is not None
    changed = text[: place[0]] + wrong.rstrip("%") + text[place[1] :]
    label_now = {**held, "claimed": claimed, "expr": expression, "verdict": "error"}
    return [(f"{name}: {figure} → {wrong}", changed, [label_now])]


def swapped(figure: str) -> str | None:
    """The figure with the last two neighbouring digits that differ swapped; never with a zero in front."""
    for i in range(len(figure) - 1, 0, -1):
        j = i - 1 if figure[i - 1].isdigit() else i - 2
        if j >= 0 and figure[i].isdigit() and figure[j].isdigit() and figure[i] != figure[j]:
            wrong = [*figure]
            wrong[i], wrong[j] = wrong[j], wrong[i]
            if wrong[0] != "0":
                return "".join(wrong)
    return None


def figures(folder: Path) -> list[Text]:
    """(name, text, labels) of a folder with figures.json: spans are placed by the figures of each relation."""
    content = json.loads((folder / "figures.json").read_text(encoding="utf-8"))
    names = content["meta"]["seeds"]
    texts = {seed: (folder / file).read_bytes().decode("utf-8") for seed, file in names.items()}
    wrong = {row["id"]: row for row in content["meta"]["real_inconsistencies"]}
    by_id = {row["id"]: row for row in content["figures"]}
    labels: dict[str, list[dict[str, Any]]] = {seed: [] for seed in names}
    for row in content["relations"]:
        if not stated(row):
            continue
        ids = [part.split("]")[0] for part in row["expression"].split("[")[1:]]
        places = [by_id[i]["offset"] for i in ids if i in by_id and by_id[i]["seed"] == row["seed"]]
        if row["id"] in wrong and not places:  # two writings of one thing: anywhere from the first to the last
            places = [0, len(texts[row["seed"]])]
        if not places:
            continue
        start, end = min(places), max(places) + 6
        labels[row["seed"]].append(
            {
                "kind": row["kind"], "start": start, "text": texts[row["seed"]][start:end],
                "claimed": str(row["claimed"]),
                "verdict": "ok" if row["verdict"] != "real_inconsistency" else "error", "id": row["id"],
            }
        )  # fmt: skip
    return [(names[seed], texts[seed], rows) for seed, rows in labels.items()]


def stated(row: dict[str, Any]) -> bool:
    """Whether the relation is one that the text itself states between printed figures."""
    if row["verdict"] == "real_inconsistency":
        return not row["id"].startswith("rx")
    holds = (
        row["verdict"] in ("ok", "rounding") and row["kind"] in ("sum", "ratio_percent") and row["claimed"] is not None
    )
    return bool(holds)


def overlap(relation: Relation, label: dict[str, Any]) -> bool:
    """Whether a relation and a label speak of the same place: half of the shorter span is common."""
    start, end = label["start"], label["start"] + len(label["text"])
    common = min(relation.end, end) - max(relation.start, start)
    return bool(common > 0 and 2 * common >= min(relation.end - relation.start, end - start))


def alike(relation: Relation, label: dict[str, Any]) -> bool:
    """Whether the claimed figure is the same one."""

    def bare(text: str) -> str:
        return str(text).split("/")[0].rstrip("% ").lstrip("0").replace(".", "").replace(",", "").strip()

    return bool(bare(relation.claimed) == bare(label["claimed"]))


def measure(texts: list[Text]) -> dict[str, Tally]:
    """Tallies per kind: right relations confirmed, wrong ones found, false errors; prints how fast they were read."""
    tallies: dict[str, Tally] = {}
    started = time.process_time()
    for _, text, _ in texts:
        check(text)
    size, took = sum(len(text.encode()) for _, text, _ in texts) / 1e6, time.process_time() - started
    print(f"\n{len(texts)} texts, {size:.2f} MB, {size / took:.2f} MB/s")
    for name, text, labels in texts:
        relations = check(text).relations
        explained: set[int] = set()
        for row in labels:
            if row.get("checkable", True):
                held(tallies.setdefault(row["kind"], Tally()), name, row, relations, explained)
        for relation in relations:
            if relation.verdict in WRONG and id(relation) not in explained:
                tally = tallies.setdefault(relation.kind.value, Tally())
                tally.false += 1
                tally.notes.append(
                    f"FALSE {name}: {relation.expression} | {relation.claimed} | {relation.text[:200]!r}"
                )
    return tallies


def held(tally: Tally, name: str, row: dict[str, Any], relations: tuple[Relation, ...], explained: set[int]) -> None:
    """Count one label: confirmed when it holds, found when it does not."""
    near = [relation for relation in relations if overlap(relation, row)]
    if row["verdict"] == "ok":
        right = [relation for relation in near if relation.verdict in RIGHT]
        seen = any(alike(relation, row) or relation.kind.value == row["kind"] for relation in right)
        tally.ok += 1
        tally.ok_seen += seen
        if not seen:
            tally.notes.append(f"not confirmed {name}: {row['text'][:150]!r} {row.get('expr', '')}")
        return
    hits = [relation for relation in near if relation.verdict in WRONG]
    explained.update(id(relation) for relation in hits)
    if row.get("confidence") in ("low", "medium"):
        return
    tally.errors += 1
    tally.found += bool(hits)
    if not hits:
        tally.notes.append(f"MISSED {name}: {row['text'][:220]!r} {row.get('expr', '')}")


def show(folder: Path, tallies: dict[str, Tally]) -> None:
    """The table of one folder."""
    print(folder)
    print(f"{'kind':16}{'right':>7}{'confirmed':>11}{'wrong':>7}{'found':>7}{'false':>7}{'precision':>11}{'recall':>9}")
    total = Tally()
    for kind, tally in sorted(tallies.items()):
        line(kind, tally)
        for key in ("ok", "ok_seen", "errors", "found", "false"):
            setattr(total, key, getattr(total, key) + getattr(tally, key))
    line("all", total)
    if "-v" in sys.argv:
        for tally in tallies.values():
            print(*(f"    {note}" for note in tally.notes), sep="\n")


def line(kind: str, t: Tally) -> None:
    """One row of the table."""
    precision = f"{100 * t.found / (t.found + t.false):.1f}%" if t.found + t.false else "–"
    recall = f"{100 * t.found / t.errors:.1f}%" if t.errors else "–"
    print(f"{kind:16}{t.ok:7}{t.ok_seen:11}{t.errors:7}{t.found:7}{t.false:7}{precision:>11}{recall:>9}")


def memory() -> None:
    """The peak of memory after ten thousand readings."""
    texts = [text for _, text, _ in passages(OWN / "passages.txt")]
    for index in range(10_000):
        check(texts[index % len(texts)])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n10 000 readings: peak memory {peak:.0f} MB")


if __name__ == "__main__":
    raise SystemExit(main([argument for argument in sys.argv[1:] if argument != "-v"]))
