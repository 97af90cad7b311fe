"""What people say in the live demo and what they are answered (`data/tellings.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from gandan.matters.cases.words import Field, Kind

HOME = "xã Hòa Bình"
HAMLETS = ("ấp Hiệp Hòa", "ấp Ngãi Hòa", "ấp Tường Thịnh", "ấp Hòa Thạnh", "ấp Mỹ Trung", "ấp Rạch Bàng", "ấp Kinh Mới")


@dataclass(frozen=True, slots=True)
class Telling:
    """One thing told: what, where, by which department it is handled, and the answer. {ap} is a hamlet."""

    kind: Kind
    field: Field
    office: str  # a key of `province.Province.offices`
    title: str
    text: str
    answer: str
    place: str

    def at(self, hamlet: str, commune: str = HOME) -> Telling:
        """The same thing told of one hamlet, in this or another commune."""

        def here(text: str) -> str:
            return text.replace("{ap}", hamlet).replace(HOME, commune)

        return Telling(
            self.kind,
            self.field,
            self.office,
            here(self.title),
            here(self.text),
            here(self.answer),
            here(self.place),
        )


@dataclass(frozen=True, slots=True)
class Spoken:
    """Something said at the counter, and what was answered there."""

    said: str
    answer: str


def tellings(kind: Kind) -> tuple[Telling, ...]:
    """What is lodged as cases of a kind."""
    return tuple(
        Telling(
            Kind(row["kind"]),
            Field(row["field"]),
            row["office"],
            row["title"],
            row["text"],
            row["answer"],
            row.get("place", "{ap}, xã Hòa Bình"),
        )
        for row in _book()["telling"]
        if row["kind"] == kind.value
    )


def spoken(where: str) -> tuple[Spoken, ...]:
    """What is only said at a counter: "oral" at the commune, "at_province" at the province."""
    return tuple(Spoken(row["said"], row["answer"]) for row in _book()[where])


def conclusions() -> tuple[str, ...]:
    """What the chair concludes after a session."""
    return tuple(row["text"] for row in _book()["conclusion"])


@cache
def _book() -> dict[str, Any]:
    return tomllib.loads((files("gandan.doors.console.demo") / "data" / "tellings.toml").read_text(encoding="utf-8"))
