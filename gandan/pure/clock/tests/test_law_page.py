"""The law page says what the code computes: every worked date and every row of the rule table."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from gandan.pure.clock.calendar import national, of_law
from gandan.pure.clock.clock import Extension, Pause, due
from gandan.pure.clock.rules import rule_ids, versions_of
from gandan.pure.clock.words import PauseReason

PAGE = Path(__file__).resolve().parents[4] / "docs" / "law" / "deadlines.md"
DAY = r"(\d\d/\d\d/\d{4})"
EXAMPLES = re.findall(rf"^\| `([\w.]+)` \| {DAY} \| (.*?) ?\| {DAY} \|", PAGE.read_text(encoding="utf-8"), re.M)


def read(day):
    return datetime.strptime(day, "%d/%m/%Y").date()  # noqa: DTZ007  # a day has no zone


@pytest.mark.parametrize(("rule_id", "event", "flags", "expected"), EXAMPLES)
def test_worked_example(rule_id, event, flags, expected):
    pauses = re.findall(rf"pause {DAY} → {DAY}", flags)
    extensions = re.findall(r"extension (\d+)", flags)
    reckoned = due(
        rule_id,
        read(event),
        calendar=of_law() if "no swaps" in flags else national(),
        remote="remote" in flags,
        complex="complex" in flags,
        roll_agency="no roll" not in flags,
        pauses=[Pause(read(a), read(b), PauseReason.OTHER_BODY.said, "QĐ") for a, b in pauses],
        extensions=[Extension(int(adds), f"QĐ {n}", read(event), "Chủ tịch") for n, adds in enumerate(extensions)],
    )
    assert reckoned.on == read(expected)


def test_the_page_has_its_examples():
    worked = PAGE.read_text(encoding="utf-8").split("## 9. All rules")[0]
    assert len(EXAMPLES) == len(re.findall(r"^\| `", worked, re.M)) >= 30, "a row that the test cannot read"
    kinds = " ".join(flags for _, _, flags, _ in EXAMPLES)
    assert all(kind in kinds for kind in ("remote", "complex", "pause", "extension", "no swaps", "no roll"))


def listed(version):
    """The row of a version, from what the page must tell: id, title, its times, its days, its article, its mark."""
    numbers = [version.times if version.per else version.length.amount]
    numbers += [n for n in (version.remote, version.complex, version.remote_complex) if n is not None]
    if version.extension:
        numbers += [version.extension.each, version.extension.times]
    last = "" if version.valid_to == date.max else f"{version.valid_to:%d/%m/%Y}"
    return version.id, version.title.vi, numbers, f"{version.valid_from:%d/%m/%Y}", last, version.citation.vi


def test_the_page_lists_every_version_of_every_rule():
    page = PAGE.read_text(encoding="utf-8").split("## 9. All rules")[1]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in page.splitlines() if line.startswith("| `")
    ]
    told = []
    for rule_id, title, time, longer, valid, basis, _ in rows:
        numbers = [int(n) for n in re.findall(r"\d+", time)][:1] + [int(n) for n in re.findall(r"\d+", longer)]
        first, _, last = (part.strip() for part in valid.partition("→"))
        told.append((rule_id.strip("`"), title, numbers, first, last, basis))
    versions = [listed(version) for rule_id in rule_ids() for version in versions_of(rule_id)]
    cutoff = next(row for row in told if row[0] == "STAT.PERIODS")
    cutoff[2][0] = 1  # told as "the 14th that ends the quarter"
    assert told == versions
