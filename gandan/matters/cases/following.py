"""One case for the citizen who holds its receipt: plain words, initials, no officer's name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from gandan.foundation.deadlines import queries as deadlines
from gandan.foundation.deadlines.words import ClockState
from gandan.foundation.records import queries as records
from gandan.matters.cases import parts, receipts, rules, scope, telling
from gandan.matters.cases.intake import UNNAMED, day_of
from gandan.matters.cases.models import Case
from gandan.matters.cases.pages import CaseFile, PublicCaseView, PublicReply, StoryLine
from gandan.matters.cases.terms import Kind, Outcome, State
from gandan.pure.refusal import Absent


def live(code: str) -> Case:
    """The case that now carries the words of a receipt: after transfers, the last receiver's. Absent if none."""
    return _chain(_by_receipt(code))[-1]


def _by_receipt(code: str) -> Case:
    receipt = receipts.parse(code)
    row = parts.rows().filter(receipt=receipt).first() if receipt else None
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
    chain = [(one, parts.entries_of(one)) for one in _chain(first)]
    row, today = chain[-1][0], day_of(at)
    waiting = scope.pending(row) if row.state == State.TRANSFERRING.value else None
    clocks = [clock for clock in deadlines.of_folder(row.folder_id) if clock.state is ClockState.RUNNING]
    due = min(clocks, key=lambda clock: (clock.due, clock.id), default=None)
    until = rules.reopen_until(Kind(row.kind), parts.outcome_of(row), row.closed_on)
    return PublicCaseView(
        receipt=receipts.printed(first.receipt),
        register_number=f"{first.number}/{first.year}",
        kind=Kind(row.kind),
        title=first.title,
        text=first.text,
        place=first.place,
        senders=tuple(initials(party.name) for party in parts.parties(first)),
        received_on=first.received_on,
        body_name=row.body.name,
        holder=row.office.name,
        state=State(row.state),
        outcome=parts.outcome_of(row),
        now=telling.now(
            State(row.state),
            holder=row.office.name,
            to=waiting.to_name if waiting else "",
            outcome=parts.outcome_of(row),
        ),
        due_on=due.due if due else None,
        late=bool(due and due.due < today) or (row.closed_on is not None and row.late),
        steps=tuple(line for one, entries in chain for line in _steps(one, entries)),
        why=due.steps if due else (),
        replies=tuple(
            PublicReply(reply.text, reply.document, reply.signer, reply.sent_at)
            for one, entries in chain
            for reply in parts.replies(one, entries)
        ),
        files=tuple(
            CaseFile(file.id, file.name, file.kind, file.size)
            for one, entries in chain
            if any(entry.data.get("files") for _, entry in entries)
            for file in records.own_attachments(one.folder_id)
        ),
        may_rate=parts.may_rate(row),
        may_reopen=until is not None and today <= until,
        reopen_until=until,
        may_add=row.closed_on is None,
        rating=row.rating,
        closed_on=row.closed_on,
    )


def _chain(first: Case) -> list[Case]:
    """The case and those it became by transfer, the last one last."""
    chain = [first]
    while chain[-1].outcome == Outcome.TRANSFERRED_OUT.value and len(chain) < parts.HOPS:
        following = parts.rows().filter(origin_id=chain[-1].pk).order_by("-id").first()
        if following is None:
            break
        chain.append(following)
    return chain


def _steps(row: Case, entries: parts.Entries) -> Iterator[StoryLine]:
    for verb, entry in entries:
        said = telling.told_citizen(verb, entry.data, body=row.body.name)
        if said:
            yield StoryLine(entry.at, verb, "", said)


def initials(name: str) -> str:
    """ "Nguyễn Thị Lan" as "N. T. L."; the unnamed stay “Người dân”."""
    return UNNAMED if name == UNNAMED else " ".join(f"{word[0]}." for word in name.split())


def file_by_receipt(code: str, attachment_id: int) -> records.FileView:
    """One file for the holder of the receipt; Absent otherwise."""
    return parts.in_one_of(parts.folders(live(code)), attachment_id)
