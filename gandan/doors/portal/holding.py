"""Files between the review and the sending: held on disk under a random name for a day, listed in a sealed field of the
form. A refused or interrupted submission does not cost a citizen the photos already sent over a weak line."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from django.conf import settings
from django.core import signing
from django.core.files.uploadedfile import UploadedFile

from gandan.foundation.records import actions as records
from gandan.matters.cases.words import Upload
from gandan.pure.refusal import Refused
from gandan.pure.speech import Said

A_DAY = 24 * 3600
MAX_HELD = 8  # as many as a case takes at once
_SALT = "portal.held"


@dataclass(frozen=True, slots=True)
class Held:
    """A file that waits for its submission."""

    key: str
    name: str
    size: int

    @property
    def path(self) -> Path:
        """Where it waits."""
        return _folder() / self.key


def hold(files: Sequence[UploadedFile], *, held: Sequence[Held] = ()) -> tuple[tuple[Held, ...], Said | None]:
    """Keep files until the form is sent: all that wait now, and a sentence about those that could not be taken."""
    _sweep()
    kept, faults = list(held), list[Said]()
    for file in files:
        try:
            kept.append(_hold(file, len(kept)))
        except Refused as refusal:
            faults.append(Said("“{name}”: {why}", "“{name}”: {why}").given(name=_name(file), why=refusal.said))
    told = Said(" ".join(one.vi for one in faults), " ".join(one.en for one in faults))
    return tuple(kept), told if faults else None


def _hold(file: UploadedFile, waiting: int) -> Held:
    if waiting >= MAX_HELD:
        raise Refused(
            "portal.files",
            f"Mỗi lần gửi tối đa {MAX_HELD} tệp; tệp này xin bổ sung sau bằng mã biên nhận.",
            f"At most {MAX_HELD} files at a time; please add this one later with the receipt number.",
        )
    records.examine(cast(BinaryIO, file))
    one = Held(secrets.token_hex(16), _name(file), file.size or 0)
    one.path.parent.mkdir(parents=True, exist_ok=True)
    with one.path.open("wb") as kept:
        kept.writelines(file.chunks())
    return one


def _name(file: UploadedFile) -> str:
    return (file.name or "")[:120]


def seal(held: Sequence[Held]) -> str:
    """The list as a field of the form that nobody can forge."""
    return signing.dumps([[one.key, one.name, one.size] for one in held], salt=_SALT, compress=True) if held else ""


def unseal(text: str) -> tuple[Held, ...]:
    """The list again; a forged or day-old one is empty."""
    try:
        return tuple(Held(*row) for row in signing.loads(text, salt=_SALT, max_age=A_DAY)) if text else ()
    except signing.BadSignature:
        return ()


@contextmanager
def opened(held: Sequence[Held]) -> Iterator[tuple[Upload, ...]]:
    """The files open for reading; Refused when one has been swept away meanwhile."""
    with ExitStack() as stack:
        try:
            uploads = tuple(Upload(one.name, stack.enter_context(one.path.open("rb"))) for one in held)
        except FileNotFoundError:
            said = Said(
                "Tệp đã chọn được giữ quá một ngày nên không còn. Xin chọn lại tệp.",
                "The chosen files were held for more than a day and are gone. Please choose them again.",
            )
            raise Refused("portal.files", said.vi, said.en, fields={"files": said}) from None
        yield uploads


def forget(held: Sequence[Held]) -> None:
    """They have arrived, or were taken out: nothing waits any longer."""
    for one in held:
        one.path.unlink(missing_ok=True)


def _folder() -> Path:
    return Path(settings.GANDAN_FILES) / "held"


def _sweep() -> None:
    """Remove what nobody came back for."""
    oldest = time.time() - A_DAY
    for path in _folder().glob("*"):
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
