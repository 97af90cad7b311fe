"""The whole walk: text → figures → relations. Linear in the length of the text."""

from __future__ import annotations

from gandan.pure.claims.layout import lines
from gandan.pure.claims.model import Checked
from gandan.pure.claims.reader import in_given, quantities, read
from gandan.pure.claims.relations.days import days
from gandan.pure.claims.relations.growth import growth
from gandan.pure.claims.relations.shares import shares
from gandan.pure.claims.relations.sums import sums


def check(text: str) -> Checked:
    """Read a text and verify what ties its figures. Offsets of the result count characters of `text` as given.

    Never fails on a `str`, never changes it; the same text gives the same result.
    """
    page = read(text)
    found = [*days(page)]
    laid = lines(page)
    found += sums(laid)
    found += shares(laid)
    found += growth(laid)
    found.sort(key=lambda relation: (relation.start, relation.end))
    return Checked(text, tuple(in_given(page, claim) for claim in quantities(page)), tuple(found))
