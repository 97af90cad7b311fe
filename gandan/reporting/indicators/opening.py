"""Drawing the records behind a figure: which columns, which page, and what the viewer may read of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.db import models
from django.db.models import Count, QuerySet

from gandan.foundation.people.rules import may
from gandan.foundation.people.words import Right, Role, Seat
from gandan.pure.measure import Measure
from gandan.pure.speech import Said, Word
from gandan.reporting.indicators import counting
from gandan.reporting.indicators.words import MASKED, Row, Rows

_IMPERSONAL = (models.DateField, models.TimeField, models.IntegerField, models.DecimalField, models.BooleanField)
YES_NO: Mapping[bool, Said] = {True: Said("có", "yes"), False: Said("không", "no")}


def page_of(measure: Measure, found: QuerySet[Any], viewer: Seat, *, page: int, size: int) -> Rows:
    """One page of a measure's records as this viewer may see them; a page beyond the last is the last."""
    sums = found.aggregate(count=Count("pk"), value=counting.value_of(measure))
    pages = max(1, -(-sums["count"] // size))
    page = min(max(1, page), pages)
    columns = [path for path, _ in measure.columns]
    unit, body = _place(found.model, measure)
    lines = found.order_by(measure.day, "pk").values_list(
        "pk", unit, f"{unit}__name", body or unit, measure.day, measure.weight or "pk", *columns
    )[(page - 1) * size : page * size]
    fields = [_field(found.model, path) for path in columns]
    rows = [
        Row(pk, unit_id, name, day, _cells(fields, cells, _is_own(viewer, unit_id, path)), weight)
        for pk, unit_id, name, path, day, weight_or_pk, *cells in lines
        for weight in [1 if measure.weight is None else weight_or_pk]
    ]
    headings = tuple(said for _, said in measure.columns)
    return Rows(headings, tuple(rows), sums["count"], sums["value"] or 0, page, pages)


def _place(model: type[models.Model], measure: Measure) -> tuple[str, str | None]:
    """The lookup paths of a record's unit and, where its table names one, of its body's place in the office tree."""
    unit = measure.unit.removesuffix("_id")
    body = "__".join([*unit.split("__")[:-1], "body"])
    return unit, f"{body}__path" if _field(model, body) is not None else None


def _is_own(viewer: Seat, unit_id: int, path: object) -> bool:
    """Whether a record belongs to the viewer's own body, so that its personal data may be read."""
    if viewer.role is Role.SYSTEM:
        return True
    inside = not isinstance(path, str) or (bool(viewer.body_path) and path.startswith(viewer.body_path))
    return may(viewer, Right.LOOK) and unit_id == viewer.unit_id and inside


def _cells(fields: list[models.Field | None], cells: list[object], own: bool) -> tuple[object, ...]:
    return tuple(
        _shown(field, cell) if own or _is_impersonal(field) else MASKED
        for field, cell in zip(fields, cells, strict=True)
    )


def _is_impersonal(field: models.Field | None) -> bool:
    """Numbers, days, choices and names of places say nothing of a person; any other column is taken to."""
    return field is not None and (
        isinstance(field, _IMPERSONAL) or bool(field.choices) or field.model._meta.app_label == "territory"
    )


def _shown(field: models.Field | None, cell: object) -> object:
    if isinstance(cell, bool):
        return YES_NO[cell]
    if field is not None and field.choices and cell:
        return _labels(tuple(field.flatchoices)).get(str(cell), cell)
    return "" if cell is None else cell


@cache
def _labels(choices: tuple[tuple[str, str], ...]) -> dict[str, Said]:
    """The labels of a stored enumeration in both languages: the `Word` that it was made of."""
    words = next((word for word in _all_words(Word) if tuple(word.choices()) == choices), None)
    if words is None:
        return {code: Said(label, label) for code, label in choices}
    return {word.value: word.said for word in words}


def _all_words(word: type[Word]) -> list[type[Word]]:
    return [found for child in word.__subclasses__() for found in (child, *_all_words(child))]


def _field(model: type[models.Model], path: str) -> models.Field | None:
    """The table column at the end of a lookup path; None when it is computed."""
    field: Any = None
    for step in path.split("__"):
        names = {f.name: f for f in model._meta.get_fields()} | {f.attname: f for f in model._meta.concrete_fields}
        field = names.get(step)
        if field is None:
            return None
        model = field.related_model or model
    return field if isinstance(field, models.Field) else None
