"""One case: for the officers who may see it, and for the citizen who holds its receipt."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from gandan.foundation.deadlines import queries as deadlines
from gandan.foundation.deadlines.words import ClockState
from gandan.foundation.deadlines.words import ClockView as RunningClock
from gandan.foundation.people import queries as people
from gandan.foundation.people.rules import may
from gandan.foundation.people.words import Seat
from gandan.foundation.records import queries as records
from gandan.foundation.territory import queries as territory
from gandan.foundation.territory.words import BODIES
from gandan.matters.cases import forms, receipts, rules, scope, sorting, telling
from gandan.matters.cases.intake import UNNAMED, day_of
from gandan.matters.cases.models import Case, Party, Reply, Transfer
from gandan.matters.cases.pages import (
    Advice,
    CaseFile,
    CaseView,
    ClockView,
    Move,
    MoveField,
    PartyView,
    PublicCaseView,
    PublicReply,
    ReplyView,
    StoryLine,
    TransferView,
)
from gandan.matters.cases.terms import (
    Channel,
    Competence,
    Eligibility,
    Field,
    Ineligible,
    Kind,
    Outcome,
    PartyRole,
    Signatories,
    State,
    Verb,
)
from gandan.matters.cases.tracks import HINTS, steps
from gandan.pure.refusal import Absent, Refused
from gandan.pure.speech import Said

if TYPE_CHECKING:
    from django.db.models import QuerySet

_ASSIGNED_TO = "assignee__account"
_HOPS = 20  # more than any real chain of transfers: a stop, not a limit


def held(viewer: Seat, case_id: int) -> Case:
    """The row of a case that the viewer sees; Absent otherwise. One query, two for the receiver of a transfer."""
    case = _rows().filter(pk=case_id).first()
    if case is None:
        raise Absent
    scope.demand_sight(viewer, case)
    return case


def _rows() -> QuerySet[Case]:
    return Case.objects.select_related("folder", "matter", "unit", "body", "office", _ASSIGNED_TO)


def case(viewer: Seat, case_id: int, *, at: datetime | None = None) -> CaseView:
    """Everything that a case's page draws; Absent outside the viewer's scope. At most twelve queries."""
    row = held(viewer, case_id)
    return _case(viewer, row, _advice(row), at)


def after(viewer: Seat, case_id: int, *, at: datetime) -> CaseView:
    """The case as the move of the viewer left it, also where that move took it out of their sight."""
    row = _rows().get(pk=case_id)
    return _case(viewer, row, _advice(row), at)


def page(viewer: Seat, case_id: int, *, at: datetime, verb: Verb | None = None) -> tuple[CaseView, tuple[Move, ...]]:
    """A case and its moves together, for fewer queries than asking twice; only the move `verb` comes with the choices
    of its form. Absent outside the viewer's scope."""
    row = held(viewer, case_id)
    advice = _advice(row)
    return _case(viewer, row, advice, at), _moves(viewer, row, advice, at, filled=(verb,))


def _case(viewer: Seat, row: Case, advice: Advice | None, at: datetime | None) -> CaseView:
    today = day_of(at) if at else None
    clocks = deadlines.of_folder(row.folder_id)
    return CaseView(
        id=row.pk,
        receipt=receipts.printed(row.receipt),
        number=row.number,
        year=row.year,
        kind=Kind(row.kind),
        state=State(row.state),
        channel=Channel(row.channel),
        field=Field(row.field) if row.field else None,
        title=row.title,
        text=row.text,
        place=row.place,
        lat=row.lat,
        lon=row.lon,
        unit_id=row.unit_id,
        unit_name=row.unit.name,
        body_id=row.body_id,
        body_name=row.body.name,
        office_id=row.office_id,
        office_name=row.office.name,
        assignee_id=row.assignee_id,
        assignee=row.assignee.account.full_name if row.assignee else "",
        received_on=row.received_on,
        received_at=row.received_at,
        eligibility=Eligibility(row.eligibility),
        ineligible_reason=Ineligible(row.ineligible_reason) if row.ineligible_reason else None,
        competence=Competence(row.competence),
        signatories=Signatories(row.signatories),
        legal_reason=row.legal_reason,
        outcome=outcome_of(row),
        closed_on=row.closed_on,
        due_on=row.due_on,
        due_rule=row.due_rule,
        late=row.late or bool(today and row.closed_on is None and row.due_on and row.due_on < today),
        rating=row.rating,
        rating_comment=row.rating_comment,
        satisfied=row.satisfied,
        reopened=row.reopened,
        matter_id=row.matter_id,
        matter_title=row.matter.title,
        matter_cases=Case.objects.filter(matter_id=row.matter_id).count(),
        parties=_parties(row),
        story=_story(row),
        clocks=tuple(_clock(clock, today) for clock in clocks),
        transfers=_transfers(row),
        replies=_replies(row),
        files=_files(viewer, row),
        advice=advice,
        folder_id=row.folder_id,
        seen=row.folder.last_seq,
    )


def outcome_of(row: Case) -> Outcome | None:
    """How it ended, or what was decided."""
    return Outcome(row.outcome) if row.outcome else None


def _parties(row: Case) -> tuple[PartyView, ...]:
    parties = Party.objects.filter(case_id=row.pk).select_related("person").order_by("position")
    return tuple(
        PartyView(
            party.person_id,
            party.person.full_name,
            party.person.phone,
            party.person.email,
            party.person.address,
            PartyRole(party.role),
            party.position,
        )
        for party in parties
    )


def _story(row: Case) -> tuple[StoryLine, ...]:
    entries = records.story(row.folder_id)
    spoken = any(entry.verb in _WITH_WORDS for entry in entries)
    added = iter(row.additions.order_by("id").values_list("text", flat=True) if spoken else ())
    lines = []
    for entry in entries:
        verb = Verb(entry.verb) if entry.verb in _VERBS else None
        if verb is None:
            continue
        more = telling.details(entry.data)
        if verb in _WITH_WORDS and (text := next(added, "")):
            more = (*more, (Said("Nội dung bổ sung", "What was added"), text))
        lines.append(StoryLine(entry.at, verb, entry.author, telling.told(verb, entry.data), more))
    return tuple(lines)


_VERBS = frozenset(verb.value for verb in Verb)
_WITH_WORDS = (Verb.ADD_WORD, Verb.REOPEN)


def _clock(clock: RunningClock, today: date | None) -> ClockView:
    day = today or clock.stopped_on or clock.started_on
    if clock.state is ClockState.CANCELLED:
        status, said = clock.state.value, clock.state.said
    else:
        found = clock.status(day)
        status, said = found.value, found.said
    paused = clock.state is ClockState.PAUSED
    return ClockView(
        rule=clock.rule,
        said=clock.said,
        due_on=None if paused else clock.due,
        status=status,
        status_said=said,
        late=bool(clock.late_by(day)),
        basis=clock.basis.vi,
        steps=clock.steps,
    )


def _transfers(row: Case) -> tuple[TransferView, ...]:
    hops = Transfer.objects.filter(case_id=row.pk).select_related("from_office").order_by("id")
    return tuple(
        TransferView(
            id=hop.pk,
            from_name=hop.from_office.name,
            to_name=hop.to_name,
            sent_at=hop.sent_at,
            accepted_at=hop.accepted_at,
            declined_at=hop.declined_at,
            recalled_at=hop.recalled_at,
            reason=hop.decline_reason or hop.reason,
            document=hop.document,
            hop=hop.hop,
            loop=hop.loop,
            case_id=hop.successor_id,
        )
        for hop in hops
    )


def _replies(row: Case) -> tuple[ReplyView, ...]:
    return tuple(
        ReplyView(one.pk, one.text, one.document, one.signer, one.sent_at, one.published)
        for one in Reply.objects.filter(case_id=row.pk).order_by("id")
    )


def _files(viewer: Seat, row: Case) -> tuple[CaseFile, ...]:
    """The case's files and, after a transfer, those it came with."""
    return tuple(
        CaseFile(file.id, file.name, file.kind, file.size)
        for folder_id in _folders(row)
        for file in records.attachments(viewer, folder_id)
    )


def _folders(row: Case) -> list[int]:
    """The folders of a case and of those it came from, the first first."""
    folders, step = [row.folder_id], row.origin_id
    while step is not None and len(folders) < _HOPS:
        folder_id, step = Case.objects.values_list("folder_id", "origin_id").get(pk=step)
        folders.append(folder_id)
    return folders[::-1]


def file(viewer: Seat, case_id: int, attachment_id: int) -> records.FileView:
    """One file of a case the viewer sees, to be sent; Absent otherwise."""
    row = held(viewer, case_id)
    allowed = {one.id for one in _files(viewer, row)}
    if attachment_id not in allowed:
        raise Absent
    return _in_one_of(_folders(row), attachment_id)


def file_by_receipt(code: str, attachment_id: int) -> records.FileView:
    """One file for the holder of the receipt; Absent otherwise."""
    return _in_one_of(_folders(live(code)), attachment_id)


def _in_one_of(folders: Iterable[int], attachment_id: int) -> records.FileView:
    for folder_id in folders:
        try:
            return records.attachment(folder_id, attachment_id)
        except Absent:
            continue
    raise Absent


def _advice(row: Case) -> Advice | None:
    """What the decision tree says while the case waits to be classified or taken up."""
    if row.state not in (State.RECEIVED.value, State.SORTED.value):
        return None
    guided = Case.objects.filter(matter_id=row.matter_id, outcome=Outcome.GUIDED.value).exclude(pk=row.pk)
    return sorting.suggest(
        sorting.Facts(
            kind=Kind(row.kind),
            eligibility=Eligibility(row.eligibility),
            competence=Competence(row.competence),
            ineligible_reason=Ineligible(row.ineligible_reason) if row.ineligible_reason else None,
            channel=Channel(row.channel),
            guided_before=row.eligibility == Eligibility.ELIGIBLE.value and guided.exists(),
        )
    )


def moves(viewer: Seat, case_id: int, *, at: datetime) -> tuple[Move, ...]:
    """What the viewer may do with the case now: the table, their post's rights, who holds it; the advised first."""
    row = held(viewer, case_id)
    return _moves(viewer, row, _advice(row), at, filled=tuple(Verb))


def _moves(
    viewer: Seat, row: Case, advice: Advice | None, at: datetime, *, filled: Collection[Verb | None]
) -> tuple[Move, ...]:
    arriving = scope.pending(row) if row.state == State.TRANSFERRING.value else None
    receives = arriving is not None and scope.is_receiver(viewer, arriving.to_office_id)
    acts = _acts(viewer, row)
    choices = _Choices(viewer, row, day_of(at))
    found = []
    for verb, step in steps(Kind(row.kind), State(row.state)).items():
        if not may(viewer, step.right) or not (receives if step.receiver else acts) or not _fits(verb, row):
            continue
        fields = forms.fields_of(Kind(row.kind), verb)
        if verb in filled:
            fields = tuple(choices.fill(field) for field in fields)
        grave = State.CLOSED in step.to and verb not in (Verb.REPLY, Verb.TAKE_OVER)
        advised = advice is not None and advice.verb is verb
        found.append(Move(verb, step.law, HINTS[verb], fields, advised, grave))
    return tuple(sorted(found, key=lambda move: not move.advised))


def _acts(viewer: Seat, row: Case) -> bool:
    if not scope.sees(viewer, row):
        return False
    try:
        scope.demand_hand(viewer, row)
    except Refused:
        return False
    return True


def _fits(verb: Verb, row: Case) -> bool:
    """Whether the classification and the outcome allow the verb: what the law refuses is not offered."""
    try:
        rules.check_sorted(verb, State(row.state), Eligibility(row.eligibility), Competence(row.competence))
        if verb is Verb.REOPEN:
            rules.reopened_state(Kind(row.kind), Outcome(row.outcome))
    except Refused:
        return False
    return True


class _Choices:
    """Fills the fields whose choices depend on who looks and at what."""

    def __init__(self, viewer: Seat, row: Case, today: date) -> None:
        self._viewer, self._row, self._today = viewer, row, today
        self._known: dict[str, tuple[tuple[str, Said], ...]] = {}

    def fill(self, field: MoveField) -> MoveField:
        """The field with its choices and what it starts from."""
        if field.kind in ("office", "post"):
            return replace(field, choices=self._once(field))
        if field.kind == "date" and field.required is False:
            return replace(field, initial=self._today.isoformat())
        if field.name in ("kind", "eligibility", "competence", "field", "signatories", "ineligible_reason"):
            return replace(field, initial=getattr(self._row, field.name))
        if field.name == "signer":
            return replace(field, initial=self._viewer.name)
        return field

    def _once(self, field: MoveField) -> tuple[tuple[str, Said], ...]:
        if field.name not in self._known:
            self._known[field.name] = {"office": self._offices, "post": self._posts, "to_office": self._bodies}[
                field.name
            ]()
        return self._known[field.name]

    def _offices(self) -> tuple[tuple[str, Said], ...]:
        below = territory.offices_under(self._row.body_id, on=self._today)
        return tuple((str(office.id), Said(office.name, office.name)) for office in below)

    def _posts(self) -> tuple[tuple[str, Said], ...]:
        seats = people.colleagues(self._viewer, on=self._today)
        return tuple(
            (
                str(seat.post_id),
                Said(
                    f"{seat.name} ({seat.role.said.vi}, {seat.office_name})",
                    f"{seat.name} ({seat.role.said.en}, {seat.office_name})",
                ),
            )
            for seat in seats
            if seat.role.value in ("handler", "head", "reception")
        )

    def _bodies(self) -> tuple[tuple[str, Said], ...]:
        """The committees and departments of the same tree; a body outside it is named in words."""
        root = int(self._row.body.path.split("/")[0])
        return tuple(
            (str(office.id), Said(office.name, office.name))
            for office in territory.offices_under(root, on=self._today)
            if (office.kind in BODIES or office.parent_id == root)
            and office.id not in (self._row.body_id, self._row.office_id)
        )


def live(code: str) -> Case:
    """The case that now carries the words of a receipt: after transfers, the last receiver's. Absent if none, with a
    hint when a character must be mistyped."""
    row = first = _by_receipt(code)
    for _ in range(_HOPS):
        following = _rows().filter(origin_id=row.pk).order_by("-id").first()
        if following is None:
            return row
        row = following
    return first


def _by_receipt(code: str) -> Case:
    receipt = receipts.parse(code)
    row = _rows().filter(receipt=receipt).first() if receipt else None
    if row is None:
        raise Absent(
            "case.no_receipt",
            "Không có hồ sơ nào mang mã này. Mã gồm 11 chữ và số, ví dụ 7KQ4-M9XD-2TB; xin kiểm tra từng ký tự.",
            "No case has this receipt. It has 11 letters and digits, like 7KQ4-M9XD-2TB; please check each of them.",
        )
    return row


def by_receipt(code: str, *, at: datetime) -> PublicCaseView:
    """A case for the one who holds its receipt, however it was typed: plain words, initials only, no officer's name."""
    first = _by_receipt(code)
    chain = _chain(first)
    row, today = chain[-1], day_of(at)
    waiting = scope.pending(row) if row.state == State.TRANSFERRING.value else None
    clocks = [clock for clock in deadlines.of_folder(row.folder_id) if clock.state is ClockState.RUNNING]
    due = min(clocks, key=lambda clock: (clock.due, clock.id), default=None)
    until = rules.reopen_until(Kind(row.kind), outcome_of(row), row.closed_on)
    return PublicCaseView(
        receipt=receipts.printed(first.receipt),
        register_number=f"{first.number}/{first.year}",
        kind=Kind(row.kind),
        title=first.title,
        text=first.text,
        place=first.place,
        senders=tuple(initials(party.name) for party in _parties(first)),
        received_on=first.received_on,
        body_name=row.body.name,
        holder=row.office.name,
        state=State(row.state),
        outcome=outcome_of(row),
        now=telling.now(
            State(row.state),
            holder=row.office.name,
            to=waiting.to_name if waiting else "",
            outcome=outcome_of(row),
        ),
        due_on=due.due if due else None,
        late=bool(due and due.due < today) or (row.closed_on is not None and row.late),
        steps=tuple(line for one in chain for line in _public_story(one)),
        why=due.steps if due else (),
        replies=tuple(reply for one in chain for reply in _public_replies(one)),
        files=tuple(
            CaseFile(file.id, file.name, file.kind, file.size)
            for one in chain
            for file in records.own_attachments(one.folder_id)
        ),
        may_rate=may_rate(row),
        may_reopen=until is not None and today <= until,
        reopen_until=until,
        may_add=row.closed_on is None,
        rating=row.rating,
        closed_on=row.closed_on,
    )


def _chain(first: Case) -> list[Case]:
    chain = [first]
    while len(chain) < _HOPS:
        following = _rows().filter(origin_id=chain[-1].pk).order_by("-id").first()
        if following is None:
            break
        chain.append(following)
    return chain


def _public_story(row: Case) -> Sequence[StoryLine]:
    lines = []
    for entry in records.story(row.folder_id):
        verb = Verb(entry.verb) if entry.verb in _VERBS else None
        said = telling.told_citizen(verb, entry.data, body=row.body.name) if verb else None
        if verb and said:
            lines.append(StoryLine(entry.at, verb, "", said))
    return lines


def _public_replies(row: Case) -> Sequence[PublicReply]:
    return [
        PublicReply(one.text, one.document, one.signer, one.sent_at)
        for one in Reply.objects.filter(case_id=row.pk).order_by("id")
    ]


def initials(name: str) -> str:
    """ "Nguyễn Thị Lan" as "N. T. L."; the unnamed stay “Người dân”."""
    return UNNAMED if name == UNNAMED else " ".join(f"{word[0]}." for word in name.split())


def may_rate(row: Case) -> bool:
    """Whether there is an answer or a decision that its reader has."""
    answered = row.state in (State.ANSWERED.value, State.SENT.value, State.CLOSED.value)
    outcome = outcome_of(row)
    return answered and outcome is not None and outcome.settled


def days_of(row: Case) -> set[date]:
    """The days whose figures count a case."""
    days = (row.received_on, row.sorted_on, row.accepted_on, row.settled_on, row.closed_on, row.rated_on)
    return {day for day in days if day is not None}
