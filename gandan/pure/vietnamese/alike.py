"""How alike two texts are, whatever their marks and punctuation: to suggest duplicates, never to decide."""

from __future__ import annotations

from hashlib import blake2b

from gandan.pure.vietnamese.folding import words

_SHINGLE = 3
_KEPT = 48


def signature(text: str) -> tuple[int, ...]:
    """A small sorted signature of a text: the lowest hashes of its runs of three folded words. The same on every
    machine and in every year, so that it can be kept beside the text."""
    folded = words(text)
    count = max(1, len(folded) - _SHINGLE + 1) if folded else 0
    runs = {" ".join(folded[i : i + _SHINGLE]) for i in range(count)}
    hashes = sorted(int.from_bytes(blake2b(run.encode(), digest_size=7).digest(), "big") for run in runs)
    return tuple(hashes[:_KEPT])


def likeness(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """From 0 (nothing in common) to 1 (the same words): an estimate of the share of common runs of three words."""
    if not one or not other:
        return 0.0
    lowest = set(sorted({*one, *other})[:_KEPT])
    return len(lowest & set(one) & set(other)) / len(lowest)
