"""Habits that no linter knows: who reads the clock, what a template may hold, what every room says of itself."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "gandan"
ROOMS = [
    room
    for floor in ("foundation", "matters", "reporting", "doors")
    for room in sorted((PACKAGE / floor).iterdir())
    if (room / "__init__.py").exists()
] + [room for room in sorted((PACKAGE / "pure").iterdir()) if (room / "__init__.py").exists()]
SOURCES = [path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts and "tests" not in path.parts]
TEMPLATES = sorted(PACKAGE.rglob("templates/**/*.*"))
CLOCKS = {"now", "today", "utcnow", "localdate", "localtime"}
CONVERSIONS = {"localdate", "localtime"}  # with a moment in hand they read no clock
MAY_READ_THE_CLOCK = {"gandan/doors/look/clock.py"}


def reads_the_clock(path: Path) -> list[int]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS
        and not (node.func.attr in CONVERSIONS and node.args)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"datetime", "date", "timezone", "time"}
    ]


def test_only_one_place_reads_the_wall_clock() -> None:
    readers = {
        f"{path.relative_to(ROOT)}:{line}"
        for path in SOURCES
        if str(path.relative_to(ROOT)) not in MAY_READ_THE_CLOCK
        for line in reads_the_clock(path)
    }
    assert readers == set()


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: f"{room.parent.name}/{room.name}")
def test_every_room_says_what_it_is(room: Path) -> None:
    readme = room / "README.md"
    assert readme.exists(), f"{room.name} has no README.md"
    assert len(readme.read_text(encoding="utf-8").split()) >= 40


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_no_inline_style_script_or_handler(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle\s*=", text), "inline style"
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", text), "inline handler"
    assert not re.search(r"<script(?![^>]*\bsrc=)[^>]*>", text), "inline script"
    assert not re.search(r"(src|href)\s*=\s*[\"']https?://", text), "something from another host"


def test_every_template_is_drawn_by_something() -> None:
    text = "\n".join(
        path.read_text(encoding="utf-8") for path in [*SOURCES, *TEMPLATES] if path.suffix in {".py", ".html", ".svg"}
    )
    unused = [
        name
        for path in TEMPLATES
        if (name := str(path).split("/templates/")[1]) and f'"{name}"' not in text and f"'{name}'" not in text
    ]
    assert unused == []


def test_no_signals_and_no_blanket_except() -> None:
    offenders = [
        str(path.relative_to(ROOT))
        for path in SOURCES
        if re.search(r"django\.db\.models\.signals|^\s*except(\s+Exception)?:", path.read_text(encoding="utf-8"), re.M)
    ]
    assert offenders == []
