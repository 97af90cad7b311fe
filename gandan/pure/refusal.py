"""The one way to say no.

    Refused                 the law or the house forbids it           (HTTP 422)
    ├── Absent              it does not exist for this viewer         (HTTP 404)
    ├── Outdated            somebody acted in the meantime            (HTTP 409)
    ├── Unreadable          what came from outside cannot be read     (HTTP 400)
    └── TooMany             too often in too short a time             (HTTP 429)

A refusal carries a code for machines, a sentence for people in both languages that says what to do next,
and the article where there is one. `fields` ties sentences to the form fields they are about.
"""

from __future__ import annotations

from collections.abc import Mapping

from gandan.pure.speech import Said


class Refused(Exception):
    """A refusal with its code, its sentence and its legal basis."""

    status = 422

    def __init__(self, code: str, vi: str, en: str, *, law: str = "", fields: Mapping[str, Said] | None = None) -> None:
        super().__init__(f"{code}: {vi}")
        self.code = code
        self.said = Said(vi, en)
        self.law = law
        self.fields: Mapping[str, Said] = fields or {}


class Absent(Refused):
    """It does not exist, or not for this viewer: the two look the same from outside."""

    status = 404

    def __init__(
        self,
        code: str = "absent",
        vi: str = "Không tìm thấy. Xin kiểm tra lại đường dẫn hoặc mã số.",
        en: str = "Not found. Please check the address or the number.",
    ) -> None:
        super().__init__(code, vi, en)


class Outdated(Refused):
    """Somebody else acted since the page was drawn; `said` tells what changed."""

    status = 409


class Unreadable(Refused):
    """Input from outside that cannot be read as what it claims to be."""

    status = 400


class TooMany(Refused):
    """Asked too often; the sentence says when to try again."""

    status = 429
