"""Writing a paragraph from figures: fixed words, bound numbers. Pure, given the values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from gandan.pure.clock.periods import Period, Scheme
from gandan.pure.vietnamese import day, padded
from gandan.reporting.documents.words import Number, Run, Words
from gandan.reporting.indicators.words import Figure

Bind = Callable[[str], Figure]

_BLANK = re.compile(r"\{([\w.]+)\}")

RECEPTION = (
    "reception.visits",
    "reception.matters",
    "reception.head.visits",
    "reception.head.matters",
    "reception.delegated.visits",
    "reception.delegated.matters",
    "reception.regular.visits",
    "reception.regular.matters",
    *(
        f"reception.{block}.{name}"
        for block in ("head", "delegated", "regular")
        for name in ("groups", "group_people", "group_matters")
    ),
    "cases.received",
    "cases.eligible",
    "cases.ineligible",
    "cases.unsorted",
)

_BLOCKS = (
    ("head", "thủ trưởng các cơ quan, đơn vị tiếp định kỳ và đột xuất"),
    ("delegated", "người được thủ trưởng ủy quyền tiếp"),
    ("regular", "nơi tiếp công dân tiếp thường xuyên"),
)


def reception(unit: str, period: Period, values: Mapping[str, int], bind: Bind) -> tuple[Run, ...]:
    """What a unit did in receiving citizens and their petitions over a period; a part without records is left out."""
    sentences = [_visits(unit, period, values), _petitions(values)]
    return tuple(_runs(" ".join(sentence for sentence in sentences if sentence), values, bind))


def _visits(unit: str, period: Period, values: Mapping[str, int]) -> str:
    days = f" (số liệu từ {day(period.first)} đến {day(period.last)})" if period.scheme is not Scheme.RANGE else ""
    opening = f"{_upper_first(period.label.vi)}{days}, {unit}"
    if not values["reception.visits"]:
        return f"{opening} không phát sinh lượt tiếp công dân."
    parts = [_block(block, who, values) for block, who in _BLOCKS if values[f"reception.{block}.visits"]]
    return f"{opening} đã tiếp {{reception.visits}} lượt với {{reception.matters}} vụ việc, gồm: {'; '.join(parts)}."


def _block(block: str, who: str, values: Mapping[str, int]) -> str:
    told = f"{who} {{reception.{block}.visits}} lượt với {{reception.{block}.matters}} vụ việc"
    if not values[f"reception.{block}.groups"]:
        return told
    return (
        f"{told} (trong đó có {{reception.{block}.groups}} đoàn đông người "
        f"với {{reception.{block}.group_people}} người, {{reception.{block}.group_matters}} vụ việc)"
    )


def _petitions(values: Mapping[str, int]) -> str:
    if not values["cases.received"]:
        return "Trong kỳ không tiếp nhận đơn."
    parts = [
        f"{{{name}}} đơn {what}"
        for name, what in (
            ("cases.eligible", "đủ điều kiện xử lý"),
            ("cases.ineligible", "không đủ điều kiện xử lý"),
            ("cases.unsorted", "đang phân loại"),
        )
        if values[name]
    ]
    listed = f"{', '.join(parts[:-1])} và {parts[-1]}" if len(parts) > 1 else parts[0]
    return f"Đã tiếp nhận {{cases.received}} đơn, gồm {listed}."


def _runs(template: str, values: Mapping[str, int], bind: Bind) -> Iterator[Run]:
    end = 0
    for blank in _BLANK.finditer(template):
        if blank.start() > end:
            yield Words(template[end : blank.start()])
        yield Number(bind(blank[1]), values[blank[1]], padded(values[blank[1]]))
        end = blank.end()
    if end < len(template):
        yield Words(template[end:])


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
