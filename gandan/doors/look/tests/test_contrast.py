"""Contrast of the tokens in both schemes, as WCAG 2.2 computes it (1.4.3: 4.5 for text; 1.4.11: 3 for edges)."""

from __future__ import annotations

import re

import pytest

from gandan.doors.look.sheets import FOLDER

TEXT = [
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "sunk"),
    ("soft", "paper"),
    ("soft", "card"),
    ("soft", "sunk"),
    ("rice", "paper"),
    ("rice", "card"),
    ("rice", "rice-soft"),
    ("lotus", "paper"),
    ("lotus", "card"),
    ("lotus", "lotus-soft"),
    ("straw-ink", "straw-soft"),
    ("late", "late-soft"),
    ("late", "card"),
    ("late", "paper"),
    ("on-rice", "rice"),
    ("on-rice", "rice-deep"),
    ("ink", "heat-3"),
    ("card", "heat-4"),
]
EDGES = [("edge", "paper"), ("edge", "card"), ("lotus", "paper"), ("lotus", "card")]


def tokens(scheme: str) -> dict[str, str]:
    text = (FOLDER / "tokens.css").read_text(encoding="utf-8")
    start = text.index({"light": ":root, .light {", "dark": ".dark {"}[scheme])
    return dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6})", text[start : text.index("}", start)]))


def light(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "paper"), TEXT)
def test_text_can_be_read(scheme: str, ink: str, paper: str) -> None:
    known = tokens(scheme)
    assert contrast(known[ink], known[paper]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("edge", "paper"), EDGES)
def test_edges_and_focus_can_be_seen(scheme: str, edge: str, paper: str) -> None:
    known = tokens(scheme)
    assert contrast(known[edge], known[paper]) >= 3


def test_the_scheme_of_the_device_and_the_chosen_one_are_the_same() -> None:
    text = (FOLDER / "tokens.css").read_text(encoding="utf-8")
    chosen = re.search(r"\.dark \{(.*?)\}", text, re.S)
    device = re.search(r"prefers-color-scheme: dark\) \{\s*:root \{(.*?)\}", text, re.S)
    assert chosen and device and chosen[1].split() == device[1].split()
