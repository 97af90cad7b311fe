"""A room is entered by its window: nobody imports another room's tables or rules."""

from __future__ import annotations

import grimp

FLOORS = {"foundation", "matters", "reporting"}
PRIVATE = {"models", "rules"}
WINDOW_OF_PEOPLE = "gandan.foundation.people.rules"  # the access policy is for every room to ask


def room_of(module: str) -> tuple[str, ...]:
    parts = module.split(".")
    return tuple(parts[1:3]) if len(parts) > 2 and parts[1] in FLOORS else tuple(parts[1:2])


def is_private(module: str) -> bool:
    parts = module.split(".")
    return len(parts) >= 4 and parts[1] in FLOORS and parts[3] in PRIVATE


def test_nobody_enters_another_room_by_its_tables_or_rules() -> None:
    graph = grimp.build_graph("gandan", cache_dir=None)
    trespasses = [
        f"{importer} → {imported}"
        for imported in sorted(graph.modules)
        if is_private(imported) and imported != WINDOW_OF_PEOPLE
        for importer in sorted(graph.find_modules_that_directly_import(imported))
        if room_of(importer) != room_of(imported)
    ]
    assert trespasses == []
