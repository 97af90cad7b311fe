"""A field of a form: its words, what was typed, what was wrong with it. Every form is drawn from these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from gandan.pure.speech import Said, Word


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a field."""

    value: str
    label: Said | Word | str
    hint: Said | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field. `kind` is text, longtext, tel, email, date, number, password, search, choice (radio buttons), select,
    bool (one tick box) or file."""

    name: str
    label: Said | Word | str
    kind: str = "text"
    hint: Said | None = None
    required: bool = False
    options: tuple[Option, ...] = ()
    value: str = ""
    error: Said | None = None
    autocomplete: str = ""
    inputmode: str = ""
    rows: int = 6
    maxlength: int = 0
    accept: str = ""
    multiple: bool = False
    suggestions: tuple[str, ...] = ()
    large: bool = False  # the label is the question of the page

    @property
    def id(self) -> str:
        """The id of its control: where an error summary leads."""
        return f"f-{self.name}"

    @property
    def list_id(self) -> str:
        """The id of its list of suggestions."""
        return f"{self.id}-list"

    @property
    def described_by(self) -> str:
        """The ids of hint and error, for those who listen to the page."""
        told = (("hint", self.hint), ("error", self.error))
        return " ".join(f"{self.id}-{what}" for what, said in told if said)

    @property
    def ticked(self) -> bool:
        """Whether a tick box is ticked."""
        return self.value in ("yes", "on", "true", "True", "1")

    @property
    def input_type(self) -> str:
        """The HTML type of a one-line control."""
        return self.kind if self.kind in ("tel", "email", "date", "number", "password", "search") else "text"


def filled(
    fields: Sequence[Field], typed: Mapping[str, str], errors: Mapping[str, Said] | None = None
) -> tuple[Field, ...]:
    """The fields with what was typed kept, and each sentence beside the field it is about."""
    errors = errors or {}
    return tuple(
        replace(field, value=str(typed.get(field.name, field.value)), error=errors.get(field.name)) for field in fields
    )


def by_name(fields: Sequence[Field]) -> dict[str, Field]:
    """Fields by their names, for a page that places each by hand."""
    return {field.name: field for field in fields}
