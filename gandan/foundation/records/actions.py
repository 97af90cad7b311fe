"""The only writers of folders, files and numbers. Journal entries are written through `write`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, BinaryIO

from django.db import connection, transaction
from django.db.models import F

from gandan.foundation.people.words import Seat, Secrecy
from gandan.foundation.records import files, journal
from gandan.foundation.records.models import Attachment, Blob, Entry, Folder, NumberSeries
from gandan.foundation.records.rules import FIRST_LINK
from gandan.foundation.records.words import FileKind, FolderKind
from gandan.pure.refusal import Absent, Outdated
from gandan.pure.vietnamese import clean

write = journal.write

__all__ = [  # `Folder` and `Attachment` are handed out to be handed back: callers name them in their signatures
    "Attachment",
    "Folder",
    "NewEntry",
    "attach",
    "examine",
    "hold",
    "next_number",
    "open_folder",
    "open_folders",
    "skip_numbers",
    "write",
    "write_many",
]


def open_folder(*, kind: FolderKind, unit_id: int, at: datetime, secrecy: Secrecy = Secrecy.PERSONAL) -> Folder:
    """A new, empty folder, held by this transaction."""
    return Folder.objects.create(kind=kind, unit_id=unit_id, secrecy=secrecy, opened_at=at, head=FIRST_LINK)


def hold(folder_id: int, *, seen: int | None = None) -> Folder:
    """Lock a folder for this transaction; whoever acts on it next waits.

    `seen` is the number of entries that the officer's page showed: Outdated when somebody acted since, naming who.
    """
    try:
        folder = Folder.objects.select_for_update(of=("self",)).get(pk=folder_id)
    except Folder.DoesNotExist:
        raise Absent from None
    if seen is not None and seen != folder.last_seq:
        raise _outdated(folder, seen)
    return folder


def _outdated(folder: Folder, seen: int) -> Outdated:
    later = folder.entries.filter(seq__gt=seen).order_by("-seq").first()
    who, when = (later.author, later.at.astimezone().strftime("%H:%M %d/%m/%Y")) if later else ("", "")
    return Outdated(
        "records.outdated",
        f"{who} vừa cập nhật hồ sơ này lúc {when}. Nội dung anh/chị đã nhập còn nguyên bên dưới; "
        "xin xem thay đổi rồi gửi lại nếu vẫn phù hợp.",
        f"{who} updated this case at {when}. What you typed is kept below; please look at the change, "
        "then send again if it still fits.",
    )


@dataclass(frozen=True, slots=True)
class NewEntry:
    """One entry to write with many others."""

    folder: Folder
    verb: str
    at: datetime
    data: Mapping[str, Any]
    days: tuple[date, ...] = ()


def write_many(entries: Iterable[NewEntry], *, by: Seat) -> int:
    """Write the first entries of many new folders at once (imports); returns how many."""
    mark = journal.transaction_mark()
    rows: list[Entry] = []
    folders: dict[int, Folder] = {}
    for new in entries:
        rows.append(journal.draft(new.folder, new.verb, by=by, at=new.at, data=new.data, days=new.days, tx=mark))
        folders[new.folder.pk] = new.folder
    Entry.objects.bulk_create(rows, batch_size=500)
    _move_heads(folders.values())
    return len(rows)


def _move_heads(folders: Iterable[Folder]) -> None:
    """Many folders' last entries at once; one prepared statement costs a tenth of a bulk update's CASE of hundreds."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE records_folder SET last_seq = %s, head = %s WHERE id = %s",
            [(folder.last_seq, folder.head, folder.pk) for folder in folders],
        )


def open_folders(count: int, *, kind: FolderKind, unit_ids: Sequence[int], ats: Sequence[datetime]) -> list[Folder]:
    """Many new folders at once (imports), in the order given."""
    return Folder.objects.bulk_create(
        [Folder(kind=kind, unit_id=unit_ids[i], opened_at=ats[i], head=FIRST_LINK) for i in range(count)],
        batch_size=500,
    )


def attach(
    folder: Folder, content: BinaryIO, *, name: str, at: datetime, secrecy: Secrecy = Secrecy.PERSONAL
) -> Attachment:
    """Keep a file in a folder: type read from its bytes, size limited, pictures freed of their hidden place and time.

    Refuses with a sentence what is empty, too large, of a kind not allowed, or made to burst when opened.
    The same file twice under the same name is kept once. The caller's entry names it.
    """
    kind, body = files.admit(content)
    digest = hashlib.sha256(body).hexdigest()
    files.store(digest, body)
    Blob.objects.get_or_create(sha256=digest, defaults={"kind": kind, "size": len(body), "stored_at": at})
    attachment, _ = Attachment.objects.get_or_create(
        folder=folder,
        blob_id=digest,
        name=files.safe_name(clean(name), kind),
        defaults={"at": at, "secrecy": secrecy},
    )
    return attachment


def examine(content: BinaryIO) -> FileKind:
    """What kind of file this is; Refused as `attach` would refuse it. Nothing is kept, and it can be read again."""
    kind, _ = files.admit(content)
    content.seek(0)
    return kind


def next_number(*, office_id: int, kind: str, year: int) -> int:
    """The next number of a book, without gap or repeat: the row is locked until this transaction ends, and a
    transaction that fails gives its number back (NĐ 30/2020/NĐ-CP Điều 15)."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("a number is given inside the transaction that uses it")
    book = NumberSeries.objects.filter(office_id=office_id, kind=kind, year=year)
    if not book.update(last=F("last") + 1):
        NumberSeries.objects.get_or_create(office_id=office_id, kind=kind, year=year)
        book.update(last=F("last") + 1)
    return book.values_list("last", flat=True).get()


def skip_numbers(*, office_id: int, kind: str, year: int, count: int) -> int:
    """Take `count` numbers of a book at once (imports of a whole register); returns the first of them."""
    first = next_number(office_id=office_id, kind=kind, year=year)
    NumberSeries.objects.filter(office_id=office_id, kind=kind, year=year).update(last=F("last") + count - 1)
    return first
