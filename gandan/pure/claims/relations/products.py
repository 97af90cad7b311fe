"""Products written out: "468 buổi (39 x 12)", "39 x 12 = 468", "315x4 người".

With the sign of equality between bare numbers it holds or it does not. In brackets behind its figure it is an error
only when a slip of the hand explains the difference: the factors may leave something out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from gandan.pure.claims import numbers, repairs
from gandan.pure.claims.findings import tell
from gandan.pure.claims.model import Claim, Relation, Repair
from gandan.pure.claims.reader import Page
from gandan.pure.claims.repairs import Slip
from gandan.pure.claims.words import Kind, Nature, Verdict
from gandan.pure.speech import Said
from gandan.pure.vietnamese import numerals
from gandan.pure.vietnamese.patterns import lazy_pattern

_NUMBER = r"\d{1,12}(?:\.\d{3}){0,4}(?:,\d{1,4})?"
_WORDS = r"(?: [^\W\d_]{1,12}){0,2}"
_PRODUCT = lazy_pattern(
    rf"(?<![\w.,/]){_NUMBER}{_WORDS} ?[x×*] ?{_NUMBER}(?:{_WORDS} ?[x×*] ?{_NUMBER})?(?![\w,./]\d)"
    rf"(?P<equals>{_WORDS} ?= ?(?P<result>{_NUMBER})(?![.,]?\d))?"
)
_TIMES = lazy_pattern(r"[x×*] ?\d")  # a plain search first: most texts have none
_FACTOR = lazy_pattern(_NUMBER)
_WORD = lazy_pattern(r"[^\W\d_x×*]{2}")
_BEFORE = lazy_pattern(r"[^\ue000-\ue004.;:()\n]{0,40}\($")
_SIZE = lazy_pattern(r" ?(?:cm|mm|m|px|inch)\b")


def products(page: Page) -> Iterator[Relation]:
    """Every product whose result is printed beside it."""
    text = page.source.low
    if _TIMES.search(text) is None:
        return
    for match in _PRODUCT.finditer(text):
        left = match.group(0)[: match.start("equals") - match.start()] if match["equals"] else match.group(0)
        factors = [numbers.read(one) for one in _FACTOR.findall(left)]
        known = [one.value for one in factors if one is not None]
        if len(known) == len(factors) and not _SIZE.match(text, match.end()):
            exact = Decimal(1)
            for value in known:
                exact *= value
            yield from _stated(page, match, exact) if match["equals"] else _bracketed(page, match, exact)


def _stated(page: Page, match: re.Match[str], exact: Decimal) -> Iterator[Relation]:
    """ "39 x 12 = 468": words between them may change the scale, so that only bare numbers are accused."""
    read = numbers.read(match["result"])
    if read is None:
        return
    start, end = match.span("result")
    claim = page.at(start) or Claim(start, end, page.source.text[start:end], Nature.AMOUNT, read.value, read.places)
    step = Decimal(1).scaleb(-read.places) if read.places else Decimal(0)
    if abs(exact - read.value) <= step or abs(exact - claim.amount) <= step:
        yield _told(page, match, claim, exact, Verdict.OK)
    elif not _WORD.search(match[0]) and claim.scale == 1 and not claim.unit.startswith("%"):
        yield _told(page, match, claim, exact, Verdict.ERROR)


def _bracketed(page: Page, match: re.Match[str], exact: Decimal) -> Iterator[Relation]:
    index = bisect_left(page.starts, match.start()) - 1
    claim = page.claims[index] if index >= 0 else None
    if claim is None or claim.nature is not Nature.AMOUNT or not _BEFORE.fullmatch(page.mask, claim.end, match.start()):
        return
    if claim.value == exact:
        yield _told(page, match, claim, exact, Verdict.OK)
    elif claim.value >= 100 and claim.scale == 1 and repairs.slip(claim, exact) is Slip.SWAP:
        yield _told(page, match, claim, exact, Verdict.ERROR)


def _told(page: Page, match: re.Match[str], claim: Claim, exact: Decimal, verdict: Verdict) -> Relation:
    shown = numerals.decimal(exact.normalize() if exact % 1 else exact.to_integral_value())
    expression = f"{match[0].split('=')[0].strip()} = {shown}"
    wrong = verdict is Verdict.ERROR
    found: list[Repair] = [repairs.repair(claim, exact)] if wrong else []
    return tell(
        page, Kind.PRODUCT, verdict, (claim,), claimed=claim.text, computed=shown, expression=expression,
        reason=Said(
            expression + (f", không phải {claim.text}." if wrong else ", khớp với số ghi trong bài."),
            expression + (f", not {claim.text}." if wrong else ", as the text says."),
        ),
        repairs=found, span=(min(claim.start, match.start()), max(claim.end, match.end())),
    )  # fmt: skip
