"""The two counters of the live demo, at the commune and at the province, and the chairs' sessions."""

from __future__ import annotations

from datetime import date, datetime, time

from gandan.doors.console.demo import names
from gandan.doors.console.demo.diary import LATER_TODAY, Diary, Story
from gandan.doors.console.demo.tale import Tale, World
from gandan.doors.console.demo.tellings import Spoken, conclusions, spoken
from gandan.matters.cases.words import Channel
from gandan.matters.reception import actions as reception
from gandan.matters.reception.words import (
    Ground,
    Handling,
    NewRefusal,
    NewSession,
    NewVisit,
    Presented,
    Purpose,
    ReceivedBy,
    ReceptionKind,
    Visitor,
    VisitReceipt,
)

DEPUTY = ("Huỳnh Văn Thuận", "Phó Chủ tịch UBND xã Hòa Bình")


def visitor(world: World, *, province: bool = False) -> Visitor:
    """Somebody at the counter."""
    if not province:
        sender = world.person()
        return Visitor(sender.full_name, phone=sender.phone, address=sender.address)
    _, unit = world.chance.choice(world.province.others)
    return Visitor(names.full_name(world.chance), phone=names.telephone(world.chance), address=unit.name)


def speaks(world: World, said: Spoken, *, desk: str = "minh") -> Story:
    """A matter told and answered at once."""
    now = yield LATER_TODAY
    visit = NewVisit(
        token=world.token(),
        people=(visitor(world, province=desk == "khoa"),),
        head_count=world.chance.choices((1, 2, 3), (85, 12, 3))[0],
        content=said.said,
        handling=world.chance.choices((Handling.ANSWERED, Handling.GUIDED), (7, 3))[0],
        answer=said.answer,
    )
    reception.register_visit(by=world.seat(desk), at=now, visit=visit)


def asks(world: World, *, desk: str = "minh") -> Story:
    """Somebody comes only to ask what became of a case."""
    now = yield LATER_TODAY
    known = [tale for tale in world.told if tale.sender.full_name and tale.office == "xa" and tale.now < now]
    if not known:
        return
    tale = world.chance.choice(known)
    visit = NewVisit(
        token=world.token(),
        people=(_visitor_of(tale),),
        content=f"Hỏi kết quả giải quyết: {tale.telling.title}.",
        purpose=Purpose.ENQUIRE,
        handling=Handling.ANSWERED,
        answer=f"Đã tra cứu mã hồ sơ {tale.receipt.receipt}, cho biết nơi đang xử lý và ngày trả lời.",
        matters=(Presented(purpose=Purpose.ENQUIRE, matter_id=tale.receipt.matter_id),),
    )
    reception.register_visit(by=world.seat(desk), at=now, visit=visit)


def comes_back(world: World) -> Story:
    """Somebody brings new facts to a matter that is known already: the matter is linked, not opened anew."""
    now = yield LATER_TODAY
    known = [
        tale for tale in world.told if tale.channel is Channel.RECEPTION and tale.office == "xa" and tale.now < now
    ]
    if not known:
        return
    tale = world.chance.choice(known)
    visit = NewVisit(
        token=world.token(),
        people=(_visitor_of(tale),),
        content=f"Bổ sung thông tin về việc: {tale.telling.title}. Đề nghị xã đến xem thực tế.",
        handling=Handling.ANSWERED,
        answer="Đã ghi thêm vào hồ sơ và hẹn ngày đến xem.",
        matters=(Presented(matter_id=tale.receipt.matter_id),),
    )
    reception.register_visit(by=world.seat("minh"), at=now, visit=visit)


def noted(world: World, said: str, *, answer_after: int = 0) -> Story:
    """Noted at the counter, answered in writing later; its clock runs until then."""
    now = yield LATER_TODAY
    visit = NewVisit(token=world.token(), people=(visitor(world),), content=said, handling=Handling.NOTED)
    receipt = reception.register_visit(by=world.seat("minh"), at=now, visit=visit)
    if answer_after:
        now = yield answer_after
        text = "UBND xã đã kiểm tra thực tế và sẽ xử lý trong tháng; trưởng ấp thông báo ngày cụ thể đến gia đình."
        reception.answer_visit(receipt.visit_id, by=world.seat("minh"), at=now, answer=text)


def turned_away(world: World, ground: Ground, explanation: str, *, notice: bool) -> Story:
    """A visitor who is not received, with the ground; where the law asks for it, the chair notifies in writing."""
    now = yield LATER_TODAY
    refusal = NewRefusal(visitor(world), ground, explanation)
    receipt = reception.refuse_visit(by=world.seat("minh"), at=now, refusal=refusal)
    if notice:
        now = yield 2
        reception.notify_refusal(receipt.refusal_id, by=world.seat("phuong"), at=now)


def group_comes(world: World, content: str, *, people: int) -> Story:
    """A large group with its representatives; the chair is told, an answer in writing follows."""
    now = yield LATER_TODAY
    speakers = tuple(visitor(world) for _ in range(2))
    visit = NewVisit(
        token=world.token(),
        people=speakers,
        head_count=people,
        content=content,
        request="Đề nghị UBND xã đối thoại với bà con trong tuần.",
        handling=Handling.NOTED,
    )
    receipt = reception.register_visit(by=world.seat("minh"), at=now, visit=visit)
    now = yield 4
    text = "UBND xã mời đại diện các hộ dự đối thoại tại nhà văn hóa ấp lúc 8 giờ thứ Sáu tuần này."
    reception.answer_visit(receipt.visit_id, by=world.seat("minh"), at=now, answer=text)


# ------------------------------------------------------------------------------------------------------------ sessions


def session(world: World, diary: Diary, day: date, *, desk: str, turn: int) -> Story:
    """A chair's session: announced, held or moved, people heard, and concluded the day after."""
    now = yield LATER_TODAY
    by = world.seat(desk)
    late_posting = turn % 5 == 2
    plan = NewSession(
        day=day,
        head_name=world.seat("phuong" if desk == "minh" else "dat").name,
        head_post="Chủ tịch UBND xã Hòa Bình" if desk == "minh" else "Chủ tịch UBND tỉnh Vĩnh Long",
        opens=time(7, 30),
        closes=time(11, 0),
        place="Phòng tiếp công dân, trụ sở UBND xã" if desk == "minh" else "Trụ sở Tiếp công dân tỉnh",
        subject="Đất đai, chính sách, hạ tầng và các việc bà con quan tâm",
        participants="Đại diện Mặt trận, Công an, các phòng chuyên môn",
        posted_on=None if late_posting else now.date(),
    )
    made = reception.plan_session(by=by, at=now, plan=plan)
    wait = diary.calendar.working_between(now.date(), day)
    if late_posting:
        now = yield wait - 2
        reception.post_session(made, by=by, at=now)
        wait = 2
    if turn % 7 == 3:
        now = yield wait - 1
        to = diary.calendar.add_working(day, 3)
        made = reception.postpone_session(made, by=by, at=now, to=to, reason="Chủ tịch dự kỳ họp Hội đồng nhân dân")
        wait = 4
    now = yield wait
    delegated = turn % 6 == 4
    reception.hold_session(
        made,
        by=by,
        at=now,
        received_by=ReceivedBy.DELEGATED if delegated else ReceivedBy.HEAD,
        receiver_name=DEPUTY[0] if delegated else "",
        receiver_post=DEPUTY[1] if delegated else "",
        reason="Chủ tịch đi công tác đột xuất theo giấy mời của tỉnh" if delegated else "",
    )
    for said in world.chance.sample(spoken("oral" if desk == "minh" else "at_province"), world.chance.randint(2, 4)):
        now = yield LATER_TODAY
        _before_the_chair(world, made, said, desk=desk, now=now)
    now = yield 1
    if not delegated:
        text = conclusions()[turn % len(conclusions())]
        reception.conclude_session(made, by=world.seat("phuong" if desk == "minh" else "dat"), at=now, text=text)


def _before_the_chair(world: World, session_id: int, said: Spoken, *, desk: str, now: datetime) -> VisitReceipt:
    visit = NewVisit(
        token=world.token(),
        people=(visitor(world, province=desk == "khoa"),),
        content=said.said,
        handling=Handling.ANSWERED,
        answer=said.answer,
        session_id=session_id,
    )
    return reception.register_visit(by=world.seat(desk), at=now, visit=visit)


def at_once(world: World) -> Story:
    """The chair receives out of turn: the matter is heated, many people wait (Luật Tiếp công dân Điều 18 khoản 3)."""
    now = yield LATER_TODAY
    by = world.seat("minh")
    plan = NewSession(
        day=now.date(),
        head_name=world.seat("phuong").name,
        head_post="Chủ tịch UBND xã Hòa Bình",
        kind=ReceptionKind.UNSCHEDULED,
        place="Nhà văn hóa ấp Rạch Bàng",
    )
    made = reception.plan_session(by=by, at=now, plan=plan)
    reception.hold_session(made, by=by, at=now, received_by=ReceivedBy.HEAD)
    visit = NewVisit(
        token=world.token(),
        people=tuple(visitor(world) for _ in range(2)),
        head_count=9,
        content="Chín hộ ở ấp Rạch Bàng đề nghị ngăn ngay nước mặn tràn qua đê bao, lúa sắp trổ.",
        handling=Handling.ANSWERED,
        answer="Chủ tịch xã chỉ đạo đắp đê tạm ngay trong đêm, huy động dân quân và hai máy đào.",
        session_id=made,
    )
    reception.register_visit(by=by, at=now, visit=visit)


def _visitor_of(tale: Tale) -> Visitor:
    return Visitor(tale.sender.full_name, phone=tale.sender.phone, address=tale.sender.address)
