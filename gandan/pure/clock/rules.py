"""Legal time limits as dated data (`data/rules.toml`); the version is chosen by the day of the starting event."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

from gandan.pure.clock.counting import Length
from gandan.pure.clock.days import written
from gandan.pure.clock.words import Bearer, Direction, Mark, Per, Unit
from gandan.pure.refusal import Refused
from gandan.pure.speech import Said


@dataclass(frozen=True, slots=True)
class Allowance:
    """By how much and how often a time limit may be extended, in which cases, and by whose decision."""

    each: int
    times: int
    when: Said
    authority: Said


@dataclass(frozen=True, slots=True)
class Rule:
    """One version of a legal time limit. `length` is None for a rule that counts times in a period (`times`, `per`)."""

    id: str
    valid_from: date
    valid_to: date
    regime: str
    title: Said
    start: Said
    duty: Said
    direction: Direction
    length: Length | None
    remote: int | None
    complex: int | None
    remote_complex: int | None
    complex_because: Said
    times: int
    per: Per | None
    counted: Said
    bearer: Bearer
    extension: Allowance | None
    citation: Said
    mark: Mark
    aliases: tuple[str, ...]

    @property
    def group(self) -> Said:
        """The field of work it belongs to: "Khiếu nại"."""
        return _book().groups[self.id.split(".")[0]]

    def applies_on(self, day: date) -> bool:
        """Whether an event of that day starts this version."""
        return self.valid_from <= day <= self.valid_to

    def amount(self, *, remote: bool, complex: bool) -> int:
        """How many units the law gives in a remote area, for a complex matter, for both or for neither."""
        if self.length is None:
            return 0
        if remote and complex and self.remote_complex is not None:
            return self.remote_complex
        if complex and self.complex is not None:
            return self.complex
        if remote and self.remote is not None:
            return self.remote
        return self.length.amount


def rule(rule_id: str, *, on: date) -> Rule:
    """The version in force on the day of the event.

    Refused `clock.unknown-rule` with the nearest ids, or `clock.rule-not-in-force` with the days it covers.
    """
    versions = versions_of(rule_id)
    for version in versions:
        if version.applies_on(on):
            return version
    first, last = versions[0].valid_from, versions[-1].valid_to
    span = Said("từ {first}", "from {first}").given(first=written(first))
    if last != date.max:
        span = Said("từ {first} đến {last}", "from {first} to {last}").given(first=written(first), last=written(last))
    raise Refused(
        "clock.rule-not-in-force",
        f"Thời hạn “{versions[0].title.vi}” ({versions[0].id}) chỉ áp dụng {span.vi}. Xin chọn ngày khác.",
        f"The time limit “{versions[0].title.en}” ({versions[0].id}) applies only {span.en}. Please choose another.",
        law=versions[0].citation.vi,
    )


def localised(version: Rule, *, amount: int, basis: str) -> Rule:
    """The rule with the time that a locality's own act gives; Refused where the law itself fixes the time."""
    if version.mark is not Mark.UNSURE or version.length is None:
        raise Refused(
            "clock.fixed-by-law",
            f"Thời hạn “{version.title.vi}” do luật định, địa phương không đặt khác được.",
            f"The time limit “{version.title.en}” is fixed by law and cannot be set locally.",
            law=version.citation.vi,
        )
    return replace(version, length=version.length.of(amount), citation=Said(basis, basis), mark=Mark.READ)


def versions_of(rule_id: str) -> Sequence[Rule]:
    """All versions of a rule, oldest first; Refused with the nearest ids when there is none."""
    book = _book()
    wanted = rule_id.strip().upper()
    versions = book.rules.get(book.aliases.get(wanted, wanted))
    if versions:
        return versions
    near = get_close_matches(wanted, book.rules, n=3, cutoff=0.4) or sorted(book.rules)[:3]
    raise Refused(
        "clock.unknown-rule",
        f"Không có thời hạn mang mã “{rule_id[:40]}”. Có phải là: {', '.join(near)}?",
        f"There is no time limit “{rule_id[:40]}”. Did you mean: {', '.join(near)}?",
    )


def rule_ids() -> Sequence[str]:
    """The ids of all rules, in the order of the book."""
    return tuple(_book().rules)


def rules_on(day: date) -> Sequence[Rule]:
    """The versions in force on a day, in the order of the book."""
    return tuple(version for versions in _book().rules.values() for version in versions if version.applies_on(day))


@dataclass(frozen=True, slots=True)
class _Book:
    groups: Mapping[str, Said]
    rules: Mapping[str, tuple[Rule, ...]]
    aliases: Mapping[str, str]


@cache
def _book() -> _Book:
    table = tomllib.loads((files("gandan.pure.clock") / "data" / "rules.toml").read_text(encoding="utf-8"))
    rules: dict[str, tuple[Rule, ...]] = {}
    for row in table["rule"]:
        read = _rule(row, table["acts"])
        rules[read.id] = tuple(sorted((*rules.get(read.id, ()), read), key=lambda version: version.valid_from))
    return _Book(
        groups={prefix: Said(*said) for prefix, said in table["groups"].items()},
        rules=rules,
        aliases={alias: read.id for versions in rules.values() for read in versions for alias in read.aliases},
    )


def _rule(row: Mapping[str, Any], acts: Mapping[str, Any]) -> Rule:
    amount, unit = row["length"].split()
    direction = Direction(row["direction"])
    in_a_period = direction in (Direction.QUOTA, Direction.CUTOFF)
    first_act = re.split(r"\W", row["basis"][0])[0]
    return Rule(
        id=row["id"],
        valid_from=row.get("valid_from", acts[first_act]["from"]),
        valid_to=row.get("valid_to", date.max),
        regime=row.get("regime", ""),
        title=Said(*row["title"]),
        start=Said(*row["start"]),
        duty=Said(*row["duty"]),
        direction=direction,
        length=None if in_a_period else Length(int(amount), Unit(unit)),
        remote=row.get("remote"),
        complex=row.get("complex"),
        remote_complex=row.get("remote_complex"),
        complex_because=Said(*row.get("complex_because", ("vụ việc phức tạp", "the matter is complex"))),
        times=int(amount) if in_a_period else 0,
        per=Per(unit) if in_a_period else None,
        counted=Said(*row.get("counted", ("ngày", "day"))),
        bearer=Bearer(row.get("bearer", "agency")),
        extension=_allowance(row.get("extension")),
        citation=_citation(row["basis"], acts),
        mark=Mark(row.get("mark", "V")),
        aliases=tuple(row.get("aliases", ())),
    )


def _allowance(row: Mapping[str, Any] | None) -> Allowance | None:
    if row is None:
        return None
    return Allowance(row["each"], row["times"], when=Said(*row["when"]), authority=Said(*row["authority"]))


def _citation(basis: Sequence[str], acts: Mapping[str, Any]) -> Said:
    """ "LKN 41k1" → "khoản 1 Điều 41 Luật Khiếu nại số 02/2011/QH13"."""
    parts = [_cited(place, acts) for place in basis]
    return Said("; ".join(part.vi for part in parts), "; ".join(part.en for part in parts))


def _cited(place: str, acts: Mapping[str, Any]) -> Said:
    text, _, amending = place.partition(" as ")
    act, _, article = text.partition(" ")
    said = _article(article, Said(*acts[act]["said"]))
    if not amending:
        return said
    return Said("{said}, được sửa đổi, bổ sung bởi {by}", "{said}, as amended by {by}").given(
        said=said, by=_cited(amending, acts)
    )


def _article(article: str, act: Said) -> Said:
    if not article:
        return act
    if "-" in article:
        first, last = article.split("-")
        return Said(f"các Điều {first}–{last} {act.vi}", f"Articles {first}–{last} of {act.en}")
    match = _ARTICLE.fullmatch(article)
    if match is None:
        raise ValueError(f"data/rules.toml: not an article: {article}")
    number, clause, point = match.groups()
    vi = f"Điều {number} {act.vi}"
    en = f"Article {number}"
    if clause:
        vi, en = f"khoản {clause} {vi}", f"{en}({clause})"
    if point:
        vi, en = f"điểm {point} {vi}", f"{en}({point})"
    return Said(vi, f"{en} of {act.en}")


_ARTICLE = re.compile(r"(\d+[a-z]?)(?:k(\d+)([a-zđ])?)?")
