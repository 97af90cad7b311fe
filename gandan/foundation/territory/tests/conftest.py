"""The register for stories: Vĩnh Long with Trà Vinh and Bến Tre, or any few provinces of today."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gandan.foundation.territory import actions


@pytest.fixture
def load(db: None) -> Callable[..., actions.Loaded]:
    """Load some provinces of today by code, with all that went into them."""
    return lambda *codes: actions.load_register(provinces=codes)


@pytest.fixture
def vinh_long(load: Callable[..., actions.Loaded]) -> actions.Loaded:
    """Province 86: Vĩnh Long, Trà Vinh, Bến Tre."""
    return load("86")
