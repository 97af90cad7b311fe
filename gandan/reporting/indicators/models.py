"""Tables of day cells. All three hold only what can be counted again from the rooms' own records.

Cells carry no database foreign keys: they are rewritten by the hundred thousand, their units come from tables that
have them, and `queries.differences` compares every cell with its records.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Series(models.Model):
    """A measure under a small number, and the definition its cells were counted by."""

    id = models.AutoField(primary_key=True)  # four bytes in every cell are enough
    measure = models.CharField(max_length=80, unique=True)
    definition = models.CharField(max_length=64, blank=True)  # hash of the counting query; empty: to be counted anew

    def __str__(self) -> str:
        return self.measure


class DayCell(models.Model):
    """What a measure counts at a unit on a day. A cell that would be 0 is absent."""

    pk = models.CompositePrimaryKey("series", "unit", "day")
    series = models.ForeignKey(Series, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    day = models.DateField()
    value = models.BigIntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(value=0), name="cell_of_nothing_is_absent")]


class Cursor(models.Model):
    """How far the journal has been read into the cells; its one row is also the lock of those who write cells."""

    tx = models.BigIntegerField(default=0)
    entry = models.BigIntegerField(default=0)
    catalogue = models.CharField(max_length=64, blank=True)  # hash of all definitions, to notice a new one

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="cursor_is_one")]
