"""The citizen's receipt: ten random characters of Crockford's alphabet and one check character, 50 bits.

The check is a weighted sum over the field of 32 elements, so every single wrong character and every swap of two
neighbours is noticed. It is typed on telephones: small letters, spaces and dashes do not matter, O is 0, I and L are 1.
"""

from __future__ import annotations

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 11
BITS = 50
_READ = {letter: value for value, letter in enumerate(ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_IGNORED = str.maketrans("", "", "-–—.\u2011")
_MODULUS = 0b100101  # x⁵ + x² + 1, primitive: x generates the 31 non-zero elements


def compose(number: int) -> str:
    """The receipt of a random number below 2⁵⁰, without dashes."""
    values = [(number >> shift) & 31 for shift in range(BITS - 5, -1, -5)]
    return "".join(ALPHABET[value] for value in (*values, _check(values)))


def parse(text: str) -> str | None:
    """The receipt that a person meant, or None when it cannot be one: its length, a character or the check is wrong."""
    letters = "".join(text.upper().split()).translate(_IGNORED)
    if len(letters) != LENGTH or any(letter not in _READ for letter in letters):
        return None
    values = [_READ[letter] for letter in letters]
    return "".join(ALPHABET[value] for value in values) if _check(values[:-1]) == values[-1] else None


def printed(receipt: str) -> str:
    """As it is shown and read out: "7KQ4-M9XD-2TB"."""
    return "-".join((receipt[:4], receipt[4:8], receipt[8:]))


def _check(values: list[int]) -> int:
    total = 0
    for value in values:  # Horner: total·x + value, over GF(32)
        total = _times_x(total ^ value)
    return total


def _times_x(value: int) -> int:
    value <<= 1
    return value ^ _MODULUS if value & 32 else value
