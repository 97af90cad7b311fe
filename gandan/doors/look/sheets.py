"""Style sheets and scripts, written apart by meaning and sent as one: a weak phone line asks once and never again.

No build: the files are read as they stand, in the order below, when the first page is drawn. The address holds a
mark of the content, so that a browser may keep it for good.
"""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from gandan.pure.refusal import Absent

FOLDER = Path(__file__).resolve().parent / "static" / "look"

SHEETS: dict[str, tuple[str, ...]] = {
    "look.css": (
        "tokens.css",
        "type.css",
        "layout.css",
        "parts/buttons.css",
        "parts/forms.css",
        "parts/notices.css",
        "parts/tables.css",
        "parts/ticket.css",
        "parts/timeline.css",
        "parts/figures.css",
        "parts/letter.css",
        "desk.css",
        "print.css",
    ),
    "look.js": ("keep.js", "send.js", "photos.js", "place.js", "steps.js"),
}
TYPES = {"look.css": "text/css; charset=utf-8", "look.js": "text/javascript; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The joined content and the mark of it."""

    mark: str
    body: bytes
    packed: bytes


@lru_cache(maxsize=len(SHEETS))
def joined(name: str) -> Sheet:
    """One sheet made of its files, in order."""
    body = b"\n".join((FOLDER / part).read_bytes() for part in SHEETS[name])
    return Sheet(hashlib.sha256(body).hexdigest()[:12], body, gzip.compress(body, 9, mtime=0))


def _fresh(name: str) -> Sheet:
    if settings.DEBUG:
        joined.cache_clear()
    return joined(name)


def address(name: str) -> str:
    """Where a page finds a sheet."""
    return reverse("look:sheet", args=[_fresh(name).mark, name])


def serve(request: HttpRequest, mark: str, name: str) -> HttpResponse:
    """A sheet, to be kept for good under its mark; an old mark gets today's content, kept shortly."""
    if name not in SHEETS:
        raise Absent
    sheet = _fresh(name)
    packs = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(sheet.packed if packs else sheet.body, content_type=TYPES[name])
    if packs:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    kept = "max-age=31536000, immutable" if mark == sheet.mark else "max-age=60"
    response.headers["Cache-Control"] = f"public, {kept}"
    return response
