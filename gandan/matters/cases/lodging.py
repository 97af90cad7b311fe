"""A citizen's words become a case: one number, one receipt, one folder, one clock, in one transaction."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from gandan.foundation.people import actions as people
from gandan.foundation.people.rules import demand
from gandan.foundation.people.words import Right, Role, Seat
from gandan.foundation.records import actions as records
from gandan.foundation.records.words import FolderKind
from gandan.foundation.territory import queries as territory
from gandan.matters.cases import clocks, intake, receipts
from gandan.matters.cases.intake import Checked
from gandan.matters.cases.models import Case, Matter, Party
from gandan.matters.cases.papers import Draft, Receipt, Sender, Upload
from gandan.matters.cases.terms import PartyRole, State, Verb
from gandan.matters.cases.tracks import NEXT
from gandan.pure.refusal import Absent, Refused
from gandan.pure.speech import Said
from gandan.pure.vietnamese import fold

BOOK = "case"  # the kind of number series: the register of petitions of a body
MAX_FILES = 8


def lodge(*, by: Seat, at: datetime, draft: Draft) -> Receipt:
    """A new case from what a citizen says or an officer writes down for them (Luật Tiếp công dân Điều 25, 26).

    Refused with a sentence per field; the same token twice gives the first receipt with `duplicate=True`.
    """
    checked = intake.check(draft, today=intake.day_of(at))
    _demand_register(by, draft, at)
    _check_files(draft.files)
    if earlier := _earlier(checked.draft.token):
        return earlier
    try:
        with transaction.atomic():
            return _lodge(checked, by=by, at=at)
    except IntegrityError:
        if earlier := _earlier(checked.draft.token):  # sent twice at the same moment: the other one came first
            return earlier
        raise


def examine(draft: Draft, *, at: datetime) -> None:
    """Refuse what `lodge` would refuse in a draft, before its sender reads it over once more; nothing is written."""
    intake.check(draft, today=intake.day_of(at))
    _check_files(draft.files)


def _lodge(checked: Checked, *, by: Seat, at: datetime) -> Receipt:
    draft = checked.draft
    folder = records.open_folder(kind=FolderKind.CASE, unit_id=draft.unit_id, at=at, secrecy=NEXT[draft.kind].secrecy)
    people_ids = [_note(sender, by=by, at=at, unit_id=draft.unit_id) for sender in checked.senders]
    matter_id = _matter(checked)
    case = open_case(checked, folder=folder, matter_id=matter_id, person_ids=people_ids, verb=Verb.LODGE, by=by, at=at)
    attach(folder, draft.files, at=at)
    records.write(
        folder,
        Verb.LODGE,
        by=by,
        at=at,
        data={
            "kind": draft.kind,
            "channel": draft.channel,
            "number": case.number,
            "year": case.year,
            "files": len(draft.files),
        },
        days=(checked.received_on,),
    )
    return Receipt(
        case_id=case.pk,
        receipt=receipts.printed(case.receipt),
        number=case.number,
        year=case.year,
        due_on=case.due_on,
        matter_id=matter_id,
        seen=folder.last_seq,
    )


def open_case(
    checked: Checked,
    *,
    folder: records.Folder,
    matter_id: int,
    person_ids: Sequence[int],
    verb: Verb,
    by: Seat,
    at: datetime,
    origin: Case | None = None,
) -> Case:
    """The row of a case with its number, its receipt, its parties and its first clocks; writes no journal entry."""
    draft, received_on = checked.draft, checked.received_on
    occasion = clocks.Occasion(verb, draft.kind, draft.channel, received_on, received_on)
    due = clocks.earliest(clocks.begin(folder, occasion, office_id=draft.body_id, by=by, at=at))
    receipt = receipts.compose(secrets.randbits(receipts.BITS))
    number = records.next_number(office_id=draft.body_id, kind=BOOK, year=received_on.year)
    case = Case(
        folder=folder,
        matter_id=matter_id,
        origin=origin,
        receipt=receipt,
        token=draft.token or None,
        body_id=draft.body_id,
        unit_id=draft.unit_id,
        office_id=draft.body_id,
        number=number,
        year=received_on.year,
        kind=draft.kind.value,
        state=State.RECEIVED.value,
        channel=draft.channel.value,
        field=draft.field.value if draft.field else "",
        title=draft.title,
        text=draft.text,
        place=draft.place,
        lat=draft.lat,
        lon=draft.lon,
        signatories=checked.signatories.value,
        received_on=received_on,
        received_at=at,
        due_on=due.on,
        due_rule=due.rule,
        search=intake.searchable(
            number=number, year=received_on.year, receipt=receipt, draft=draft, senders=checked.senders
        ),
    )
    case.save(force_insert=True)
    Party.objects.bulk_create(
        [
            Party(case=case, person_id=person_id, role=_role(sender).value, position=position)
            for position, (person_id, sender) in enumerate(zip(person_ids, checked.senders, strict=True), start=1)
        ]
    )
    return case


def _demand_register(by: Seat, draft: Draft, at: datetime) -> None:
    """An officer enters into a book of their own body; a citizen writes to any body that is open, and opens a matter
    of their own."""
    if by.role is Role.CITIZEN and draft.matter_id is not None:
        raise Absent
    if by.role is not Role.CITIZEN:
        demand(by, Right.RECEIVE)
        if by.role is Role.SYSTEM or draft.body_id in (by.body_id, by.office_id):
            return
    office = territory.office(draft.body_id)
    is_open = office.valid_to is None or office.valid_to >= intake.day_of(at)
    if by.role is Role.CITIZEN and is_open:
        return
    if not by.body_path or not office.path.startswith(by.body_path) or not is_open:
        raise Absent


def attach(folder: records.Folder, files: Sequence[Upload], *, at: datetime) -> tuple[str, ...]:
    """Keep the files in the folder; their kept names. A file that is refused refuses the move, named, under `files`."""
    _check_files(files)
    names = []
    for file in files:
        try:
            names.append(records.attach(folder, file.content, name=file.name, at=at).name)
        except Refused as refusal:
            said = Said("{name}: {why}", "{name}: {why}").given(name=file.name[:80], why=refusal.said)
            raise Refused(refusal.code, said.vi, said.en, fields={"files": said}) from refusal
    return tuple(names)


def _check_files(files: Sequence[Upload]) -> None:
    if len(files) > MAX_FILES:
        said = Said(
            f"Mỗi lần gửi tối đa {MAX_FILES} tệp. Xin bỏ bớt; có thể bổ sung sau bằng mã hồ sơ.",
            f"At most {MAX_FILES} files at a time. Please leave some out; more can be added later with the receipt.",
        )
        raise Refused("case.files", said.vi, said.en, fields={"files": said})


def _note(sender: Sender, *, by: Seat, at: datetime, unit_id: int) -> int:
    person = people.note_person(
        full_name=sender.full_name,
        at=at,
        phone=sender.phone,
        email=sender.email,
        address=sender.address,
        unit_id=unit_id,
        identity=sender.identity,
    )
    return int(person.pk)


def _matter(checked: Checked) -> int:
    """The matter that the draft names, or a new one."""
    draft = checked.draft
    if draft.matter_id is not None:
        if not Matter.objects.filter(pk=draft.matter_id).exists():
            raise Absent
        return draft.matter_id
    matter = Matter.objects.create(
        title=draft.title, folded=fold(draft.title)[:200], unit_id=draft.unit_id, opened_on=checked.received_on
    )
    return int(matter.pk)


def _role(sender: Sender) -> PartyRole:
    return PartyRole.REPRESENTATIVE if sender.representative else PartyRole.PETITIONER


def _earlier(token: str) -> Receipt | None:
    """The receipt that a token already has."""
    if not token:
        return None
    columns = ("id", "receipt", "number", "year", "due_on", "matter_id", "folder__last_seq")
    row = Case.objects.filter(token=token).values_list(*columns).first()
    if row is None:
        return None
    case_id, receipt, number, year, due_on, matter_id, seen = row
    return Receipt(
        case_id=case_id,
        receipt=receipts.printed(receipt),
        number=number,
        year=year,
        due_on=due_on,
        duplicate=True,
        matter_id=matter_id,
        seen=seen,
    )
