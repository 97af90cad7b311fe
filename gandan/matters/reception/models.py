"""Tables of reception: sessions (kỳ), visits (lượt), visitors (người), groups (đoàn), matters (vụ việc), refusals."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from gandan.matters.reception.words import Ground, Handling, Purpose, ReceivedBy, ReceptionKind, SessionState

PERMANENT_IS_REGULAR = Q(kind=ReceptionKind.REGULAR.value, received_by=ReceivedBy.PERMANENT.value) | Q(
    ~Q(kind=ReceptionKind.REGULAR.value), received_by__in=[ReceivedBy.HEAD.value, ReceivedBy.DELEGATED.value]
)


class Session(models.Model):
    """One session (kỳ) of a head: announced, then held, moved or cancelled."""

    folder = models.OneToOneField("records.Folder", models.PROTECT, related_name="+")
    body = models.ForeignKey("territory.Office", models.PROTECT, related_name="+")
    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=ReceptionKind.choices())
    day = models.DateField()
    opens = models.TimeField(null=True, blank=True)
    closes = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=300, blank=True)  # the expected content, part of the public calendar
    participants = models.CharField(max_length=300, blank=True)
    head_name = models.CharField(max_length=120)
    head_post = models.CharField(max_length=120)
    posted_on = models.DateField(null=True, blank=True)  # Điều 24: at least five working days before
    state = models.CharField(max_length=12, choices=SessionState.choices(), default=SessionState.PLANNED.value)
    received_by = models.CharField(max_length=12, choices=ReceivedBy.choices(), blank=True)
    receiver_name = models.CharField(max_length=120, blank=True)
    receiver_post = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=300, blank=True)  # why delegated, moved or cancelled
    instead_of = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="moved_to")
    conclusion = models.TextField(blank=True)
    conclusion_number = models.PositiveIntegerField(null=True, blank=True)
    concluded_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind=ReceptionKind.REGULAR.value), name="session_is_of_a_head_not_of_every_day"
            ),
            models.CheckConstraint(
                condition=Q(state=SessionState.HELD.value, received_by__in=["head", "delegated"])
                | Q(~Q(state=SessionState.HELD.value), received_by=""),
                name="session_held_names_who_received",
            ),
            models.CheckConstraint(
                condition=~Q(received_by=ReceivedBy.DELEGATED.value) | ~Q(reason=""),
                name="session_delegated_has_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["postponed", "cancelled"]) | ~Q(reason=""), name="session_not_held_has_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(concluded_on=None) | Q(state=SessionState.HELD.value), name="session_concluded_was_held"
            ),
        ]
        indexes = [
            models.Index(fields=["body", "day"], name="session_by_body_day"),
            models.Index(fields=["unit", "day"], name="session_by_unit_day"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.head_name}"


class Visit(models.Model):
    """One reception of one visitor or party (lượt), as the register tells it (Mẫu 03/TCD)."""

    folder = models.OneToOneField("records.Folder", models.PROTECT, related_name="+")
    body = models.ForeignKey("territory.Office", models.PROTECT, related_name="+")
    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="+")
    session = models.ForeignKey(Session, models.PROTECT, null=True, blank=True, related_name="visits")
    number = models.PositiveIntegerField()  # in the register of the body and year, without gap
    year = models.PositiveSmallIntegerField()
    on = models.DateField()
    kind = models.CharField(max_length=12, choices=ReceptionKind.choices())
    received_by = models.CharField(max_length=12, choices=ReceivedBy.choices())
    receiver_name = models.CharField(max_length=120)
    visitor = models.CharField(max_length=160)  # who speaks, for lists; the people themselves are `persons`
    head_count = models.PositiveIntegerField(default=1)
    purpose = models.CharField(max_length=12, choices=Purpose.choices())
    content = models.TextField()
    request = models.TextField(blank=True)  # what the visitor asks for
    history = models.TextField(blank=True)  # who handled it before
    handling = models.CharField(max_length=12, choices=Handling.choices())
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)  # when what was noted was answered in writing
    search = models.TextField(blank=True)  # folded name, phone and content
    token = models.CharField(max_length=64, unique=True)  # the same form sent twice is one visit

    class Meta:
        constraints = [
            models.CheckConstraint(condition=PERMANENT_IS_REGULAR, name="visit_regular_is_by_the_permanent_officer"),
            models.CheckConstraint(condition=Q(head_count__gte=1), name="visit_has_a_visitor"),
            models.CheckConstraint(
                condition=~Q(handling=Handling.ANSWERED.value) | ~Q(answer=""), name="visit_answered_has_the_answer"
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None) | ~Q(answer=""), name="visit_answered_later_has_the_answer"
            ),
            models.UniqueConstraint(fields=["body", "year", "number"], name="visit_has_its_own_number"),
        ]
        indexes = [
            models.Index(fields=["body", "on"], name="visit_by_body_day"),
            models.Index(fields=["unit", "on", "received_by"], name="visit_by_unit_day"),
        ]

    def __str__(self) -> str:
        return f"{self.number}/{self.year} {self.visitor}"


class VisitPerson(models.Model):
    """A named visitor of a visit; in a group the representatives are named, the others are counted."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="persons")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    represents = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["visit", "position"], name="visitor_has_their_own_place")]


class VisitMatter(models.Model):
    """A matter (vụ việc) that a visit was about. `body`, `unit`, `on` and `received_by` repeat the visit's, so that
    the table itself can hold the counting rule (decision 0008)."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="matters")
    matter = models.ForeignKey("cases.Matter", models.PROTECT, related_name="+")
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, blank=True, related_name="+")
    purpose = models.CharField(max_length=12, choices=Purpose.choices())
    first = models.BooleanField()  # this body never received it before; else "nhiều lần"
    counted = models.BooleanField()  # the one presentation of its day and kind of reception that counts
    body = models.ForeignKey("territory.Office", models.PROTECT, related_name="+")
    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="+")
    on = models.DateField()
    received_by = models.CharField(max_length=12, choices=ReceivedBy.choices())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["visit", "matter"], name="visit_names_a_matter_once"),
            models.UniqueConstraint(
                fields=["body", "matter", "received_by", "on"],
                condition=Q(counted=True),
                name="matter_counts_once_a_day_and_kind",
            ),
            models.UniqueConstraint(
                fields=["body", "matter"], condition=Q(first=True), name="matter_is_new_to_a_body_once"
            ),
            models.CheckConstraint(
                condition=~Q(purpose=Purpose.ENQUIRE.value) | Q(counted=False, first=False),
                name="enquiry_is_not_another_matter",
            ),
            models.CheckConstraint(condition=Q(first=False) | Q(counted=True), name="matter_new_to_a_body_counts"),
        ]
        indexes = [models.Index(fields=["unit", "on", "received_by"], name="visit_matter_by_unit_day")]


class Group(models.Model):
    """A large group (đoàn đông người) that came with one content."""

    visit = models.OneToOneField(Visit, models.PROTECT, related_name="group")
    head_count = models.PositiveIntegerField()
    content = models.CharField(max_length=300)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(head_count__gte=2), name="group_is_more_than_one_person")]


class Refusal(models.Model):
    """A visitor who was not received, with the ground; not a visit (lượt)."""

    folder = models.OneToOneField("records.Folder", models.PROTECT, related_name="+")
    body = models.ForeignKey("territory.Office", models.PROTECT, related_name="+")
    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="+")
    on = models.DateField()
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    matter = models.ForeignKey("cases.Matter", models.PROTECT, null=True, blank=True, related_name="+")
    ground = models.CharField(max_length=20, choices=Ground.choices())
    explanation = models.TextField()
    officer_name = models.CharField(max_length=120)
    notice_due = models.DateField(null=True, blank=True)
    notice_number = models.PositiveIntegerField(null=True, blank=True)
    noticed_on = models.DateField(null=True, blank=True)
    signer = models.CharField(max_length=120, blank=True)  # the head signs the notice (Điều 9 khoản 3)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(explanation=""), name="refusal_is_explained"),
            models.CheckConstraint(condition=Q(noticed_on=None) | ~Q(signer=""), name="refusal_notice_is_signed"),
        ]
        indexes = [models.Index(fields=["body", "on"], name="refusal_by_body_day")]
