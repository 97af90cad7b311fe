"""Judging a row of a form by its rules, and the rectangle of its head. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from gandan.pure.speech import Said
from gandan.pure.vietnamese import count
from gandan.reporting.reports.words import Column, Finding, HeadCell, Outcome, Part, Rule, Sum, Value


def judge(rules: Iterable[Rule], row: str, values: Mapping[int, Value]) -> Iterator[Finding]:
    """What each rule says of one row, given its values by column number; a missing value is never a pass."""
    for rule in rules:
        if isinstance(rule, Sum):
            yield _judge_sum(rule, row, values)
        else:
            yield _judge_part(rule, row, values)


def _judge_sum(rule: Sum, row: str, values: Mapping[int, Value]) -> Finding:
    numbers = _numbers(values, (rule.whole, *rule.parts))
    formula = f"{rule.whole} = {' + '.join(map(str, rule.parts))}"
    if numbers is None:
        return _unknown(rule, row, formula)
    whole, *parts = numbers
    shown = f"{' + '.join(map(count, parts))} = {count(sum(parts))}"
    outcome = Outcome.PASS if whole == sum(parts) else Outcome.FAIL
    sign = "đúng bằng" if outcome is Outcome.PASS else "nhưng cột tổng ghi"
    sign_en = "equals" if outcome is Outcome.PASS else "but the column of the whole says"
    return Finding(
        rule,
        row,
        outcome,
        rule.severity,
        Said(
            f"{row}: cột {formula}: {shown}, {sign} {count(whole)}.",
            f"{row}: column {formula}: {shown}, {sign_en} {count(whole)}.",
        ),
    )


def _judge_part(rule: Part, row: str, values: Mapping[int, Value]) -> Finding:
    numbers = _numbers(values, (rule.part, rule.whole))
    formula = f"{rule.part} ≤ {rule.whole}"
    if numbers is None:
        return _unknown(rule, row, formula)
    part, whole = numbers
    outcome = Outcome.PASS if part <= whole else Outcome.FAIL
    sign = "≤" if outcome is Outcome.PASS else ">"
    return Finding(
        rule,
        row,
        outcome,
        rule.severity,
        Said(
            f"{row}: cột {rule.part} nằm trong cột {rule.whole}: {count(part)} {sign} {count(whole)}.",
            f"{row}: column {rule.part} is part of column {rule.whole}: {count(part)} {sign} {count(whole)}.",
        ),
    )


def _unknown(rule: Rule, row: str, formula: str) -> Finding:
    return Finding(
        rule,
        row,
        Outcome.CANNOT_EVALUATE,
        rule.severity,
        Said(f"{row}: không có đủ số liệu để kiểm tra cột {formula}.", f"{row}: no figures to check column {formula}."),
    )


def _numbers(values: Mapping[int, Value], columns: Iterable[int]) -> list[int] | None:
    numbers = [values[column].number if column in values else None for column in columns]
    known = [number for number in numbers if number is not None]
    return known if len(known) == len(numbers) else None


def head(columns: Sequence[Column]) -> list[HeadCell]:
    """The head of a form as rectangles: neighbours under one caption share it, a short column reaches to the bottom."""
    depth = max(len(column.captions) for column in columns)
    cells: list[HeadCell] = []
    for level in range(depth):
        start = 0
        while start < len(columns):
            captions = columns[start].captions[: level + 1]
            stop = start + 1
            while stop < len(columns) and columns[stop].captions[: level + 1] == captions and len(captions) > level:
                stop += 1
            if len(captions) > level:
                is_last = len(columns[start].captions) == level + 1
                cells.append(HeadCell(captions[level], level, start, depth - level if is_last else 1, stop - start))
            start = stop
    return cells
