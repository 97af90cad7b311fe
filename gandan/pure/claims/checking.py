"""The whole walk: text → figures → relations. Linear in the length of the text."""

from __future__ import annotations

from gandan.pure.claims.layout import lines
from gandan.pure.claims.model import Checked, Relation
from gandan.pure.claims.reader import Page, in_given, quantities, read
from gandan.pure.claims.relations.counts import counts
from gandan.pure.claims.relations.days import days
from gandan.pure.claims.relations.doubts import doubts
from gandan.pure.claims.relations.found_sums import found_sums
from gandan.pure.claims.relations.growth import growth
from gandan.pure.claims.relations.hundreds import hundreds
from gandan.pure.claims.relations.narrated import narrated
from gandan.pure.claims.relations.partitions import partitions
from gandan.pure.claims.relations.products import products
from gandan.pure.claims.relations.remainders import remainders
from gandan.pure.claims.relations.respective import respective
from gandan.pure.claims.relations.shares import shares
from gandan.pure.claims.relations.sums import sums
from gandan.pure.claims.relations.wholes import wholes
from gandan.pure.claims.relations.writing import writing
from gandan.pure.claims.relations.yields import yields
from gandan.pure.claims.words import Kind


def check(text: str) -> Checked:
    """Read a text and verify what ties its figures. Offsets of the result count characters of `text` as given.

    Never fails on a `str`, never changes it; the same text gives the same result.
    """
    page = read(text)
    found = sorted(_relations(page), key=lambda relation: (relation.start, relation.end))
    return Checked(text, tuple(in_given(page, claim) for claim in quantities(page)), tuple(found))


def _relations(page: Page) -> list[Relation]:
    laid = lines(page)
    found = [
        *days(page),
        *writing(page),
        *sums(laid),
        *shares(laid),
        *growth(laid),
        *hundreds(laid),
        *counts(laid),
        *yields(laid),
        *products(page),
        *wholes(laid),
    ]
    known = {(one.claims[0].start, one.claims[1].start) for one in found if len(one.claims) > 1}
    found += (one for one in narrated(laid) if (one.claims[0].start, one.claims[1].start) not in known)
    found += partitions(laid, known)
    found += remainders(laid, known)
    found += found_sums(laid, {one.claims[0].start for one in found if one.kind is Kind.SUM and one.claims})
    shared = {one.claims[0].start for one in found if one.kind is Kind.SHARE and one.claims}
    found += (one for one in respective(laid) if one.claims[0].start not in shared)
    found += doubts(page, laid)
    return found
