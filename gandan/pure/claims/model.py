"""What the checker hands back: claims, relations between them, and repairs that somebody may choose."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gandan.pure.claims.words import Kind, Nature, Qualifier, Verdict
from gandan.pure.speech import Said


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure of the text. `start`/`end` count characters of the text as given.

    `value` is what is printed, `scale` the power that follows it ("tỷ" is 10⁹), `places` the decimals printed;
    `other` the reading an English hand may have meant (`17,015` as 17 015); `whole` the figure after the stroke in
    `24/85`. `change` says that the figure is a rise (+1) or a fall (-1), `period` the words of time in front of it,
    `subject` the words that name it.
    """

    start: int
    end: int
    text: str
    nature: Nature
    value: Decimal
    places: int = 0
    unit: str = ""
    scale: Decimal = Decimal(1)
    qualifier: Qualifier = Qualifier.EXACT
    change: int = 0
    other: Decimal | None = None
    whole: Decimal | None = None
    whole_places: int = 0
    whole_other: Decimal | None = None
    period: str = ""
    subject: str = ""

    @property
    def amount(self) -> Decimal:
        """The value with its scale."""
        return self.value * self.scale

    @property
    def is_count(self) -> bool:
        """Whether it is an exact whole number with one reading."""
        plain = self.places == 0 and self.other is None and self.qualifier is Qualifier.EXACT
        return plain and self.nature is not Nature.PERCENT and self.scale == 1

    @property
    def step(self) -> Decimal:
        """One unit of the last printed digit; zero for an exact whole number, which has no rounding in it."""
        if self.places == 0 and self.scale == 1 and self.nature is not Nature.PERCENT:
            return Decimal(0)
        return self.scale.scaleb(-self.places)


@dataclass(frozen=True, slots=True)
class Repair:
    """One change that would make a relation hold. Never applied by the checker: only the source knows what is right."""

    start: int
    end: int
    old: str
    new: str
    why: Said


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie between figures with its verdict, the computation in print, and why."""

    kind: Kind
    verdict: Verdict
    start: int
    end: int
    text: str
    claimed: str
    computed: str
    expression: str
    reason: Said
    tolerance: Decimal = Decimal(0)
    repairs: tuple[Repair, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """A text that was read: its figures and what ties them."""

    text: str
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]

    @property
    def findings(self) -> tuple[Relation, ...]:
        """What somebody must look at: errors first in the text's order, questions among them."""
        return tuple(r for r in self.relations if r.verdict in (Verdict.ERROR, Verdict.QUESTION))

    @property
    def errors(self) -> tuple[Relation, ...]:
        """The relations that do not hold."""
        return tuple(r for r in self.relations if r.verdict is Verdict.ERROR)
