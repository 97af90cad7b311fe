"""Who acts, in which role, seated where, and what a seat may do."""

from __future__ import annotations

from dataclasses import dataclass

from gandan.pure.speech import Word


class Role(Word):
    """The posts of a local government office that open this system."""

    RECEPTION = "reception", "Cán bộ tiếp công dân", "Reception officer"
    HANDLER = "handler", "Cán bộ xử lý", "Handling officer"
    REPORTER = "reporter", "Cán bộ tổng hợp, báo cáo", "Report officer"
    HEAD = "head", "Thủ trưởng cơ quan", "Head of the office"
    ADMINISTRATOR = "administrator", "Quản trị hệ thống", "Administrator"
    CITIZEN = "citizen", "Người dân", "Citizen"
    SYSTEM = "system", "Hệ thống", "System"


class Right(Word):
    """What a role may do, within its scope."""

    RECEIVE = "receive", "tiếp nhận, ghi lượt tiếp", "register visits and petitions"
    SORT = "sort", "phân loại, phân công", "classify and assign"
    SETTLE = "settle", "xử lý, trả lời", "settle and reply"
    DECIDE = "decide", "quyết định, gia hạn", "decide and extend"
    LOOK = "look", "xem hồ sơ", "read cases"
    COUNT = "count", "xem số liệu", "read figures"
    MANAGE = "manage", "quản trị", "administer"


class Reach(Word):
    """How far a role sees."""

    OFFICE = "office", "cơ quan mình", "own office"
    BODY = (
        "body",
        "cả Ủy ban nhân dân cùng cấp và đơn vị trực thuộc",
        "the whole People's Committee and what is under it",
    )
    NONE = "none", "không", "none"


class Secrecy(Word):
    """How closely a folder is held; a seat sees up to its own level (`rules.CLEARED`)."""

    PUBLIC = "public", "công khai", "public"
    INTERNAL = "internal", "nội bộ", "internal"
    PERSONAL = "personal", "dữ liệu cá nhân", "personal data"
    SEALED = "sealed", "giữ bí mật người tố cáo", "sealed identity"


@dataclass(frozen=True, slots=True)
class Seat:
    """Someone who acts or looks: an officer in a post, a citizen at the portal, or the system itself.

    Passed as `by=` to every action and as `viewer` to every query. `office_id` is the office of the post, `body_id` the
    People's Committee (or equal body) it belongs to, `unit_id` the area that body serves; None for citizens.
    """

    name: str
    role: Role
    account_id: int | None = None
    post_id: int | None = None
    office_id: int | None = None
    office_name: str = ""
    body_id: int | None = None
    body_path: str = ""  # Office.path of the body: its whole subtree starts with it
    unit_id: int | None = None


PUBLIC = Seat(name="Người dân", role=Role.CITIZEN)
SYSTEM = Seat(name="Hệ thống", role=Role.SYSTEM)
