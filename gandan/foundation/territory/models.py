"""The tables of territory. The truth of a unit is its versions; `Unit` repeats the latest one for joins and lists.

`valid_to` is the last day of validity, inclusive; empty while the row lives.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from gandan.foundation.territory.rules import LAST_DISTRICT_DAY
from gandan.foundation.territory.words import Kind, OfficeKind, Scheme, SuccessionKind, Tier


def _ends_after_it_begins(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(name=name, condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")))


class Unit(models.Model):
    """An area with a stable id through all its names, kinds, parents and codes."""

    key = models.CharField(max_length=24, unique=True)
    code = models.CharField(max_length=8, blank=True)
    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=120)
    kind = models.CharField(max_length=24, choices=Kind.choices())
    tier = models.CharField(max_length=16, choices=Tier.choices())
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [_ends_after_it_begins("unit_ends_after_it_begins")]
        indexes = [models.Index(fields=["tier", "code"], name="unit_by_code")]

    def __str__(self) -> str:
        return self.name


class UnitVersion(models.Model):
    """What a unit was, from one day to another."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="versions")
    code = models.CharField(max_length=8, blank=True)
    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=120)
    folded = models.CharField(max_length=120)
    kind = models.CharField(max_length=24, choices=Kind.choices())
    tier = models.CharField(max_length=16, choices=Tier.choices())
    parent = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    start_is_known = models.BooleanField(default=True)
    act = models.CharField(max_length=200)

    class Meta:
        constraints = [
            _ends_after_it_begins("version_ends_after_it_begins"),
            models.UniqueConstraint(fields=["unit", "valid_from"], name="version_begins_once"),
            models.UniqueConstraint(fields=["unit"], condition=Q(valid_to=None), name="unit_has_one_open_version"),
            models.UniqueConstraint(
                fields=["tier", "code"],
                condition=Q(valid_to=None) & ~Q(code=""),
                name="code_is_held_by_one_living_unit",
            ),
            models.CheckConstraint(
                condition=~Q(tier=Tier.DISTRICT.value) | Q(valid_to__isnull=False, valid_to__lte=LAST_DISTRICT_DAY),
                name="district_level_is_closed",
            ),
        ]
        indexes = [
            models.Index(fields=["code", "valid_from"], name="version_by_code"),
            models.Index(fields=["tier", "code"], name="version_by_tier"),
            models.Index(fields=["parent", "valid_from"], name="version_by_parent"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.valid_from} – {self.valid_to or '…'})"


class Succession(models.Model):
    """An old unit lives on in a new one from `day`. `share` is the recorded part of the old unit's counts, if any."""

    source = models.ForeignKey(Unit, models.PROTECT, related_name="successors")
    target = models.ForeignKey(Unit, models.PROTECT, related_name="predecessors")
    kind = models.CharField(max_length=16, choices=SuccessionKind.choices())
    day = models.DateField()
    share = models.DecimalField(max_digits=9, decimal_places=8, null=True, blank=True)
    act = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "target", "day"], name="succession_is_recorded_once"),
            models.CheckConstraint(condition=~Q(source=F("target")), name="succession_joins_two_units"),
            models.CheckConstraint(
                condition=Q(share__isnull=True) | Q(share__gt=0, share__lte=1), name="succession_share_is_a_part"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} → {self.target_id} ({self.kind}, {self.day})"


class Identifier(models.Model):
    """A code that somebody else gave to a unit, for the days it is good."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="identifiers")
    scheme = models.CharField(max_length=16, choices=Scheme.choices())
    value = models.CharField(max_length=35)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            _ends_after_it_begins("identifier_ends_after_it_begins"),
            models.UniqueConstraint(
                fields=["scheme", "value"], condition=Q(valid_to=None), name="identifier_names_one_living_unit"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme}:{self.value}"


class Office(models.Model):
    """A body of the organisation tree. `path` ("1/17/203/") names it and all above it, so a prefix is a subtree."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="offices")
    kind = models.CharField(max_length=24, choices=OfficeKind.choices())
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=80)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    path = models.CharField(max_length=120, db_index=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [_ends_after_it_begins("office_ends_after_it_begins")]

    def __str__(self) -> str:
        return self.name


class RegisterLoad(models.Model):
    """Which source the register was filled from, in which version, for which provinces."""

    source = models.CharField(max_length=80)
    version = models.CharField(max_length=40)
    scope = models.CharField(max_length=200)  # "all", or the codes of the provinces
    units = models.PositiveIntegerField()
    versions = models.PositiveIntegerField()
    successions = models.PositiveIntegerField()
    at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.source} {self.version} ({self.scope})"
