"""The journal proves that nothing was changed, removed or cut off."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection, transaction

from gandan.foundation.records import actions, queries
from gandan.foundation.records.models import Entry, Folder
from gandan.foundation.records.tests.conftest import MINH, NOW
from gandan.foundation.records.words import BreakKind, FolderKind
from gandan.pure.refusal import Outdated

pytestmark = pytest.mark.django_db


def write_three(folder: Folder) -> None:
    for number, verb in enumerate(["lodged", "accepted", "answered"]):
        actions.write(folder, verb, by=MINH, at=NOW + timedelta(hours=number), data={"n": number})


def found(folder: Folder) -> list[tuple[int, BreakKind]]:
    return [(one.seq, one.kind) for one in queries.breaks([folder.pk])]


def test_an_untouched_journal_proves_itself(folder: Folder) -> None:
    write_three(folder)
    assert found(folder) == []
    assert [line.verb for line in queries.story(folder.pk)] == ["lodged", "accepted", "answered"]


def test_a_changed_entry_is_found(folder: Folder) -> None:
    write_three(folder)
    Entry.objects.filter(folder=folder, seq=2).update(data={"n": 99})
    assert found(folder) == [(2, BreakKind.CHANGED)]


def test_an_entry_given_another_author_is_found(folder: Folder) -> None:
    write_three(folder)
    Entry.objects.filter(folder=folder, seq=1).update(author="Người khác")
    assert found(folder) == [(1, BreakKind.CHANGED)]


def test_a_removed_entry_is_found(folder: Folder) -> None:
    write_three(folder)
    Entry.objects.filter(folder=folder, seq=2).delete()
    assert found(folder) == [(2, BreakKind.MISSING)]


def test_a_cut_off_last_entry_is_found(folder: Folder) -> None:
    write_three(folder)
    Entry.objects.filter(folder=folder, seq=3).delete()
    assert found(folder) == [(3, BreakKind.TAIL)]


def test_many_folders_written_at_once_prove_themselves_too(hoa_binh: int) -> None:
    folders = actions.open_folders(3, kind=FolderKind.CASE, unit_ids=[hoa_binh] * 3, ats=[NOW] * 3)
    wrote = actions.write_many(
        (actions.NewEntry(f, "imported", NOW, {"row": i}, (date(2017, 3, i + 1),)) for i, f in enumerate(folders)),
        by=MINH,
    )
    assert wrote == 3
    assert list(queries.breaks([f.pk for f in folders])) == []


def test_the_second_of_two_officers_is_told_who_acted(folder: Folder) -> None:
    write_three(folder)
    with pytest.raises(Outdated) as refusal, transaction.atomic():
        actions.hold(folder.pk, seen=2)
    assert "Trần Văn Minh" in refusal.value.said.vi
    with transaction.atomic():
        assert actions.hold(folder.pk, seen=3).last_seq == 3


@pytest.mark.django_db(transaction=True)
def test_a_reader_of_the_journal_sees_each_entry_once(folder: Folder) -> None:
    with transaction.atomic():
        write_three(folder)
    first = queries.news((0, 0), limit=2)
    rest = queries.news(first.cursor)
    assert [e.verb for e in first.entries + rest.entries] == ["lodged", "accepted", "answered"]
    assert queries.news(rest.cursor).entries == []


@pytest.mark.django_db(transaction=True)
def test_news_waits_for_a_transaction_that_commits_late(hoa_binh: int, folder: Folder) -> None:
    """On both engines: what is told first is what is committed, and nothing is stepped over afterwards."""
    with transaction.atomic():
        actions.write(folder, "first", by=MINH, at=NOW)
    seen = queries.news((0, 0))
    assert [e.verb for e in seen.entries] == ["first"]
    with transaction.atomic():
        actions.write(folder, "second", by=MINH, at=NOW)
        if connection.vendor == "postgresql":
            assert queries.news(seen.cursor).entries == []  # not ended yet, even for the one who writes
    assert [e.verb for e in queries.news(seen.cursor).entries] == ["second"]
