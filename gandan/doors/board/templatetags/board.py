"""What only the board says: shares in hundredths."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from django import template

from gandan.doors.look.language import current
from gandan.pure import vietnamese

register = template.Library()


@register.filter
def percent(share: Fraction | None) -> str:
    """`98,6%` (in English `98.6%`); a dash where there is no whole to be a share of."""
    if share is None:
        return "–"
    written = vietnamese.percent(Decimal(share.numerator * 100) / Decimal(share.denominator), 1)
    written = written.replace(",0%", "%")
    return written.replace(",", ".") if current() == "en" else written
