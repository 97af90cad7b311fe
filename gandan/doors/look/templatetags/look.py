"""What every template may say: two languages together, numbers and dates the Vietnamese way, pictures as SVG."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

import segno
from django import template
from django.template.base import FilterExpression, Node, Parser, Token, token_kwargs
from django.template.context import Context
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from gandan.doors.look import english, paging, sheets
from gandan.doors.look.language import current, speak
from gandan.pure import vietnamese
from gandan.pure.speech import Said, Word

register = template.Library()
QR_MASK = 2  # trying all eight for the prettiest costs ten times the rest; every one of them can be read


class SayNode(Node):
    """A sentence in both languages with its blanks; either drawn or kept under a name."""

    def __init__(self, said: Said, blanks: Mapping[str, FilterExpression], name: str | None) -> None:
        self.said, self.blanks, self.name = said, blanks, name

    def render(self, context: Context) -> SafeString:
        sentence = speak(self.said)
        shown: Callable[[Any], str] = conditional_escape if context.autoescape else str
        if self.blanks:
            values = {name: shown(_spoken(blank.resolve(context))) for name, blank in self.blanks.items()}
            sentence = shown(sentence).format(**values)
        drawn = mark_safe(sentence if self.blanks else shown(sentence))  # each part is escaped above
        if self.name is None:
            return drawn
        context[self.name] = drawn
        return mark_safe("")


@register.tag("say")
def say_tag(parser: Parser, token: Token) -> SayNode:
    """`{% say "Còn {n} ngày" "{n} days left" n=days %}`, or `… as name %}`: both languages are compulsory."""
    bits = token.split_contents()[1:]
    name = None
    if len(bits) > 2 and bits[-2] == "as":
        name, bits = bits[-1], bits[:-2]
    if len(bits) < 2 or any(bit[0] not in "\"'" for bit in bits[:2]):
        raise template.TemplateSyntaxError("say needs two quoted sentences: Vietnamese, then English")
    rest = bits[2:]
    blanks = token_kwargs(rest, parser)
    if rest:
        raise template.TemplateSyntaxError(f"say does not understand {rest[0]!r}: blanks are name=value")
    said = Said(bits[0][1:-1], bits[1][1:-1])
    if blanks:
        said.given(**dict.fromkeys(blanks, ""))  # an unknown blank fails when the template is read, not at night
    return SayNode(said, blanks, name)


def _spoken(value: object) -> object:
    return speak(value) if isinstance(value, Said | Word) else value


@register.filter("say")
def say_filter(value: object) -> str:
    """A `Said` or `Word` in the language of the page."""
    return speak(value)


@register.filter
def count(value: int | None) -> str:
    """`4.101` (in English `4,101`); a dash for what is not known, which is not a zero."""
    if value is None:
        return "–"
    return f"{value:,}" if current() == "en" else vietnamese.count(value)


@register.filter
def day(value: date | None) -> str:
    """`13/07/2026` (in English `13 July 2026`)."""
    if value is None:
        return ""
    return english.day(value) if current() == "en" else vietnamese.day(value)


@register.filter
def weekday(value: date | None) -> str:
    """`thứ Hai 13/07/2026` (in English `Monday 13 July 2026`): for days on which something is due."""
    if value is None:
        return ""
    return english.weekday_day(value) if current() == "en" else vietnamese.weekday_day(value)


@register.filter
def weekday_name(value: date) -> str:
    """`thứ Hai` (in English `Monday`): under the number of a calendar leaf."""
    return english.weekday(value) if current() == "en" else vietnamese.weekday_day(value).rsplit(" ", 1)[0]


@register.filter
def month_name(value: date) -> str:
    """`July`: the English head of a calendar leaf; in Vietnamese months are numbers."""
    return english.month(value)


@register.filter
def moment(value: datetime | None) -> str:
    """`08:05 ngày 13/07/2026` (in English `08:05, 13 July 2026`), in the time of Viet Nam."""
    if value is None:
        return ""
    return english.moment(value) if current() == "en" else vietnamese.moment(value)


@register.filter
def capital(text: object) -> str:
    """The first letter large, the rest untouched: `thứ Hai` at the head of a line."""
    shown = str(text)
    return shown[:1].upper() + shown[1:]


@register.filter
def lookup(table: Mapping[Any, Any], key: object) -> object:
    """`table[key]`, or nothing."""
    return table.get(key, "") if table else ""


@register.simple_tag
def qr(address: str, label: str) -> SafeString:
    """A QR code as inline SVG without any style, drawn in the colour of the text around it."""
    rows = [bytes(row) for row in segno.make(address, error="m", micro=False, mask=QR_MASK).matrix]
    size = len(rows)
    dots = "".join(_run(x, y, length) for y, row in enumerate(rows) for x, length in _runs(row))
    return format_html(
        '<svg class="qr" viewBox="-4 -4 {} {}" role="img" aria-label="{}" shape-rendering="crispEdges">'
        '<rect class="qr-paper" x="-4" y="-4" width="{}" height="{}"/><path class="qr-ink" d="{}"/></svg>',
        size + 8,
        size + 8,
        label,
        size + 8,
        size + 8,
        dots,
    )


def _runs(row: bytes) -> list[tuple[int, int]]:
    """(start, length) of each run of dark modules."""
    found: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if not dark:
            continue
        if found and sum(found[-1]) == x:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((x, 1))
    return found


def _run(x: int, y: int, length: int) -> str:
    return f"M{x} {y}h{length}v1h-{length}z"


@register.simple_tag
def sheet(name: str) -> str:
    """The address of a joined style sheet or script; it changes when the content does."""
    return sheets.address(name)


@register.simple_tag(takes_context=True)
def page_leaves(context: Context, number: int, last: int) -> list[paging.Leaf]:
    """The links of a pager that keeps the rest of the address."""
    return paging.leaves(context["request"], number, last)


@register.simple_tag(takes_context=True)
def page_address(context: Context, number: int) -> str:
    """This page's address with another page number."""
    return paging.address(context["request"], number)
