"""A move of the law as a form: its fields drawn, what was typed read back, files handed on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest

from gandan.doors.desk.forms import Form
from gandan.doors.look.fields import Field, Option
from gandan.matters.cases.words import Move, MoveField, Upload, Verb
from gandan.pure.speech import Said

_FEW, _VERY_FEW = 6, 3  # a choice this short shows all its answers at once; one that may stay empty, when very short
ACCEPT = ".jpg,.jpeg,.png,.webp,.pdf,.docx"
_NOT_WORDS = frozenset({"csrfmiddlewaretoken", "seen", "preview", "send"})


READ_BY_CITIZEN = frozenset({Verb.REPLY, Verb.GUIDE, Verb.RETURN, Verb.REFUSE, Verb.DECIDE})
BESIDE = frozenset({Verb.ADD_WORD, Verb.JOIN, Verb.WITHDRAW})  # may be done at any time, moves nothing forward
_CHOOSE = Option("", Said("– chọn –", "– choose –"))


def fields_of(move: Move) -> list[Field]:
    """The fields of a move as a page asks them."""
    return [_field(asked) for asked in move.fields]


def _field(asked: MoveField) -> Field:
    kind = asked.kind
    if kind in {"choice", "office", "post"}:
        shown = asked.kind == "choice" and 0 < len(asked.choices) <= (_FEW if asked.required else _VERY_FEW)
        kind = "choice" if shown else "select"
    options = tuple(Option(code, label) for code, label in asked.choices)
    return Field(
        name=asked.name,
        label=asked.label,
        kind=kind,
        required=asked.required,
        hint=asked.hint,
        options=(_CHOOSE, *options) if kind == "select" else options,
        value=asked.initial,
        maxlength=asked.limit or 0,
        accept=ACCEPT if kind == "file" else "",
        multiple=kind == "file",
    )


def seen_of(request: HttpRequest) -> int:
    """How many entries the officer's page showed; what cannot be read counts as none, so the action says Outdated."""
    seen = request.POST.get("seen", "")
    return int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 10 else 0


def given_of(form: Form) -> tuple[dict[str, Any], tuple[Upload, ...]]:
    """What the officer gave, and the files apart."""
    values = form.read()
    files = [Upload(file.name, file) for value in values.values() if isinstance(value, tuple) for file in value]
    return {name: value for name, value in values.items() if not isinstance(value, tuple)}, tuple(files)


def chosen(moves: Sequence[Move], code: str) -> Move | None:
    """The move of that name, when it is allowed now."""
    return next((move for move in moves if move.verb.value == code), None)


def verb_of(code: str) -> Verb | None:
    """The verb that an address names."""
    return next((verb for verb in Verb if verb.value == code), None)


def typed_words(request: HttpRequest) -> Mapping[str, str]:
    """Every text of a posted form, so that none is lost when its move is no longer possible."""
    typed = {name: str(text) for name, text in request.POST.items() if name not in _NOT_WORDS}
    return {name: text for name, text in typed.items() if text.strip()}
