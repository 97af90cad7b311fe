"""Who may do what: the whole table, and what a stranger is told."""

from __future__ import annotations

import pytest

from gandan.foundation.people.rules import CLEARED, REACH, RIGHTS, demand, may
from gandan.foundation.people.words import PUBLIC, Reach, Right, Role, Seat, Secrecy
from gandan.pure.refusal import Absent, Refused

# What each post may do, as the office would say it: written apart from the code, to be changed only on purpose.
EXPECTED = {
    Role.RECEPTION: "receive sort look count",
    Role.HANDLER: "receive settle look",
    Role.REPORTER: "look count",
    Role.HEAD: "receive sort settle decide look count",
    Role.ADMINISTRATOR: "manage count",
    Role.CITIZEN: "",
}


@pytest.mark.parametrize("role", EXPECTED)
def test_each_role_holds_exactly_its_rights(role: Role) -> None:
    seat = Seat(name="Ai đó", role=role)
    assert {right for right in Right if may(seat, right)} == {Right(word) for word in EXPECTED[role].split()}


def test_an_administrator_reads_no_case() -> None:
    """Running the machine gives no right to people's words."""
    assert CLEARED[Role.ADMINISTRATOR] == {Secrecy.PUBLIC}


def test_nobody_is_cleared_for_a_sealed_identity_by_rank() -> None:
    """Luật Tố cáo 2018 Điều 8: named handlers only, not even the head."""
    assert all(Secrecy.SEALED not in cleared for cleared in CLEARED.values())


def test_a_citizen_reaches_nothing_and_is_told_nothing() -> None:
    assert REACH[Role.CITIZEN] is Reach.NONE
    with pytest.raises(Absent):
        demand(PUBLIC, Right.LOOK)


def test_an_officer_without_the_right_is_told_why() -> None:
    with pytest.raises(Refused) as refusal:
        demand(Seat(name="Yến", role=Role.REPORTER), Right.SETTLE)
    assert "xử lý, trả lời" in refusal.value.said.vi
    assert not isinstance(refusal.value, Absent)


def test_every_role_stands_in_every_table() -> None:
    assert set(RIGHTS) == set(REACH) == set(CLEARED) == set(Role)
