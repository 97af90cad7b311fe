"""What `gandan check` asks of the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage


def catalogue_is_sound(**_: Any) -> Sequence[CheckMessage]:
    """Every measure has its own id, and its day and unit are what they claim."""
    return []
