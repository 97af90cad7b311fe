"""Earlier matters that new words may belong to: by the same person, then by the same words. The officer decides."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from gandan.foundation.people.words import Seat
from gandan.matters.cases import finding, receipts
from gandan.matters.cases.models import Case
from gandan.matters.cases.pages import MatterRow
from gandan.matters.cases.terms import State, Whose
from gandan.pure.vietnamese import fold, phone_digits, words

if TYPE_CHECKING:
    from django.db.models import QuerySet

LIKE = 5
_READ = 24  # words of the new text that are compared
_LOOKED_AT = 60  # of the newest cases that share anything
_SHARED = 3  # pairs of words in common, below which two texts are not alike


def matters_like(
    viewer: Seat, *, text: str = "", name: str = "", phone: str = "", limit: int = LIKE
) -> list[MatterRow]:
    """Earlier matters of the viewer's reach by the same person, then by the same words; the officer decides."""
    reach = finding.within(viewer, Whose.REACH)
    person = _by_person(reach, name, phone, limit)
    alike = _by_words(reach, text, limit)
    return _matters([*((one, True) for one in person), *((one, False) for one in alike)], limit)


def _by_person(reach: QuerySet[Case], name: str, phone: str, limit: int) -> list[int]:
    """The newest cases of a telephone number or, failing one, of a name."""
    number, folded = phone_digits(phone), fold(name)
    if not number and not folded:
        return []
    who = Q(parties__person__phone=number) if number else Q(parties__person__folded_name=folded)
    return list(reach.filter(who).order_by("-id").values_list("id", flat=True)[: limit * 4])


def _by_words(reach: QuerySet[Case], text: str, limit: int) -> list[int]:
    """The cases that share most pairs of neighbouring words: Vietnamese words are mostly two syllables."""
    read = words(text[:400])[:_READ]
    pairs = list(dict.fromkeys(pairwise(read)))
    if not pairs:
        return []
    rows = finding.sharing(reach, pairs).values_list("id", "search")[:_LOOKED_AT]
    scored = [(sum(f" {one} {two} " in f" {held} " for one, two in pairs), case_id) for case_id, held in rows]
    enough = min(_SHARED, len(pairs))
    return [case_id for score, case_id in sorted(scored, reverse=True) if score >= enough][: limit * 2]


def _matters(found: Sequence[tuple[int, bool]], limit: int) -> list[MatterRow]:
    """The matters of the cases, each once, in their order."""
    cases = Case.objects.select_related("matter").in_bulk([case_id for case_id, _ in found])
    of = {case.matter_id for case in cases.values()}
    sizes = dict(Case.objects.filter(matter_id__in=of).order_by().values_list("matter_id").annotate(Count("id")))
    rows: dict[int, MatterRow] = {}
    for case_id, same_person in found:
        case = cases[case_id]
        if case.matter_id not in rows and len(rows) < limit:
            rows[case.matter_id] = MatterRow(
                case.matter_id,
                case.matter.title,
                case.matter.opened_on,
                sizes[case.matter_id],
                case.pk,
                receipts.printed(case.receipt),
                State(case.state),
                case.received_on,
                same_person,
            )
    return list(rows.values())
