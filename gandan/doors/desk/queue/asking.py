"""What an address asks of the queue, read with tolerance: what cannot be read is not asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import TypeVar
from urllib.parse import urlencode

from django.http import QueryDict

from gandan.doors.desk.forms import number, read_day
from gandan.doors.look.fields import Field, Option
from gandan.matters.cases.words import Kind, QueueFilter, Show, State, Whose
from gandan.pure.speech import Said, Word
from gandan.pure.vietnamese import clean

Choice = TypeVar("Choice", bound=Word)
MOST = 200  # characters of a search
EVERYWHERE: Mapping[str, str] = {"show": Show.ALL.value, "whose": Whose.REACH.value}
_ANY = Option("", Said("Tất cả", "All"))


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of a list of cases as its address names them, so that the page can draw them again."""

    whose: Whose = Whose.BODY
    show: Show = Show.OPEN
    kind: Kind | None = None
    state: State | None = None
    text: str = ""
    late: bool = False
    due_from: date | None = None
    due_to: date | None = None
    unit_id: int | None = None
    office_id: int | None = None
    received_from: date | None = None
    received_to: date | None = None

    @classmethod
    def of(cls, query: QueryDict, *, otherwise: Mapping[str, str] | None = None) -> Asked:
        """Read an address; `otherwise` holds what is meant where the address is silent."""
        default = otherwise or {}
        return cls(
            whose=_word(Whose, query.get("whose") or default.get("whose")) or Whose.BODY,
            show=_word(Show, query.get("show") or default.get("show")) or Show.OPEN,
            kind=_word(Kind, query.get("kind")),
            state=_word(State, query.get("state")),
            text=clean(query.get("q", ""))[:MOST],
            late=query.get("late") == "1",
            due_from=read_day(query.get("due_from", "")),
            due_to=read_day(query.get("due_to", "")),
            unit_id=number(query.get("unit", "")),
            office_id=number(query.get("office", "")),
            received_from=read_day(query.get("from", "")),
            received_to=read_day(query.get("to", "")),
        )

    @property
    def filter(self) -> QueueFilter:
        """The same as the room of cases understands it."""
        return QueueFilter(
            whose=self.whose,
            show=self.show,
            kinds=(self.kind,) if self.kind else (),
            states=(self.state,) if self.state else (),
            text=self.text,
            late_only=self.late,
            due_from=self.due_from,
            due_to=self.due_to,
            unit_id=self.unit_id,
            office_id=self.office_id,
            received_from=self.received_from,
            received_to=self.received_to,
        )

    @property
    def narrow(self) -> bool:
        """Whether anything narrows the list."""
        return self != NOTHING

    @property
    def choices(self) -> tuple[Field, ...]:
        """The choices of the filter row, as the address stands."""
        return (
            _select("whose", Said("Phạm vi", "Whose"), Whose, self.whose),
            _select("show", Said("Tình trạng", "Status"), Show, self.show),
            _select("kind", Said("Loại", "Kind"), Kind, self.kind, any_too=True),
        )

    @property
    def address(self) -> str:
        """The part of an address that asks for the same."""
        asked = {field.name: getattr(self, field.name) for field in fields(self) if self._is_asked(field.name)}
        return "?" + urlencode({_IN_ADDRESS.get(name, name): _written(value) for name, value in asked.items()})

    @property
    def widest(self) -> str:
        """The address that looks for the same words everywhere."""
        return Asked(text=self.text, show=Show.ALL, whose=Whose.REACH).address

    def _is_asked(self, name: str) -> bool:
        return bool(getattr(self, name) != getattr(NOTHING, name))


NOTHING = Asked()
_IN_ADDRESS = {"text": "q", "unit_id": "unit", "office_id": "office", "received_from": "from", "received_to": "to"}


def _written(value: object) -> str:
    return "1" if value is True else str(value)


def _word(words: type[Choice], code: str | None) -> Choice | None:
    return next((word for word in words if word.value == code), None)


def _select(name: str, label: Said, words: type[Word], chosen: Word | None, *, any_too: bool = False) -> Field:
    options = tuple(Option(word.value, word) for word in words)
    return Field(
        name=name,
        label=label,
        kind="select",
        options=(_ANY, *options) if any_too else options,
        value=chosen.value if chosen else "",
    )
