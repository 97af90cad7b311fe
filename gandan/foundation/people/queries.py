"""The only readers of accounts, posts and citizens."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from cryptography.fernet import InvalidToken
from django.db.models import Q

from gandan.foundation.people.models import Account, Person, Post
from gandan.foundation.people.rules import REACH
from gandan.foundation.people.sealing import unseal
from gandan.foundation.people.words import Reach, Role, Seat
from gandan.foundation.territory import queries as territory
from gandan.foundation.territory.words import OfficeView
from gandan.pure.refusal import Absent

if TYPE_CHECKING:
    from django.db.models import QuerySet


def seats(account: Account | int, *, on: date) -> list[Seat]:
    """The seats this account may take on a day, in the order they were given."""
    return _seats(_held(on).filter(account=account))


def seat(post_id: int, *, account_id: int, on: date) -> Seat:
    """One seat of an account; Absent when the post is not theirs or not held on that day."""
    post = _held(on).filter(id=post_id, account_id=account_id, account__is_active=True).first()
    if post is None:
        raise Absent
    return _seats([post])[0]


def colleagues(viewer: Seat, *, on: date) -> list[Seat]:
    """Who holds a post in the viewer's body on a day: the people a case can be given to."""
    if REACH[viewer.role] is Reach.NONE or not viewer.body_path:
        return []
    return _seats(_held(on).filter(office__path__startswith=viewer.body_path))


def _held(on: date) -> QuerySet[Post]:
    return (
        Post.objects.select_related("account", "office")
        .filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on), valid_from__lte=on)
        .order_by("id")
    )


def _seats(posts: Iterable[Post]) -> list[Seat]:
    """Posts as seats, each with its body: one query beside the posts' own."""
    held = list(posts)
    bodies = territory.bodies_of(post.office.path for post in held)
    return [_seat(post, bodies[post.office.path]) for post in held]


def _seat(post: Post, body: OfficeView) -> Seat:
    return Seat(
        name=post.account.full_name,
        role=Role(post.role),
        account_id=post.account_id,
        post_id=post.id,
        office_id=post.office_id,
        office_name=post.office.name,
        body_id=body.id,
        body_path=body.path,
        unit_id=body.unit_id,
    )


def sealing_key_opens() -> bool:
    """Whether the key of this installation opens what was sealed; True while nothing is sealed."""
    token = Person.objects.exclude(identity_sealed=None).values_list("identity_sealed", flat=True).first()
    if token is None:
        return True
    try:
        unseal(bytes(token))
    except InvalidToken:
        return False
    return True


def account(username: str) -> Account | None:
    """The account of a username, or None."""
    return Account.objects.filter(username=username).first()
