"""Who has it: assign inside the body, transfer without loss between bodies, urge who is late, add, join."""

from __future__ import annotations

from collections.abc import Mapping

from gandan.foundation.people import queries as people
from gandan.foundation.people.words import Seat
from gandan.foundation.records import actions as records
from gandan.foundation.records.words import FolderKind
from gandan.foundation.territory import queries as territory
from gandan.foundation.territory.words import OfficeView
from gandan.matters.cases import clocks, intake, lodging, scope
from gandan.matters.cases.classifying import notify
from gandan.matters.cases.intake import Checked
from gandan.matters.cases.models import Addition, Case, Matter, Transfer
from gandan.matters.cases.papers import Draft, Sender
from gandan.matters.cases.taking import Doing, Taking
from gandan.matters.cases.terms import (
    Channel,
    Field,
    Kind,
    Outcome,
    PartyRole,
    Signatories,
    State,
    Verb,
)
from gandan.matters.cases.tracks import NEXT
from gandan.pure.refusal import Absent, Refused
from gandan.pure.vietnamese import fold


def assign(taking: Taking) -> None:
    """Give the case to an office of the body, or to a post there."""
    read, case = taking.read, taking.case
    office_id = read.number("office", least=1, most=2**53)
    post_id = read.number("post", least=1, most=2**53)
    note = read.text("note", limit=500)
    seat = _colleague(taking, post_id) if post_id else None
    office = _own_office(taking, seat.office_id if seat else office_id)
    if office is None:
        read.faults.add("office", "Xin chọn phòng hoặc người trong cơ quan.", "Please choose an office or a person.")
    read.done(taking.step.law)
    if office is not None:
        case.office_id, case.assignee_id = office.id, post_id if seat else None
        clocks.hand_over(taking.folder, office_id=office.id)
        taking.tell(office=office.name, officer=seat.name if seat else "", reason=note)


def _colleague(taking: Taking, post_id: int) -> Seat | None:
    return next((seat for seat in people.colleagues(taking.by, on=taking.today) if seat.post_id == post_id), None)


def _own_office(taking: Taking, office_id: int | None) -> OfficeView | None:
    """An office of the case's body that is open today."""
    if office_id is None:
        return None
    try:
        office = territory.office(office_id)
    except Absent:
        return None
    is_open = office.valid_to is None or office.valid_to >= taking.today
    return office if is_open and office.path.startswith(taking.case.body.path) else None


def transfer(taking: Taking) -> None:
    """Send it on. Inside the system it waits, open and counted here, until the receiver takes it over; to a body
    outside, the document that carried it ends it here, and never as settled."""
    read = taking.read
    office_id = read.number("to_office", least=1, most=2**53)
    to_name = read.text("to_name", limit=200)
    document = read.text("document", limit=60, required=office_id is None)
    reason = read.text("reason", limit=500, required=True)
    despite_loop = read.flag("despite_loop")
    if office_id is None and not to_name:
        read.faults.add("to_office", "Xin chọn nơi nhận, hoặc ghi tên nơi nhận.", "Please choose or name the receiver.")
    read.done(taking.step.law)
    office = _other_body(taking, office_id) if office_id else None
    passed = _passed(taking.case)
    loop = office is not None and office.id in passed
    if loop and not despite_loop:
        raise _would_loop(office.name if office else "")
    taking.to = State.TRANSFERRING if office else State.CLOSED
    Transfer.objects.create(
        case=taking.case,
        from_office_id=taking.case.body_id,
        to_office_id=office_id,
        to_name=office.name if office else to_name,
        document=document,
        reason=reason,
        sent_at=taking.at,
        hop=len(passed),
        loop=loop,
    )
    taking.tell(to=office.name if office else to_name, document=document, reason=reason, loop=loop)


def _other_body(taking: Taking, office_id: int) -> OfficeView:
    try:
        office = territory.office(office_id)
    except Absent:
        office = None
    if office is None or (office.valid_to is not None and office.valid_to < taking.today):
        taking.read.faults.add("to_office", "Nơi nhận không còn hoạt động.", "The receiver no longer exists.")
    elif office.id in (taking.case.body_id, taking.case.office_id):
        taking.read.faults.add(
            "to_office",
            "Đây là cơ quan đang giữ hồ sơ; xin dùng “Phân công”.",
            "This office has the case already; please use “Assign”.",
        )
    taking.read.done(taking.step.law)
    if office is None:
        raise AssertionError("refused above")
    return office


def _passed(case: Case) -> list[int]:
    """The bodies that this content has passed on its way here, this one last."""
    bodies, step = [case.body_id], case
    while step.origin_id is not None:
        step = Case.objects.get(pk=step.origin_id)
        bodies.append(step.body_id)
    return bodies[::-1]


def _would_loop(name: str) -> Refused:
    return Refused(
        "case.transfer_loop",
        f"Đơn này đã qua {name}. Chuyển lại là chuyển vòng; nếu vẫn cần, xin đánh dấu “Vẫn chuyển” và nêu lý do.",
        f"This petition has already passed {name}. Sending it back makes a loop; tick “Send anyway” if it must be.",
        law="Luật Tiếp công dân 42/2013/QH13, Điều 26",
    )


def take_over(taking: Taking) -> None:
    """The receiver enters it in its own register: a new case there, and here the end as transferred."""
    transfer_ = _waiting(taking)
    office = territory.office(int(transfer_.to_office_id or 0))
    case, today = taking.case, taking.today
    unit_id = office.unit_id
    folder = records.open_folder(kind=FolderKind.CASE, unit_id=unit_id, at=taking.at, secrecy=NEXT[taking.kind].secrecy)
    parties = list(case.parties.select_related("person").order_by("position"))
    arrived = lodging.open_case(
        Checked(
            _draft_of(case, office_id=office.id, unit_id=unit_id),
            _senders_of(parties),
            Signatories(case.signatories),
            today,
        ),
        folder=folder,
        matter_id=case.matter_id,
        person_ids=[party.person_id for party in parties],
        verb=Verb.TAKE_OVER,
        by=taking.by,
        at=taking.at,
        origin=case,
    )
    records.write(
        folder,
        Verb.LODGE,
        by=taking.by,
        at=taking.at,
        data={
            "kind": case.kind,
            "channel": Channel.TRANSFER,
            "number": arrived.number,
            "year": arrived.year,
            "from": case.body.name,
        },
        days=(today,),
    )
    transfer_.accepted_at, transfer_.successor = taking.at, arrived
    transfer_.save(update_fields=["accepted_at", "successor"])
    taking.result_id = arrived.pk
    taking.tell(to=transfer_.to_name, number=arrived.number, year=arrived.year)


def _draft_of(case: Case, *, office_id: int, unit_id: int) -> Draft:
    return Draft(
        kind=Kind(case.kind),
        title=case.title,
        text=case.text,
        body_id=office_id,
        unit_id=unit_id,
        channel=Channel.TRANSFER,
        place=case.place,
        lat=case.lat,
        lon=case.lon,
        field=Field(case.field) if case.field else None,
    )


def _senders_of(parties: list) -> tuple[Sender, ...]:
    return tuple(
        Sender(
            full_name=party.person.full_name,
            phone=party.person.phone,
            representative=party.role == PartyRole.REPRESENTATIVE.value,
        )
        for party in parties
    )


def _waiting(taking: Taking) -> Transfer:
    found = scope.pending(taking.case)
    if found is None:
        raise AssertionError("a transferring case has one waiting transfer")
    return found


def decline(taking: Taking) -> None:
    """The receiver gives it back with the reason; it is again the sender's to send where it belongs."""
    reason = taking.read.text("reason", limit=500, required=True)
    taking.read.done(taking.step.law)
    transfer_ = _waiting(taking)
    transfer_.declined_at, transfer_.decline_reason = taking.at, reason
    transfer_.save(update_fields=["declined_at", "decline_reason"])
    taking.tell(to=transfer_.to_name, reason=reason)


def recall(taking: Taking) -> None:
    """The sender takes it back while nobody has taken it over."""
    reason = taking.read.text("reason", limit=500, required=True)
    taking.read.done(taking.step.law)
    transfer_ = _waiting(taking)
    _end_waiting(taking, transfer_)
    taking.tell(to=transfer_.to_name, reason=reason)


def _end_waiting(taking: Taking, transfer_: Transfer) -> None:
    transfer_.recalled_at = taking.at
    transfer_.save(update_fields=["recalled_at"])


def urge(taking: Taking) -> None:
    """Order, by document, whoever is responsible and late to settle."""
    read = taking.read
    to_name = read.text("to_name", limit=200, required=True)
    document = read.text("document", limit=60, required=True)
    text = read.text("text", limit=5000)
    read.done(taking.step.law)
    if text and taking.case.state == State.SORTED.value:
        notify(taking, text=text, document=document)
    taking.tell(to=to_name, document=document, reason="" if taking.case.state == State.SORTED.value else text[:500])


def add_word(taking: Taking) -> None:
    """Write down what the citizen brought later; files come with the move."""
    text = taking.read.text("text", limit=intake.MAX_TEXT, required=True)
    taking.read.done(taking.step.law)
    add(taking.case, text, taking)


def add(case: Case, text: str, taking: Taking) -> None:
    """Keep an addition with its case and let searches find it."""
    Addition.objects.create(case=case, text=text, at=taking.at)
    case.search = f"{case.search} {fold(text)}"


def join(taking: Taking) -> None:
    """Make it one more đơn of a matter that exists; a matter that is left empty stays as the history it is."""
    matter_id = taking.read.number("matter", least=1, most=2**53, required=True)
    taking.read.done(taking.step.law)
    matter = Matter.objects.filter(pk=matter_id or 0).first()
    if matter is None or not _is_known(matter, taking):
        raise Absent
    both = Case.objects.filter(matter_id__in=(taking.case.matter_id, matter.pk))
    taking.days |= set(both.values_list("received_on", flat=True))  # which đơn is a matter's first may change
    taking.tell(from_matter=taking.case.matter_id, matter=matter.pk)
    taking.case.matter = matter


def _is_known(matter: Matter, taking: Taking) -> bool:
    """Whether the officer may know of a matter: it is of the case's own unit, or has a case in their reach."""
    reach = Case.objects.filter(matter=matter, body__path__startswith=taking.by.body_path)
    return matter.unit_id == taking.case.unit_id or bool(taking.by.body_path and reach.exists())


def withdraw(taking: Taking) -> None:
    """The sender withdraws, signed; on their own or after explanation (01/KQGQ column 6)."""
    read = taking.read
    on = read.day("withdrawn_on", earliest=taking.case.received_on, latest=taking.today)
    document = read.text("document", limit=60)
    reason = read.text("reason", limit=500, required=True)
    explained = read.flag("explained")
    read.done(taking.step.law)
    taking.on = on
    if taking.case.state == State.TRANSFERRING.value:
        _end_waiting(taking, _waiting(taking))
    taking.case.settled_on = None
    taking.case.outcome = Outcome.WITHDRAWN.value
    taking.tell(document=document, reason=reason, explained=explained)


DOINGS: Mapping[Verb, Doing] = {
    Verb.ASSIGN: assign,
    Verb.TRANSFER: transfer,
    Verb.TAKE_OVER: take_over,
    Verb.DECLINE: decline,
    Verb.RECALL: recall,
    Verb.URGE: urge,
    Verb.ADD_WORD: add_word,
    Verb.JOIN: join,
    Verb.WITHDRAW: withdraw,
}
