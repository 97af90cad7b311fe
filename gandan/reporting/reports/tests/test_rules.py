"""Rules pass, fail, or say that they cannot tell; the head of a form covers its columns without gap or overlap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from gandan.reporting.reports import library, rules
from gandan.reporting.reports.words import (
    NOT_APPLICABLE,
    NOT_REPORTED,
    Form,
    Outcome,
    Part,
    Severity,
    Sum,
    Value,
    ValueKind,
)

SUM = Sum("visits", 1, (4, 13, 22), Severity.BLOCK)
PART = Part("groups", 9, 5, Severity.BLOCK)
ZERO = Value(ValueKind.ZERO, 0)


@pytest.fixture
def form() -> Form:
    return library.find("01/TCD", on=date(2026, 12, 14))


def outcome(rule: Sum | Part, **columns: Value) -> Outcome:
    values = {int(name.removeprefix("c")): value for name, value in columns.items()}
    (finding,) = rules.judge([rule], "Xã Hòa Bình", values)
    return finding.outcome


def test_a_sum_holds_exactly_or_fails() -> None:
    parts = {"c4": Value.of(3317), "c13": Value.of(784), "c22": ZERO}
    assert outcome(SUM, c1=Value.of(4101), **parts) is Outcome.PASS
    assert outcome(SUM, c1=Value.of(4100), **parts) is Outcome.FAIL


def test_a_part_is_at_most_its_whole() -> None:
    assert outcome(PART, c9=Value.of(264), c5=Value.of(264)) is Outcome.PASS
    assert outcome(PART, c9=Value.of(265), c5=Value.of(264)) is Outcome.FAIL


@pytest.mark.parametrize("missing", [NOT_REPORTED, NOT_APPLICABLE, Value(ValueKind.SUPPRESSED)])
def test_what_is_missing_never_passes(missing: Value) -> None:
    assert outcome(SUM, c1=Value.of(0), c4=Value.of(0), c13=Value.of(0), c22=missing) is Outcome.CANNOT_EVALUATE
    assert outcome(PART, c9=Value.of(0), c5=missing) is Outcome.CANNOT_EVALUATE
    assert outcome(PART, c9=Value.of(0)) is Outcome.CANNOT_EVALUATE


def test_a_failure_shows_its_sum() -> None:
    values = {1: Value.of(4100), 4: Value.of(3317), 13: Value.of(784), 22: Value.of(0)}
    (finding,) = rules.judge([SUM], "Tổng số", values)
    assert finding.said.vi == "Tổng số: cột 1 = 4 + 13 + 22: 3.317 + 784 + 0 = 4.101, nhưng cột tổng ghi 4.100."


def test_01_tcd_has_the_columns_and_sums_of_the_circular(form: Form) -> None:
    assert (form.act, form.valid_from, len(form.columns)) == ("TT 01/2024/TT-TTCP", date(2024, 3, 5), 29)
    sums = {rule.whole: rule.parts for rule in form.rules if isinstance(rule, Sum)}
    assert sums == {1: (4, 13, 22), 2: (5, 14, 23), 3: (6, 7, 15, 16, 24, 25)}
    assert [form.columns[number - 1].basis for number in (1, 2, 3)] == ["1=4+13+22", "2=5+14+23", "3=6+7+15+16+24+25"]
    units = [form.columns[number - 1].counted_in.vi for number in (1, 2, 3, 8, 9, 12, 21)]
    assert units == ["lượt", "người", "vụ việc", "đoàn", "người", "kỳ", "kỳ"]


def test_the_room_that_counts_and_the_form_agree_on_the_columns(form: Form) -> None:
    from gandan.matters.reception.measures import COLUMNS_01_TCD  # noqa: PLC0415  # only this test compares the two

    assert {column.number: column.measure for column in form.columns} == COLUMNS_01_TCD


def test_every_column_is_told_apart_by_its_captions(form: Form) -> None:
    assert len({column.captions for column in form.columns}) == 29


def test_the_head_covers_every_column_once_in_every_level(form: Form) -> None:
    cells = rules.head(form.columns)
    covered = [
        (level, column)
        for cell in cells
        for level in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    ]
    assert sorted(covered) == [(level, column) for level in range(5) for column in range(29)]
    assert [(cell.said.vi, cell.columns) for cell in cells if cell.row == 0][3:] == [
        ("Tiếp thường xuyên", 8),
        ("Tiếp định kỳ và đột xuất của Thủ trưởng", 18),
    ]


def test_the_version_of_a_day(form: Form) -> None:
    assert library.find("01/TCD", on=date(2017, 12, 14)) is form
    assert library.find("01/TCD", on=date(2026, 1, 1), act="TT 01/2024/TT-TTCP") is form


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("\n7 = {", "\n77 = {", "not numbered"),
        ("parts = [4, 13, 22]", "parts = [4, 13, 220]", "not there"),
        ('"reception.visits"', '"reception.vists"', "no_such_measure"),
    ],
)
def test_a_form_with_a_slip_is_refused_while_it_is_read(old: str, new: str, complaint: str) -> None:
    text = library.text_of("tt01-2024", "01-tcd")
    assert old in text
    with pytest.raises(Exception, match=complaint):
        library.read_form(text.replace(old, new))


def test_neighbours_under_one_caption_share_it(form: Form) -> None:
    one, two = form.columns[3], replace(form.columns[4], captions=form.columns[3].captions[:1] + one_caption(form))
    cells = rules.head([one, two])
    assert [(cell.row, cell.column, cell.columns) for cell in cells] == [(0, 0, 2), (1, 0, 1), (1, 1, 1)]


def one_caption(form: Form) -> tuple[object, ...]:
    return form.columns[7].captions[-1:]
