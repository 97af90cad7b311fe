"""Not received: only on a ground of the law, explained, and where the law asks for it in writing by the head."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from gandan.foundation.people.words import Role
from gandan.matters.reception import actions
from gandan.matters.reception.models import Refusal, Visit
from gandan.matters.reception.tests.conftest import HUNG, NOW, World, at
from gandan.matters.reception.words import Ground, NewRefusal, Visitor
from gandan.pure.refusal import Absent, Refused

pytestmark = pytest.mark.django_db


def refuse(world: World, ground: Ground, when=NOW, explanation: str = "Đã giải thích quy định."):
    return actions.refuse_visit(by=world.minh, at=when, refusal=NewRefusal(HUNG, ground, explanation))


def test_a_refusal_is_no_visit(world: World) -> None:
    receipt = refuse(world, Ground.INTOXICATED)
    assert Visit.objects.count() == 0
    assert (receipt.notice_due, receipt.law) == (None, "khoản 1 Điều 9 Luật Tiếp công dân 42/2013/QH13")


@pytest.mark.parametrize("ground", [Ground.SETTLED, Ground.ANSWERED_BEFORE])
def test_the_head_notifies_within_three_working_days(world: World, ground: Ground) -> None:
    """Điều 9 khoản 3; NĐ 154/2026 Điều 4: from Thursday 02/07/2026 that is Tuesday 07/07/2026."""
    receipt = refuse(world, ground)
    assert receipt.notice_due == date(2026, 7, 7)
    assert actions.notify_refusal(receipt.refusal_id, by=world.phuong, at=at(2026, 7, 6)) == 1
    row = Refusal.objects.get(pk=receipt.refusal_id)
    assert (row.signer, row.noticed_on) == ("Lê Thị Phượng", date(2026, 7, 6))


def test_a_notice_is_signed_by_the_head_and_once(world: World) -> None:
    receipt = refuse(world, Ground.SETTLED)
    with pytest.raises(Refused) as officer:
        actions.notify_refusal(receipt.refusal_id, by=world.minh, at=NOW)
    actions.notify_refusal(receipt.refusal_id, by=world.phuong, at=NOW)
    with pytest.raises(Refused) as again:
        actions.notify_refusal(receipt.refusal_id, by=world.phuong, at=NOW)
    assert (officer.value.code, again.value.code) == ("people.no_right", "reception.noticed")


def test_the_grounds_of_the_decree_apply_from_its_day(world: World) -> None:
    with pytest.raises(Refused) as refusal:
        refuse(world, Ground.WEAPON, when=at(2026, 6, 30))
    assert set(refusal.value.fields) == {"ground"}
    assert refuse(world, Ground.WEAPON, when=at(2026, 7, 1)).refusal_id


def test_a_refusal_is_explained_and_names_the_person(world: World) -> None:
    with pytest.raises(Refused) as refusal:
        actions.refuse_visit(by=world.minh, at=NOW, refusal=NewRefusal(Visitor(""), Ground.DISORDER, " "))
    assert set(refusal.value.fields) == {"full_name", "explanation"}


def test_another_body_cannot_notify(world: World) -> None:
    receipt = refuse(world, Ground.SETTLED)
    chair = replace(world.stranger, role=Role.HEAD)
    with pytest.raises(Absent):
        actions.notify_refusal(receipt.refusal_id, by=chair, at=NOW)
