"""Writing the journal: the one place where entries are made and chained."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import BigIntegerField, Func

from gandan.foundation.people.words import Seat
from gandan.foundation.records.models import Entry, Folder
from gandan.foundation.records.rules import link


def write(
    folder: Folder,
    verb: str,
    *,
    by: Seat,
    at: datetime,
    data: Mapping[str, Any] | None = None,
    days: Iterable[date] = (),
) -> Entry:
    """Add one entry to a folder that this transaction holds (`actions.hold` or `open_folder`)."""
    entry = draft(folder, verb, by=by, at=at, data=data, days=days, tx=transaction_mark())
    entry.save(force_insert=True)
    folder.save(update_fields=["last_seq", "head"])
    return entry


def draft(
    folder: Folder, verb: str, *, by: Seat, at: datetime, data: Mapping[str, Any] | None, days: Iterable[date], tx: Any
) -> Entry:
    """The next entry of a folder, chained but not saved: for writing many at once; the folder's head moves with it."""
    author = f"{by.name}, {by.office_name}" if by.office_name else by.name
    body = dict(data or {})
    folder.last_seq += 1
    folder.head = link(
        folder.head, folder_id=folder.pk, seq=folder.last_seq, at=at, verb=verb, author=author[:160], data=body
    )
    return Entry(
        folder=folder,
        seq=folder.last_seq,
        at=at,
        verb=verb,
        author=author[:160],
        account_id=by.account_id,
        office_id=by.office_id,
        data=body,
        days=sorted({day.isoformat() for day in days}),
        link=folder.head,
        tx=tx,
    )


def transaction_mark() -> Any:
    """What to store as `Entry.tx`: on PostgreSQL the running transaction's number, read by the insert itself;
    0 on SQLite, where writers queue and ids are in order."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("a journal entry is written inside the transaction that acts")
    if connection.vendor != "postgresql":
        return 0
    return Func(function="pg_current_xact_id", template="%(function)s()::text::bigint", output_field=BigIntegerField())
