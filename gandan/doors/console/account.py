"""`gandan account`: open an account with its post; the password is made here and told once."""

from __future__ import annotations

import secrets
from argparse import Namespace

from django.db import transaction

from gandan.doors.look import clock
from gandan.foundation.people import actions, queries
from gandan.foundation.people.words import Role
from gandan.foundation.territory import queries as territory
from gandan.pure.refusal import Refused


def run(given: Namespace) -> int:
    """Open the account, or give an existing one a further post; exit status 0."""
    office = territory.office(given.office)
    role = Role(given.role)
    known = queries.account(given.username)
    if known is None and not given.name:
        raise Refused(
            "console.name",
            "Tài khoản mới cần họ tên: --name “Trần Văn Minh”.",
            "A new account needs a name: --name “Trần Văn Minh”.",
        )
    password = secrets.token_urlsafe(12)
    with transaction.atomic():
        account = known or actions.open_account(username=given.username, full_name=given.name, password=password)
        actions.give_post(account, office_id=office.id, role=role, valid_from=clock.today(), title=given.title)
    print(f"{account.full_name} · {role.said.vi} · {office.name}")
    if known is None:
        print(f"mật khẩu (chỉ hiện lần này) · password (shown this once): {password}")
    return 0
