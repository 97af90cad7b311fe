"""Lists of cases: the queue by due day, and the search by number, receipt, name, telephone or words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import F, Q
from django.db.models.expressions import Combinable, RawSQL

from gandan.foundation.people.rules import REACH
from gandan.foundation.people.words import Reach, Role, Seat
from gandan.foundation.territory import queries as territory
from gandan.matters.cases import intake, receipts, scope
from gandan.matters.cases.intake import UNNAMED, book_word
from gandan.matters.cases.models import Case, Party, Transfer
from gandan.matters.cases.pages import CaseRow, Page, QueueFilter
from gandan.matters.cases.terms import Channel, Field, Kind, Outcome, Show, State, Whose
from gandan.pure.vietnamese import phone_digits, words

if TYPE_CHECKING:
    from django.db.models import QuerySet

SIZE = 50
COUNTED = 10_000  # beyond, a page says “hơn 10.000” and spares the counting
FOUND = 1_000  # the same for a search
_WORDS, _WORD = 12, 100  # of a search that are looked at: words, and letters of one
_WAITING = 200  # more would be a flood that no page can show

_BOOK = re.compile(r"(?:số\s*)?0*(\d{1,9})\s*/\s*(\d{4})", re.IGNORECASE)
_COLUMNS = (
    "id",
    "receipt",
    "number",
    "year",
    "kind",
    "state",
    "field",
    "channel",
    "title",
    "unit_id",
    "unit__name",
    "body_id",
    "body__name",
    "office_id",
    "office__name",
    "assignee_id",
    "assignee__account__full_name",
    "received_on",
    "due_on",
    "closed_on",
    "outcome",
    "late",
    "matter_id",
)


def queue(viewer: Seat, *, at: date, filter: QueueFilter | None = None, page: int = 1) -> Page[CaseRow]:
    """Fifty cases a page, what is due first at the head; on the first page, before them, what other bodies sent here
    and nobody has taken over yet. A search shows the newest first."""
    wanted = filter or QueueFilter()
    cases = chosen(viewer, wanted, at)
    if wanted.text.strip():
        return _found(cases, at, page)
    total = cases.order_by()[: COUNTED + 1].count()
    number, first = _place(page, min(total, COUNTED))
    rows = rows_of(_ordered(cases, wanted)[first : first + SIZE], at=at) if total else []
    arriving = incoming(viewer, at=at) if number == 1 and _shows_arrivals(wanted) else []
    return Page([*arriving, *rows], min(total, COUNTED) + len(arriving), number, SIZE, total > COUNTED)


def _found(cases: QuerySet[Case], at: date, page: int) -> Page[CaseRow]:
    """A search reads the numbers of what it finds once, the newest first, and then the rows of one page."""
    ids = list(cases.order_by(_newest_found()).values_list("id", flat=True)[: FOUND + 1])
    number, first = _place(page, min(len(ids), FOUND))
    on_page = ids[:FOUND][first : first + SIZE]
    rows = rows_of(Case.objects.filter(id__in=on_page).order_by("-id"), at=at) if on_page else []
    return Page(rows, min(len(ids), FOUND), number, SIZE, len(ids) > FOUND)


def _place(page: int, total: int) -> tuple[int, int]:
    """The page that there is, nearest to the one asked for, and the place of its first row."""
    number = min(max(page, 1), max(1, -(-total // SIZE)))
    return number, (number - 1) * SIZE


def incoming(viewer: Seat, *, at: date) -> list[CaseRow]:
    """What other bodies sent to the viewer's and wait for, the oldest first."""
    if not scope.kinds(viewer):
        return []
    waiting = Transfer.objects.filter(scope.waiting_for(viewer)).order_by("sent_at", "id")
    ids = list(waiting.values_list("case_id", flat=True)[:_WAITING])
    if not ids:
        return []
    rows = {row.id: row for row in rows_of(Case.objects.filter(id__in=ids), at=at, incoming=True)}
    return [rows[case_id] for case_id in ids if case_id in rows]


def _shows_arrivals(wanted: QueueFilter) -> bool:
    plain = not (
        wanted.text.strip() or wanted.kinds or wanted.states or wanted.late_only or wanted.unit_id or wanted.due_to
    )
    return plain and wanted.show is Show.OPEN and wanted.whose is not Whose.MINE


def chosen(viewer: Seat, wanted: QueueFilter, at: date) -> QuerySet[Case]:
    """The cases that a filter names among those the viewer sees, in no order."""
    cases = within(viewer, wanted.whose).filter(_conditions(wanted, at))
    if not wanted.text.strip():
        return cases
    of_body = (intake.body_word(viewer.body_id),) if wanted.whose is Whose.BODY and viewer.body_id else ()
    return matching(cases, wanted.text, also=of_body)


def within(viewer: Seat, whose: Whose) -> QuerySet[Case]:
    """The viewer's cases: never more than their reach and their clearance."""
    seen = scope.kinds(viewer)
    if not seen:
        return Case.objects.none()
    of_kinds = Q() if len(seen) == len(Kind) else Q(kind__in=[kind.value for kind in seen])
    cases = Case.objects.filter(of_kinds)
    return cases if viewer.role is Role.SYSTEM else _of(viewer, whose, cases)


def _of(viewer: Seat, whose: Whose, cases: QuerySet[Case]) -> QuerySet[Case]:
    if whose is Whose.MINE:
        return cases.filter(assignee_id=viewer.post_id) if viewer.post_id else cases.none()
    if whose is Whose.OFFICE or REACH[viewer.role] is Reach.OFFICE:
        return cases.filter(office_id=viewer.office_id) if viewer.office_id else cases.none()
    if not viewer.body_path:
        return cases.none()
    if whose is Whose.BODY:
        return cases.filter(body_id=viewer.body_id)
    return _of_bodies(cases, territory.office_ids_under(viewer.body_path))


_FEW = 12  # bodies that are looked up one by one; of more, the list is walked and each case's body checked


def _of_bodies(cases: QuerySet[Case], body_ids: Sequence[int]) -> QuerySet[Case]:
    """The cases of some bodies. Of a whole province nearly every case is one: then the engine must not look up body by
    body and sort, but walk the list in its order; the sum with 0 takes the body's index from its choice."""
    if len(body_ids) <= _FEW:
        return cases.filter(body_id__in=body_ids)
    return cases.annotate(of_body=F("body_id") + 0).filter(of_body__in=body_ids)


def _conditions(wanted: QueueFilter, at: date) -> Q:
    chosen = Q()
    if wanted.show is not Show.ALL:
        chosen &= Q(closed_on__isnull=wanted.show is Show.OPEN)
    for column, chosen_words in (("kind", wanted.kinds), ("state", wanted.states), ("field", wanted.fields)):
        if chosen_words:
            chosen &= Q(**{f"{column}__in": [word.value for word in chosen_words]})
    if wanted.late_only:
        chosen &= _late(wanted.show, at)
    for condition, value in (
        ("unit_id", wanted.unit_id),
        ("office_id", wanted.office_id),
        ("received_on__gte", wanted.received_from),
        ("received_on__lte", wanted.received_to),
        ("due_on__gte", wanted.due_from),
        ("due_on__lte", wanted.due_to),
    ):
        if value is not None:
            chosen &= Q(**{condition: value})
    return chosen


def _late(show: Show, at: date) -> Q:
    """Late today while it is open, late for good once it is closed."""
    now, then = Q(due_on__lt=at), Q(late=True)
    if show is Show.ALL:
        return Q(closed_on__isnull=True) & now | Q(closed_on__isnull=False) & then
    return now if show is Show.OPEN else then


def _ordered(cases: QuerySet[Case], wanted: QueueFilter) -> QuerySet[Case]:
    if wanted.text.strip():
        return cases.order_by(_newest_found())
    if wanted.show is Show.OPEN:
        return cases.order_by(F("due_on").asc(nulls_last=True), "id")
    return cases.order_by("-received_on", "-id")


def matching(cases: QuerySet[Case], text: str, *, also: tuple[str, ...] = ()) -> QuerySet[Case]:
    """Those among the cases that a text finds: a receipt, a number of a book ("12/2026"), a telephone number, or words,
    all of them, the last as the beginning of a word; with or without diacritics. `also` narrows it by index words."""
    found = _tokens(text)
    if not found:
        return cases.none()
    tokens = [*also, *found]
    if connection.vendor == "sqlite":
        return _asked(cases, " AND ".join(f'"{token}"' for token in tokens) + "*")
    return _asked(cases, " & ".join(tokens) + ":*")


def sharing(cases: QuerySet[Case], pairs: Sequence[tuple[str, str]]) -> QuerySet[Case]:
    """Those among the cases that hold any of these pairs of neighbouring words, the newest first."""
    if connection.vendor == "sqlite":
        return _asked(cases, " OR ".join(f'"{one} {two}"' for one, two in pairs)).order_by(_newest_found())
    return _asked(cases, " | ".join(f"({one} <-> {two})" for one, two in pairs)).order_by(_newest_found())


def _asked(cases: QuerySet[Case], question: str) -> QuerySet[Case]:
    """The cases whose words answer a question in the language of the engine, made of folded words."""
    if connection.vendor == "sqlite":
        return cases.extra(
            tables=["cases_search"],
            where=["cases_search.rowid = cases_case.id", "cases_search MATCH %s"],
            params=[question],
        )
    return cases.extra(where=["cases_case.search_words @@ to_tsquery('simple', %s)"], params=[question])


def _newest_found() -> Combinable:
    """SQLite walks its word index by the case's id; asked for that order it stops after a page."""
    return RawSQL("cases_search.rowid", []).desc() if connection.vendor == "sqlite" else F("id").desc()


def _tokens(text: str) -> list[str]:
    if receipt := receipts.parse(text):
        return [receipt.lower()]
    if book := _BOOK.fullmatch(text.strip()):
        return [book_word(int(book[1]), int(book[2]))]
    if phone := phone_digits(text):
        return [phone]
    return [word[:_WORD] for word in words(text[:1000])[:_WORDS]]


def rows_of(cases: QuerySet[Case], *, at: date, incoming: bool = False, named: bool = True) -> list[CaseRow]:
    """The cases as rows of a list, in their order; two queries, one where the senders' names are not asked for."""
    found = list(cases.values_list(*_COLUMNS))
    names = senders([row[0] for row in found]) if named else {}
    return [_row(values, names, at, incoming) for values in found]


def senders(case_ids: Sequence[int]) -> dict[int, str]:
    """The first petitioner of each case."""
    first = Party.objects.filter(case_id__in=case_ids, position=1)
    return dict(first.values_list("case_id", "person__full_name"))


def _row(values: tuple, names: dict[int, str], at: date, incoming: bool) -> CaseRow:
    case = dict(zip(_COLUMNS, values, strict=True))
    due, closed = case["due_on"], case["closed_on"]
    return CaseRow(
        id=case["id"],
        receipt=receipts.printed(case["receipt"]),
        number=case["number"],
        year=case["year"],
        kind=Kind(case["kind"]),
        state=State(case["state"]),
        field=Field(case["field"]) if case["field"] else None,
        channel=Channel(case["channel"]),
        title=case["title"],
        sender=names.get(case["id"], UNNAMED),
        unit_id=case["unit_id"],
        unit_name=case["unit__name"],
        body_id=case["body_id"],
        body_name=case["body__name"],
        office_id=case["office_id"],
        office_name=case["office__name"],
        assignee_id=case["assignee_id"],
        assignee=case["assignee__account__full_name"] or "",
        received_on=case["received_on"],
        due_on=due,
        closed_on=closed,
        outcome=Outcome(case["outcome"]) if case["outcome"] else None,
        late=case["late"] if closed else bool(due and due < at),
        days_left=(due - at).days if due and not closed else None,
        incoming=incoming,
        matter_id=case["matter_id"],
    )
