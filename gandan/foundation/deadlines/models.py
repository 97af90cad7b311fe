"""Tables of running time. A clock keeps what its due day was computed from; the day itself is stored to sort by."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from gandan.foundation.deadlines.words import OPEN, ClockState
from gandan.pure.clock.words import DayKind, PauseReason

_OPEN = Q(state__in=[state.value for state in OPEN])


class CalendarDay(models.Model):
    """A day that a notice made off or worked, for the country (no unit) or for a unit and all under it."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, null=True, blank=True, related_name="+")
    day = models.DateField()
    kind = models.CharField(max_length=16, choices=DayKind.choices())
    why_vi = models.CharField(max_length=200)
    why_en = models.CharField(max_length=200)
    source = models.CharField(max_length=200)
    folder = models.ForeignKey("records.Folder", models.PROTECT, related_name="+")  # its journal tells who loaded it

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "day"], name="calendar_day_is_one_for_a_unit"),
            models.UniqueConstraint(
                fields=["day"], condition=Q(unit__isnull=True), name="calendar_day_is_one_for_the_country"
            ),
            models.CheckConstraint(condition=~Q(source=""), name="calendar_day_has_a_source"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.kind}"


class LocalLimit(models.Model):
    """The time that a locality's own act gives where no law does (rules marked uncertain), from one day to another."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, null=True, blank=True, related_name="+")
    rule_id = models.CharField(max_length=40)
    amount = models.PositiveSmallIntegerField()  # in the unit of the rule
    basis = models.CharField(max_length=200)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    folder = models.ForeignKey("records.Folder", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gte=1), name="local_limit_gives_time"),
            models.CheckConstraint(condition=~Q(basis=""), name="local_limit_has_an_act"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="local_limit_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule_id} {self.amount}"


class Clock(models.Model):
    """One legal time limit that runs for a folder."""

    folder = models.ForeignKey("records.Folder", models.PROTECT, related_name="clocks")
    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="+")  # whose calendar counts
    held_by = models.ForeignKey("territory.Office", models.PROTECT, null=True, blank=True, related_name="+")
    rule_id = models.CharField(max_length=40)
    rule_valid_from = models.DateField()  # the version of the rule that produced the due day
    local_amount = models.PositiveSmallIntegerField(null=True, blank=True)
    local_basis = models.CharField(max_length=200, blank=True)
    started_on = models.DateField()
    remote = models.BooleanField(default=False)
    complex = models.BooleanField(default=False)
    rolls = models.BooleanField(default=True)  # an agency's time rolls over days off
    changed = models.BooleanField(default=False)  # there are pauses or extensions to read
    state = models.CharField(max_length=16, choices=ClockState.choices(), default=ClockState.RUNNING.value)
    due_on = models.DateField()
    unrolled_on = models.DateField()
    stopped_on = models.DateField(null=True, blank=True)
    started_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["folder", "rule_id"], condition=_OPEN, name="folder_runs_a_rule_once"),
            models.CheckConstraint(
                condition=(_OPEN & Q(stopped_on__isnull=True)) | (~_OPEN & Q(stopped_on__isnull=False)),
                name="clock_stops_when_it_ends",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in ClockState]), name="clock_state_is_known"
            ),
        ]
        indexes = [models.Index(fields=["unit", "due_on"], condition=_OPEN, name="clock_open_by_unit")]

    def __str__(self) -> str:
        return f"{self.rule_id} → {self.due_on}"


class Pause(models.Model):
    """A time in which a clock stands still, from a decision up to the day of resumption."""

    clock = models.ForeignKey(Clock, models.PROTECT, related_name="pauses")
    first_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=24, choices=PauseReason.choices())
    document = models.CharField(max_length=200)
    resumed_by = models.CharField(max_length=200, blank=True)  # the document that resumed it
    author = models.CharField(max_length=160)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("first_on")), name="pause_ends_after_it_begins"
            ),
            models.UniqueConstraint(
                fields=["clock"], condition=Q(until_on__isnull=True), name="clock_has_one_open_pause"
            ),
            models.CheckConstraint(condition=~Q(document=""), name="pause_has_a_document"),
        ]

    def __str__(self) -> str:
        return f"{self.first_on} – {self.until_on or '…'}"


class Extension(models.Model):
    """A decision that gave more time, in the unit of the rule."""

    clock = models.ForeignKey(Clock, models.PROTECT, related_name="extensions")
    adds = models.PositiveSmallIntegerField()
    document = models.CharField(max_length=200)
    decided_on = models.DateField()
    authority = models.CharField(max_length=160)
    author = models.CharField(max_length=160)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(adds__gte=1), name="extension_adds_time"),
            models.CheckConstraint(condition=~Q(document="") & ~Q(authority=""), name="extension_is_a_decision"),
            models.UniqueConstraint(fields=["clock", "document"], name="extension_stands_once"),
        ]

    def __str__(self) -> str:
        return f"+{self.adds} ({self.document})"
