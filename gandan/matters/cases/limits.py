"""Which legal clock runs for which kind of case, from which move to which: a table, one line per clock.

The lengths and their versions by date are `pure.clock`'s; here stands only what starts and ends them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gandan.matters.cases.terms import Channel, Competence, Field, Kind, Verb
from gandan.pure.clock.rules import versions_of


@dataclass(frozen=True, slots=True)
class Limit:
    """One clock of a track."""

    kinds: frozenset[Kind]
    rule: str  # id in `pure.clock`
    begins: frozenset[Verb]
    ends: frozenset[Verb]  # the end of a case ends every clock
    from_receipt: bool  # counted from the day of receipt, else from the day of the move
    channels: frozenset[Channel] = frozenset(Channel)
    fields: frozenset[str] = frozenset()  # only these fields, where given
    outside_only: bool = False
    pauses: bool = False  # stands still while the case is suspended


_IN_PERSON = frozenset({Channel.RECEPTION, Channel.COUNTER})
_ANSWERED = frozenset({Verb.ACCEPT, Verb.REPLY})
_WORDS = frozenset({Kind.PETITION, Kind.FEEDBACK})
_COMPLAINT = frozenset({Kind.COMPLAINT})
_ARRIVES = frozenset({Verb.LODGE, Verb.TAKE_OVER})  # a corrected kind counts as lodged anew

LIMITS: tuple[Limit, ...] = (
    # Luật Tiếp công dân Điều 28 khoản 1: whoever brings a petition in person is answered within ten working days.
    Limit(frozenset({Kind.PETITION}), "TCD.REPLY", _ARRIVES, _ANSWERED, True, _IN_PERSON),
    Limit(frozenset({Kind.PETITION}), "XLD.PROCESS", _ARRIVES, _ANSWERED, True, frozenset(Channel) - _IN_PERSON),
    # No statute says when feedback is answered: the rule is the locality's own, editable.
    Limit(
        frozenset({Kind.FEEDBACK}),
        "XLD.FEEDBACK",
        _ARRIVES | {Verb.REOPEN},
        frozenset({Verb.REPLY}),
        True,
    ),
    Limit(
        frozenset({Kind.PETITION}),
        "XLD.PETITION",
        frozenset({Verb.ACCEPT, Verb.REOPEN}),
        frozenset({Verb.REPLY}),
        False,
    ),
    # Nghị định 20/2008/NĐ-CP Điều 9: feedback about administrative regulations goes on within five working days.
    Limit(
        frozenset({Kind.FEEDBACK}),
        "PAKN.FORWARD",
        frozenset({Verb.CLASSIFY}),
        frozenset({Verb.TAKE_OVER}),
        True,
        fields=frozenset({Field.PROCEDURE.value}),
        outside_only=True,
    ),
    Limit(_COMPLAINT, "KN.ACCEPT", _ARRIVES, frozenset({Verb.ACCEPT}), True),
    Limit(
        _COMPLAINT,
        "KN.SETTLE1",
        frozenset({Verb.ACCEPT}),
        frozenset({Verb.DECIDE}),
        False,
        pauses=True,
    ),
    Limit(_COMPLAINT, "KN.SEND1", frozenset({Verb.DECIDE}), frozenset({Verb.SEND}), False),
)


def begun_by(
    verb: Verb, *, kind: Kind, channel: Channel, field: str = "", competence: Competence = Competence.UNKNOWN
) -> Iterator[Limit]:
    """The clocks that a move starts for such a case."""
    for limit in LIMITS:
        fits = kind in limit.kinds and verb in limit.begins and channel in limit.channels
        about = not limit.fields or field in limit.fields
        if fits and about and (not limit.outside_only or competence is Competence.OUTSIDE):
            yield limit


def ended_by(verb: Verb) -> frozenset[str]:
    """The rules whose clocks a move ends."""
    return frozenset(limit.rule for limit in LIMITS if verb in limit.ends)


def rules_of(kind: Kind) -> frozenset[str]:
    """The rules that may run for a kind: when a petition turns out to be of another kind, the others end."""
    return frozenset(limit.rule for limit in LIMITS if kind in limit.kinds)


# Verbs that end a case because nothing is owed any more: what runs falls away, neither met nor missed.
FALL_AWAY = frozenset({Verb.WITHDRAW, Verb.TERMINATE})
# Clocks that hang on the classification: a new one decides anew.
SORTED_ANEW = frozenset({"PAKN.FORWARD", "XLD.PETITION"})
PAUSING = frozenset(limit.rule for limit in LIMITS if limit.pauses)


@dataclass(frozen=True, slots=True)
class Window:
    """How long after an answer it may be reopened: no statute says; the locality's rule, dated."""

    days: int
    valid_from: date
    basis: str


REOPENING = (Window(30, date.min, "Quy trình tiếp nhận, trả lời phản ánh của địa phương (cấu hình)"),)


def reopening(on: date) -> Window:
    """The window in force on the day of the answer."""
    return max((window for window in REOPENING if window.valid_from <= on), key=lambda window: window.valid_from)


def in_force(rule_id: str, day: date) -> bool:
    """Whether a rule exists and covers a day: an old register may be older than the law."""
    return any(version.applies_on(day) for version in versions_of(rule_id))
