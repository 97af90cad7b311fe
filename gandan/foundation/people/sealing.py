"""Seal an identity number: the table holds only a token and a keyed hash; the key lives apart from the database."""

from __future__ import annotations

import base64
import hashlib
import hmac
from functools import lru_cache

from cryptography.fernet import Fernet
from django.conf import settings


@lru_cache(maxsize=4)
def _keys(secret: str) -> tuple[Fernet, bytes]:
    box = base64.urlsafe_b64encode(hashlib.sha256(b"box|" + secret.encode()).digest())
    return Fernet(box), hashlib.sha256(b"index|" + secret.encode()).digest()


def seal(number: str) -> bytes:
    """The encrypted token of an identity number."""
    return _keys(settings.GANDAN_SEALING_KEY)[0].encrypt(number.encode())


def unseal(token: bytes) -> str:
    """The identity number behind a token; raises `cryptography.fernet.InvalidToken` under another key."""
    return _keys(settings.GANDAN_SEALING_KEY)[0].decrypt(bytes(token)).decode()


def blind(number: str) -> str:
    """A keyed hash by which equal identity numbers are found without opening any."""
    return hmac.new(_keys(settings.GANDAN_SEALING_KEY)[1], number.encode(), hashlib.sha256).hexdigest()
