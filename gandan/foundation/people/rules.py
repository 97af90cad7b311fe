"""The access policy, whole, in one place: role × right × reach × secrecy. Deny by default.

What a seat may not see does not exist for it: queries filter, and a direct request answers 404, never 403.
Luật Tiếp công dân 42/2013 Điều 25 (identity of visitors is confidential); Luật Tố cáo 25/2018 Điều 8 khoản 3
(a denouncer's identity is open to named handlers only, whatever the rank); Luật Bảo vệ dữ liệu cá nhân 91/2025.
"""

from __future__ import annotations

from gandan.foundation.people.words import Reach, Right, Role, Seat, Secrecy
from gandan.pure.refusal import Absent, Refused

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.RECEPTION: frozenset({Right.RECEIVE, Right.SORT, Right.LOOK, Right.COUNT}),
    Role.HANDLER: frozenset({Right.RECEIVE, Right.SETTLE, Right.LOOK}),
    Role.REPORTER: frozenset({Right.LOOK, Right.COUNT}),
    Role.HEAD: frozenset({Right.RECEIVE, Right.SORT, Right.SETTLE, Right.DECIDE, Right.LOOK, Right.COUNT}),
    Role.ADMINISTRATOR: frozenset({Right.MANAGE, Right.COUNT}),
    Role.CITIZEN: frozenset(),
    Role.SYSTEM: frozenset(Right),
}

REACH: dict[Role, Reach] = {
    Role.RECEPTION: Reach.BODY,
    Role.HANDLER: Reach.OFFICE,
    Role.REPORTER: Reach.BODY,
    Role.HEAD: Reach.BODY,
    Role.ADMINISTRATOR: Reach.BODY,
    Role.CITIZEN: Reach.NONE,
    Role.SYSTEM: Reach.BODY,
}

CLEARED: dict[Role, frozenset[Secrecy]] = {
    role: frozenset({Secrecy.PUBLIC, Secrecy.INTERNAL, Secrecy.PERSONAL})
    if Right.LOOK in RIGHTS[role]
    else frozenset({Secrecy.PUBLIC})
    for role in Role
}


def may(seat: Seat, right: Right) -> bool:
    """Whether the seat's role holds the right at all; where it holds is a matter of reach."""
    return right in RIGHTS[seat.role]


def demand(seat: Seat, right: Right) -> None:
    """Refuse unless the seat holds the right; a stranger without any right is told nothing (404)."""
    if may(seat, right):
        return
    if seat.role is Role.CITIZEN:
        raise Absent
    raise Refused(
        "people.no_right",
        f"Vị trí “{seat.role.said.vi}” không được {right.said.vi}. Xin chuyển việc này cho người có thẩm quyền.",
        f"The post “{seat.role.said.en}” may not {right.said.en}. Please hand this to someone who may.",
    )
