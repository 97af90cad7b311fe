"""What the holder of a receipt may answer back: the small forms on the page of a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypedDict

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from gandan.doors.look.fields import Field, Option, by_name, filled
from gandan.pure.refusal import Refused
from gandan.pure.speech import Said

STARS = (
    Option("1", Said("Rất không hài lòng", "Very dissatisfied")),
    Option("2", Said("Không hài lòng", "Dissatisfied")),
    Option("3", Said("Tạm được", "So so")),
    Option("4", Said("Hài lòng", "Satisfied")),
    Option("5", Said("Rất hài lòng", "Very satisfied")),
)
FIELDS: dict[str, tuple[Field, ...]] = {
    "danh-gia": (
        Field(
            name="stars",
            label=Said("Bà con thấy cách trả lời thế nào?", "How do you find the answer?"),
            kind="choice",
            required=True,
            options=STARS,
        ),
        Field(
            name="satisfied",
            label=Said("Việc của bà con đã được giải quyết chưa?", "Has your matter been settled?"),
            kind="choice",
            options=(
                Option("yes", Said("Đã xong", "Yes, it is done")),
                Option("no", Said("Chưa xong", "No, not yet")),
            ),
        ),
        Field(
            name="comment",
            label=Said("Muốn nói thêm điều gì?", "Anything to add?"),
            kind="longtext",
            rows=3,
            maxlength=1000,
        ),
    ),
    "xem-lai": (
        Field(
            name="reason",
            label=Said("Điều gì chưa được giải quyết?", "What is still unsolved?"),
            kind="longtext",
            rows=4,
            required=True,
            maxlength=1000,
        ),
    ),
    "bo-sung": (
        Field(
            name="text", label=Said("Muốn nói thêm điều gì?", "What would you like to add?"), kind="longtext", rows=4
        ),
        Field(
            name="files",
            label=Said("Ảnh, giấy tờ", "Photos, papers"),
            kind="file",
            multiple=True,
            accept="image/jpeg,image/png,image/webp,application/pdf,.docx",
            hint=Said("Ảnh, PDF hoặc Word; tối đa 8 tệp, mỗi tệp 10 MB", "Photos, PDF or Word; up to 8 files of 10 MB"),
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Typed:
    """What came with one of the small forms."""

    form: str
    values: Mapping[str, str]
    files: tuple[UploadedFile, ...]


class Rating(TypedDict):
    """The arguments of a rating."""

    stars: int
    satisfied: bool | None
    comment: str


def read(request: HttpRequest, form: str) -> Typed:
    """The answers of a small form, as typed."""
    names = [field.name for field in FIELDS[form] if field.kind != "file"]
    return Typed(form, {name: request.POST.get(name, "") for name in names}, tuple(request.FILES.getlist("files")))


def rating(typed: Typed) -> Rating:
    """A rating out of the strings; no stars chosen is zero, which the room refuses with its sentence."""
    stars, satisfied = typed.values["stars"], typed.values["satisfied"]
    return Rating(
        stars=int(stars) if stars in {"1", "2", "3", "4", "5"} else 0,
        satisfied={"yes": True, "no": False}.get(satisfied),
        comment=typed.values["comment"],
    )


def fields(typed: Typed | None, refusal: Refused | None) -> dict[str, dict[str, Field]]:
    """All small forms, each field by its name; the refused one with what was typed."""
    errors = refusal.fields if refusal else {}
    return {
        form.replace("-", "_"): by_name(filled(own, typed.values, errors) if typed and typed.form == form else own)
        for form, own in FIELDS.items()
    }


def receipt_field(code: str, refusal: Refused | None) -> Field:
    """The one field of the page that asks for a receipt number."""
    return Field(
        name="ma",
        label=Said("Mã biên nhận", "Receipt number"),
        hint=Said(
            "11 chữ và số in trên biên nhận, ví dụ 7KQ4-M9XD-2TB; chữ thường, có cách hay không đều được",
            "11 letters and digits on the receipt, for example 7KQ4-M9XD-2TB; small letters and spaces are fine",
        ),
        required=True,
        value=code,
        error=refusal.said if refusal else None,
        autocomplete="off",
    )
