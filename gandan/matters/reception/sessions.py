"""A head's session from its announcement to its conclusion (Luật Tiếp công dân Điều 18, 24; NĐ 154/2026 Điều 25)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from gandan.foundation.people.rules import demand
from gandan.foundation.people.words import Right, Seat
from gandan.foundation.records import actions as records
from gandan.foundation.records.words import FolderKind
from gandan.matters.reception import rules
from gandan.matters.reception.counter import day_of
from gandan.matters.reception.models import Session
from gandan.matters.reception.words import NewSession, ReceivedBy, ReceptionKind, SessionState
from gandan.pure.refusal import Absent, Refused
from gandan.pure.speech import Said
from gandan.pure.vietnamese import clean

CONCLUSIONS = "TB-KL-TCD"  # the book of conclusion notices


@transaction.atomic
def plan_session(*, by: Seat, at: datetime, plan: NewSession) -> int:
    """Announce a session of the viewer's body; its id. Late posting is recorded and shown, not refused."""
    demand(by, Right.RECEIVE)
    _demand_plan(plan, day_of(at))
    session = _open(plan, by, at)
    records.write(session.folder, "plan", by=by, at=at, data=_told(session), days=[session.day])
    return session.pk


def _open(plan: NewSession, by: Seat, at: datetime, instead_of: Session | None = None) -> Session:
    if by.body_id is None or by.unit_id is None:
        raise Absent
    folder = records.open_folder(kind=FolderKind.SESSION, unit_id=by.unit_id, at=at)
    return Session.objects.create(
        folder=folder,
        body_id=by.body_id,
        unit_id=by.unit_id,
        kind=plan.kind,
        day=plan.day,
        opens=plan.opens,
        closes=plan.closes,
        place=clean(plan.place)[:200],
        subject=clean(plan.subject)[:300],
        participants=clean(plan.participants)[:300],
        head_name=clean(plan.head_name)[:120],
        head_post=clean(plan.head_post)[:120],
        posted_on=plan.posted_on,
        instead_of=instead_of,
    )


def _demand_plan(plan: NewSession, today: date) -> None:
    wrong: dict[str, Said] = {}
    if plan.kind is ReceptionKind.REGULAR:
        wrong["kind"] = Said(
            "Tiếp thường xuyên diễn ra hằng ngày, không cần lập kỳ. Xin chọn định kỳ hoặc đột xuất.",
            "Daily reception needs no session. Please choose scheduled or unscheduled.",
        )
    if not clean(plan.head_name):
        wrong["head_name"] = Said("Xin ghi họ tên người tiếp.", "Please write down who receives.")
    if plan.opens and plan.closes and plan.closes <= plan.opens:
        wrong["closes"] = Said("Giờ kết thúc phải sau giờ bắt đầu.", "The session must end after it begins.")
    if plan.posted_on and plan.posted_on > today:
        wrong["posted_on"] = Said("Ngày niêm yết chưa đến.", "The day of posting is not yet here.")
    if wrong:
        raise Refused(
            "reception.plan",
            "Chưa lập được kỳ tiếp. Xin xem các ô được đánh dấu.",
            "The session cannot be announced yet. Please look at the marked fields.",
            law="khoản 2 Điều 24 Luật Tiếp công dân 42/2013/QH13",
            fields=wrong,
        )


@transaction.atomic
def post_session(session_id: int, *, by: Seat, at: datetime, on: date | None = None) -> None:
    """The announcement hangs on the board and stands on the website since `on` (the day of `at` when None)."""
    session = _held_for_change(session_id, by)
    _demand_planned(session)
    posted = on or day_of(at)
    if posted > day_of(at):
        raise Refused("reception.posted", "Ngày niêm yết chưa đến.", "The day of posting is not yet here.")
    session.posted_on = posted
    session.save(update_fields=["posted_on"])
    records.write(session.folder, "post", by=by, at=at, data={"posted_on": posted.isoformat()}, days=[session.day])


@transaction.atomic
def hold_session(
    session_id: int,
    *,
    by: Seat,
    at: datetime,
    received_by: ReceivedBy,
    receiver_name: str = "",
    receiver_post: str = "",
    reason: str = "",
) -> None:
    """Record who actually receives: the head in person, or somebody delegated, by name and with the reason.

    Only the head in person counts towards the duty (Luật Tiếp công dân Điều 12, 15, 18).
    """
    session = _held_for_change(session_id, by)
    _demand_planned(session)
    delegated = received_by is ReceivedBy.DELEGATED
    wrong: dict[str, Said] = {}
    if session.day > day_of(at):
        wrong["day"] = Said("Ngày tiếp chưa đến.", "The day of the session is not yet here.")
    if received_by is ReceivedBy.PERMANENT:
        wrong["received_by"] = Said(
            "Kỳ tiếp do thủ trưởng hoặc người được ủy quyền tiếp. Xin chọn một trong hai.",
            "A session is held by the head or by somebody delegated. Please choose one.",
        )
    if delegated and not clean(receiver_name):
        wrong["receiver_name"] = Said("Xin ghi họ tên người được ủy quyền.", "Please name who was delegated.")
    if delegated and not clean(reason):
        wrong["reason"] = Said("Xin ghi lý do ủy quyền.", "Please give the reason for the delegation.")
    if wrong:
        raise Refused(
            "reception.hold",
            "Chưa ghi được người tiếp. Xin xem các ô được đánh dấu.",
            "Who receives cannot be recorded yet. Please look at the marked fields.",
            fields=wrong,
        )
    session.state = SessionState.HELD.value
    session.received_by = received_by.value
    session.receiver_name = clean(receiver_name)[:120] if delegated else session.head_name
    session.receiver_post = clean(receiver_post)[:120] if delegated else session.head_post
    session.reason = clean(reason)[:300] if delegated else ""
    session.save(update_fields=["state", "received_by", "receiver_name", "receiver_post", "reason"])
    records.write(session.folder, "hold", by=by, at=at, data=_told(session), days=[session.day])


@transaction.atomic
def postpone_session(session_id: int, *, by: Seat, at: datetime, to: date, reason: str) -> int:
    """Move a session to another day for a good reason; both days stay visible. The id of the session on the new day."""
    session = _held_for_change(session_id, by)
    _demand_planned(session)
    _demand_reason(reason)
    if to <= session.day and to <= day_of(at):
        raise Refused(
            "reception.postpone",
            "Ngày tiếp mới phải sau hôm nay. Xin chọn ngày khác.",
            "The new day must be after today. Please choose another.",
            law="khoản 4 Điều 24 Luật Tiếp công dân 42/2013/QH13",
            fields={"to": Said("Xin chọn ngày sau hôm nay.", "Please choose a day after today.")},
        )
    _end(session, SessionState.POSTPONED, reason)
    plan = NewSession(
        day=to,
        head_name=session.head_name,
        head_post=session.head_post,
        kind=ReceptionKind(session.kind),
        opens=session.opens,
        closes=session.closes,
        place=session.place,
        subject=session.subject,
        participants=session.participants,
    )
    moved = _open(replace(plan, posted_on=day_of(at) if session.posted_on else None), by, at, instead_of=session)
    records.write(
        session.folder, "postpone", by=by, at=at, data={"to": to.isoformat(), **_told(session)}, days=[session.day]
    )
    records.write(moved.folder, "plan", by=by, at=at, data=_told(moved), days=[moved.day])
    return moved.pk


@transaction.atomic
def cancel_session(session_id: int, *, by: Seat, at: datetime, reason: str) -> None:
    """The session does not take place, and why."""
    session = _held_for_change(session_id, by)
    _demand_planned(session)
    _demand_reason(reason)
    _end(session, SessionState.CANCELLED, reason)
    records.write(session.folder, "cancel", by=by, at=at, data=_told(session), days=[session.day])


@transaction.atomic
def conclude_session(session_id: int, *, by: Seat, at: datetime, text: str) -> int:
    """The head's written conclusion (NĐ 154/2026 Điều 25 khoản 2); its number in the body's book of conclusions."""
    demand(by, Right.DECIDE)
    session = _held_for_change(session_id, by)
    if session.state != SessionState.HELD or session.concluded_on is not None:
        raise Refused(
            "reception.conclude",
            "Chỉ ban hành một thông báo kết luận cho kỳ đã tiếp. Xin kiểm tra lại kỳ tiếp.",
            "One conclusion is issued for a session that was held. Please check the session.",
        )
    if not clean(text):
        raise Refused(
            "reception.conclusion",
            "Xin ghi nội dung kết luận.",
            "Please write the conclusion.",
            fields={"text": Said("Xin ghi nội dung kết luận.", "Please write the conclusion.")},
        )
    session.conclusion = clean(text)
    session.concluded_on = day_of(at)
    session.conclusion_number = records.next_number(
        office_id=session.body_id, kind=CONCLUSIONS, year=session.concluded_on.year
    )
    session.save(update_fields=["conclusion", "concluded_on", "conclusion_number"])
    data = {"number": session.conclusion_number, "on": session.concluded_on.isoformat()}
    records.write(session.folder, "conclude", by=by, at=at, data=data, days=[session.day])
    return session.conclusion_number


def _held_for_change(session_id: int, by: Seat) -> Session:
    """The body's session with its folder held: who acts on it next waits."""
    demand(by, Right.RECEIVE)
    found = Session.objects.filter(pk=session_id, body_id=by.body_id).first()
    if found is None:
        raise Absent
    folder = records.hold(found.folder_id)
    session = Session.objects.get(pk=session_id)
    session.folder = folder
    return session


def _demand_planned(session: Session) -> None:
    if rules.NEXT[SessionState(session.state)]:
        return
    state = SessionState(session.state).said
    raise Refused(
        "reception.session_over",
        f"Kỳ tiếp ngày {session.day:%d/%m/%Y} {state.vi}, không thay đổi được nữa.",
        f"The session of {session.day:%d/%m/%Y} is {state.en} and cannot be changed.",
    )


def _demand_reason(reason: str) -> None:
    if not clean(reason):
        raise Refused(
            "reception.reason",
            "Xin ghi lý do để người dân được biết.",
            "Please give the reason, for people to know.",
            law="khoản 4 Điều 24 Luật Tiếp công dân 42/2013/QH13",
            fields={"reason": Said("Xin ghi lý do.", "Please give the reason.")},
        )


def _end(session: Session, state: SessionState, reason: str) -> None:
    session.state = state.value
    session.reason = clean(reason)[:300]
    session.save(update_fields=["state", "reason"])


def _told(session: Session) -> dict[str, str]:
    return {
        "day": session.day.isoformat(),
        "kind": str(session.kind),
        "state": str(session.state),
        "received_by": str(session.received_by),
        "receiver": session.receiver_name or session.head_name,
        "reason": session.reason,
    }
