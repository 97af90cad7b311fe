"""What every test may rely on: its own file store, no network beyond this machine."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def own_files(settings: Any, tmp_path: Path) -> None:
    """Attachments of a test lie in its own folder."""
    settings.GANDAN_FILES = tmp_path / "files"


@pytest.fixture(autouse=True, scope="session")
def this_machine_only() -> Any:
    """A test that reaches beyond this machine fails at once."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        host = address[0] if isinstance(address, tuple) else ""
        if host and host not in {"127.0.0.1", "::1", "localhost"}:
            raise RuntimeError(f"a test tried to reach {host}")
        real(self, address)

    patch = pytest.MonkeyPatch()
    patch.setattr(socket.socket, "connect", connect)
    yield
    patch.undo()
