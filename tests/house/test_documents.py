"""The documents say what the code is."""

from __future__ import annotations

import re

from gandan.doors.console.main import parser
from tests.house.picture import PAGE, ROOT, framed


def test_the_picture_of_the_house_is_drawn_from_its_contract() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert framed(page) == page, "run: python -m tests.house.picture"


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = set(re.findall(r"\((\d{4}-[\w-]+\.md)\)", (folder / "README.md").read_text(encoding="utf-8")))
    assert listed == {path.name for path in folder.glob("0*.md")}


def test_every_code_word_in_the_glossary_exists() -> None:
    """GLOSSARY.md ties Vietnamese terms to code words; a word that left the code must leave the glossary."""
    glossary = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([A-Za-z_.]+)`", glossary))
    source = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "gandan").rglob("*.py") if "tests" not in path.parts
    )
    missing = {word for word in named if not re.search(rf"\b{re.escape(word.rsplit('.', 1)[-1])}\b", source)}
    assert len(named) >= 40
    assert missing == set()


def test_every_setting_is_in_the_readme() -> None:
    named = set(re.findall(r"GANDAN_[A-Z_]+", (ROOT / "gandan/config/environment.py").read_text(encoding="utf-8")))
    told = set(re.findall(r"GANDAN_[A-Z_]+", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert named <= told


def test_every_command_is_in_the_readme_of_the_console() -> None:

    commands = next(action.choices for action in parser()._actions if isinstance(action.choices, dict))
    page = (ROOT / "gandan/doors/console/README.md").read_text(encoding="utf-8")
    assert {name for name in commands if f"`gandan {name}" not in page} == set()
