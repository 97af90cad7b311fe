"""Take in a register that an office kept before, for instance its Excel book: many visits at once, each a folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from gandan.foundation.people import actions as people
from gandan.foundation.people.rules import demand
from gandan.foundation.people.words import Right, Seat
from gandan.foundation.records import actions as records
from gandan.foundation.records.words import FolderKind
from gandan.matters.cases import actions as cases
from gandan.matters.reception import rules
from gandan.matters.reception.counter import TITLE, search_text
from gandan.matters.reception.models import Group, Session, Visit, VisitMatter, VisitPerson
from gandan.matters.reception.words import (
    ImportedVisit,
    Purpose,
    ReceivedBy,
    ReceptionKind,
    SessionState,
    VisitImport,
    Visitor,
)
from gandan.pure.refusal import Refused
from gandan.pure.vietnamese import clean, normal_name

BATCH = 1000
REGISTER = "TCD"

SessionKey = tuple[int, date, str, str]  # body, day, kind, who received


@dataclass(slots=True)
class _Seen:
    """What the body has received so far, by the key of the matter; reads a register in the order of its days."""

    by_body: set[tuple[int, str]] = field(default_factory=set)
    by_day: set[tuple[int, str, str, date]] = field(default_factory=set)

    def count(self, row: ImportedVisit, key: str) -> rules.Counting:
        """How this presentation counts, remembering it."""
        body, day = (row.body_id, key), (row.body_id, key, str(row.received_by), row.on)
        found = rules.counting(row.purpose, seen_before=body in self.by_body, counted_today=day in self.by_day)
        if row.purpose is Purpose.PRESENT:
            self.by_body.add(body)
            self.by_day.add(day)
        return found


@transaction.atomic
def import_visits(rows: Iterable[ImportedVisit], *, by: Seat, at: datetime) -> VisitImport:
    """Write the visits of a register, with their people, groups, matters and the heads' sessions they belong to.

    Whether a matter is presented for the first time is worked out from the rows themselves (decision 0008), which are
    read day by day. All or nothing: a row that cannot be a visit refuses the import and names its line.
    """
    demand(by, Right.MANAGE)
    given = list(rows)
    for place, row in enumerate(given, start=1):
        _demand_row(row, place)
    ordered = sorted(given, key=lambda row: row.on)
    if not ordered:
        return VisitImport(0, 0, 0, 0, 0, None)
    sessions = _sessions(ordered, by, at)
    visits = _visits(ordered, sessions, at)
    matters = _matters(ordered, visits)
    _people(ordered, visits, at)
    _write(ordered, visits, by, at)
    return VisitImport(
        visits=len(visits),
        people=sum(row.head_count for row in ordered),
        matters=matters,
        groups=sum(rules.is_group(row.head_count, on=row.on) for row in ordered),
        sessions=len(sessions),
        first_id=visits[0].pk,
    )


def _demand_row(row: ImportedVisit, place: int) -> None:
    wrong = None
    if not clean(row.visitor) or not clean(row.content):
        wrong = ("thiếu họ tên hoặc nội dung", "the name or the content is missing")
    elif not 1 <= row.head_count <= rules.LARGEST_PARTY:
        wrong = ("số người không hợp lệ", "the number of people is not possible")
    elif not rules.fits(row.kind, row.received_by):
        wrong = ("hình thức tiếp và người tiếp không khớp", "the kind of reception and the receiver do not fit")
    if wrong:
        raise Refused(
            "reception.import",
            f"Dòng {place}: {wrong[0]}. Xin sửa dòng này rồi nhập lại; chưa dòng nào được ghi.",
            f"Line {place}: {wrong[1]}. Please correct it and import again; nothing was written.",
        )


def _key(row: ImportedVisit) -> SessionKey:
    return row.body_id, row.on, str(row.kind), str(row.received_by)


def _sessions(rows: Sequence[ImportedVisit], by: Seat, at: datetime) -> dict[SessionKey, Session]:
    """One held session for each body, day, kind and receiver among the rows that a head or delegate received."""
    first: dict[SessionKey, ImportedVisit] = {}
    for row in rows:
        if row.kind is not ReceptionKind.REGULAR:
            first.setdefault(_key(row), row)
    folders = records.open_folders(
        len(first),
        kind=FolderKind.SESSION,
        unit_ids=[row.unit_id for row in first.values()],
        ats=[at] * len(first),
    )
    sessions = [
        Session(
            folder=folder,
            body_id=row.body_id,
            unit_id=row.unit_id,
            kind=row.kind.value,
            day=row.on,
            head_name=row.receiver_name[:120] or "Thủ trưởng",
            head_post="",
            state=SessionState.HELD.value,
            received_by=row.received_by.value,
            receiver_name=row.receiver_name[:120],
            reason="nhập từ sổ cũ" if row.received_by is ReceivedBy.DELEGATED else "",
        )
        for folder, row in zip(folders, first.values(), strict=True)
    ]
    made = Session.objects.bulk_create(sessions, batch_size=BATCH)
    records.write_many(
        (records.NewEntry(one.folder, "import", at, {"day": one.day.isoformat()}, (one.day,)) for one in made), by=by
    )
    return dict(zip(first, made, strict=True))


def _visits(rows: Sequence[ImportedVisit], sessions: dict[SessionKey, Session], at: datetime) -> list[Visit]:
    numbers = _numbers(rows)
    folders = records.open_folders(
        len(rows), kind=FolderKind.VISIT, unit_ids=[row.unit_id for row in rows], ats=[at] * len(rows)
    )
    visits = []
    for row, folder, number in zip(rows, folders, numbers, strict=True):
        content = clean(row.content)
        name = normal_name(row.visitor)[:160]
        visits.append(
            Visit(
                folder=folder,
                body_id=row.body_id,
                unit_id=row.unit_id,
                session=sessions.get(_key(row)),
                number=number,
                year=row.on.year,
                on=row.on,
                kind=row.kind.value,
                received_by=row.received_by.value,
                receiver_name=row.receiver_name[:120],
                visitor=name,
                head_count=row.head_count,
                purpose=row.purpose.value,
                content=content,
                handling=row.handling.value,
                answer=clean(row.answer),
                search=search_text((Visitor(name, phone=row.phone),), content),
                token=f"import-{folder.pk}",
            )
        )
    return Visit.objects.bulk_create(visits, batch_size=BATCH)


def _numbers(rows: Sequence[ImportedVisit]) -> list[int]:
    """The next numbers of every body's book, in the order of the days."""
    wanted: dict[tuple[int, int], int] = {}
    for row in rows:
        book = (row.body_id, row.on.year)
        wanted[book] = wanted.get(book, 0) + 1
    following = {
        (body, year): records.skip_numbers(office_id=body, kind=REGISTER, year=year, count=size)
        for (body, year), size in sorted(wanted.items())
    }
    numbers = []
    for row in rows:
        book = (row.body_id, row.on.year)
        numbers.append(following[book])
        following[book] += 1
    return numbers


def _matters(rows: Sequence[ImportedVisit], visits: Sequence[Visit]) -> int:
    """Open every matter once, then lay down who presented or asked about which."""
    keys = [_matter_key(row, visit) for row, visit in zip(rows, visits, strict=True)]
    opening: dict[str, ImportedVisit] = {}
    for key, row in zip(keys, rows, strict=True):
        if key:
            opening.setdefault(key, row)
    ids = dict(
        zip(
            opening,
            cases.open_matters(
                [(clean(row.title or row.content)[:TITLE], row.unit_id, row.on) for row in opening.values()]
            ),
            strict=True,
        )
    )
    seen = _Seen()
    lines = []
    for key, row, visit in zip(keys, rows, visits, strict=True):
        if not key:
            continue
        counted = seen.count(row, key)
        lines.append(
            VisitMatter(
                visit=visit,
                matter_id=ids[key],
                purpose=row.purpose.value,
                first=counted.first,
                counted=counted.counted,
                body_id=row.body_id,
                unit_id=row.unit_id,
                on=row.on,
                received_by=row.received_by.value,
            )
        )
    VisitMatter.objects.bulk_create(lines, batch_size=BATCH)
    return len(ids)


def _matter_key(row: ImportedVisit, visit: Visit) -> str:
    if row.matter_key:
        return row.matter_key
    return f"visit-{visit.pk}" if row.purpose is Purpose.PRESENT else ""


def _people(rows: Sequence[ImportedVisit], visits: Sequence[Visit], at: datetime) -> None:
    noted = people.note_people(
        [people.Named(row.visitor, row.phone, row.address, row.unit_id) for row in rows],
        at=at,
    )
    VisitPerson.objects.bulk_create(
        (
            VisitPerson(visit=visit, person=person, position=1, represents=rules.is_group(row.head_count, on=row.on))
            for row, visit, person in zip(rows, visits, noted, strict=True)
        ),
        batch_size=BATCH,
    )
    Group.objects.bulk_create(
        Group(visit=visit, head_count=row.head_count, content=visit.content[:300])
        for row, visit in zip(rows, visits, strict=True)
        if rules.is_group(row.head_count, on=row.on)
    )


def _write(rows: Sequence[ImportedVisit], visits: Sequence[Visit], by: Seat, at: datetime) -> None:
    records.write_many(
        (
            records.NewEntry(
                visit.folder,
                "import",
                at,
                {"number": visit.number, "received_by": visit.received_by, "head_count": visit.head_count},
                (row.on,),
            )
            for row, visit in zip(rows, visits, strict=True)
        ),
        by=by,
    )
