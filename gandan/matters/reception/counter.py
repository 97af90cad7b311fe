"""What the counter heard: checked, completed, and laid down matter by matter. Used by `actions.register_visit` only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from gandan.foundation.people.words import Seat
from gandan.matters.cases import actions as cases
from gandan.matters.cases.words import Channel, Draft, Receipt, Sender
from gandan.matters.reception import rules
from gandan.matters.reception.models import Session, Visit, VisitMatter
from gandan.matters.reception.words import (
    Handling,
    NewVisit,
    Presented,
    Purpose,
    ReceivedBy,
    ReceptionKind,
    SessionState,
    Visitor,
)
from gandan.pure.refusal import Absent, Refused
from gandan.pure.speech import Said
from gandan.pure.vietnamese import clean, count, fold, normal_name, phone_digits

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
TITLE = 120  # characters of what was said that name a matter


def day_of(at: datetime) -> date:
    """The day of a moment, in Vietnam."""
    return at.astimezone(VIETNAM).date()


@dataclass(frozen=True, slots=True)
class Heard:
    """A visit that may be written down."""

    visit: NewVisit
    body_id: int
    unit_id: int
    on: date
    kind: ReceptionKind
    received_by: ReceivedBy
    receiver: str
    people: tuple[Visitor, ...]
    head_count: int
    content: str
    handling: Handling
    search: str

    @property
    def is_group(self) -> bool:
        """Whether the party is a đoàn."""
        return rules.is_group(self.head_count, on=self.on)


def check(visit: NewVisit, *, by: Seat, at: datetime) -> Heard:
    """Everything wrong is said at once, each sentence beside its field."""
    if by.body_id is None or by.unit_id is None:
        raise Absent
    on = visit.on or day_of(at)
    people = tuple(replace(one, full_name=normal_name(one.full_name)) for one in visit.people if fold(one.full_name))
    head_count = visit.head_count if visit.head_count is not None else len(people)
    content = clean(visit.content)
    wrong = {
        **_wrong_people(people, head_count, on),
        **_wrong_words(visit, content),
        **_wrong_day(on, day_of(at)),
    }
    if wrong:
        raise Refused(
            "reception.visit",
            "Chưa ghi được lượt tiếp. Nội dung đã nhập còn nguyên, xin xem các ô được đánh dấu.",
            "The visit cannot be written down yet. What you typed is kept; please look at the marked fields.",
            law="Điều 25 Luật Tiếp công dân 42/2013/QH13",
            fields=wrong,
        )
    session = _session(visit, by, on)
    lodges = any(one.lodging for one in visit.matters)
    return Heard(
        visit=visit,
        body_id=by.body_id,
        unit_id=by.unit_id,
        on=on,
        kind=ReceptionKind(session.kind) if session else ReceptionKind.REGULAR,
        received_by=ReceivedBy(session.received_by) if session else ReceivedBy.PERMANENT,
        receiver=session.receiver_name if session else by.name,
        people=people,
        head_count=head_count,
        content=content,
        handling=Handling.LODGED if lodges else visit.handling,
        search=search_text(people, content),
    )


def search_text(people: tuple[Visitor, ...], content: str) -> str:
    """What a search of the register reads: names, telephones and words, folded."""
    told = [part for one in people for part in (one.full_name, phone_digits(one.phone) or "")]
    return fold(" ".join([*told, content[:2000]]))


def _wrong_people(people: tuple[Visitor, ...], head_count: int, on: date) -> dict[str, Said]:
    wrong: dict[str, Said] = {}
    if not people:
        wrong["people"] = Said("Xin ghi họ tên người đến.", "Please write down the visitor's name.")
    elif not any(one.address.strip() or one.identity.strip() or one.phone.strip() for one in people):
        wrong["address"] = Said(
            "Xin ghi địa chỉ, số điện thoại hoặc số giấy tờ của người đến.",
            "Please write down an address, a telephone or an identity number.",
        )
    if head_count < max(1, len(people)):
        wrong["head_count"] = Said(
            f"Số người ít hơn số người đã ghi tên ({len(people)}). Xin kiểm tra lại.",
            f"There are fewer people than names ({len(people)}). Please check.",
        )
    elif head_count > rules.LARGEST_PARTY:
        wrong["head_count"] = Said(
            f"Số người vượt quá {count(rules.LARGEST_PARTY)}. Xin kiểm tra lại.",
            f"More than {rules.LARGEST_PARTY} people. Please check.",
        )
    elif rules.is_group(head_count, on=on) and len(people) > rules.most_speakers(head_count):
        most = rules.most_speakers(head_count)
        wrong["people"] = Said(
            f"Đoàn {head_count} người được cử nhiều nhất {most} người đại diện. Xin chỉ ghi tên người đại diện, "
            "những người khác tính vào số người của đoàn.",
            f"A group of {head_count} names at most {most} representatives. Please name only them; "
            "the others are counted in the size of the group.",
        )
    return wrong


def _wrong_words(visit: NewVisit, content: str) -> dict[str, Said]:
    wrong: dict[str, Said] = {}
    if not visit.token or len(visit.token) > 64:
        wrong["token"] = Said("Xin tải lại trang rồi gửi lại.", "Please reload the page and send again.")
    if not fold(content):
        wrong["content"] = Said("Xin ghi tóm tắt nội dung trình bày.", "Please write down briefly what was said.")
    for name, text in (("content", content), ("request", visit.request), ("history", visit.history)):
        if len(text) > rules.LONGEST_TEXT:
            wrong[name] = Said(
                f"Dài hơn {count(rules.LONGEST_TEXT)} ký tự. Xin ghi tóm tắt và đính kèm đơn.",
                f"Longer than {rules.LONGEST_TEXT} characters. Please summarise and attach the petition.",
            )
    if visit.handling is Handling.ANSWERED and not fold(visit.answer):
        wrong["answer"] = Said(
            "Xin ghi nội dung đã trả lời cho người đến.", "Please write down the answer that was given."
        )
    return wrong


def _wrong_day(on: date, today: date) -> dict[str, Said]:
    if on <= today:
        return {}
    return {"on": Said("Ngày tiếp chưa đến. Xin kiểm tra lại.", "The day of the visit is not yet here. Please check.")}


def _session(visit: NewVisit, by: Seat, on: date) -> Session | None:
    """The session that the visit belongs to: this body's, of this day, and with the receiver already named."""
    if visit.session_id is None:
        return None
    session = Session.objects.filter(pk=visit.session_id, body_id=by.body_id).first()
    if session is None:
        raise Absent
    if session.state != SessionState.HELD or session.day != on:
        raise Refused(
            "reception.session_not_held",
            f"Kỳ tiếp ngày {session.day:%d/%m/%Y} chưa mở hoặc không phải của ngày {on:%d/%m/%Y}. "
            "Xin ghi ai trực tiếp tiếp rồi mới ghi các lượt.",
            f"The session of {session.day:%d/%m/%Y} is not open or not of {on:%d/%m/%Y}. "
            "Please record who receives, then the visits.",
        )
    return session


def present(row: Visit, heard: Heard, *, by: Seat, at: datetime) -> tuple[list[VisitMatter], list[Receipt]]:
    """Lay down the matters of a visit and lodge its cases. The number series held by this transaction keeps the body's
    visits in a row, so that no two of them both think a matter is new."""
    lines: list[VisitMatter] = []
    receipts: list[Receipt] = []
    for place, one in enumerate(_brought(heard)):
        matter_id = one.matter_id
        if matter_id is None:
            title = clean(one.title or heard.content)[:TITLE]
            matter_id = cases.open_matter(title=title, unit_id=heard.unit_id, on=heard.on)
        receipt = _lodge(one, matter_id, heard, place, by=by, at=at)
        if receipt:
            receipts.append(receipt)
        lines.append(_line(row, one.purpose, matter_id, receipt.case_id if receipt else None))
    VisitMatter.objects.bulk_create(lines)
    return lines, receipts


def _brought(heard: Heard) -> tuple[Presented, ...]:
    """The matters named, each once; else one new matter out of what is said, and none out of an enquiry."""
    given = heard.visit.matters
    known: dict[int, Presented] = {}
    for one in given:
        if one.matter_id is not None:
            known.setdefault(one.matter_id, one)
    if given:
        return tuple(one for one in given if one.matter_id is None or known[one.matter_id] is one)
    return (Presented(),) if heard.visit.purpose is Purpose.PRESENT else ()


def _line(row: Visit, purpose: Purpose, matter_id: int, case_id: int | None) -> VisitMatter:
    before = VisitMatter.objects.filter(body_id=row.body_id, matter_id=matter_id)
    counted = rules.counting(
        purpose,
        seen_before=before.filter(purpose=Purpose.PRESENT).exists(),
        counted_today=before.filter(received_by=row.received_by, on=row.on, counted=True).exists(),
    )
    return VisitMatter(
        visit=row,
        matter_id=matter_id,
        case_id=case_id,
        purpose=purpose,
        first=counted.first,
        counted=counted.counted,
        body_id=row.body_id,
        unit_id=row.unit_id,
        on=row.on,
        received_by=row.received_by,
    )


def _lodge(one: Presented, matter_id: int, heard: Heard, place: int, *, by: Seat, at: datetime) -> Receipt | None:
    if one.lodging is None:
        return None
    lodging = one.lodging
    draft = Draft(
        kind=lodging.kind,
        text=lodging.text,
        body_id=heard.body_id,
        unit_id=heard.unit_id,
        channel=Channel.RECEPTION,
        title=lodging.title or one.title,
        place=lodging.place,
        field=lodging.field,
        senders=tuple(
            Sender(
                full_name=visitor.full_name,
                phone=visitor.phone,
                address=visitor.address,
                identity=visitor.identity,
                representative=heard.is_group,
            )
            for visitor in heard.people
        ),
        received_on=heard.on,
        matter_id=matter_id,
        token=f"{heard.visit.token[:56]}.{place}",
        files=lodging.files,
    )
    return cases.lodge(by=by, at=at, draft=draft)
