"""What was typed: read by the kind of each field, refused field by field, drawn again with every word kept.

A page lists its fields; `Form.read` gives typed values or raises `Refused` with a sentence per field; whatever an
action refuses later stands beside the same fields after `Form.refused`. The moves of a case are read the same way from
the fields that the law gives them.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from gandan.doors.look.fields import Field, by_name, filled
from gandan.pure.refusal import Absent, Refused
from gandan.pure.speech import Said
from gandan.pure.vietnamese import clean

MOST = {"longtext": 20_000}  # characters, where a field names no limit
MOST_OF_A_LINE = 200
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DMY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_NEEDED = Said("Xin điền mục này.", "Please fill this in.")
_TOO_LONG = Said(
    "Dài quá {most} ký tự (đang có {now}). Xin viết gọn lại hoặc đính kèm tệp.",
    "Longer than {most} characters ({now} now). Please shorten it or attach a file.",
)
_NOT_A_DAY = Said("Không đọc được ngày. Xin ghi như 13/07/2026.", "Not a date. Please write it like 13/07/2026.")
_NOT_A_NUMBER = Said("Xin ghi một số nguyên, ví dụ 3.", "Please write a whole number, for example 3.")
_NOT_A_CHOICE = Said("Xin chọn lại trong danh sách.", "Please choose from the list again.")


class Form:
    """The fields of a page with what was typed and at most one refusal.

    `form["name"]` is a field to draw; iterating gives all in order; `status` is the HTTP status of the page.
    """

    def __init__(
        self, fields: Sequence[Field], request: HttpRequest, *, start: Mapping[str, str] | None = None
    ) -> None:
        self.request = request
        self.refusal: Refused | None = None
        self._token = secrets.token_urlsafe(18)
        self._asked = by_name(fields)
        self._typed: Mapping[str, str] = request.POST if request.method == "POST" else start or {}

    def __getitem__(self, name: str) -> Field:
        return self.drawn[name]

    def __iter__(self) -> Iterator[Field]:
        return iter(self.drawn.values())

    @cached_property
    def drawn(self) -> dict[str, Field]:
        """The fields with what was typed in them and the sentences about it."""
        kept = {name: text for name, text in self._typed.items() if self._is_kept(name)}
        return by_name(filled(tuple(self._asked.values()), kept, self.refusal.fields if self.refusal else None))

    def _is_kept(self, name: str) -> bool:
        """A password is never drawn again."""
        return name in self._asked and self._asked[name].kind != "password"

    @property
    def token(self) -> str:
        """The mark of this one form: sent twice it is one submission. A page newly drawn gets a new one."""
        return clean(self._typed.get("token", ""))[:64] or self._token

    @property
    def loose(self) -> list[Said]:
        """Sentences of the refusal that are about none of the fields drawn."""
        said = self.refusal.fields if self.refusal else {}
        return [sentence for name, sentence in said.items() if name not in self._asked]

    @property
    def status(self) -> int:
        """200, or the status of the refusal."""
        return self.refusal.status if self.refusal else 200

    def refused(self, no: Refused) -> Form:
        """The same form, to be drawn again with the refusal; what does not exist for the viewer stays a 404."""
        if isinstance(no, Absent):
            raise no
        self.refusal = no
        self.__dict__.pop("drawn", None)
        return self

    def read(self) -> dict[str, Any]:
        """The values by field name: str, int | None, date | None, bool, or a tuple of uploaded files.

        Raises `Refused` ("desk.form") with a sentence for every field that cannot be read.
        """
        values: dict[str, Any] = {}
        wrong: dict[str, Said] = {}
        for field in self._asked.values():
            try:
                values[field.name] = self._read(field)
            except _Wrong as no:
                wrong[field.name] = no.said
        if wrong:
            raise Refused(
                "desk.form",
                "Còn mục chưa ghi đúng. Nội dung anh/chị đã nhập vẫn còn nguyên; xin sửa các mục được đánh dấu.",
                "Some entries need attention. What you typed is kept; please correct the marked ones.",
                fields=wrong,
            )
        return values

    def _read(self, field: Field) -> object:
        if field.kind == "file":
            return self._files(field)
        typed = self.request.POST.get(field.name, "")
        text = typed[:MOST_OF_A_LINE] if field.kind == "password" else clean(typed)  # a password is taken as typed
        if field.kind == "bool":
            return text in {"1", "on", "yes", "true"}
        most = field.maxlength or MOST.get(field.kind, MOST_OF_A_LINE)
        if len(text) > most:
            raise _Wrong(_TOO_LONG.given(most=most, now=len(text)))
        if not text:
            return _empty(field)
        return _READERS.get(field.kind, _line)(field, text)

    def _files(self, field: Field) -> tuple[UploadedFile, ...]:
        files = tuple(file for file in self.request.FILES.getlist(field.name) if file.name)
        if field.required and not files:
            raise _Wrong(_NEEDED)
        return files


class _Wrong(Exception):
    def __init__(self, said: Said) -> None:
        super().__init__(said.vi)
        self.said = said


def _empty(field: Field) -> object:
    if field.required:
        raise _Wrong(_NEEDED)
    return None if field.kind in {"date", "number"} else ""


def _line(_: Field, text: str) -> str:
    return " ".join(text.split())


def _text(_: Field, text: str) -> str:
    return text


def _number(_: Field, text: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        raise _Wrong(_NOT_A_NUMBER)
    return int(text)


def _choice(field: Field, text: str) -> str:
    if text not in {option.value for option in field.options}:
        raise _Wrong(_NOT_A_CHOICE)
    return text


def _day(_: Field, text: str) -> date:
    found = read_day(text)
    if found is None:
        raise _Wrong(_NOT_A_DAY)
    return found


_READERS = {
    "number": _number,
    "choice": _choice,
    "select": _choice,
    "date": _day,
    "longtext": _text,
    "password": _text,
}


def number(text: str) -> int | None:
    """A whole number from an address or a hidden field, or None."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def read_day(text: str) -> date | None:
    """A day typed as 2026-07-13 or 13/07/2026; None when it is none or lies outside 1900 to 2200."""
    text = text.strip()
    if match := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _DMY.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
    else:
        return None
    try:
        return date(year, month, day) if 1900 <= year <= 2200 else None
    except ValueError:
        return None
