"""Enter a register that an office kept before, many rows at once; every row has its folder and entry."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import islice

from django.db import transaction

from gandan.foundation.deadlines import actions as deadlines
from gandan.foundation.deadlines.words import ClockState, ClockView, NewClock
from gandan.foundation.people import actions as people
from gandan.foundation.people.rules import demand
from gandan.foundation.people.words import Right, Seat
from gandan.foundation.records import actions as records
from gandan.foundation.records.words import FolderKind
from gandan.matters.cases import intake, limits, lodging, receipts
from gandan.matters.cases.models import Case, Matter, Party, Reply
from gandan.matters.cases.papers import Draft, Fault, ImportedCase, ImportReport, Sender
from gandan.matters.cases.terms import (
    DECISIONS,
    Eligibility,
    Outcome,
    State,
    Verb,
)
from gandan.pure.refusal import Refused
from gandan.pure.vietnamese import fold

BATCH = 1000
_HERE_AT = time(8)  # an old register knows the day, not the hour


def import_register(rows: Iterable[ImportedCase], *, by: Seat, at: datetime) -> ImportReport:
    """Enter the rows of an old register, all that can be taken or none when the database refuses; the others come back
    with a sentence each. Rows with the same `matter_key` are one vụ việc. Refused to who may not register petitions."""
    demand(by, Right.RECEIVE)
    work = _Import(by, at)
    with transaction.atomic():
        numbered = enumerate(rows, start=1)
        while batch := list(islice(numbered, BATCH)):
            work.enter(batch)
    return work.report()


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that can be taken, with its texts cleaned."""

    given: ImportedCase
    draft: Draft
    sender: Sender


class _Import:
    """The running account of one import."""

    def __init__(self, by: Seat, at: datetime) -> None:
        self.by, self.at, self.today = by, at, intake.day_of(at)
        self.faults: list[Fault] = []
        self.case_ids: list[int] = []
        self.matter_ids: list[int] = []
        self.keys: dict[str, int] = {}
        self.opened = 0

    def report(self) -> ImportReport:
        """What was done."""
        first = self.case_ids[0] if self.case_ids else None
        return ImportReport(
            len(self.case_ids), self.opened, first, tuple(self.faults), tuple(self.case_ids), tuple(self.matter_ids)
        )

    def enter(self, batch: Sequence[tuple[int, ImportedCase]]) -> None:
        """Check the rows and enter those that can be taken, table by table."""
        taken = [row for number, given in batch if (row := self._checked(number, given))]
        if not taken:
            return
        folders = records.open_folders(
            len(taken),
            kind=FolderKind.CASE,
            unit_ids=[row.given.unit_id for row in taken],
            ats=[self.at] * len(taken),
        )
        matters = self._matters(taken)
        persons = people.note_people(
            [
                people.Named(
                    full_name=row.sender.full_name,
                    phone=row.sender.phone,
                    address=row.sender.address,
                    unit_id=row.given.unit_id,
                )
                for row in taken
            ],
            at=self.at,
        )
        numbers = self._numbers(taken)
        clocks = self._clocks(taken, folders)
        cases = Case.objects.bulk_create(
            [
                self._case(row, folder, matter, number, clock)
                for row, folder, matter, number, clock in zip(taken, folders, matters, numbers, clocks, strict=True)
            ],
            batch_size=200,
        )
        Party.objects.bulk_create(
            [Party(case=case, person=person) for case, person in zip(cases, persons, strict=True)], batch_size=500
        )
        self._replies(taken, cases)
        self._write(taken, folders, cases)
        self.case_ids += [case.pk for case in cases]
        self.matter_ids += matters

    def _checked(self, number: int, given: ImportedCase) -> _Row | None:
        try:
            return _check(given, self.today)
        except Refused as refusal:
            self.faults.append(Fault(number, refusal.said, refusal.fields))
            return None

    def _matters(self, rows: Sequence[_Row]) -> list[int]:
        """The matter of each row: one for each new key, one for each row without a key."""
        fresh: dict[str, Matter] = {}
        wanted: list[Matter | int] = []
        for row in rows:
            key = row.given.matter_key
            if key and key in self.keys:
                wanted.append(self.keys[key])
                continue
            matter = fresh.get(key) if key else None
            if matter is None:
                matter = Matter(
                    title=row.draft.title,
                    folded=fold(row.draft.title)[:200],
                    unit_id=row.given.unit_id,
                    opened_on=row.given.received_on,
                )
                fresh[key or f"\x00{len(fresh)}"] = matter
            wanted.append(matter)
        Matter.objects.bulk_create(fresh.values(), batch_size=500)
        self.opened += len(fresh)
        self.keys |= {key: matter.pk for key, matter in fresh.items() if not key.startswith("\x00")}
        return [one if isinstance(one, int) else one.pk for one in wanted]

    def _numbers(self, rows: Sequence[_Row]) -> list[int]:
        """The number of each row in its body's book of its year, in the order given."""
        books: dict[tuple[int, int], list[int]] = {}
        for place, row in enumerate(rows):
            books.setdefault((row.given.body_id, row.given.received_on.year), []).append(place)
        numbers = [0] * len(rows)
        for (body_id, year), places in books.items():
            first = records.skip_numbers(office_id=body_id, kind=lodging.BOOK, year=year, count=len(places))
            for number, place in enumerate(places, start=first):
                numbers[place] = number
        return numbers

    def _clocks(self, rows: Sequence[_Row], folders: Sequence[records.Folder]) -> list[list[ClockView]]:
        """The clocks that each row's law runs, ended where the row says so."""
        new: list[NewClock] = []
        places: list[int] = []
        for place, (row, folder) in enumerate(zip(rows, folders, strict=True)):
            for clock in _clocks_of(row.given, folder.pk):
                new.append(clock)
                places.append(place)
        found: list[list[ClockView]] = [[] for _ in rows]
        for place, started in zip(places, deadlines.start_many(new, at=self.at), strict=True):
            found[place].append(started)
        return found

    def _case(
        self, row: _Row, folder: records.Folder, matter_id: int, number: int, clocks: Sequence[ClockView]
    ) -> Case:
        given, draft = row.given, row.draft
        receipt = receipts.compose(secrets.randbits(receipts.BITS))
        running = min((clock for clock in clocks if clock.is_open), key=lambda clock: clock.due, default=None)
        missed = any(clock.state is ClockState.MISSED for clock in clocks)
        settled = given.closed_on if given.outcome is not None and given.outcome.settled else None
        return Case(
            folder=folder,
            matter_id=matter_id,
            receipt=receipt,
            body_id=given.body_id,
            unit_id=given.unit_id,
            office_id=given.office_id or given.body_id,
            number=number,
            year=given.received_on.year,
            kind=given.kind.value,
            state=_state(given).value,
            channel=given.channel.value,
            field=given.field.value if given.field else "",
            title=draft.title,
            text=draft.text,
            signatories=given.signatories.value,
            received_on=given.received_on,
            received_at=given.received_at or _morning(given.received_on, self.at),
            sorted_on=None if given.eligibility is Eligibility.UNSORTED else given.received_on,
            accepted_on=given.accepted_on,
            eligibility=given.eligibility.value,
            ineligible_reason=given.ineligible_reason.value if given.ineligible_reason else "",
            competence=given.competence.value,
            not_accepted=given.not_accepted.value if given.not_accepted else "",
            due_on=running.due if running else None,
            due_rule=running.rule if running else "",
            outcome=given.outcome.value if given.outcome else "",
            settled_on=settled,
            closed_on=given.closed_on,
            late=missed if given.late is None else given.late,
            search=intake.searchable(
                number=number, year=given.received_on.year, receipt=receipt, draft=draft, senders=(row.sender,)
            ),
        )

    def _replies(self, rows: Sequence[_Row], cases: Sequence[Case]) -> None:
        Reply.objects.bulk_create(
            [
                Reply(case=case, text=row.given.reply, sent_at=_morning(row.given.closed_on, self.at))
                for row, case in zip(rows, cases, strict=True)
                if row.given.reply and row.given.closed_on
            ],
            batch_size=500,
        )

    def _write(self, rows: Sequence[_Row], folders: Sequence[records.Folder], cases: Sequence[Case]) -> None:
        records.write_many(
            (
                records.NewEntry(
                    folder,
                    Verb.IMPORT,
                    self.at,
                    {"kind": row.given.kind, "number": case.number, "year": case.year, "outcome": case.outcome},
                    tuple(day for day in (case.received_on, case.accepted_on, case.settled_on, case.closed_on) if day),
                )
                for row, folder, case in zip(rows, folders, cases, strict=True)
            ),
            by=self.by,
        )


def _check(given: ImportedCase, today: date) -> _Row:
    """The row with its texts cleaned, or Refused with a sentence per column. Old registers lack much: only what would
    make a false record is turned away."""
    faults = intake.Faults()
    draft = Draft(
        kind=given.kind,
        text=intake.text_of(given.text, faults),
        body_id=given.body_id,
        unit_id=given.unit_id,
        channel=given.channel,
    )
    draft = replace(draft, title=intake.title_of(given.title, draft.text, faults))
    intake.received_of(given.received_on, today, faults)
    sender = intake.sender_of(Sender(given.full_name, given.phone, "", given.address), faults)
    _check_end(given, today, faults)
    if (given.eligibility is Eligibility.INELIGIBLE) != (given.ineligible_reason is not None):
        faults.add("ineligible_reason", "Lý do chỉ đi với “không đủ điều kiện”.", "A reason goes with “not eligible”.")
    faults.refuse()
    return _Row(given, draft, sender)


def _check_end(given: ImportedCase, today: date, faults: intake.Faults) -> None:
    accepted, closed = given.accepted_on, given.closed_on
    if (closed is None) != (given.outcome is None):
        faults.add("closed_on", "Hồ sơ đã kết thúc phải có ngày và kết quả.", "A closed case has its day and outcome.")
    if closed and not given.received_on <= closed <= today:
        faults.add("closed_on", "Ngày kết thúc phải từ ngày nhận đến hôm nay.", "Closed between receipt and today.")
    if accepted and not given.received_on <= accepted <= (closed or today):
        faults.add("accepted_on", "Ngày thụ lý phải từ ngày nhận đến ngày kết thúc.", "Accepted between both days.")
    if given.outcome in DECISIONS and accepted is None:
        faults.add("accepted_on", "Có quyết định thì phải có ngày thụ lý.", "A decision needs the day of acceptance.")
    if given.outcome is Outcome.REFUSED and given.not_accepted is None:
        faults.add("not_accepted", "Không thụ lý phải có căn cứ.", "Not accepted needs its ground.")


def _state(given: ImportedCase) -> State:
    if given.closed_on is not None:
        return State.CLOSED
    if given.accepted_on is not None:
        return State.ACCEPTED
    return State.RECEIVED if given.eligibility is Eligibility.UNSORTED else State.SORTED


def _clocks_of(given: ImportedCase, folder_id: int) -> Iterable[NewClock]:
    """From the receipt to the acceptance or the end; from the acceptance to the end."""
    first_end = given.accepted_on or given.closed_on
    spans = [(Verb.LODGE, given.received_on, first_end)]
    if given.accepted_on is not None:
        spans.append((Verb.ACCEPT, given.accepted_on, given.closed_on))
    for verb, start, end in spans:
        for limit in limits.begun_by(verb, kind=given.kind, channel=given.channel):
            if limits.in_force(limit.rule, start):
                ends = given.closed_on if Verb.ACCEPT not in limit.ends and verb is Verb.LODGE else end
                yield NewClock(
                    folder_id, limit.rule, start, given.unit_id, given.office_id or given.body_id, stopped_on=ends
                )


def _morning(day: date, like: datetime) -> datetime:
    return datetime.combine(day, _HERE_AT, like.tzinfo)
