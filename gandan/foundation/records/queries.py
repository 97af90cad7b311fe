"""The only readers of folders, journals and files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import Q

from gandan.foundation.people.rules import CLEARED
from gandan.foundation.people.words import Seat
from gandan.foundation.records import files
from gandan.foundation.records.models import Attachment, Entry, Folder
from gandan.foundation.records.rules import FIRST_LINK, link
from gandan.foundation.records.words import Break, BreakKind
from gandan.pure.refusal import Absent

if TYPE_CHECKING:
    from django.db.models import QuerySet


@dataclass(frozen=True, slots=True)
class EntryView:
    """One line of a folder's story."""

    seq: int
    at: datetime
    verb: str
    author: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class FileView:
    """A file as a page shows it; `path` is where the bytes lie."""

    id: int
    name: str
    kind: str
    size: int
    path: Path


@dataclass(frozen=True, slots=True)
class News:
    """Entries that a reader of the journal has not seen, and the place to go on from."""

    entries: list[Entry]
    cursor: tuple[int, int]


def story(folder_id: int) -> list[EntryView]:
    """A folder's entries in order. The caller has already checked that the viewer may see the folder."""
    return [
        EntryView(entry.seq, entry.at, entry.verb, entry.author, entry.data)
        for entry in Entry.objects.filter(folder_id=folder_id).order_by("seq")
    ]


def attachments(viewer: Seat, folder_id: int) -> list[FileView]:
    """A folder's files that the viewer is cleared for; the caller has checked the folder itself."""
    rows = Attachment.objects.filter(folder_id=folder_id, secrecy__in=CLEARED[viewer.role]).order_by("id")
    return [_file(row) for row in rows.select_related("blob")]


def own_attachments(folder_id: int) -> list[FileView]:
    """The files of a folder for the one who holds its receipt."""
    return [_file(row) for row in Attachment.objects.filter(folder_id=folder_id).select_related("blob").order_by("id")]


def attachment(folder_id: int, attachment_id: int) -> FileView:
    """One file of a folder; Absent when it is not there."""
    row = Attachment.objects.select_related("blob").filter(folder_id=folder_id, id=attachment_id).first()
    if row is None:
        raise Absent
    return _file(row)


def _file(row: Attachment) -> FileView:
    return FileView(row.pk, row.name, row.blob.kind, row.blob.size, files.path_of(row.blob_id))


def news(after: tuple[int, int], *, limit: int = 5000) -> News:
    """Entries after a place in the journal, none stepped over.

    On PostgreSQL a transaction may commit after a later one: only entries of transactions that have all ended are
    told, in the order (transaction, id).
    """
    tx, last = after
    rows = _told().filter(Q(tx=tx, id__gt=last) | Q(tx__gt=tx)).select_related("folder").order_by("tx", "id")
    entries = list(rows[:limit])
    return News(entries, (entries[-1].tx, entries[-1].pk) if entries else after)


def end_of_news() -> tuple[int, int]:
    """The place in the journal after everything that `news` would tell now."""
    last = _told().order_by("-tx", "-id").values_list("tx", "id").first()
    return last or (0, 0)


# Transactions of other databases on the same server write no entries here, so they hold nothing back.
_ALL_ENDED = """records_entry.tx < (
    SELECT least(
        min(x.id::text::bigint),
        pg_snapshot_xmax(pg_current_snapshot())::text::bigint,
        pg_current_xact_id_if_assigned()::text::bigint)
    FROM pg_snapshot_xip(pg_current_snapshot()) AS x(id)
    WHERE NOT EXISTS (
        SELECT 1 FROM pg_locks AS held JOIN pg_stat_activity AS backend ON backend.pid = held.pid
        WHERE held.locktype = 'transactionid' AND held.mode = 'ExclusiveLock' AND held.granted
        AND held.transactionid = x.id::xid AND backend.datname <> current_database()))"""


def _told() -> QuerySet[Entry]:
    return Entry.objects.extra(where=[_ALL_ENDED]) if connection.vendor == "postgresql" else Entry.objects.all()


def breaks(folder_ids: Sequence[int] | None = None) -> Iterator[Break]:
    """Check the chain of the given folders, or of all: yields every place where a journal no longer proves itself."""
    folders = Folder.objects.order_by("id")
    chosen = folders if folder_ids is None else folders.filter(id__in=folder_ids)
    for batch in _batched(chosen.iterator(chunk_size=500), 500):
        entries = Entry.objects.filter(folder_id__in=[folder.pk for folder in batch]).order_by("folder_id", "seq")
        journals = {key: list(group) for key, group in groupby(entries, key=attrgetter("folder_id"))}
        for folder in batch:
            yield from _breaks_of(folder, journals.get(folder.pk, []))


def _breaks_of(folder: Folder, entries: list[Entry]) -> Iterator[Break]:
    head = FIRST_LINK
    for expected, entry in enumerate(entries, start=1):
        if entry.seq != expected:
            yield Break(folder.pk, expected, BreakKind.MISSING)
            return
        head = _relink(head, entry)
        if head != entry.link:
            yield Break(folder.pk, entry.seq, BreakKind.CHANGED)
            return
    if (len(entries), head) != (folder.last_seq, folder.head):
        yield Break(folder.pk, len(entries) + 1, BreakKind.TAIL)


def _relink(head: str, entry: Entry) -> str:
    return link(
        head,
        folder_id=entry.folder_id,
        seq=entry.seq,
        at=entry.at,
        verb=entry.verb,
        author=entry.author,
        data=entry.data,
    )


def _batched(rows: Iterable[Folder], size: int) -> Iterator[list[Folder]]:
    """Lists of at most `size` (itertools.batched comes with Python 3.12)."""
    source = iter(rows)
    while batch := list(islice(source, size)):
        yield batch
