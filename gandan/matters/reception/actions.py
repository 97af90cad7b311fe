"""The only writers of reception: receive, refuse; announce, hold, move and conclude a session; import a register."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from gandan.foundation.people import actions as people
from gandan.foundation.people.rules import demand
from gandan.foundation.people.words import Right, Seat
from gandan.foundation.records import actions as records
from gandan.foundation.records.words import FolderKind
from gandan.matters.reception import clocks, rules
from gandan.matters.reception.counter import Heard, check, day_of, present
from gandan.matters.reception.importing import import_visits
from gandan.matters.reception.models import Group, Refusal, Visit, VisitPerson
from gandan.matters.reception.sessions import (
    cancel_session,
    conclude_session,
    hold_session,
    plan_session,
    post_session,
    postpone_session,
)
from gandan.matters.reception.words import (
    Handling,
    NewRefusal,
    NewVisit,
    RefusalReceipt,
    VisitReceipt,
)
from gandan.pure.refusal import Absent, Refused
from gandan.pure.speech import Said
from gandan.pure.vietnamese import clean, fold

__all__ = [
    "answer_visit",
    "cancel_session",
    "conclude_session",
    "hold_session",
    "import_visits",
    "notify_refusal",
    "plan_session",
    "post_session",
    "postpone_session",
    "refuse_visit",
    "register_visit",
]

REGISTER = "TCD"  # the book of reception (Mẫu 03/TCD)
NOTICES = "TB-TCD"  # the book of notices of the reception


def register_visit(*, by: Seat, at: datetime, visit: NewVisit) -> VisitReceipt:
    """Write down one visit: its people, its group, its matters, and the cases it opens.

    The same token twice gives the first visit again. A matter that is named is linked, never opened anew. `visit.on`
    may be an earlier day. Refused with a sentence for every field at fault; Absent for another body's session.
    Luật Tiếp công dân Điều 25, 26, 28, 29.
    """
    demand(by, Right.RECEIVE)
    earlier = _written_before(visit.token)
    if earlier:
        return earlier
    try:
        with transaction.atomic():
            return _register(by, at, check(visit, by=by, at=at))
    except IntegrityError:
        earlier = _written_before(visit.token)
        if earlier is None:
            raise
        return earlier


def _register(by: Seat, at: datetime, heard: Heard) -> VisitReceipt:
    visit = heard.visit
    number = records.next_number(office_id=heard.body_id, kind=REGISTER, year=heard.on.year)
    folder = records.open_folder(kind=FolderKind.VISIT, unit_id=heard.unit_id, at=at)
    row = Visit.objects.create(
        folder=folder,
        body_id=heard.body_id,
        unit_id=heard.unit_id,
        session_id=visit.session_id,
        number=number,
        year=heard.on.year,
        on=heard.on,
        kind=heard.kind,
        received_by=heard.received_by,
        receiver_name=heard.receiver[:120],
        visitor=heard.people[0].full_name[:160],
        head_count=heard.head_count,
        purpose=visit.purpose,
        content=heard.content,
        request=clean(visit.request),
        history=clean(visit.history),
        handling=heard.handling,
        answer=clean(visit.answer),
        search=heard.search,
        token=visit.token,
    )
    _seat(row, heard, at)
    presented, receipts = present(row, heard, by=by, at=at)
    due = None
    if heard.handling is Handling.NOTED:
        due = clocks.start_reply(folder, on=heard.on, by=by, at=at)
    records.write(
        folder,
        "receive",
        by=by,
        at=at,
        data={
            "number": number,
            "received_by": str(heard.received_by),
            "head_count": heard.head_count,
            "group": heard.is_group,
            "purpose": str(visit.purpose),
            "handling": str(heard.handling),
            "matters": [line.matter_id for line in presented],
            "cases": [receipt.case_id for receipt in receipts],
        },
        days=[heard.on],
    )
    return VisitReceipt(
        visit_id=row.pk,
        number=number,
        year=heard.on.year,
        group=heard.is_group,
        matter_ids=tuple(line.matter_id for line in presented),
        receipts=tuple(receipts),
        reply_due=due,
    )


def _seat(row: Visit, heard: Heard, at: datetime) -> None:
    """The named visitors in their order, and the group where there is one."""
    noted = [
        people.note_person(
            full_name=visitor.full_name,
            phone=visitor.phone,
            address=visitor.address,
            identity=visitor.identity,
            at=at,
        )
        for visitor in heard.people
    ]
    VisitPerson.objects.bulk_create(
        VisitPerson(visit=row, person=person, position=place, represents=visitor.represents or heard.is_group)
        for place, (person, visitor) in enumerate(zip(noted, heard.people, strict=True), start=1)
    )
    if heard.is_group:
        Group.objects.create(visit=row, head_count=heard.head_count, content=heard.content[:300])


def _written_before(token: str) -> VisitReceipt | None:
    row = Visit.objects.filter(token=token).first() if token else None
    if row is None:
        return None
    return VisitReceipt(
        visit_id=row.pk,
        number=row.number,
        year=row.year,
        group=Group.objects.filter(visit=row).exists(),
        matter_ids=tuple(row.matters.order_by("id").values_list("matter_id", flat=True)),
        receipts=(),
        reply_due=None,
        duplicate=True,
    )


@transaction.atomic
def answer_visit(visit_id: int, *, by: Seat, at: datetime, answer: str) -> None:
    """The written answer to what was noted at the visit; its clock stops (Luật Tiếp công dân Điều 28)."""
    demand(by, Right.RECEIVE)
    found = Visit.objects.filter(pk=visit_id, body_id=by.body_id).first()
    if found is None:
        raise Absent
    folder = records.hold(found.folder_id)
    row = Visit.objects.get(pk=visit_id)
    if row.handling != Handling.NOTED or row.answered_on is not None:
        raise Refused(
            "reception.answered",
            "Lượt tiếp này đã được trả lời hoặc không chờ trả lời bằng văn bản.",
            "This visit was answered already, or awaits no written answer.",
        )
    text = clean(answer)
    if not text:
        said = Said("Xin ghi nội dung trả lời.", "Please write the answer.")
        raise Refused("reception.answer", said.vi, said.en, fields={"answer": said})
    row.answer, row.answered_on = text, day_of(at)
    row.save(update_fields=["answer", "answered_on"])
    clocks.stop(folder.pk, rules.REPLY, on=row.answered_on)
    records.write(folder, "answer", by=by, at=at, data={"characters": len(text)}, days=[row.on])


@transaction.atomic
def refuse_visit(*, by: Seat, at: datetime, refusal: NewRefusal) -> RefusalReceipt:
    """Write down that a visitor was not received, on which ground, and what was explained. It is no visit (lượt).

    On the grounds that ask for it the head's written notice is due in three working days (TCD.REFUSE_NOTICE).
    Luật Tiếp công dân Điều 9; NĐ 154/2026 Điều 4.
    """
    demand(by, Right.RECEIVE)
    on = day_of(at)
    explanation = clean(refusal.explanation)
    _demand_ground(refusal, explanation, at)
    if by.body_id is None or by.unit_id is None:
        raise Absent
    folder = records.open_folder(kind=FolderKind.VISIT, unit_id=by.unit_id, at=at)
    person = people.note_person(
        full_name=refusal.person.full_name,
        phone=refusal.person.phone,
        address=refusal.person.address,
        identity=refusal.person.identity,
        at=at,
    )
    due = clocks.start_notice(folder, on=on, by=by, at=at) if rules.needs_notice(refusal.ground) else None
    row = Refusal.objects.create(
        folder=folder,
        body_id=by.body_id,
        unit_id=by.unit_id,
        on=on,
        person=person,
        matter_id=refusal.matter_id,
        ground=refusal.ground,
        explanation=explanation,
        officer_name=by.name[:120],
        notice_due=due,
    )
    law = rules.GROUNDS[refusal.ground].law
    records.write(folder, "refuse", by=by, at=at, data={"ground": str(refusal.ground), "law": law}, days=[on])
    return RefusalReceipt(row.pk, law, due)


def _demand_ground(refusal: NewRefusal, explanation: str, at: datetime) -> None:
    wrong: dict[str, Said] = {}
    if not fold(refusal.person.full_name):
        wrong["full_name"] = Said("Xin ghi họ tên người đến.", "Please write down the visitor's name.")
    if not explanation:
        wrong["explanation"] = Said(
            "Xin ghi nội dung đã giải thích cho người đến.", "Please write down what was explained to the visitor."
        )
    if refusal.ground not in rules.grounds_on(day_of(at)):
        wrong["ground"] = Said(
            "Căn cứ từ chối này chưa có hiệu lực vào ngày tiếp. Xin chọn căn cứ khác.",
            "This ground is not yet in force on the day. Please choose another.",
        )
    if wrong:
        raise Refused(
            "reception.refusal",
            "Chưa ghi được việc từ chối tiếp. Xin xem các ô được đánh dấu.",
            "The refusal cannot be written down yet. Please look at the marked fields.",
            law="Điều 9 Luật Tiếp công dân 42/2013/QH13",
            fields=wrong,
        )


@transaction.atomic
def notify_refusal(refusal_id: int, *, by: Seat, at: datetime) -> int:
    """The head signs the written notice of a refusal (Mẫu 01/TCD); gives its number in the book of notices."""
    demand(by, Right.DECIDE)
    row = Refusal.objects.filter(pk=refusal_id, body_id=by.body_id).first()
    if row is None:
        raise Absent
    folder = records.hold(row.folder_id)
    if row.noticed_on is not None:
        raise Refused(
            "reception.noticed",
            f"Việc từ chối này đã được thông báo ngày {row.noticed_on:%d/%m/%Y}.",
            f"This refusal was already notified on {row.noticed_on:%d/%m/%Y}.",
        )
    row.noticed_on = day_of(at)
    row.signer = by.name[:120]
    row.notice_number = records.next_number(office_id=row.body_id, kind=NOTICES, year=row.noticed_on.year)
    row.save(update_fields=["noticed_on", "signer", "notice_number"])
    clocks.stop(folder.pk, rules.REFUSE_NOTICE, on=row.noticed_on)
    records.write(folder, "notify", by=by, at=at, data={"number": row.notice_number}, days=[row.on])
    return row.notice_number
