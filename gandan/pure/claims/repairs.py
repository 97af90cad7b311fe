"""The slips of a tired hand: two digits swapped, one digit wrong, one lost or doubled, the comma moved.

That a slip would make a relation hold is the best evidence that it is one relation and that it is broken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import IntEnum

from gandan.pure.claims.model import Claim, Repair
from gandan.pure.speech import Said
from gandan.pure.vietnamese import numerals


class Slip(IntEnum):
    """How a figure would have been mistyped, from the plainest to the vaguest."""

    SWAP = 1
    SHIFT = 2
    LOST = 3
    DIGIT = 4
    OTHER = 9


_WHY = {
    Slip.SWAP: Said("đảo hai chữ số", "two digits swapped"),
    Slip.SHIFT: Said("lệch dấu phẩy", "the decimal comma moved"),
    Slip.LOST: Said("thừa hoặc thiếu một chữ số", "a digit lost or added"),
    Slip.DIGIT: Said("sai một chữ số", "one digit wrong"),
    Slip.OTHER: Said("tính lại từ các số còn lại", "computed from the other figures"),
}


def printed(claim: Claim, value: Decimal) -> str:
    """A value printed in the manner of a claim: its decimals, its dots, its leading zero."""
    places = max(claim.places, 0)
    text = numerals.decimal(value, places)
    raw = claim.text.rstrip("% ")
    if "." not in raw and places == 0 and claim.value >= 1000:
        text = text.replace(".", "")
    if raw.startswith("0") and places == 0 and len(text) == 1:
        text = "0" + text
    return text


def slip(claim: Claim, target: Decimal) -> Slip | None:
    """By which slip the claim could stand for the target amount, or None when it is no slip of one hand."""
    value = target / claim.scale
    rounded = value.quantize(Decimal(1).scaleb(-claim.places))
    if value <= 0 or (claim.places == 0 and claim.scale == 1 and value != rounded):
        return None
    return between(_digits(claim, claim.value), _digits(claim, rounded))


def _digits(claim: Claim, value: Decimal) -> str:
    return f"{value:.{claim.places}f}".replace(".", "")


def between(old: str, new: str) -> Slip | None:
    """The slip that turns one string of digits into another, or None.

    >>> between("1568", "1586"), between("004", "041"), between("61", "67"), between("12", "98")
    (<Slip.SWAP: 1>, <Slip.SHIFT: 2>, <Slip.DIGIT: 4>, None)
    """
    if old == new:
        return None
    if len(old) == len(new) and _swapped(old, new):
        return Slip.SWAP
    if _shifted(old, new):
        return Slip.SHIFT
    if len(old) == len(new):
        return Slip.DIGIT if sum(a != b for a, b in zip(old, new, strict=True)) == 1 else None
    longer, shorter = (old, new) if len(old) > len(new) else (new, old)
    lost = any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
    return Slip.LOST if len(longer) - len(shorter) == 1 and lost else None


def _swapped(old: str, new: str) -> bool:
    wrong = [index for index, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    return len(wrong) == 2 and old[wrong[0]] == new[wrong[1]] and old[wrong[1]] == new[wrong[0]]


def _shifted(old: str, new: str) -> bool:
    one, two = old.strip("0"), new.strip("0")
    if not one or not two:
        return False
    return one == two or (len(one) < len(two) and len(old) <= len(new) and two.startswith(one) and old.startswith("0"))


def repair(claim: Claim, target: Decimal, why: Slip | None = None) -> Repair:
    """The repair that gives the claim the target amount."""
    new = printed(claim, target / claim.scale)
    if claim.text.rstrip().endswith("%"):
        new += "%"
    return Repair(claim.start, claim.end, claim.text, new, _WHY[why or slip(claim, target) or Slip.OTHER])


def swaps(claim: Claim) -> Iterator[Decimal]:
    """The values that a claim would have with two of its digits swapped; none for figures of many digits."""
    digits = _digits(claim, claim.value)
    if len(digits) > 12:
        return
    for i in range(len(digits)):
        for j in range(i + 1, len(digits)):
            if digits[i] != digits[j]:
                swapped = [*digits]
                swapped[i], swapped[j] = swapped[j], swapped[i]
                yield Decimal("".join(swapped)).scaleb(-claim.places)


def swaps_of_sum(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether two swapped digits in one figure would make the parts add up to the total."""
    computed = sum((part.amount for part in parts), Decimal(0))
    targets = [(total, computed), *((part, part.amount + total.amount - computed) for part in parts)]
    return any(target > 0 and slip(claim, target) is Slip.SWAP for claim, target in targets)
