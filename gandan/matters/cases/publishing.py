"""Answers that an officer made public: read by anyone, without the sender and without the number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from gandan.foundation.people.words import Seat
from gandan.matters.cases.models import Reply


@dataclass(frozen=True, slots=True)
class PublishedReply:
    """An answer for everybody: what it is about, what was said, by which body, when."""

    title: str
    text: str
    document: str
    body_name: str
    unit_id: int
    sent_at: datetime


def published(viewer: Seat, *, limit: int, unit_id: int | None = None) -> list[PublishedReply]:
    """The newest answers made public, perhaps of one unit; every viewer may read them. One query."""
    rows = Reply.objects.filter(published=True).select_related("case__body").order_by("-id")
    if unit_id is not None:
        rows = rows.filter(case__unit_id=unit_id)
    return [
        PublishedReply(row.case.title, row.text, row.document, row.case.body.name, row.case.unit_id, row.sent_at)
        for row in rows[:limit]
    ]
