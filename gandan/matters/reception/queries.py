"""The only readers of reception; the viewer first. What a viewer may not see does not exist."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from django.db.models import Count, F, Q, QuerySet, Sum

from gandan.foundation.people.rules import CLEARED, REACH, may
from gandan.foundation.people.words import Reach, Right, Role, Seat, Secrecy
from gandan.foundation.records import queries as records
from gandan.foundation.territory import queries as territory
from gandan.foundation.territory.words import OfficeKind, OfficeView, Tier
from gandan.matters.cases.words import Page
from gandan.matters.reception import clocks, rules
from gandan.matters.reception.counter import day_of
from gandan.matters.reception.models import Session, Visit, VisitMatter, VisitPerson
from gandan.matters.reception.words import (
    ComplianceRow,
    EarlierVisit,
    Handling,
    MatterLine,
    Purpose,
    ReceivedBy,
    ReceptionKind,
    Regime,
    SessionRow,
    SessionState,
    StoryLine,
    Today,
    VisitFilter,
    VisitorView,
    VisitRow,
    VisitView,
)
from gandan.pure.clock.calendar import Calendar
from gandan.pure.refusal import Absent
from gandan.pure.speech import Said
from gandan.pure.vietnamese import fold, phone_digits

PAGE = 50
VERBS = {
    "receive": Said("Đã tiếp", "Received"),
    "answer": Said("Đã trả lời bằng văn bản", "Answered in writing"),
    "refuse": Said("Từ chối tiếp", "Refused"),
    "notify": Said("Đã ra thông báo từ chối", "Refusal notified"),
    "import": Said("Nhập từ sổ cũ", "Imported from a register"),
}


def visits(viewer: Seat, *, filter: VisitFilter | None = None, page: int = 1, size: int = PAGE) -> Page[VisitRow]:
    """The register of the viewer's bodies, newest first."""
    rows = _filtered(_in_reach(viewer), filter or VisitFilter())
    total = rows.count()
    number = max(1, min(page, -(-total // size) or 1))
    listed = rows.order_by("-on", "-id")[(number - 1) * size : number * size]
    return Page(rows=[_row(row) for row in _with_names(listed)], total=total, number=number, size=size)


def visit(viewer: Seat, visit_id: int) -> VisitView:
    """One visit whole; Absent outside the viewer's reach."""
    row = _with_names(_in_reach(viewer).filter(pk=visit_id)).first()
    if row is None:
        raise Absent
    reply = clocks.reply(row.folder_id)
    story = records.story(row.folder_id)
    return VisitView(
        row=_row(row),
        request=row.request,
        history=row.history,
        answer=row.answer,
        session_id=row.session_id,
        persons=_persons(row),
        matters=_matters(row),
        reply_due=reply.due if reply else None,
        reply_why=reply.steps if reply else (),
        answered_on=row.answered_on,
        story=tuple(StoryLine(one.at, one.author, VERBS.get(one.verb, Said(one.verb, one.verb))) for one in story),
        folder_id=row.folder_id,
        seen=story[-1].seq if story else 0,
    )


def today(viewer: Seat, *, at: datetime) -> Today:
    """The counter's day: what was written down so far and which sessions stand in the calendar."""
    day = day_of(at)
    rows = _in_reach(viewer).filter(on=day, body_id=viewer.body_id)
    counts = rows.aggregate(visits=Count("id"), people=Sum("head_count"), groups=Count("group"))
    return Today(
        day=day,
        visits=counts["visits"],
        people=counts["people"] or 0,
        matters=VisitMatter.objects.filter(visit__in=rows, counted=True).count(),
        groups=counts["groups"],
        sessions=tuple(_session_rows(Session.objects.filter(body_id=viewer.body_id, day=day))),
        rows=tuple(_row(row) for row in _with_names(rows.order_by("-id"))),
    )


def calendar(
    viewer: Seat, *, start: date, end: date, body_id: int | None = None, unit_ids: Iterable[int] | None = None
) -> list[SessionRow]:
    """The heads' calendar of some days. The public sees what was announced; officers of the body see all of it."""
    rows = Session.objects.filter(day__gte=start, day__lte=end)
    if body_id is not None:
        rows = rows.filter(body_id=body_id)
    if unit_ids is not None:
        rows = rows.filter(unit_id__in=list(unit_ids))
    if Right.LOOK not in _rights(viewer):
        rows = rows.filter(posted_on__isnull=False)
    else:
        rows = rows.filter(Q(posted_on__isnull=False) | _reach(viewer))
    return _session_rows(rows)


def session(viewer: Seat, session_id: int) -> SessionRow:
    """One session; Absent outside the viewer's reach."""
    if not may(viewer, Right.LOOK):
        raise Absent
    found = _session_rows(Session.objects.filter(_reach(viewer), pk=session_id))
    if not found:
        raise Absent
    return found[0]


def like(viewer: Seat, *, name: str = "", phone: str = "", limit: int = 8) -> list[EarlierVisit]:
    """Earlier visits of perhaps the same person to the viewer's body, newest first: link a matter, do not open anew."""
    digits = phone_digits(phone) or ""
    folded = fold(name)
    if not digits and len(folded) < 3:
        return []
    same = Q(persons__person__phone=digits) if digits else Q(persons__person__folded_name=folded)
    rows = _in_reach(viewer).filter(same, body_id=viewer.body_id).order_by("-on", "-id").distinct()[:limit]
    listed = list(_with_names(rows))
    lines = VisitMatter.objects.filter(visit__in=listed).select_related("matter").order_by("id")
    first = {line.visit_id: line for line in reversed(list(lines))}
    times = dict(
        VisitMatter.objects.filter(body_id=viewer.body_id, matter_id__in=[line.matter_id for line in first.values()])
        .values_list("matter_id")
        .annotate(times=Count("id"))
    )
    return [_earlier(row, first.get(row.pk), times) for row in listed]


def _earlier(row: Visit, line: VisitMatter | None, times: dict[int, int]) -> EarlierVisit:
    return EarlierVisit(
        visit_id=row.pk,
        visitor=row.visitor,
        on=row.on,
        body_name=row.body.name,
        content=row.content,
        matter_id=line.matter_id if line else None,
        matter_title=line.matter.title if line else "",
        visits=times.get(line.matter_id, 0) if line else 0,
    )


def compliance(viewer: Seat, *, start: date, end: date, office_ids: Sequence[int] | None = None) -> list[ComplianceRow]:
    """How the heads in the viewer's reach kept their days of reception: received in person ÷ required.

    Without `office_ids`: the People's Committees in reach. Luật Tiếp công dân Điều 12, 13, 15, 18.
    """
    if not may(viewer, Right.COUNT) or viewer.body_id is None:
        return []
    offices = _offices(viewer, viewer.body_id, end, office_ids)
    tiers = {view.id: view.tier for view in territory.units({office.unit_id for office in offices}, end).values()}
    held: dict[int, list[Session]] = {}
    for row in Session.objects.filter(body_id__in=[office.id for office in offices], day__gte=start, day__lte=end):
        held.setdefault(row.body_id, []).append(row)
    working = clocks.calendars({row.unit_id for rows in held.values() for row in rows})
    return [
        _kept(office, tiers[office.unit_id], held.get(office.id, []), start=start, end=end, working=working)
        for office in offices
    ]


def _offices(viewer: Seat, body_id: int, on: date, office_ids: Sequence[int] | None) -> list[OfficeView]:
    """The offices asked for that are in reach; without any named, the People's Committees in reach."""
    if office_ids is None:
        under = territory.offices_under(body_id, on=on)
        return [office for office in under if office.kind is OfficeKind.PEOPLE_COMMITTEE]
    asked = (territory.office(office_id) for office_id in office_ids)
    return [office for office in asked if office.path.startswith(viewer.body_path)]


def regime_of(office: OfficeView, tier: Tier) -> Regime:
    """Whose rhythm an office's head follows."""
    if office.kind is not OfficeKind.PEOPLE_COMMITTEE:
        return Regime.AGENCY_HEAD
    return {Tier.PROVINCE: Regime.PROVINCE_CHAIR, Tier.DISTRICT: Regime.DISTRICT_CHAIR}.get(tier, Regime.COMMUNE_CHAIR)


def _kept(
    office: OfficeView,
    tier: Tier,
    sessions: Sequence[Session],
    *,
    start: date,
    end: date,
    working: Mapping[int, Calendar],
) -> ComplianceRow:
    regime = regime_of(office, tier)
    days = {row.day for row in sessions if row.received_by == ReceivedBy.HEAD}
    duties = list(rules.duties(regime, start, end))
    return ComplianceRow(
        body_id=office.id,
        body_name=office.name,
        unit_id=office.unit_id,
        regime=regime,
        required=rules.required_days(regime, start, end),
        received=len(days),
        delegated=sum(row.received_by == ReceivedBy.DELEGATED for row in sessions),
        moved=sum(row.state in (SessionState.POSTPONED, SessionState.CANCELLED) for row in sessions),
        posted_late=sum(
            rules.posted_late(row.day, row.posted_on, ReceptionKind(row.kind), working[row.unit_id]) for row in sessions
        ),
        missed=tuple((duty.first, duty.last) for duty in rules.missed(regime, start, end, days)),
        law=duties[-1].law if duties else "",
    )


# ---------------------------------------------------------------------------------------------------- reach and drawing


def _rights(viewer: Seat) -> frozenset[Right]:
    return frozenset(right for right in Right if may(viewer, right))


def _reach(viewer: Seat) -> Q:
    """The rows of the bodies that the viewer reaches; none for a citizen."""
    if viewer.role is Role.SYSTEM:
        return Q()
    reach = REACH[viewer.role]
    if reach is Reach.BODY and viewer.body_path:
        return Q(body__path__startswith=viewer.body_path)
    if reach is Reach.OFFICE and viewer.office_id is not None:
        return Q(body_id=viewer.office_id)
    return Q(pk__in=[])


def _in_reach(viewer: Seat) -> QuerySet[Visit]:
    if not may(viewer, Right.LOOK) or Secrecy.PERSONAL not in CLEARED[viewer.role]:
        return Visit.objects.none()
    return Visit.objects.filter(_reach(viewer))


def _filtered(rows: QuerySet[Visit], wanted: VisitFilter) -> QuerySet[Visit]:
    if wanted.start:
        rows = rows.filter(on__gte=wanted.start)
    if wanted.end:
        rows = rows.filter(on__lte=wanted.end)
    if wanted.received_by:
        rows = rows.filter(received_by=wanted.received_by)
    if wanted.groups_only:
        rows = rows.filter(group__isnull=False)
    if wanted.unit_id is not None:
        rows = rows.filter(unit_id=wanted.unit_id)
    for word in fold(wanted.text).split()[:8]:
        rows = rows.filter(search__contains=word)
    return rows


def _with_names(rows: QuerySet[Visit]) -> QuerySet[Visit]:
    return rows.select_related("body", "group")


def _row(row: Visit) -> VisitRow:
    return VisitRow(
        id=row.pk,
        number=row.number,
        year=row.year,
        on=row.on,
        kind=ReceptionKind(row.kind),
        received_by=ReceivedBy(row.received_by),
        receiver_name=row.receiver_name,
        visitor=row.visitor,
        head_count=row.head_count,
        group=getattr(row, "group", None) is not None,
        purpose=Purpose(row.purpose),
        content=row.content,
        handling=Handling(row.handling),
        body_id=row.body_id,
        body_name=row.body.name,
        unit_id=row.unit_id,
    )


def _persons(row: Visit) -> tuple[VisitorView, ...]:
    people = VisitPerson.objects.filter(visit=row).select_related("person").order_by("position")
    return tuple(
        VisitorView(
            person_id=one.person_id,
            full_name=one.person.full_name,
            phone=one.person.phone,
            address=one.person.address,
            represents=one.represents,
            identified=bool(one.person.identity_index),
        )
        for one in people
    )


def _matters(row: Visit) -> tuple[MatterLine, ...]:
    lines = VisitMatter.objects.filter(visit=row).select_related("matter").order_by("id")
    return tuple(
        MatterLine(
            matter_id=line.matter_id,
            title=line.matter.title,
            case_id=line.case_id,
            purpose=Purpose(line.purpose),
            first=line.first,
            counted=line.counted,
        )
        for line in lines
    )


def _session_rows(rows: QuerySet[Session]) -> list[SessionRow]:
    listed = (
        rows.select_related("body")
        .annotate(visit_count=Count("visits"), moved_day=F("moved_to__day"))
        .order_by("day", "opens", "id")
    )
    working = clocks.calendars({row.unit_id for row in listed})
    return [_session_row(row, working[row.unit_id]) for row in listed]


def _session_row(row: Session, working: Calendar) -> SessionRow:
    kind = ReceptionKind(row.kind)
    return SessionRow(
        id=row.pk,
        body_id=row.body_id,
        body_name=row.body.name,
        unit_id=row.unit_id,
        kind=kind,
        state=SessionState(row.state),
        day=row.day,
        opens=row.opens,
        closes=row.closes,
        place=row.place,
        subject=row.subject,
        participants=row.participants,
        head_name=row.head_name,
        head_post=row.head_post,
        received_by=ReceivedBy(row.received_by) if row.received_by else None,
        receiver_name=row.receiver_name,
        receiver_post=row.receiver_post,
        reason=row.reason,
        posted_on=row.posted_on,
        post_by=rules.post_by(row.day, working),
        posted_late=rules.posted_late(row.day, row.posted_on, kind, working),
        moved_to=row.moved_day,  # type: ignore[attr-defined]  # annotated above
        visits=row.visit_count,  # type: ignore[attr-defined]  # annotated above
        conclusion=row.conclusion,
        conclusion_number=row.conclusion_number,
    )
