"""The only writers of accounts, posts and citizens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from gandan.foundation.people.models import Account, Person, Post
from gandan.foundation.people.sealing import blind, seal
from gandan.foundation.people.words import Role
from gandan.pure.refusal import Refused
from gandan.pure.vietnamese import clean, fold, phone_digits


@transaction.atomic
def open_account(*, username: str, full_name: str, password: str, email: str = "") -> Account:
    """A new account that can sign in; refuses a password that is too short or too common."""
    account = Account(username=username, full_name=clean(full_name), email=email)
    try:
        validate_password(password, account)
    except ValidationError as weak:
        raise Refused("people.weak_password", " ".join(weak.messages), " ".join(weak.messages)) from weak
    account.set_password(password)
    account.save()
    return account


@transaction.atomic
def give_post(
    account: Account,
    *,
    office_id: int,
    role: Role,
    valid_from: date,
    valid_to: date | None = None,
    title: str = "",
) -> Post:
    """Seat an account in an office with a role, from one day and to another (open when None)."""
    return Post.objects.create(
        account=account, office_id=office_id, role=role, title=title, valid_from=valid_from, valid_to=valid_to
    )


@transaction.atomic
def end_post(post: Post, *, on: date) -> Post:
    """The post is held through `on` and no longer; the history stays."""
    post.valid_to = on
    post.save(update_fields=["valid_to"])
    return post


def note_person(
    *,
    full_name: str,
    at: datetime,
    phone: str = "",
    email: str = "",
    address: str = "",
    unit_id: int | None = None,
    identity: str = "",
) -> Person:
    """Write down a citizen as they gave themselves; the identity number is sealed before it touches the table.

    Called inside the transaction of the action that hears the citizen; that action writes the journal entry.
    """
    name = clean(full_name).strip()[:160]
    number = "".join(c for c in identity if c.isalnum())[:20]
    return Person.objects.create(
        full_name=name,
        folded_name=fold(name)[:160],
        phone=phone_digits(phone) or clean(phone).strip()[:20],
        email=email.strip()[:254],
        address=clean(address).strip()[:300],
        unit_id=unit_id,
        identity_sealed=seal(number) if number else None,
        identity_index=blind(number) if number else "",
        created_at=at,
    )


@dataclass(frozen=True, slots=True)
class Named:
    """A citizen as a register names them."""

    full_name: str
    phone: str = ""
    address: str = ""
    unit_id: int | None = None


def note_people(named: Iterable[Named], *, at: datetime) -> list[Person]:
    """Write down many citizens at once (imports), in the order given; see `note_person`."""
    rows = []
    for one in named:
        name = clean(one.full_name)[:160]
        rows.append(
            Person(
                full_name=name,
                folded_name=fold(name)[:160],
                phone=phone_digits(one.phone) or clean(one.phone)[:20],
                address=clean(one.address)[:300],
                unit_id=one.unit_id,
                created_at=at,
            )
        )
    return Person.objects.bulk_create(rows, batch_size=1000)
