"""Tables of people: accounts and their posts, citizens and their sealed identity numbers."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from gandan.foundation.people.words import Role


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts for signing in; accounts are made by `actions.open_account`."""


class Account(AbstractBaseUser):
    """Someone who signs in. What they may do comes from their posts, never from the account."""

    username = models.CharField(max_length=64, unique=True)
    full_name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "username"
    objects: ClassVar[AccountManager] = AccountManager()

    def __str__(self) -> str:
        return self.full_name


class Post(models.Model):
    """A role held at an office between two dates."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="posts")
    office = models.ForeignKey("territory.Office", models.PROTECT, related_name="+")
    role = models.CharField(max_length=16, choices=Role.choices())
    title = models.CharField(max_length=120, blank=True)  # "Chủ tịch UBND xã", printed under a signature
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="post_ends_after_it_begins"
            ),
            models.UniqueConstraint(fields=["account", "office", "role", "valid_from"], name="post_is_held_once"),
        ]


class Person(models.Model):
    """A citizen as they gave themselves: the same person may stand here more than once until an officer joins them."""

    full_name = models.CharField(max_length=160)
    folded_name = models.CharField(max_length=160, db_index=True)
    phone = models.CharField(max_length=20, blank=True, db_index=True)
    email = models.EmailField(blank=True)
    address = models.CharField(max_length=300, blank=True)
    unit = models.ForeignKey("territory.Unit", models.PROTECT, null=True, blank=True, related_name="+")
    identity_sealed = models.BinaryField(null=True, blank=True)  # Fernet token of the identity number
    identity_index = models.CharField(max_length=64, blank=True, db_index=True)  # keyed hash, to find without opening
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(full_name=""), name="person_has_a_name")]

    def __str__(self) -> str:
        return self.full_name
