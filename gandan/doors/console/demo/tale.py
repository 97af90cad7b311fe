"""One case of the live demo: who told it, and the officials' steps with it, through the room's own actions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from random import Random

from gandan.doors.console.demo import names
from gandan.doors.console.demo.province import Province
from gandan.doors.console.demo.tellings import HAMLETS, Telling
from gandan.foundation.people.words import PUBLIC, Seat
from gandan.foundation.territory.words import UnitView
from gandan.matters.cases import actions as cases
from gandan.matters.cases.words import (
    Channel,
    Competence,
    Draft,
    Eligibility,
    Ineligible,
    Kind,
    Receipt,
    Sender,
    Verb,
)
from gandan.matters.reception import actions as reception
from gandan.matters.reception.words import Lodging, NewVisit, Presented, Visitor


@dataclass
class World:
    """What the stories share: the province, chance, the numbers of documents, and what was told so far."""

    province: Province
    chance: Random
    documents: count = field(default_factory=lambda: count(21))
    forms: count = field(default_factory=lambda: count(1))
    told: list[Tale] = field(default_factory=list)

    def document(self, kind: str) -> str:
        """The next document number: "34/TB-UBND"."""
        return f"{next(self.documents)}/{kind}"

    def token(self) -> str:
        """The token of one more form."""
        return f"demo-{next(self.forms)}"

    def seat(self, name: str) -> Seat:
        """Who sits there."""
        return self.province.seats[name]

    def person(self) -> Sender:
        """Somebody of the commune."""
        hamlet = self.chance.choice(HAMLETS)
        return Sender(
            full_name=names.full_name(self.chance),
            phone=names.telephone(self.chance) if self.chance.random() < 0.8 else "",
            address=f"{hamlet[:1].upper()}{hamlet[1:]}, xã Hòa Bình",
        )


@dataclass
class Tale:
    """A case from the citizen's words to its end. `now` is the moment of the step being told."""

    world: World
    telling: Telling
    channel: Channel
    sender: Sender
    desk: str = "minh"  # who receives and sorts
    head: str = "phuong"  # who decides
    handler: str = ""  # who settles; empty: by the department of the telling
    office: str = "xa"  # the body that receives
    unit: UnitView | None = None
    now: datetime = field(init=False)
    receipt: Receipt = field(init=False)

    @property
    def who(self) -> str:
        """The handling official."""
        return self.handler or {"kt": "hanh", "vhxh": "tu"}[self.telling.office]

    def lodge(self, *, head_count: int = 1) -> None:
        """The words arrive: from the portal, over the counter, or spoken at the reception."""
        if self.channel is Channel.RECEPTION:
            self.receipt = self._at_reception(head_count)
        else:
            by = PUBLIC if self.channel is Channel.PORTAL else self.world.seat(self.desk)
            self.receipt = cases.lodge(by=by, at=self.now, draft=self._draft())
        self.world.told.append(self)

    def _draft(self) -> Draft:
        place = self.unit or self.world.province.commune
        lat, lon = self._point(place)
        return Draft(
            kind=self.telling.kind,
            text=self.telling.text,
            title=self.telling.title,
            body_id=self.world.province.offices[self.office],
            unit_id=place.id,
            channel=self.channel,
            place=self.telling.place if self.telling.kind is Kind.FEEDBACK else "",
            lat=lat,
            lon=lon,
            field=self.telling.field if self.channel is not Channel.PORTAL else None,
            senders=(self.sender,) if self.sender.full_name else (),
            token=self.world.token(),
        )

    def _point(self, place: UnitView) -> tuple[float | None, float | None]:
        """Where it is, somewhere in the commune, when feedback came from a phone."""
        if self.channel is not Channel.PORTAL or self.telling.kind is not Kind.FEEDBACK or place.lat is None:
            return None, None
        chance = self.world.chance
        return (
            round(place.lat + chance.uniform(-0.018, 0.018), 6),
            round((place.lon or 0) + chance.uniform(-0.018, 0.018), 6),
        )

    def _at_reception(self, head_count: int) -> Receipt:
        lodging = Lodging(self.telling.kind, self.telling.text, title=self.telling.title, field=self.telling.field)
        visitor = Visitor(self.sender.full_name, phone=self.sender.phone, address=self.sender.address)
        visit = NewVisit(
            token=self.world.token(),
            people=(visitor,),
            head_count=head_count,
            content=self.telling.text,
            matters=(Presented(title=self.telling.title, lodging=lodging),),
        )
        return reception.register_visit(by=self.world.seat(self.desk), at=self.now, visit=visit).receipts[0]

    # ---------------------------------------------------------------------------------------------------- the steps

    def take(self, verb: Verb, who: str, given: Mapping[str, object] | None = None) -> None:
        """One move by one official. A transfer taken over goes on as the receiver's case."""
        view = cases.take(
            self.receipt.case_id, verb, by=self.world.seat(who), at=self.now, seen=None, given=given or {}
        )
        if verb is Verb.TAKE_OVER:
            self.receipt = Receipt(view.id, self.receipt.receipt, view.number, view.year, view.due_on)

    def classify(self, *, reason: Ineligible | None = None, outside: bool = False, because: str = "") -> None:
        """Sorted once, by content."""
        given = {
            "kind": self.telling.kind.value,
            "eligibility": (Eligibility.INELIGIBLE if reason else Eligibility.ELIGIBLE).value,
            "ineligible_reason": reason.value if reason else "",
            "competence": "" if reason else (Competence.OUTSIDE if outside else Competence.WITHIN).value,
            "field": self.telling.field.value,
            "legal_reason": because,
        }
        self.take(Verb.CLASSIFY, self.desk, given)

    def accept(self) -> None:
        """Taken up: words by the reception desk, a complaint by the head with a notice."""
        if self.telling.kind is Kind.COMPLAINT:
            self.take(Verb.ACCEPT, self.head, {"document": self.world.document("TB-UBND")})
        else:
            self.take(Verb.ACCEPT, self.desk)

    def assign(self) -> None:
        """Given to the handling official."""
        self.take(Verb.ASSIGN, self.desk, {"post": self.world.seat(self.who).post_id})

    def reply(self, *, text: str = "", close: bool = True) -> None:
        """The answer in writing."""
        given = {
            "text": text or self.telling.answer,
            "document": self.world.document("UBND-TL"),
            "signer": "Phạm Thị Phượng" if self.office == "xa" else "",
            "published": self.telling.kind is Kind.FEEDBACK,
            "close": close,
        }
        self.take(Verb.REPLY, self.who, given)

    def transfer(self, to: str, reason: str) -> None:
        """Sent on to another body of the province."""
        self.take(Verb.TRANSFER, self.desk, {"to_office": self.world.province.offices[to], "reason": reason})

    def rate(self, stars: int, comment: str = "") -> None:
        """How the citizen finds it."""
        cases.rate(self.receipt.receipt, at=self.now, stars=stars, satisfied=stars >= 3, comment=comment)
