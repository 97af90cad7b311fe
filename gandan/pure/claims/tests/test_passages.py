"""The project's own labelled passages: everything that holds is not accused, everything that does not is found."""

from pathlib import Path

import pytest

from gandan.pure.claims import Verdict, check

PASSAGES = Path(__file__).parent / "passages" / "passages.txt"


def passages():
    for block in PASSAGES.read_text(encoding="utf-8").split("\n== ")[1:]:
        name, *rows = block.strip("\n").split("\n")
        text = "\n".join(row for row in rows if not row.startswith(("= ", "! ")))
        yield pytest.param(text, [row for row in rows if row.startswith(("= ", "! "))], id=name)


def bare(figure):
    return figure.split("/")[0].rstrip("% ").lstrip("0").replace(".", "").replace(",", "").strip()


@pytest.mark.parametrize(("text", "labels"), list(passages()))
def test_each_passage_is_read_as_labelled(text, labels):
    relations = check(text).relations
    errors = [r for r in relations if r.verdict is Verdict.ERROR]
    held = {bare(r.claimed) for r in relations if r.verdict in (Verdict.OK, Verdict.ROUNDING)}
    for label in labels:
        claimed = bare(label.split(" ", 2)[2].split(":")[0])
        if label.startswith("= "):
            assert claimed in held, label
        else:
            assert claimed in {bare(r.claimed) for r in errors}, label
    assert len(errors) == sum(label.startswith("! ") for label in labels), [r.expression for r in errors]


def test_at_least_half_of_the_passages_are_right():
    listed = [labels for _, labels in (case.values for case in passages())]
    assert sum(not any(label.startswith("! ") for label in labels) for labels in listed) * 2 >= len(listed)
