"""The chain of a journal and the limits of a file: pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

MAX_FILE = 10 * 1024 * 1024  # bytes; a phone's photo is 3 to 6 MB
MAX_PIXELS = 60_000_000  # a picture that unfolds to more is a bomb
MAX_UNZIPPED = 100 * 1024 * 1024
FIRST_LINK = "0" * 64


def link(
    previous: str, *, folder_id: int, seq: int, at: datetime, verb: str, author: str, data: Mapping[str, Any]
) -> str:
    """The hash of one entry, which holds the hash of the entry before: changing one changes all that follow."""
    text = json.dumps(
        [previous, folder_id, seq, at.astimezone(UTC).isoformat(timespec="microseconds"), verb, author, data],
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return hashlib.sha256(text.encode()).hexdigest()
