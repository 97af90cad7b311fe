"""Tables of the record. Entries and files are only ever added."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from gandan.foundation.people.words import Secrecy
from gandan.foundation.records.words import FileKind, FolderKind


class Folder(models.Model):
    """What hangs together about one matter: journal, files, numbers, clocks. Every matter has one."""

    kind = models.CharField(max_length=16, choices=FolderKind.choices())
    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="+")  # whose figures it counts in
    secrecy = models.CharField(max_length=16, choices=Secrecy.choices(), default=Secrecy.PERSONAL)
    opened_at = models.DateTimeField()
    last_seq = models.PositiveIntegerField(default=0)  # with head, makes a removed last entry visible
    head = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Entry(models.Model):
    """One thing that happened, written in the transaction that did it."""

    folder = models.ForeignKey(Folder, models.PROTECT, related_name="entries")
    seq = models.PositiveIntegerField()
    at = models.DateTimeField()
    verb = models.CharField(max_length=40)
    author = models.CharField(max_length=160)  # name and post, as they were
    account = models.ForeignKey("people.Account", models.PROTECT, null=True, related_name="+")
    office = models.ForeignKey("territory.Office", models.PROTECT, null=True, related_name="+")
    data = models.JSONField(default=dict)
    days = models.JSONField(default=list)  # ISO days whose figures this entry may alter
    link = models.CharField(max_length=64)
    tx = models.BigIntegerField(default=0)  # the transaction's number where the engine has one: lets readers of
    # the journal never step over an entry that commits late (`queries.news`)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["folder", "seq"], name="entry_has_its_own_place"),
            models.CheckConstraint(condition=Q(seq__gte=1), name="entry_counts_from_one"),
        ]
        indexes = [models.Index(fields=["tx", "id"], name="entry_news")]


class Blob(models.Model):
    """A file's bytes, kept once under their hash."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    kind = models.CharField(max_length=100, choices=FileKind.choices())
    size = models.PositiveIntegerField()
    stored_at = models.DateTimeField()


class Attachment(models.Model):
    """A file of a folder under the name its giver gave it."""

    folder = models.ForeignKey(Folder, models.PROTECT, related_name="attachments")
    blob = models.ForeignKey(Blob, models.PROTECT, related_name="+")
    name = models.CharField(max_length=160)
    secrecy = models.CharField(max_length=16, choices=Secrecy.choices(), default=Secrecy.PERSONAL)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["folder", "blob", "name"], name="attachment_stands_once")]


class NumberSeries(models.Model):
    """The last number given in one book: an office, a kind of document, a year (NĐ 30/2020 Điều 15)."""

    office = models.ForeignKey("territory.Office", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=24)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["office", "kind", "year"], name="series_is_one_book")]
