"""What the operator may set, read once at start from `GANDAN_*` variables; a bad value stops the boot with its id."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


class BadSetting(SystemExit):
    """A setting that cannot be used: the id, the value's fault and the hint, then exit status 2."""

    def __init__(self, name: str, fault: str, hint: str) -> None:
        super().__init__(f"gandan: {name}: {fault}\n  → {hint}")


@dataclass(frozen=True, slots=True)
class Environment:
    """The typed settings of one installation."""

    home: Path  # where the embedded database, the files and the secrets live
    database: str  # a database URL
    secret_key: str
    sealing_key: str  # encrypts identity numbers; apart from the database
    address: str  # what citizens type: used in receipts and letters
    hosts: tuple[str, ...]
    debug: bool
    secure: bool  # served over HTTPS
    test_database: str  # a name for the test database, where several suites share one server


def read(variables: Mapping[str, str] = os.environ) -> Environment:
    """Read and check the settings; secrets not given are made once and kept in `home`, readable by the owner."""
    home = Path(variables.get("GANDAN_HOME") or _default_home()).expanduser()
    address = variables.get("GANDAN_ADDRESS", "http://127.0.0.1:8000").rstrip("/")
    if not address.startswith(("http://", "https://")):
        raise BadSetting("GANDAN_ADDRESS", f"{address!r} is not an address", "write https://ten-mien or http://ip:port")
    home.mkdir(parents=True, exist_ok=True)
    return Environment(
        home=home,
        database=variables.get("GANDAN_DATABASE") or f"sqlite:///{home / 'gandan.sqlite3'}",
        secret_key=variables.get("GANDAN_SECRET_KEY") or _kept_secret(home / "secret-key"),
        sealing_key=variables.get("GANDAN_SEALING_KEY") or _kept_secret(home / "sealing-key"),
        address=address,
        hosts=tuple(variables.get("GANDAN_HOSTS", "127.0.0.1,localhost,[::1]").split(",")),
        debug=_flag(variables, "GANDAN_DEBUG"),
        secure=address.startswith("https://"),
        test_database=variables.get("GANDAN_TEST_NAME", ""),
    )


def _default_home() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME", "~/.local/share")) / "gandan"


def _flag(variables: Mapping[str, str], name: str) -> bool:
    value = variables.get(name, "no").lower()
    if value not in {"yes", "no", "1", "0", "true", "false"}:
        raise BadSetting(name, f"{value!r} is neither yes nor no", "write yes or no")
    return value in {"yes", "1", "true"}


def _kept_secret(path: Path) -> str:
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        secret = secrets.token_urlsafe(48)
        file.write(secret)
    return secret
