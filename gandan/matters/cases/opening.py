"""A matter (vụ việc) opened before anybody writes about it: what a visitor says aloud."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from gandan.matters.cases.models import Matter
from gandan.pure.vietnamese import fold

TITLE = 200  # characters


def open_matter(*, title: str, unit_id: int, on: date) -> int:
    """A new matter without a case; its id. Whoever heard it holds the transaction and tells the journal."""
    return open_matters([(title, unit_id, on)])[0]


def open_matters(heard: Iterable[tuple[str, int, date]]) -> list[int]:
    """Many new matters at once (imports), as (title, unit, day); their ids in the order given."""
    rows = [
        Matter(title=title[:TITLE], folded=fold(title)[:TITLE], unit_id=unit_id, opened_on=on)
        for title, unit_id, on in heard
    ]
    return [int(matter.pk) for matter in Matter.objects.bulk_create(rows, batch_size=1000)]
