"""Draw the house from its contract and what each room says of itself.

`python -m tests.house.picture` rewrites the picture in ARCHITECTURE.md.
"""

from __future__ import annotations

import ast
import configparser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "ARCHITECTURE.md"
BEGIN, END = "<!-- picture -->\n", "<!-- /picture -->"


def layers(contract: configparser.ConfigParser, name: str) -> list[list[str]]:
    """Shelves from the top, each with the rooms that stand side by side on it."""
    lines = contract[f"importlinter:contract:{name}"]["layers"].split("\n")
    return [[room.strip() for room in line.replace(":", "|").split("|")] for line in lines if line.strip()]


def says(path: Path) -> str:
    """The first sentence of a package's docstring."""
    text = ast.get_docstring(ast.parse((path / "__init__.py").read_text(encoding="utf-8"))) or ""
    return " ".join(text.split("\n\n")[0].split()).rstrip(".")


def draw() -> str:
    """The picture, floor by floor from the top; an indented shelf stands below the one above it."""
    contract = configparser.ConfigParser()
    contract.read(ROOT / ".importlinter", encoding="utf-8")
    lines: list[str] = []
    for (floor,) in layers(contract, "floors"):
        lines.append(f"{floor.upper():<14}{says(ROOT / 'gandan' / floor)}")
        if f"importlinter:contract:{floor}" not in contract:
            lines.append("")
            continue
        shelves = layers(contract, floor)
        for number, shelf in enumerate(shelves):
            for room in shelf:
                path = ROOT / "gandan" / floor / room
                words = says(path) if path.is_dir() else "one module"
                mark = "└─" if number == len(shelves) - 1 and room == shelf[-1] else "├─"
                lines.append(f"  {mark} {room:<12}{words}")
        lines.append("")
    return "```text\n" + "\n".join(lines).rstrip() + "\n```\n"


def framed(page: str) -> str:
    """The page with a fresh picture between its marks."""
    before, rest = page.split(BEGIN)
    return before + BEGIN + draw() + END + rest.split(END)[1]


if __name__ == "__main__":
    PAGE.write_text(framed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
