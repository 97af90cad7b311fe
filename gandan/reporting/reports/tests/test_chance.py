"""Officers do whatever the state table lets them, in any order: the cells equal a recount of the records."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from gandan.foundation.people.words import Role, Seat
from gandan.matters.cases import actions as cases
from gandan.matters.cases import queries as desk
from gandan.matters.cases.words import Channel, Draft, Kind, MoveField, Sender
from gandan.pure.refusal import Refused
from gandan.reporting.indicators import actions as cells
from gandan.reporting.indicators import queries as indicators
from gandan.reporting.reports.tests.conftest import AT, World, open_world

LAN = Sender("Nguyễn Thị Lan", phone="0912345678", address="Ấp 3, xã Hòa Bình")
DAY = timedelta(days=1)


class Office:
    """The heads of three bodies, each doing one of the things that the desk offers, filled in by chance."""

    def __init__(self, world: World, chance: Random) -> None:
        self.world, self.chance = world, chance
        self.heads = [world.seat(unit, Role.HEAD) for unit in (world.hoa_binh, world.binh_phuoc, world.province)]
        self.at, self.cases, self.matters, self.done = AT, [], [], 0

    def act(self) -> None:
        self.at += DAY * self.chance.choice((0, 0, 1, 3))
        seat = self.chance.choice(self.heads)
        if not self.cases or self.chance.random() < 0.25:
            self.lodge(seat)
        else:
            self.move(seat, self.chance.choice(self.cases))

    def lodge(self, seat: Seat) -> None:
        draft = Draft(
            kind=self.chance.choice((Kind.PETITION, Kind.FEEDBACK, Kind.COMPLAINT)),
            text="Đề nghị sửa đường ấp 3, mưa lớn là ngập.",
            body_id=int(seat.body_id or 0),
            unit_id=int(seat.unit_id or 0),
            channel=Channel.COUNTER,
            senders=(LAN,),
            received_on=self.at.date() - DAY * self.chance.randrange(3),
            token=f"chance-{len(self.cases)}",
        )
        receipt = cases.lodge(by=seat, at=self.at, draft=draft)
        self.cases.append(receipt.case_id)
        self.matters.append(desk.case(seat, receipt.case_id).matter_id)

    def move(self, seat: Seat, case_id: int) -> None:
        try:
            offered = desk.moves(seat, case_id, at=self.at)
            move = self.chance.choice(offered)
            given = {field.name: self.fill(field) for field in move.fields if field.kind != "file"}
            cases.take(case_id, move.verb, by=seat, at=self.at, seen=None, given=given)
        except (Refused, IndexError):
            return
        self.done += 1

    def fill(self, field: MoveField) -> str:
        if field.name == "matter":
            return str(self.chance.choice(self.matters))
        if field.choices:
            return self.chance.choice(field.choices)[0]
        if field.kind == "office":
            return str(self.chance.choice(tuple(self.world.offices.values())))
        day = self.at.date() + DAY * self.chance.choice((0, 0, 5, 20))
        return {"date": day.isoformat(), "bool": self.chance.choice(("", "1"))}.get(field.kind, "Theo quy định, 12/CV")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_officers_do_cells_equal_their_records(seed: int) -> None:
    office = Office(open_world(), Random(seed))
    for turn in range(300):
        office.act()
        if turn % 10 == 0:
            cells.refresh()
    assert office.done > 40, "chance got nowhere: the test proves nothing"
    assert cells.verify() == ()
    received = {"start": date(2026, 1, 1), "end": date(2028, 1, 1)}
    units = indicators.area(office.world.province, **received)
    assert indicators.total("cases.received", unit_ids=units, **received) >= len(office.cases)
