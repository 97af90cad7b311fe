"""The forms on the shelf: read once from `forms/<act>/<code>.toml`, checked while read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from gandan.pure.refusal import Absent
from gandan.pure.speech import Said
from gandan.reporting.indicators.catalogue import measure
from gandan.reporting.reports.words import Column, Form, Part, Rule, Severity, Sum

_FORMS = files("gandan.reporting.reports") / "forms"


@cache
def shelf() -> tuple[Form, ...]:
    """All versions of all forms, by code and age."""
    pages = [page for act in _FORMS.iterdir() if act.is_dir() for page in act.iterdir() if page.name.endswith(".toml")]
    read = [read_form(page.read_text(encoding="utf-8")) for page in pages]
    return tuple(sorted(read, key=lambda form: (form.code, form.valid_from)))


def find(code: str, *, on: date, act: str | None = None) -> Form:
    """The version of a form that holds on a day, of one act if it is named. For a day before every version, the
    oldest one: older periods are told in the oldest form the shelf has. Absent when there is no such form."""
    versions = [form for form in shelf() if form.code == code and act in {None, form.act}]
    if not versions:
        raise Absent(
            "reports.no_such_form",
            f"Không có biểu mẫu {code}{f' của {act}' if act else ''}. Xin chọn trong danh mục biểu mẫu.",
            f"There is no form {code}{f' of {act}' if act else ''}. Please choose from the list of forms.",
        )
    begun = [form for form in versions if form.valid_from <= on]
    return begun[-1] if begun else versions[0]


def text_of(act: str, page: str) -> str:
    """The file of a form, for whoever writes a new one by its example."""
    return (_FORMS / act / f"{page}.toml").read_text(encoding="utf-8")


def read_form(text: str) -> Form:
    """A form from its TOML; ValueError or KeyError names what is wrong with it."""
    table = tomllib.loads(text)
    columns = tuple(_columns(table["columns"], table["captions"]))
    if [column.number for column in columns] != list(range(1, len(columns) + 1)):
        raise ValueError(f"{table['code']}: columns are not numbered from 1 without gap")
    rules = tuple(_rules(table))
    named = {number for rule in rules for number in _columns_of(rule)}
    if unknown := named - {column.number for column in columns}:
        raise ValueError(f"{table['code']}: rules name columns that are not there: {sorted(unknown)}")
    return Form(
        act=table["act"],
        code=table["code"],
        title=Said(**table["title"]),
        valid_from=table["valid_from"],
        valid_to=table.get("valid_to", date.max),
        row_caption=Said(**table["row_caption"]),
        columns=columns,
        rules=rules,
        note=Said(**table["note"]),
    )


def _columns(table: Mapping[str, Any], captions: Mapping[str, list[str]]) -> Iterator[Column]:
    for number, row in table.items():
        known = measure(row["measure"])
        yield Column(
            number=int(number),
            captions=tuple(Said(*captions[name]) for name in row["under"]),
            measure=known.id,
            counted_in=known.counted_in,
            basis=row.get("basis", number),
        )


def _rules(table: Mapping[str, Any]) -> Iterator[Rule]:
    for row in table.get("rules", ()):
        yield Sum(row["id"], row["whole"], tuple(row["parts"]), Severity(row["severity"]))
    for row in table.get("of_which", ()):
        for part, whole in row["pairs"]:
            yield Part(f"{part}-of-{whole}", part, whole, Severity(row["severity"]))


def _columns_of(rule: Rule) -> tuple[int, ...]:
    return (rule.whole, *rule.parts) if isinstance(rule, Sum) else (rule.part, rule.whole)
