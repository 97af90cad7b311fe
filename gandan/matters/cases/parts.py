"""The parts of a case's page, each read only when the journal says that there is something to read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from gandan.foundation.deadlines.words import ClockState
from gandan.foundation.deadlines.words import ClockView as RunningClock
from gandan.foundation.people.words import Seat
from gandan.foundation.records import queries as records
from gandan.matters.cases import sorting, telling
from gandan.matters.cases.models import Case, Party, Reply, Transfer
from gandan.matters.cases.pages import (
    Advice,
    CaseFile,
    ClockView,
    PartyView,
    ReplyView,
    StoryLine,
    TransferView,
)
from gandan.matters.cases.terms import (
    Channel,
    Competence,
    Eligibility,
    Ineligible,
    Kind,
    Outcome,
    PartyRole,
    State,
    Verb,
)
from gandan.pure.refusal import Absent
from gandan.pure.speech import Said

if TYPE_CHECKING:
    from django.db.models import QuerySet

Entries: TypeAlias = Sequence[tuple[Verb, records.EntryView]]
HOPS = 20  # more than any real chain of transfers: a stop, not a limit
_VERBS = frozenset(verb.value for verb in Verb)
_WITH_WORDS = (Verb.ADD_WORD, Verb.REOPEN)
_WITH_REPLIES = frozenset({Verb.REPLY, Verb.DECIDE, Verb.REFUSE, Verb.GUIDE, Verb.RETURN, Verb.URGE, Verb.IMPORT})


def rows() -> QuerySet[Case]:
    """Cases with all that their page names; the search words stay in the table."""
    joined = Case.objects.select_related("folder", "matter", "unit", "body", "office", "assignee__account")
    return joined.defer("search")


def entries_of(row: Case) -> Entries:
    """The journal of a case, entry by entry, each with its verb; entries of other rooms (a moved deadline) stay out."""
    return [(Verb(entry.verb), entry) for entry in records.story(row.folder_id) if entry.verb in _VERBS]


def outcome_of(row: Case) -> Outcome | None:
    """How it ended, or what was decided."""
    return Outcome(row.outcome) if row.outcome else None


def may_rate(row: Case) -> bool:
    """Whether there is an answer or a decision that its reader has."""
    answered = row.state in (State.ANSWERED.value, State.SENT.value, State.CLOSED.value)
    outcome = outcome_of(row)
    return answered and outcome is not None and outcome.settled


def days_of(row: Case) -> set[date]:
    """The days whose figures count a case."""
    days = (row.received_on, row.sorted_on, row.accepted_on, row.settled_on, row.closed_on, row.rated_on)
    return {day for day in days if day is not None}


def parties(row: Case) -> tuple[PartyView, ...]:
    """The people of the case, in their order."""
    found = Party.objects.filter(case_id=row.pk).select_related("person").order_by("position")
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
        for party in found
    )


def story(row: Case, entries: Entries) -> tuple[StoryLine, ...]:
    """What happened, line by line, with the words that were added on the way."""
    spoken = any(verb in _WITH_WORDS for verb, _ in entries)
    added = iter(row.additions.order_by("id").values_list("text", flat=True) if spoken else ())
    lines = []
    for verb, entry in entries:
        more = telling.details(entry.data)
        if verb in _WITH_WORDS and (text := next(added, "")):
            more = (*more, (Said("Nội dung bổ sung", "What was added"), text))
        lines.append(StoryLine(entry.at, verb, entry.author, telling.told(verb, entry.data), more))
    return tuple(lines)


def clock_view(clock: RunningClock, today: date | None) -> ClockView:
    """A clock as the page shows it on a day; without a day, as it ended or began."""
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


def transfers(row: Case, entries: Entries) -> tuple[TransferView, ...]:
    """The hops of the case."""
    if not any(verb is Verb.TRANSFER for verb, _ in entries):
        return ()
    hops = Transfer.objects.filter(case_id=row.pk).select_related("from_office", "successor")
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
            state=State(hop.successor.state) if hop.successor else None,
            outcome=outcome_of(hop.successor) if hop.successor else None,
        )
        for hop in hops.defer("successor__text", "successor__search").order_by("id")
    )


def replies(row: Case, entries: Entries) -> tuple[ReplyView, ...]:
    """The answers and notices given to the sender."""
    if not any(verb in _WITH_REPLIES for verb, _ in entries):
        return ()
    return tuple(
        ReplyView(one.pk, one.text, one.document, one.signer, one.sent_at, one.published)
        for one in Reply.objects.filter(case_id=row.pk).order_by("id")
    )


def files(viewer: Seat, row: Case, entries: Entries) -> tuple[CaseFile, ...]:
    """The case's files and, after a transfer, those it came with."""
    if row.origin_id is None and not any(entry.data.get("files") for _, entry in entries):
        return ()
    return tuple(
        CaseFile(file.id, file.name, file.kind, file.size)
        for folder_id in folders(row)
        for file in records.attachments(viewer, folder_id)
    )


def folders(row: Case) -> list[int]:
    """The folders of a case and of those it came from, the first first."""
    found, step = [row.folder_id], row.origin_id
    while step is not None and len(found) < HOPS:
        folder_id, step = Case.objects.values_list("folder_id", "origin_id").get(pk=step)
        found.append(folder_id)
    return found[::-1]


def in_one_of(folder_ids: Iterable[int], attachment_id: int) -> records.FileView:
    """The file in whichever of the folders it lies; Absent when in none."""
    for folder_id in folder_ids:
        try:
            return records.attachment(folder_id, attachment_id)
        except Absent:
            continue
    raise Absent


def advice(row: Case) -> Advice | None:
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
