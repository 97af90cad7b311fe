"""The tables of cases. Each row has a folder whose journal tells how it came to be what it is."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from gandan.matters.cases.terms import (
    DECISIONS,
    Channel,
    Competence,
    Eligibility,
    Field,
    Ineligible,
    Kind,
    NotAccepted,
    Outcome,
    PartyRole,
    Signatories,
    State,
)

_OPEN, _CLOSED = Q(closed_on__isnull=True), Q(closed_on__isnull=False)


class Matter(models.Model):
    """A vụ việc: what the people bring up, in however many petitions."""

    title = models.CharField(max_length=200)
    folded = models.CharField(max_length=200)
    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="+")
    opened_on = models.DateField()

    def __str__(self) -> str:
        return self.title


class Case(models.Model):
    """One đơn or phản ánh in the book of one body. A transfer to another body makes a case there (`origin`)."""

    folder = models.OneToOneField("records.Folder", models.PROTECT, related_name="+")
    matter = models.ForeignKey(Matter, models.PROTECT, related_name="cases")
    origin = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="successors", db_index=False)
    receipt = models.CharField(max_length=11, unique=True)  # without dashes; the last character is a check
    token = models.CharField(max_length=64, null=True, unique=True)  # of the form that sent it

    body = models.ForeignKey("territory.Office", models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveIntegerField()
    year = models.PositiveSmallIntegerField()
    office = models.ForeignKey("territory.Office", models.PROTECT, related_name="+", db_index=False)
    assignee = models.ForeignKey("people.Post", models.PROTECT, null=True, blank=True, related_name="+", db_index=False)

    kind = models.CharField(max_length=16, choices=Kind.choices())
    state = models.CharField(max_length=16, choices=State.choices(), default=State.RECEIVED.value)
    state_before = models.CharField(max_length=16, choices=State.choices(), blank=True)  # to resume or return to
    channel = models.CharField(max_length=16, choices=Channel.choices())
    field = models.CharField(max_length=16, choices=Field.choices(), blank=True)
    title = models.CharField(max_length=200)
    text = models.TextField()
    place = models.CharField(max_length=300, blank=True)
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    signatories = models.CharField(max_length=16, choices=Signatories.choices(), default=Signatories.ONE.value)

    received_on = models.DateField()
    received_at = models.DateTimeField()
    sorted_on = models.DateField(null=True, blank=True)
    accepted_on = models.DateField(null=True, blank=True)
    eligibility = models.CharField(max_length=16, choices=Eligibility.choices(), default=Eligibility.UNSORTED.value)
    ineligible_reason = models.CharField(max_length=16, choices=Ineligible.choices(), blank=True)
    competence = models.CharField(max_length=16, choices=Competence.choices(), default=Competence.UNKNOWN.value)
    not_accepted = models.CharField(max_length=20, choices=NotAccepted.choices(), blank=True)
    legal_reason = models.CharField(max_length=500, blank=True)

    due_on = models.DateField(null=True, blank=True)  # the earliest running clock, copied for the queue
    due_rule = models.CharField(max_length=40, blank=True)
    outcome = models.CharField(max_length=16, choices=Outcome.choices(), blank=True)
    settled_on = models.DateField(null=True, blank=True)  # the answer on the substance: reply or decision
    closed_on = models.DateField(null=True, blank=True)
    late = models.BooleanField(default=False)  # a clock was missed; final once closed
    extended = models.PositiveSmallIntegerField(default=0)
    reopened = models.PositiveSmallIntegerField(default=0)
    rating = models.PositiveSmallIntegerField(null=True, blank=True)
    rating_comment = models.CharField(max_length=1000, blank=True)
    satisfied = models.BooleanField(null=True, blank=True)
    rated_on = models.DateField(null=True, blank=True)

    search = models.TextField()  # folded: numbers, names, telephone, words

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "year", "number"], name="case_has_its_own_number"),
            models.CheckConstraint(
                condition=(Q(state=State.CLOSED.value) & Q(closed_on__isnull=False) & ~Q(outcome=""))
                | (~Q(state=State.CLOSED.value) & Q(closed_on__isnull=True)),
                name="case_closed_has_outcome_and_day",
            ),
            models.CheckConstraint(
                condition=(Q(eligibility=Eligibility.INELIGIBLE.value) & ~Q(ineligible_reason=""))
                | (~Q(eligibility=Eligibility.INELIGIBLE.value) & Q(ineligible_reason="")),
                name="case_ineligible_has_reason",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.REFUSED.value) | ~Q(not_accepted=""), name="case_refused_has_ground"
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=[word.value for word in DECISIONS])
                | Q(accepted_on__isnull=False, settled_on__isnull=False),
                name="case_decided_was_accepted",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("received_on")),
                name="case_closes_after_it_came",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.SUSPENDED.value) | ~Q(state_before=""), name="case_suspended_can_resume"
            ),
            models.CheckConstraint(
                condition=Q(rating__isnull=True) | Q(rating__gte=1, rating__lte=5), name="case_rating_is_one_to_five"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="case_number_counts_from_one"),
            models.CheckConstraint(
                condition=Q(lat__isnull=True, lon__isnull=True)
                | Q(lat__gte=-90, lat__lte=90, lon__gte=-180, lon__lte=180),
                name="case_place_is_on_earth",
            ),
        ]
        # Lists and counts read these alone: a page of the queue, the figures above it and the board never open a row
        # that they do not show (`finding`, `watching`). SQLite reads an index alone only when every column that the
        # question names is in it, so `closed_on` stands in indexes where it is always empty.
        indexes = [
            models.Index(
                fields=["body", "due_on", "id", "kind", "state", "eligibility", "closed_on"],
                condition=_OPEN,
                name="case_open_body",
            ),
            models.Index(
                fields=["due_on", "id", "body", "kind", "state", "eligibility", "closed_on"],
                condition=_OPEN,
                name="case_open_all",
            ),
            models.Index(fields=["office", "due_on", "id"], condition=_OPEN, name="case_open_office"),
            models.Index(
                fields=["assignee", "due_on", "id"], condition=_OPEN & Q(assignee__isnull=False), name="case_open_mine"
            ),
            models.Index(fields=["body", "received_on", "id", "closed_on"], name="case_received_body"),
            models.Index(fields=["received_on", "id", "body", "closed_on"], name="case_received_all"),
            models.Index(fields=["office", "received_on", "id"], name="case_received_office"),
            models.Index(fields=["closed_on", "body", "late"], condition=_CLOSED, name="case_closed_all"),
            models.Index(fields=["unit", "received_on"], name="case_received_unit"),
            models.Index(fields=["unit", "closed_on"], condition=_CLOSED, name="case_closed_unit"),
            models.Index(
                fields=["unit", "settled_on"], condition=Q(settled_on__isnull=False), name="case_settled_unit"
            ),
            models.Index(fields=["unit", "sorted_on"], condition=Q(sorted_on__isnull=False), name="case_sorted_unit"),
            models.Index(fields=["unit", "rated_on"], condition=Q(rated_on__isnull=False), name="case_rated_unit"),
            models.Index(fields=["origin"], condition=Q(origin__isnull=False), name="case_by_origin"),
        ]

    def __str__(self) -> str:
        return f"{self.number}/{self.year} {self.title}"


class Party(models.Model):
    """A person in a case."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="parties", db_index=False)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    role = models.CharField(max_length=16, choices=PartyRole.choices(), default=PartyRole.PETITIONER.value)
    position = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "position"], name="party_has_its_place")]


class Transfer(models.Model):
    """One hop: to an office of this system, or to a body outside it by name and document number."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="transfers")
    from_office = models.ForeignKey("territory.Office", models.PROTECT, related_name="+", db_index=False)
    to_office = models.ForeignKey(
        "territory.Office", models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    to_name = models.CharField(max_length=200)
    document = models.CharField(max_length=60, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    sent_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    recalled_at = models.DateTimeField(null=True, blank=True)
    decline_reason = models.CharField(max_length=500, blank=True)
    hop = models.PositiveSmallIntegerField(default=1)
    loop = models.BooleanField(default=False)  # back to a body it had already passed
    successor = models.OneToOneField(Case, models.PROTECT, null=True, blank=True, related_name="arrival")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(declined_at__isnull=True) | ~Q(decline_reason=""), name="transfer_declined_has_reason"
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(declined_at__isnull=True, recalled_at__isnull=True),
                name="transfer_ends_one_way",
            ),
            models.CheckConstraint(
                condition=Q(to_office__isnull=False) | ~Q(document=""), name="transfer_outside_has_document"
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(
                    accepted_at__isnull=True,
                    declined_at__isnull=True,
                    recalled_at__isnull=True,
                    to_office__isnull=False,
                ),
                name="transfer_waits_once",
            ),
        ]
        indexes = [
            models.Index(
                fields=["to_office"],
                condition=Q(accepted_at__isnull=True, declined_at__isnull=True, recalled_at__isnull=True),
                name="transfer_waiting",
            )
        ]


class Reply(models.Model):
    """An answer on the substance, or the notice of how the case went on."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="replies")
    text = models.TextField()
    document = models.CharField(max_length=60, blank=True)
    signer = models.CharField(max_length=160, blank=True)
    sent_at = models.DateTimeField()
    published = models.BooleanField(default=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="reply_says_something")]


class Addition(models.Model):
    """What was added to a case later: by its sender with the receipt, or by an officer for them."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="additions")
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="addition_says_something")]
