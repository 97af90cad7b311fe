"""A finding in words, the same in a Word comment, on a page and in a terminal."""

from __future__ import annotations

from gandan.pure.claims import Relation
from gandan.pure.speech import Said


def lines(relation: Relation) -> tuple[Said, ...]:
    """What it says, how it was computed, and what may mend it; one line each. Nothing is mended by itself."""
    told = [relation.reason]
    if relation.expression and relation.expression not in relation.reason.vi:
        told.append(Said(f"Cách tính: {relation.expression}", f"Computed: {relation.expression}"))
    told += [
        Said(
            f"Có thể sửa: {one.old} → {one.new} ({one.why.vi})", f"May be mended: {one.old} → {one.new} ({one.why.en})"
        )
        for one in relation.repairs
    ]
    return tuple(told)
