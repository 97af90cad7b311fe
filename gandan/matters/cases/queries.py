"""The only readers of cases, the viewer first; what a viewer may not see does not exist for them."""

from __future__ import annotations

from gandan.matters.cases.finding import incoming, queue
from gandan.matters.cases.following import by_receipt, file_by_receipt, live
from gandan.matters.cases.likeness import matters_like
from gandan.matters.cases.parts import days_of, may_rate
from gandan.matters.cases.publishing import PublishedReply, published
from gandan.matters.cases.showing import after, case, file, moves, page
from gandan.matters.cases.standing import AGES, LATE, Band, Holder, Overview, Pace, Standing, overview
from gandan.matters.cases.watching import LateBoard, Sums, late, summary, sums

__all__ = [
    "AGES",
    "LATE",
    "Band",
    "Holder",
    "LateBoard",
    "Overview",
    "Pace",
    "PublishedReply",
    "Standing",
    "Sums",
    "after",
    "by_receipt",
    "case",
    "days_of",
    "file",
    "file_by_receipt",
    "incoming",
    "late",
    "live",
    "matters_like",
    "may_rate",
    "moves",
    "overview",
    "page",
    "published",
    "queue",
    "summary",
    "sums",
]
